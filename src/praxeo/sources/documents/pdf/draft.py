"""What is known of each passage of a page once its words have been let go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Box, Cell, Mark
from praxeo.sources.documents.pdf.certainty import confidence_of
from praxeo.sources.documents.pdf.composing import compose
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import NO_FACE, Face, Page, Word
from praxeo.sources.documents.pdf.paragraphs import Passage
from praxeo.sources.documents.pdf.underlined import is_underlined, thin_rules

LETTERS = re.compile(r"[^\W\d_]")
SMALL_CAPITAL = (0.65, 0.9)  # of the size of the capitals beside them


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """One passage or table of a page: its text, its look and its place.

    `box` is on the page as printed, `place` on the page as read. `gap_above` is the
    distance of its baseline to the neighbour above in the same column, in heights of the font
    (None where there is none). `free_end` is the room behind the last line, in heights of the font.
    `columns` are where the texts of a table's columns stand, see `Table`.
    `confidence` is that of text recognition (0-100), None for text that the file holds.
    """

    page: int
    box: Box
    place: Box
    column: Box
    page_size: tuple[float, float]
    text: str
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    size: float = 0.0
    face: Face = NO_FACE
    bold: bool = False
    italic: bool = False
    mono: bool = False
    line_count: int = 1
    opens: bool = True
    indented: bool = False
    gap_above: float | None = None
    free_end: float = 0.0
    angle: int = 0
    is_table: bool = False
    columns: tuple[tuple[float, float], ...] = ()
    small_capitals: bool = False
    underlined: bool = False
    confidence: float | None = None

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals or small capitals (at least four)."""
        capital = self.small_capitals or self.text.isupper()
        return capital and len(LETTERS.findall(self.text)) >= 4


def draft_passages(passages: Sequence[Passage], page: Page) -> list[Draft]:
    """Drafts of the passages of one page, in the order given."""
    drafts: list[Draft] = []
    rules = thin_rules(page)
    for index, passage in enumerate(passages):
        above = _gap(passages[index - 1], passage) if index else None
        drafts.append(_draft(passage, page, above, rules))
    return drafts


def _gap(above: Passage, below: Passage) -> float | None:
    drop = below.lines[0].baseline - above.lines[-1].baseline
    overlap = min(above.box[2], below.box[2]) - max(above.box[0], below.box[0])
    return drop if drop > 0 and overlap > 0 else None


def _draft(passage: Passage, page: Page, above: float | None, rules: list[Box]) -> Draft:
    lines = passage.lines
    capitals_size = _small_capitals_size(lines)
    size = capitals_size or _dominant_size(lines)
    mono = all(line.mono for line in lines)
    text, marks = compose(lines, keep_lines=mono and len(lines) > 1)
    last = lines[-1]
    return Draft(
        page=page.number,
        box=page.as_printed(passage.box),
        place=passage.box,
        column=passage.column,
        page_size=(page.width, page.height),
        text=text,
        marks=marks,
        size=size,
        face=_dominant_face(lines),
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        mono=mono,
        line_count=len(lines),
        opens=passage.opens,
        indented=passage.indented,
        gap_above=None if above is None else above / size,
        free_end=(passage.column[2] - last.box[2]) / size,
        angle=lines[0].angle,
        small_capitals=capitals_size is not None,
        underlined=len(lines) == 1 and is_underlined(lines[0], rules),
        confidence=confidence_of(word for line in lines for word in line.words),
    )


def _dominant_face(lines: Sequence[Line]) -> Face:
    faces: dict[Face, int] = {}
    for line in lines:
        faces[line.face] = faces.get(line.face, 0) + len(line.words)
    return max(faces, key=lambda face: faces[face])


def _small_capitals_size(lines: Sequence[Line]) -> float | None:
    """The size of the type whose small capitals a line is set in; None where it is not.

    Each word begins with a capital of the full size, or with a number. What a browser prints in small
    capitals, the file says in small letters.
    """
    words = lines[0].words
    if len(lines) > 1 or not any(word.glued for word in words):
        return None
    starts = [word for word in words if not word.glued]
    rests = [word for word in words if word.glued]
    if not lines[0].text.isupper() and not _are_initials(starts):
        return None
    size = max(
        (word.size for word in starts), default=0.0
    )  # none: the first part is in the line above
    if all(SMALL_CAPITAL[0] * size < word.size < SMALL_CAPITAL[1] * size for word in rests):
        return round(size, 1)
    return None


def _are_initials(words: Sequence[Word]) -> bool:
    """Whether the first signs of all words are set apart from the rest: capitals, or numbers."""
    return all(
        word.text.isdecimal() or (len(word.text) == 1 and word.text.isupper()) for word in words
    )


def _dominant_size(lines: Sequence[Line]) -> float:
    sizes: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        sizes[size] = sizes.get(size, 0) + len(line.words)
    return max(sizes, key=lambda s: sizes[s]) or 1.0
