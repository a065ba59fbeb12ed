"""Of what whole documents mark, in the layouts that teachers use, how much becomes practice, by kind and language.

    python benchmarks/author/marked_documents.py            shares of both halves
    python benchmarks/author/marked_documents.py --missing  what of the open half is without practice
    python benchmarks/author/marked_documents.py --items    every item of the open half, for reading

`marks/open` and `marks/closed` were written before the rules that read them were looked at; the rules may be mended
by what the open half shows, the closed half is only counted. A `.marks` file names each unit: its kind, what is asked,
and words of the answer ("=>"), more than once where the document says it twice ("||"). A unit is practised if one item holds both; a question that is asked with another
answer is a wrong key.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.cleaning import even
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card, Choice, Cloze, Event, Item, Pair, SpecDocument, Step, Term
from praxeo.sources.documents.html.file import read_html_file
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.sources.documents.text.plain import read_text_file

FOLDER = Path(__file__).resolve().parent / "marks"
READERS = {".md": read_markdown_file, ".html": read_html_file, ".txt": read_text_file}


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One thing that a document marks: its kind, and what is asked with what the answer must hold ("" anything)."""

    kind: str
    ways: tuple[tuple[str, str], ...]

    def practised(self, items: list[str]) -> bool:
        """Whether one item holds both, in one of the ways in which the document says it."""
        ways = [(even(asked).lower(), even(told).lower()) for asked, told in self.ways]
        return any(asked in item and told in item for item in items for asked, told in ways)

    def __str__(self) -> str:
        return f"{self.kind}: {self.ways[0][0]} => {self.ways[0][1]}"


def units_of(text: str) -> Iterator[Unit]:
    """The units of a `.marks` file."""
    for line in text.splitlines():
        kind, _, rest = line.partition(": ")
        ways = [way.partition(" => ") for way in rest.split(" || ")]
        if rest:
            yield Unit(kind=kind, ways=tuple((asked, told) for asked, _, told in ways))


def documents(half: str) -> Iterator[tuple[str, SpecDocument, list[Unit]]]:
    """The documents of a half: name, what the author makes of it, and its units."""
    for path in sorted((FOLDER / half).iterdir()):
        if path.suffix in READERS:
            spec = write_spec(_read(path), name=path.name)
            yield path.stem, spec, list(units_of(path.with_suffix(".marks").read_text("utf-8")))


def _read(path: Path) -> Extraction:
    return READERS[path.suffix](path)


def sides(item: Item) -> tuple[str, str]:
    """What an item asks, and what it holds for right."""
    match item:
        case Term():
            return item.term, item.definition
        case Card():
            return item.front, item.back
        case Choice():
            return item.question, item.answer
        case Cloze():
            return f"{item.before}___{item.after}", item.answer
        case Pair():
            return item.left, item.right
        case Step():
            return item.text, ""
        case Event():
            return item.when, item.text
    return "", ""


def items_of(spec: SpecDocument) -> list[tuple[str, str, str]]:
    """Every item: kind of its activity, what it asks, and its answer."""
    return [
        (activity.kind, *map(even, sides(item)))
        for section in spec.sections
        for activity in section.activities
        for item in activity.items
    ]


def wrong_keys(items: list[tuple[str, str, str]], units: list[Unit]) -> Iterator[str]:
    """The questions of the source that an item asks with another answer than the source's."""
    own = [
        (asked, told) for kind, asked, told in items if kind in ("flashcards", "choice", "matching")
    ]
    for unit in units:
        question, answer = (side.lower() for side in unit.ways[0])
        for asked, told in own if unit.kind in ("question", "match") else ():
            if question in asked.lower() and answer not in told.lower():
                yield f"{asked} -> {told} (wanted: {answer})"


def print_half(half: str, *, missing: bool, listed: bool) -> None:
    """A line for each document, then the share of each kind; what is missing only where that is asked."""
    all_of, done, wrong = Counter[tuple[str, str]](), Counter[tuple[str, str]](), 0
    for name, spec, units in documents(half):
        items = items_of(spec)
        texts = [f"{asked} | {told}".lower() for _, asked, told in items]
        language = name.rpartition(".")[2]
        left = [unit for unit in units if not unit.practised(texts)]
        for unit in units:
            all_of[unit.kind, language] += 1
            done[unit.kind, language] += unit not in left
        faults = list(wrong_keys(items, units))
        wrong += len(faults)
        if half == "open":
            print(
                f"{name:22} {len(units) - len(left):3d} of {len(units):3d} units, {len(items)} items"
            )
        for fault in faults:
            print(f"    wrong key: {fault}")
        for unit in left if missing else ():
            print(f"    {unit}")
        for kind, asked, told in items if listed else ():
            print(f"  {kind:11} {asked}  ->  {told}")
    for at, label in ((0, "kind"), (1, "language")):
        for value in sorted({pair[at] for pair in all_of}):
            total = sum(n for pair, n in all_of.items() if pair[at] == value)
            got = sum(n for pair, n in done.items() if pair[at] == value)
            print(
                f"{half:7} {label:9} {value:10} {got:3d} of {total:3d} ({100 * got / total:.0f} %)"
            )
    share = 100 * done.total() / all_of.total()
    print(f"{half}: {done.total()} of {all_of.total()} ({share:.0f} %), {wrong} wrong keys\n")


def main() -> None:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--items", action="store_true")
    asked = parser.parse_args()
    print_half("open", missing=asked.missing, listed=asked.items)
    if not (asked.missing or asked.items):
        print_half("closed", missing=False, listed=False)


if __name__ == "__main__":
    main()
