"""The offline author: an extraction in, a spec out, with no key, no network and no chance.

It reads structure first and grammar second, proposes candidate items, lets the gate drop what is
not fit to be shown, and never pads: a source that supports little practice gets little.
"""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.authors.offline.assembly import MOST_EXERCISES, Assembled, assembled_sections, goals_of
from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.material import Part
from praxeo.authors.offline.outline import clean_title, parts_of
from praxeo.authors.offline.phrases import phrases_for
from praxeo.authors.offline.proposals import propose
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.ports.authoring import Authored

AUTHOR = "offline 1"
LONG_SOURCE = 1_500  # words; of less nobody expects much
FEW_PER_THOUSAND = 1.5  # exercises in a thousand words


def write(extraction: Extraction, *, name: str) -> Authored:
    """The spec of a source with what is worth knowing about it. `name` is its file name or title.

    The same extraction gives the same spec, in every process. Every item carries evidence, and its
    answer stands literally in that evidence. Raises Refused("too_little_text") if the source
    supports no practice at all.
    """
    language = extraction.metadata.language or "en"
    phrases = phrases_for(language)
    title = _title(extraction, name)
    parts = parts_of(extraction.blocks, title)
    proposals = propose(parts, language=language, phrases=phrases)
    assembled = assembled_sections(parts, proposals, phrases)
    sections = assembled.sections
    if not any(section.activities for section in sections):
        raise Refused(
            "too_little_text",
            "The source has too little running text to practise with; add text or another source.",
        )
    document = SpecDocument(
        title=title,
        language=language,
        source=name,
        author=AUTHOR,
        sections=sections,
        goals=goals_of(sections, phrases),
    )
    return Authored(document=document, warnings=tuple(_warnings(parts, assembled)))


def write_spec(extraction: Extraction, *, name: str) -> SpecDocument:
    """The spec alone; raises as `write` does."""
    return write(extraction, name=name).document


def _warnings(parts: list[Part], assembled: Assembled) -> Iterator[ReadingWarning]:
    """What a person should know who expected more practice."""
    exercises, left_out = assembled.exercises, assembled.left_out
    size = sum(count_words(block.text) for part in parts for block in part.practised)
    if left_out:
        yield ReadingWarning(
            code="practice_limited",
            message=f"The source supports {exercises + left_out:,} exercises. An app holds {MOST_EXERCISES:,}, so the "
            f"fullest sections were cut by {left_out:,}. Make an example of each part of the source to have them all.",
            details={"all": exercises + left_out, "limit": MOST_EXERCISES, "left_out": left_out},
        )
    elif size >= LONG_SOURCE and (assembled.plain or exercises * 1_000 < FEW_PER_THOUSAND * size):
        yield ReadingWarning(
            code="little_practice",
            message=f"These {size:,} words gave {exercises:,} exercises: the offline author asks only what single sentences "
            "state clearly. A model, or a source that explains its terms, gives more.",
            details={"words": size, "exercises": exercises},
        )


def _title(extraction: Extraction, name: str) -> str:
    stated = extraction.metadata.title.strip()
    if stated:
        return clean_title(stated)
    first = next((b for b in extraction.blocks[:5] if b.kind == "heading"), None)
    if first is not None:
        return clean_title(first.text)
    return name.rsplit(".", 1)[0].replace("_", " ").strip() or name
