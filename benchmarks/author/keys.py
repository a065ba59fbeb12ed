"""Keys held against their sources: does the answer stand at its place, is no other option right, does nothing give it away.

    python benchmarks/author/keys.py                    the chapters of tests/golden/marked and the documents of ../shared/corpora
    python benchmarks/author/keys.py FILE … --sample 100    other files, and a sample to read

What is counted: answers that do not stand in their evidence; questions of which no word stands there; options that the
evidence names, or whose own meaning in the source is the one that is asked; answers that their question names; and
questions that are asked twice with other answers.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from marked_units import FOLDER
from run import answers, items_of, quotes, shown

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.cleaning import holds, key
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.spec import WHOLE_KINDS, ActivityKind, Card, Choice, Item, SpecDocument, Term
from sources import DOCUMENTS, load

SAME_MEANING = 0.8  # of the words of two meanings
_OFFERS = re.compile(
    r"^[^?¿]*\b(?:or|oder|ou|o)\b[^?]*\?|true or false|richtig oder falsch|vrai ou faux|verdadero o falso",
    re.IGNORECASE,
)  # both answers stand in it
SEED = 12
FAULTS = ("not at its place", "asks of nothing there", "second option right", "names its answer", "contradicted")  # fmt: skip


def faults_of(spec: SpecDocument, extraction: Extraction) -> Iterator[tuple[ActivityKind, Item, list[str]]]:  # fmt: skip
    """Every item with what is wrong with its key."""
    quote = quotes(extraction)
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for _, item in items_of(spec):
        asked[key(question_of(item))].add(key(" ".join(answers(item)[-1:])))
    meanings = {key(i.term): i.definition for _, i in items_of(spec) if isinstance(i, Term)}
    for kind, item in items_of(spec):
        evidence = " ".join(quote[reference] for reference in item.evidence)
        checks = (
            not all(holds(evidence, part) for part in answers(item)),
            len(_words(question_of(item))) > 1 and not _words(question_of(item)) & _words(evidence),
            isinstance(item, Choice) and _second_is_right(item, evidence, meanings),
            kind not in WHOLE_KINDS
            and not _OFFERS.search(question_of(item))
            and _names_answer(item),
            len(asked[key(question_of(item))]) > 1 and isinstance(item, Card | Choice),
        )
        yield kind, item, [name for name, wrong in zip(FAULTS, checks, strict=True) if wrong]


def question_of(item: Item) -> str:
    """What an item asks; "" where it asks nothing in words."""
    if isinstance(item, Card):
        return item.front
    return item.question if isinstance(item, Choice) else ""


def _words(text: str) -> set[str]:
    return {word[:6] for word in key(text).split() if len(word) > 3}


def _second_is_right(item: Choice, evidence: str, meanings: dict[str, str]) -> bool:
    stem = _words(item.question.partition("“")[2] or item.question)
    for option in item.distractors:
        told = _words(meanings.get(key(option), ""))
        if told and len(told & stem) >= SAME_MEANING * min(len(told), len(stem)):
            return True
    return any(f" {key(option)} " in f" {key(evidence)} " and len(key(option)) > 3 for option in item.distractors) and not item.question.endswith("?")  # fmt: skip


def _names_answer(item: Item) -> bool:
    if isinstance(item, Term):
        return f" {key(item.term)} " in f" {key(item.definition)} "
    answer = key(" ".join(answers(item)))
    return bool(answer) and f" {answer} " in f" {key(question_of(item))} "


def documents(files: list[str]) -> Iterator[tuple[str, Extraction]]:
    """The named files, else the chapters of the repository and what there is of the corpora."""
    from praxeo.sources.documents.text.markdown import read_markdown_file

    for path in map(Path, files) if files else sorted(FOLDER.glob("*.md")):
        if path.suffix == ".html":
            from praxeo.sources.documents.html.file import read_html_file

            yield path.name, read_html_file(path)
        else:
            yield path.name, read_markdown_file(path)
    for _, address in () if files else DOCUMENTS:
        if (extraction := load(address)) is not None:
            yield address, extraction


def main() -> None:
    """A line for each item with a fault, and how many there are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", help="Markdown or HTML files")
    parser.add_argument("--sample", type=int, default=0, help="print so many items to be read")
    chosen = parser.parse_args()
    found: list[tuple[str, str, Item]] = []
    counts: Counter[str] = Counter()
    for name, extraction in documents(chosen.files):
        try:
            spec = write_spec(extraction, name=name)
        except Refused:
            continue
        for kind, item, wrong in faults_of(spec, extraction):
            found.append((name, kind, item))
            counts.update(wrong)
            if wrong:
                print(f"{', '.join(wrong)}: {name}: {kind}: {shown(item)[:240]}")
    for name, kind, item in random.Random(SEED).sample(found, min(chosen.sample, len(found))):
        print(f"{name[:20]:20} {kind[:6]:6} {shown(item)[:300]}")
    told = ", ".join(f"{fault} {counts[fault]}" for fault in FAULTS)
    print(f"{len(found)} items: {told}")


if __name__ == "__main__":
    main()
