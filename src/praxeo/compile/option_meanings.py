"""What wrong options are, as the source itself says it: told to whoever has chosen one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxeo.compile.sources import Source
from praxeo.domain.blocks import Block
from praxeo.domain.sentences import split_sentences
from praxeo.domain.spec import Choice, SpecDocument
from praxeo.sources.formulas.in_text import in_words
from praxeo.spec.taught import taught_terms

MEANING_CHARACTERS = 300  # more is no answer to "what is that, then?"
_LABEL = re.compile(r"\s*[:–—|]\s*|\s+-\s+")  # between a name and what it is
_ARTICLE = re.compile(r"^(?:an?|the|der|die|das|eine?|les?|la|une?|el|l[ao]s) |^l['’]")
_OUTER = " \t\"'“”„«».,;:()"


def meanings_of(
    doc: SpecDocument, source: Source, read: Iterable[Block]
) -> dict[str, dict[str, str]]:
    """What each wrong option is, where the spec or its source defines it, by the option's words.

    As a quote is told: `text`, the `label` of its place, its `block`. The spec's own terms come first, then
    what the blocks that were `read` name before a colon or a dash, or in bold within a sentence.
    """
    activities = [activity for section in doc.sections for activity in section.activities]
    items = [item for activity in activities for item in activity.items]
    choices = [in_words(item) for item in items if isinstance(item, Choice)]
    wanted = {_key(wrong): wrong for item in choices for wrong in item.distractors}
    found: dict[str, dict[str, str]] = {}
    if not wanted:
        return found
    for term in (each for activity in activities for each in taught_terms(activity)):
        if term.evidence:
            own = in_words(term)
            place = term.evidence[0].partition(".")[0]
            found.setdefault(_key(own.term), _told(own.definition, place, source))
    for block in read:
        for name, meaning in _defined(block):
            if _key(name) in wanted and len(meaning) <= MEANING_CHARACTERS:
                found.setdefault(_key(name), _told(meaning, block.id, source))
    return {option: found[key] for key, option in wanted.items() if key in found}


def _told(text: str, block: str, source: Source) -> dict[str, str]:
    return {"text": text, "label": source.labels.get(block, ""), "block": block}


def _defined(block: Block) -> Iterator[tuple[str, str]]:
    """What a block names, and what it says of it."""
    if block.kind in ("paragraph", "list_item"):
        name, *meaning = _LABEL.split(block.text, maxsplit=1)
        if meaning and meaning[0]:
            yield name, meaning[0]
        strong = [mark for mark in block.marks if mark.style == "strong"]
        for start, end in split_sentences(block.text) if strong else ():
            for mark in strong:
                if start <= mark.start and mark.end < end:
                    yield block.text[mark.start : mark.end], block.text[start:end]
    if block.kind == "table":
        for line in block.text.split("\n")[1:]:
            name, *cells = line.split(" | ")
            if len(cells) == 1:
                yield name, cells[0]


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.casefold().split()).strip(_OUTER))
