"""What an app says about its source: quotes for its evidence, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from praxeo.domain.asides import all_blocks
from praxeo.domain.blocks import Block, Extraction, ReadSource
from praxeo.domain.errors import Refused
from praxeo.domain.sentences import evidence_text
from praxeo.domain.spec import UNSUPPORTED, SpecDocument

HEADING_LABEL_CHARACTERS = 80
SHOWN_MISSING = 5  # references named in the message
_LABELS = {
    "en": {"page": "page", "slide": "slide", "chapter": "chapter"},
    "de": {"page": "Seite", "slide": "Folie", "chapter": "Kapitel"},
    "fr": {"page": "page", "slide": "diapositive", "chapter": "chapitre"},
    "es": {"page": "página", "slide": "diapositiva", "chapter": "capítulo"},
    "ar": {"page": "صفحة", "slide": "شريحة", "chapter": "فصل"},
}


@dataclass(frozen=True)
class Source:
    """The blocks of a source by id, each with the label of its place."""

    blocks: dict[str, Block]
    labels: dict[str, str]
    origins: tuple[ReadSource, ...] = ()

    def label(self, reference: str) -> str:
        """Where an evidence reference leads to: of what was said to the second of its sentence."""
        return self.labels.get(reference) or self.labels[reference.partition(".")[0]]

    def origin(self, reference: str) -> ReadSource | None:
        """Which of the sources the place is of, visited there; None where nothing is said of sources."""
        block = self.blocks[reference.partition(".")[0]]
        locator = block.locator
        number = locator.source or 0
        if number >= len(self.origins):
            return None
        found = self.origins[number]
        second = _second(block, reference)
        if found.kind == "youtube_input" and found.address and second:
            return replace(found, address=f"{found.address}&t={second}s")
        return found

    def film(self, reference: str) -> str:
        """Where the place is in a recording, as the page around a published app is told; "" if it is of none."""
        origin, block = self.origin(reference), self.blocks[reference.partition(".")[0]]
        second = _second(block, reference)
        return (
            f"recording:{origin.film}#{second}"
            if origin and origin.film and second is not None
            else ""
        )

    def quote(self, reference: str) -> str | None:
        """What an evidence reference quotes, None if the source has no such place."""
        block_id, _, number = reference.partition(".")
        block = self.blocks.get(block_id)
        if block is None:
            return None
        return evidence_text(block, int(number) if number else None)


def read_source(extraction: Extraction | None, language: str) -> Source:
    """The source of an app whose words are in `language` (labels: en, de, else English)."""
    words = _LABELS.get(language.partition("-")[0].lower(), _LABELS["en"])
    blocks: dict[str, Block] = {}
    labels: dict[str, str] = {}
    heading = ""
    for block in all_blocks(extraction) if extraction else ():
        if block.kind == "heading":
            heading = " ".join(block.text.split())
        blocks[block.id] = block
        title = _title(extraction, block)
        labels[block.id] = _joined(title, _place(block, heading, words))
        for number, second in enumerate(block.seconds, 1):
            labels[f"{block.id}.{number}"] = _joined(title, clock(second))
    return Source(blocks, labels, extraction.sources if extraction else ())


def _joined(*names: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, names)))


def _second(block: Block, reference: str) -> int | None:
    """When the sentence begins that the reference is of; else when its paragraph does."""
    number = reference.partition(".")[2]
    known = number and int(number) <= len(block.seconds)
    return block.seconds[int(number) - 1] if known else block.locator.second


def _title(extraction: Extraction | None, block: Block) -> str:
    """Which of several sources the block stands in; "" where there is but one."""
    if extraction is None or block.locator.source is None or len(extraction.sources) < 2:
        return ""
    return extraction.sources[block.locator.source].title


def _place(block: Block, heading: str, words: dict[str, str]) -> str:
    locator = block.locator
    if locator.page is not None:
        return f"{words['page']} {locator.page}"
    if locator.slide is not None:
        return f"{words['slide']} {locator.slide}"
    if locator.chapter is not None:
        return f"{words['chapter']} {locator.chapter}"
    if locator.second is not None:
        return clock(locator.second)
    if len(heading) > HEADING_LABEL_CHARACTERS:
        heading = heading[: HEADING_LABEL_CHARACTERS - 1].rstrip() + "…"
    return heading


def clock(second: int) -> str:
    """A second of a recording as players show it: 4:05 or 1:04:05."""
    hours, minutes, seconds = second // 3600, second // 60 % 60, second % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def refuse_missing(doc: SpecDocument, source: Source) -> None:
    """Raise Refused, naming the items, if the spec leads to places that the source does not have."""
    missing = [
        f"{where}: {reference}"
        for where, reference in _references(doc)
        if reference not in UNSUPPORTED and source.quote(reference) is None
    ]
    if missing:
        more = f" and {len(missing) - SHOWN_MISSING} more" if len(missing) > SHOWN_MISSING else ""
        told = "; ".join(missing[:SHOWN_MISSING])
        message = f"The spec names places that its source does not have: {told}{more}."
        raise Refused("evidence_missing", message)


def _references(doc: SpecDocument) -> list[tuple[str, str]]:
    found = [
        (f"goal {number}", reference)
        for number, goal in enumerate(doc.goals, 1)
        for reference in goal.evidence
    ]
    for section in doc.sections:
        found += [(f"section “{section.title}”, Read", block) for block in section.reading]
        found += [
            (f"section “{section.title}”, “{activity.title}”, item {number}", reference)
            for activity in section.activities
            for number, item in enumerate(activity.items, 1)
            for reference in item.evidence
        ]
    return found
