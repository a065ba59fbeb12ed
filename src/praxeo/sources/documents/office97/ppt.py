"""PowerPoint files of before 2007: slide by slide, titles as headings, notes of the speaker in their channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from praxeo.domain.blocks import Extraction, Locator
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.made_by_hand import mend_by_hand
from praxeo.sources.documents.office.pptx import REPEATED_FOOTER_FROM
from praxeo.sources.documents.office.slide_furniture import REPEATED_FROM
from praxeo.sources.documents.office97.compound_file import open_compound
from praxeo.sources.documents.office97.drawn_pictures import ShownPicture, take_picture
from praxeo.sources.documents.office97.slide_deck import BinaryDeck, BinarySlide, deck_of
from praxeo.sources.documents.office97.slide_records import (
    COMMENT,
    STRING,
    TEXT_BYTES,
    TEXT_CHARACTERS,
    everywhere,
    records,
)
from praxeo.sources.documents.office97.slide_shapes import (
    DATE,
    FOOTER,
    HEADER,
    NUMBER,
    SlideShape,
    shapes,
    table_cells,
)
from praxeo.sources.documents.office97.slide_text import (
    BULLETED,
    CENTRE_TITLE,
    TITLES,
    SlideText,
)
from praxeo.sources.documents.office97.stated_properties import summary_metadata
from praxeo.sources.documents.word_count import Words, words_of

FURNITURE = (DATE, NUMBER, HEADER)
ON_EVERY_PAGE = (*FURNITURE, FOOTER)
TITLE_HOLDERS = (13, 15, 17)
OPENING = (15, 16)  # the title in the middle of the first slide, and the line below it


def read_ppt(path: Path) -> Extraction:
    """The blocks of a slide deck (ppt, pps, pot) and its stated metadata."""
    with open_compound(path) as file:
        deck, metadata = deck_of(file), summary_metadata(file)
    slides, embedded = deck.slides, deck.embedded
    footers = Counter(
        text.plain()
        for slide in slides
        for shape, text in _texts(slide)
        if shape.placeholder == FOOTER
    )
    reader = _Reader(blocks=BlockList(), deck=deck, footers=footers, repeated=_repeated(slides))
    for number, slide in enumerate(slides, 1):
        reader.blocks.place = Locator(slide=number)
        if slide.hidden:
            reader.blocks.warn(
                "hidden_text_removed",
                f"The hidden slide {number} was left out.",
                details={"slide": number},
            )
            with reader.blocks.aside("hidden"):
                reader.slide(slide)
        else:
            reader.slide(slide)
    if reader.remarks:
        reader.blocks.warn(*comments_left_out(reader.remarks))
        reader.blocks.ledger.leave_out("comments", "comments", reader.remarks)
    if embedded:
        reader.blocks.ledger.leave_out("parts", "not_readable", len(embedded))
        reader.blocks.tell_embedded(embedded)
    return reader.blocks.extraction(
        replace(metadata, page_count=len(slides)),
        seen=_seen_words(slides),
        blocks=mend_by_hand(tuple(reader.blocks.blocks)),
    )


def _seen_words(slides: list[BinarySlide]) -> Words:
    """The words of the slides by their texts alone, apart from shapes and placeholders."""
    seen: Words = Counter()
    for slide in slides:
        seen += words_of(text.text.replace("\v", "\n") for text in slide.outline)
        for data in (slide.data, slide.notes):
            seen += words_of(
                r.data.decode("utf-16-le", "replace") for r in everywhere(data, TEXT_CHARACTERS)
            )
            seen += words_of(r.data.decode("latin-1") for r in everywhere(data, TEXT_BYTES))
    return seen


def _texts(slide: BinarySlide) -> Iterator[tuple[SlideShape, SlideText]]:
    """Each shape with its text; a placeholder's text may stand in the outline, and one without a shape does."""
    outline = dict(enumerate(slide.outline))
    for shape in shapes(slide.data):
        text = shape.text
        if shape.outline is not None:
            text = outline.pop(shape.outline, None)
        if text is not None:
            yield shape, text
        elif shape.cells or shape.picture:
            yield shape, SlideText.empty()
    for text in outline.values():
        yield SlideShape(), text


def _repeated(slides: list[BinarySlide]) -> frozenset[int]:
    """The pictures that stand on several slides, and so adorn, by their number."""
    counted: Counter[int] = Counter()
    for slide in slides:
        counted.update({shape.picture.number for shape in shapes(slide.data) if shape.picture})
    return frozenset(number for number, count in counted.items() if count >= REPEATED_FROM)


def _is_title(shape: SlideShape, text: SlideText) -> bool:
    return text.kind in TITLES or shape.placeholder in TITLE_HOLDERS


@dataclass(kw_only=True)
class _Reader:
    blocks: BlockList
    deck: BinaryDeck
    repeated: frozenset[int]
    footers: Counter[str]
    remarks: int = 0

    def slide(self, slide: BinarySlide) -> None:
        """Append what a slide shows, then what is said to it."""
        found = list(_texts(slide))
        opens = any(shape.placeholder in OPENING for shape, _ in found)
        for shape, text in found:
            if _is_title(shape, text):
                level = 1 if opens or text.kind == CENTRE_TITLE else 2
                self.blocks.add("heading", text.plain(), level=level)
        for shape, text in found:
            if shape.cells:
                self.blocks.add_table(table_cells(shape.cells))
            elif not _is_title(shape, text):
                self._text(shape, text)
            if shape.picture:
                self._picture(shape.picture)
        with self.blocks.aside("speaker_notes"):
            for shape in shapes(slide.notes):
                if shape.text is not None and shape.placeholder not in ON_EVERY_PAGE:
                    self._paragraphs(shape.text, bulleted=False)
        self._comments(slide)

    def _picture(self, shown: ShownPicture) -> None:
        if shown.number in self.repeated:
            self.blocks.album.leave()
            return
        known = shown.number <= len(self.deck.pictures)
        stored = self.deck.pictures[shown.number - 1] if known else None
        if picture := take_picture(self.blocks.album, stored, shown):
            self.blocks.add_figure(picture)

    def _text(self, shape: SlideShape, text: SlideText) -> None:
        repeated = (
            shape.placeholder == FOOTER and self.footers[text.plain()] >= REPEATED_FOOTER_FROM
        )
        if shape.placeholder in FURNITURE or repeated:
            self.blocks.ledger.leave_out_text("page_furniture", text.plain())
            return
        several = len([part for part in text.text.split("\r") if part.strip()]) > 1
        self._paragraphs(text, bulleted=text.kind in BULLETED and several)

    def _paragraphs(self, text: SlideText, *, bulleted: bool) -> None:
        for inline, level, bullet in text.paragraphs():
            if bulleted if bullet is None else bullet:
                self.blocks.add_inline("list_item", inline, level=level + 1)
            else:
                self.blocks.add_inline("paragraph", inline)

    def _comments(self, slide: BinarySlide) -> None:
        for comment in everywhere(slide.data, COMMENT):
            said = [r.data for r in records(comment.data) if r.kind == STRING and r.instance == 1]
            self.remarks += 1
            with self.blocks.aside("comments"):
                for data in said:
                    self.blocks.add("paragraph", data.decode("utf-16-le", "replace").strip())
