"""The offline author: an extraction in, a spec out, with no key, no network and no chance.

It gathers what the source marks itself, asks each fact once in the form that its evidence bears, and
shows learners only what has been measured to be worth it. A source that supports little practice gets
little: it is still an app to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.authors.offline.boilerplate import is_scholarly
from praxeo.authors.offline.borne_out import hold_what_is_not_borne_out
from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.drafts.sentences import sentence_drafts
from praxeo.authors.offline.goals import goals_of
from praxeo.authors.offline.harvest.everything import Harvest, harvest
from praxeo.authors.offline.harvest.prose import prose_sentences
from praxeo.authors.offline.harvest.recalled.sparing import sparing
from praxeo.authors.offline.harvest.selling import as_sold, sells
from praxeo.authors.offline.harvest.teaching import as_program, as_taught, teaches
from praxeo.authors.offline.judging import judged
from praxeo.authors.offline.language import language_of
from praxeo.authors.offline.matched_terms import with_matched_terms
from praxeo.authors.offline.material import Part
from praxeo.authors.offline.offered import concepts_offered
from praxeo.authors.offline.outline import clean_title, parts_of
from praxeo.authors.offline.phrases import Phrases, phrases_for
from praxeo.authors.offline.plan import (
    MOST_EXERCISES,
    PartFinder,
    chosen_by_part,
    cut_evenly,
    exercises,
    sections_of,
)
from praxeo.authors.offline.roles.blocks import RoledBlock, placed_blocks
from praxeo.authors.offline.roles.unnamed_glossaries import with_glossaries
from praxeo.authors.offline.roles.worksheets import answers_given, with_worksheets
from praxeo.authors.offline.sorted_contrasts import with_sorted_contrasts
from praxeo.authors.support.source_formulas import SourceFormulas
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.ports.authoring import Authored, Draft, Offer

AUTHOR = "offline 2"
FEWEST_WORDS = 5  # of a source that is worth reading in an app
LONG_SOURCE = 600  # words, more than a page; of less nobody expects much
FEW_PER_THOUSAND = 1.5  # exercises in a thousand words
# What programs that fetch captions put behind a title: the video's id, and the language.
FETCHED = re.compile(
    r"(?: \[(?=[^\]]*[A-Z0-9_-])[\w-]{11}\])?(?:\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?(?=\.(?:vtt|srt|ttml|ass)$)"
)
LOOKED_UP = ("glossary", "key", "questions")  # what stands apart from what it belongs to


@dataclass(frozen=True, kw_only=True)
class _Source:
    """A source as the author takes it in."""

    title: str
    language: str
    phrases: Phrases
    placed: list[RoledBlock]
    parts: list[Part]
    scholarly: bool

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(count_words(b.text) for part in self.parts for b in part.blocks)

    def harvest(self) -> Harvest:
        """What its structures give."""
        found = harvest(
            self.placed,
            self.language,
            self.phrases,
            scholarly=self.scholarly,
            title=self.title,
        )
        if sells(self.title, self.placed):
            return as_sold(found)
        if teaches(self.placed, self.language):
            return as_taught(found, self.language, self.words, {p.role for p in self.placed})
        return as_program(found, self.language, self.placed)


def write(extraction: Extraction, *, name: str) -> Authored:
    """The spec of a source with what is worth knowing about it. `name` is its file name or title.

    The same extraction gives the same spec, in every process. Every item carries evidence, and its
    answer stands literally in that evidence. A source in which nothing is sure enough to be asked is only
    read, which a warning says. Raises Refused("too_little_text") if there is nothing to read either.
    """
    source = _taken_in(extraction, name)
    if source.words < FEWEST_WORDS:
        raise Refused(
            "too_little_text",
            "The source has too little running text to practise with; add text or another source.",
        )
    formulas = SourceFormulas.of(extraction.blocks)
    found = judged(source.harvest(), (), source.language, source.phrases, formulas)
    shown = sparing(hold_what_is_not_borne_out(found, extraction), source.placed).shown
    looked_up = frozenset(p.block.id for p in source.placed if p.role in LOOKED_UP)
    chosen = chosen_by_part(source.parts, shown, PartFinder(source.parts, looked_up))
    contrasted = with_sorted_contrasts(chosen, source.phrases)
    whole = with_matched_terms(contrasted, source.language, source.phrases)
    kept = cut_evenly(whole, MOST_EXERCISES)
    counts = sum(map(exercises, whole)), sum(map(exercises, kept))
    answers = answers_given(source.placed)
    sections = sections_of(source.parts, kept, source.phrases, unread=answers)
    document = SpecDocument(
        title=source.title,
        language=_tag(extraction, source.language),
        source=name,
        author=AUTHOR,
        sections=formulas.in_sections(sections),
        goals=tuple(map(formulas.in_goal, goals_of(source.placed, sections, source.phrases))),
        summary="" if counts[1] else source.phrases.only_read,
    )
    return Authored(document=document, warnings=tuple(_warnings(source.words, *counts)))


def _tag(extraction: Extraction, language: str) -> str:
    """The tag as it was read ("de-AT") where it is of the language that the author works in."""
    read = extraction.metadata.language
    return read if read.split("-")[0].lower() == language else language


def write_spec(extraction: Extraction, *, name: str) -> SpecDocument:
    """The spec alone; raises as `write` does."""
    return write(extraction, name=name).document


def drafts(extraction: Extraction, *, name: str) -> tuple[Draft, ...]:
    """What the author found and did not show: made anew when asked for, the same each time."""
    return offered(extraction, name=name).drafts


def offered(extraction: Extraction, *, name: str) -> Offer:
    """The same with the source's concepts, each with the terms that may stand beside it as options."""
    source = _taken_in(extraction, name)
    found = source.harvest()
    sentences = list(prose_sentences(source.placed, scholarly=source.scholarly))
    english = source.language == "en"
    extra = sentence_drafts(source.placed, sentences, found.concepts) if english else []
    formulas = SourceFormulas.of(extraction.blocks)
    told = judged(found, extra, source.language, source.phrases, formulas)
    held = sparing(hold_what_is_not_borne_out(told, extraction), source.placed).held
    return Offer(
        drafts=tuple(
            Draft(kind=c.kind, item=formulas.in_item(c.item), source=c.rule, group=c.group)
            for c in held
        ),
        concepts=tuple(concepts_offered(found.concepts)),
    )


