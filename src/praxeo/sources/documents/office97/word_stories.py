"""Adds the parts of a binary Word document (body, notes, text boxes) to its blocks."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import pairwise

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.text_flow import FlowParagraph, TextFlow
from praxeo.sources.documents.office.word_styles import Numbering
from praxeo.sources.documents.office97 import sprms
from praxeo.sources.documents.office97.word_boxes import Boxes
from praxeo.sources.documents.office97.word_paragraphs import Paragraphs, WordParagraph
from praxeo.sources.documents.office97.word_pictures import WordPictures
from praxeo.sources.documents.office97.word_rows import row_shape
from praxeo.sources.documents.office97.word_runs import Inside
from praxeo.sources.documents.office97.word_stylesheet import outline_heading

NO_LIST = ("0", "63489")  # the second takes a paragraph out of the list of its style
HIDDEN_TEXT = "Text that is hidden in the document was left out."


@dataclass(kw_only=True)
class Stories:
    """Reads one part after the other into `blocks`."""

    paragraphs: Paragraphs
    numbering: Numbering
    boxes: Boxes
    pictures: WordPictures
    blocks: BlockList
    _boxes_read: set[int] = field(default_factory=set)

    def add(self, part: range) -> None:
        """Append the paragraphs and tables of a part of the text, and the boxes anchored in them."""
        flow = TextFlow(blocks=self.blocks)
        wanted: list[range] = []
        figures: list[Picture] = []
        for paragraph in self.paragraphs.between(part.start, part.stop):
            self._left_out(paragraph.inside)
            if paragraph.ends_row:
                flow.end_row(paragraph.depth, row_shape(paragraph.properties))
                continue
            self._paragraph(flow, paragraph)
            wanted.extend(self.boxes.anchored(paragraph.inside.drawings))
            figures.extend(self.pictures.take(paragraph.inside, self.blocks.album))
            if paragraph.ends_cell:
                flow.end_cell(paragraph.depth)
            elif (wanted or figures) and not paragraph.depth:
                self._beside(flow, figures, wanted)
        self._beside(flow, figures, wanted)

    def _beside(self, flow: TextFlow, figures: list[Picture], boxes: list[range]) -> None:
        """Append what stands in or beside the text so far: below its paragraph, or below its table."""
        flow.finish()
        for picture in figures:
            self.blocks.add_figure(picture)
        self._boxes(list(boxes))
        figures.clear()
        boxes.clear()

    def add_rest(self, parts: list[range]) -> None:
        """Append those of these parts that were not read where they are anchored."""
        self._boxes(parts)

    def _boxes(self, parts: list[range]) -> None:
        for part in parts:
            if part.start not in self._boxes_read:
                self._boxes_read.add(part.start)
                self.add(part)

    def _left_out(self, inside: Inside) -> None:
        """Put hidden text into its channel; what is too small to be seen or was deleted is counted only."""
        hidden, unseen = "".join(inside.hidden), "".join(inside.unseen)
        if hidden.strip() or unseen.strip():
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
        with self.blocks.aside("hidden"):
            self.blocks.add("paragraph", hidden.strip())
        self.blocks.ledger.leave_out_text("unseen", unseen)
        self.blocks.ledger.leave_out_text("struck", "".join(inside.deleted))
        self.blocks.ledger.says_otherwise(" ".join(inside.signs))

    def _paragraph(self, flow: TextFlow, paragraph: WordParagraph) -> None:
        style, inside = paragraph.style, paragraph.inside
        if not inside.characters:
            if inside.inline.verbatim:
                flow.add(FlowParagraph(inline=inside.inline, kind="code"), paragraph.depth)
            return
        own = outline_heading(paragraph.properties)
        heading = style.heading if own is None or style.heading else own
        is_item, number, depth = self._count(paragraph)
        flow.add(
            FlowParagraph(
                inline=inside.inline,
                heading=heading,
                item=depth if is_item and not heading and not style.caption else 0,
                number=number,
                kind="code"
                if inside.inline.verbatim
                else "caption"
                if style.caption
                else "paragraph",
            ),
            paragraph.depth,
        )

    def _count(self, paragraph: WordParagraph) -> tuple[bool, str, int]:
        """Whether it is a list item, its printed number and its level (from 1)."""
        properties = paragraph.properties
        name = str(sprms.number_of(properties, sprms.LIST))
        level = min(8, sprms.number_of(properties, sprms.LIST_LEVEL))
        if name in NO_LIST or name not in self.numbering.abstract_of:
            by_name = paragraph.style.list_depth if sprms.LIST not in properties else 0
            return bool(by_name), "", by_name
        is_item, number = self.numbering.next(name, level)
        return is_item, number, level + 1


def ranges(part: bytes, story: range) -> list[range]:
    """The notes or remarks of a story, which the part of the table stream parts by their places; behind
    the last one stands a range of its own for the end."""
    count = len(part) // 4
    borders = list(struct.unpack_from(f"<{count}I", part))
    found = []
    for start, end in pairwise(borders):
        if not start <= end <= len(story):
            break
        found.append(range(story.start + start, story.start + end))
    return found[:-1]
