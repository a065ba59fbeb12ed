"""How the gate judges passages with statements by hand: `python benchmarks/claims/halves.py [--second|--third|--fresh|--taught] [-v]`.

`by_hand/{first,second,third,fresh,taught}-half.{en,de}.txt`, written before their author had read a rule. S: a sentence of the passage;
L, P, F and the number of the sentence that bears or contradicts them: a light rewording, a free one, a falsehood.
Rules are mended by the first, the second and the third set; of the fresh and the taught ones only sums are ever printed. All passages of a language are
one source. *Pointed to*: with the sentence as evidence; *searched for*: without.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.sources.documents.readers import read

KINDS = {"L": "light", "P": "free", "F": "false"}
BY_HAND = Path(__file__).parent / "by_hand"


@dataclass(frozen=True)
class Statement:
    """One statement and the sentence of the source that it is about."""

    kind: str
    text: str
    sentence: str


def half(which: str, language: str) -> tuple[str, list[Statement]]:
    """The source as Markdown, and the statements about it."""
    source, statements = [], []
    text = (BY_HAND / f"{which}-half.{language}.txt").read_text("utf-8")
    for passage in text.split("\n\n"):
        lines = [line.split("\t", 1) for line in passage.splitlines()]
        said = [words for mark, *rest in lines if mark == "S" for words in rest]
        source.append(" ".join(said) if said else passage)
        statements += [
            Statement(KINDS[mark[0]], rest[0], said[int(mark[1:]) - 1])
            for mark, *rest in lines
            if mark[0] in KINDS and rest
        ]
    return "\n\n".join(source), statements


def judged(
    which: str, language: str
) -> Iterator[tuple[Statement, str, str, bool, tuple[str, ...]]]:
    """Each statement, how its place was given, the verdict, whether the right sentence is beside it, what is against it."""
    source, statements = half(which, language)
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        gate = Gate.of(read("markdown", Path(file.name)))
    for each in statements:
        bearing = tuple(p.reference for p in gate.places.all if p.text == each.sentence)
        for way, hint in (("pointed to", bearing), ("searched for", ())):
            found = gate.judge(Claim(text=each.text, key=each.text), references=hint)
            verdict = "proven" if found.proven and found.verdict == "restated" else found.verdict
            beside = bool(bearing and set(bearing) & {*found.evidence, *found.nearest})
            yield each, way, verdict, beside, found.against


def main() -> None:
    which = next(
        (w for w in ("second", "third", "fresh", "taught") if f"--{w}" in sys.argv), "first"
    )
    for language in ("en", "de"):
        if not (BY_HAND / f"{which}-half.{language}.txt").is_file():
            continue
        tally: Counter[tuple[str, str]] = Counter()
        for each, way, verdict, beside, against in judged(which, language):
            tally[f"{each.kind}, {way}", verdict] += 1
            tally[f"{each.kind}, {way}", "beside"] += beside
            if "-v" in sys.argv and which not in ("fresh", "taught"):
                print(
                    each.kind,
                    way,
                    verdict,
                    ",".join(against),
                    beside,
                    each.text,
                    "<",
                    each.sentence,
                    sep=" | ",
                )
        for name in sorted({name for name, _ in tally}):
            told = {
                v: tally[name, v] for v in ("quoted", "proven", "restated", "not_found", "beside")
            }
            whole = sum(n for v, n in told.items() if v != "beside")
            print(
                f"{language} {name:19} of {whole}: "
                + ", ".join(f"{v} {n / whole:.2f}" for v, n in told.items())
            )


if __name__ == "__main__":
    main()