def _taken_in(extraction: Extraction, name: str) -> _Source:
    title = _title(extraction, name)
    placed = with_glossaries(with_worksheets(placed_blocks(extraction.blocks, title)))
    language = language_of(extraction)
    headings = [one.block.text for one in placed if one.block.kind == "heading"]
    text = " ".join(one.block.text for one in placed if one.role == "body")
    return _Source(
        title=title,
        language=language,
        phrases=phrases_for(language),
        placed=placed,
        parts=parts_of(extraction.blocks, title),
        scholarly=is_scholarly(text, headings),
    )


def _warnings(words: int, supported: int, held: int) -> Iterator[ReadingWarning]:
    """What a person should know who expected more practice."""
    if held < supported:
        yield ReadingWarning(
            code="practice_limited",
            message=f"The source supports {supported:,} exercises. An app holds {MOST_EXERCISES:,}, so the fullest sections "
            f"were cut by {supported - held:,}. Make an example of each part of the source to have them all.",
            details={"all": supported, "limit": MOST_EXERCISES, "left_out": supported - held},
        )
    elif not held or (words >= LONG_SOURCE and held * 1_000 < FEW_PER_THOUSAND * words):
        yield ReadingWarning(
            code="little_practice",
            message=f"These {words:,} words gave {held:,} exercise{'' if held == 1 else 's'}: the offline author asks only what a source marks itself, "
            "such as terms, lists, dates and its own questions. A model would find more in it.",
            details={"words": words, "exercises": held},
        )


def _title(extraction: Extraction, name: str) -> str:
    stated = extraction.metadata.title.strip()
    if stated:
        return clean_title(stated)
    first = next((b for b in extraction.blocks[:5] if b.kind == "heading"), None)
    if first is not None:
        return clean_title(first.text)
    name = FETCHED.sub("", name) or name
    return name.rsplit(".", 1)[0].replace("_", " ").strip() or name
