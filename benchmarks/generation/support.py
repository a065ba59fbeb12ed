"""How well support is told from its absence: `python benchmarks/generation/support.py [count [folder]]`.

Sentences of real pages have to be found where they stand, and refused once a number, a name or a
negation of them has been changed, although the hint still quotes the true sentence.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections import Counter
from pathlib import Path

from alterations import Pair, pairs

from praxeo.authors.support.claims import Claim
from praxeo.authors.support.finding import SourceIndex
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import UNSUPPORTED
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.md"))
PAGES = ROOT.parent / "shared" / "corpora" / "web" / "pages"  # not part of the repository
OF_A_KIND = 6  # pairs of each change from one source


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    tally: Counter[str] = Counter()
    missed: list[str] = []
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    for number, source in enumerate(sources(folder, count)):
        index = SourceIndex.of(source)
        for pair in pairs(source, most=OF_A_KIND, seed=number):
            judge(index, pair, tally, missed)
    for line in missed[:40]:
        print(line)
    for name in ("quote", "number", "name", "negation"):
        print(f"{name:9} {tally[name, True]:5} of {tally[name, True] + tally[name, False]:5}")  # type: ignore[index]
    altered = [(tally[n, True], tally[n, False]) for n in ("number", "name", "negation")]  # type: ignore[index]
    right, wrong = (sum(column) for column in zip(*altered, strict=True))
    print(f"altered refused {right / (right + wrong):.1%}")


def judge(index: SourceIndex, pair: Pair, tally: Counter[str], missed: list[str]) -> None:
    true = Claim(text=pair.sentence, key=pair.sentence)
    false = Claim(text=pair.altered, key=pair.altered)
    found = index.support(true, quote=pair.sentence) != UNSUPPORTED
    refused = index.support(false, quote=pair.sentence) == UNSUPPORTED
    tally["quote", found] += 1  # type: ignore[index]
    tally[pair.change, refused] += 1  # type: ignore[index]
    if not found:
        missed.append(f"NOT FOUND  {pair.sentence}")
    if not refused:
        missed.append(f"ACCEPTED ({pair.change})  {pair.altered}")


def sources(folder: Path, count: int) -> list[Extraction]:
    """What is read from the samples and, where they are at hand, from that many pages."""
    made = [read("markdown", path) for path in SAMPLES]
    for path in sorted(folder.glob("*.html.gz"))[:count]:
        with tempfile.NamedTemporaryFile(suffix=".html") as file:
            file.write(gzip.decompress(path.read_bytes()))
            file.flush()
            made.append(read("html", Path(file.name)))
    return made


if __name__ == "__main__":
    main()
