"""The main ideas of each section: its marked terms, what its heading names, and where it has neither a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2, sqrt

from praxeo.authors.coverage.source_words import SHORTEST_WORD, SourceWords
from praxeo.authors.offline.boilerplate import is_practisable
from praxeo.authors.offline.cleaning import count_words, even, key
from praxeo.authors.offline.harvest.entries import entry_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.material import sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.roles.blocks import RoledBlock, placed_blocks
from praxeo.authors.offline.roles.worksheets import with_worksheets
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Section

WORDS_OF_ONE = 120  # words of a section for each idea of it
MOST = 40  # ideas of a source, about
FEWEST_OF_A_SECTION, MOST_OF_A_SECTION = 2, 4  # where it names so many
LONGEST_TERM = 4  # words
SHORTEST_SENTENCE, LONGEST_SENTENCE = 7, 40  # words
MARKED, ENTRY, HEADING, IN_HEADING = 2.0, 2.5, 2.0, 1.5  # what says for a term
FEWEST_USES = 2  # in running text, of what a heading names

_ARTICLE = re.compile(r"^(?:The|An?|Der|Die|Das|Les?|La|L[’']|El|Los|Las)\s?(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """A term or a sentence, and where it stands first."""

    text: str
    evidence: str
    is_term: bool
    weight: float


def ideas_of(
    sections: Sequence[Section], blocks: Sequence[Block]
) -> Iterator[tuple[Section, Idea]]:
    """The ideas of every section that has something to read, each once, the weightiest of a section first."""
    placed = {one.block.id: one for one in with_worksheets(placed_blocks(blocks))}
    words = SourceWords(list(placed.values()))
    all_of_it = sum(count_words(block.text) for block in blocks)
    for_one = max(WORDS_OF_ONE, all_of_it // MOST)
    seen: set[str] = set()
    for section in sections:
        own = [placed[block] for block in _blocks_of(section) if block in placed]
        size = sum(count_words(one.block.text) for one in own)
        most = min(MOST_OF_A_SECTION, max(FEWEST_OF_A_SECTION, -(-size // for_one)))
        found = sorted(_terms(own, words, section.title), key=lambda each: -each.weight)
        told = () if found else _sentences(own, words, section.title)
        for idea in [*found[:most], *sorted(told, key=lambda each: -each.weight)[:1]]:
            if key(idea.text) not in seen:
                seen.add(key(idea.text))
                yield section, idea


def _blocks_of(section: Section) -> list[str]:
    """What is read in a section, and what its items stand on: a source's own questions are not read."""
    items = (item for activity in section.activities for item in activity.items)
    asked = (reference.partition(".")[0] for item in items for reference in item.evidence)
    return list(dict.fromkeys((*section.reading, *asked)))


def _terms(own: list[RoledBlock], words: SourceWords, title: str) -> Iterator[Idea]:
    found: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for one in own:
        for term, weight in _marked(one, words):
            name = key(term)
            found[name] = max(found[name], weight)  # type: ignore[assignment]
            first.setdefault(name, (term, f"{one.block.id}.1"))
    for name, weight in found.items():
        term, evidence = first[name]
        heading = IN_HEADING if f" {name} " in f" {key(title)} " else 0
        total = weight + heading + log2(1 + words.uses(name))
        yield Idea(text=term, evidence=evidence, is_term=True, weight=total)


def _marked(one: RoledBlock, words: SourceWords) -> Iterator[tuple[str, float]]:
    """The terms that a block marks: the one of an entry, what is printed bold in a sentence, what a heading names."""
    if one.role in ("references", "key", "questions", "goals") or one.block.kind == "code":
        return
    if one.block.kind == "heading":
        name = _ARTICLE.sub("", clean_title(one.block.text))
        if one.role == "body" and _names(name) and words.uses(key(name)) >= FEWEST_USES:
            yield name, HEADING
        return
    entry = entry_of(one.block, bare=one.role == "glossary")
    if entry and (one.role == "glossary" or entry.bold or one.block.kind == "list_item") and _names(entry.term):  # fmt: skip
        yield entry.term, ENTRY
    marks = [mark for mark in one.block.marks if mark.style == "strong"]
    if sum(mark.end - mark.start for mark in marks) * 2 > len(one.block.text):
        return
    for mark in marks:
        term = even(one.block.text[mark.start : mark.end]).strip(' .,:;“”"„«»()')
        if _names(term):
            yield term, MARKED


def _names(term: str) -> bool:
    fit = 1 <= count_words(term) <= LONGEST_TERM and any(letter.isalpha() for letter in term)
    return fit and not is_label_of_its_text(term) and not term.endswith(("?", "!"))


def _sentences(own: list[RoledBlock], words: SourceWords, title: str) -> Iterator[Idea]:
    """The sentences that stand for themselves; the first ones, and what takes up the title, weigh more."""
    named = {word for word in key(title).split() if len(word) >= SHORTEST_WORD}
    place = 0
    for one in own:
        if one.role not in ("body", "summary") or one.block.kind not in ("paragraph", "list_item"):
            continue
        for sentence in sentences_of(one.block):
            place += 1
            size = count_words(sentence.text)
            fit = SHORTEST_SENTENCE <= size <= LONGEST_SENTENCE and is_practisable(sentence.text)
            if fit and not leans_on_others(sentence.text):
                taken_up = len(named & set(key(sentence.text).split()))
                weight = words.weight(sentence.text) * (1 + taken_up) / sqrt(place)
                yield Idea(text=even(sentence.text), evidence=sentence.reference, is_term=False, weight=weight)  # fmt: skip
