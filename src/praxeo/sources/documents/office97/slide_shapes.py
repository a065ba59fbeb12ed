"""The shapes of a binary slide: what stands in each, what it is a placeholder for, and tables of shapes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import words_of_lines
from praxeo.sources.documents.office97 import slide_records as ppt
from praxeo.sources.documents.office97.drawn_pictures import ShownPicture, options, shown_picture
from praxeo.sources.documents.office97.slide_records import (
    DEPTH_LIMIT,
    Record,
    everywhere,
    first,
    records,
)
from praxeo.sources.documents.office97.slide_text import SlideText, texts

TABLE_OPTION = 0x39F
SAME_PLACE = 30  # units of 1/576 inch
DATE, NUMBER, FOOTER, HEADER = 7, 8, 9, 10


@dataclass(frozen=True, kw_only=True)
class SlideShape:
    """A shape with its text, the texts of its outline (by `outline`), or the shapes of a table."""

    text: SlideText | None = None
    outline: int | None = None
    placeholder: int = 0
    box: tuple[int, int, int, int] = (0, 0, 0, 0)  # left, top, right, bottom within its group
    cells: tuple[SlideShape, ...] = field(default=())
    picture: ShownPicture | None = None


def shapes(container: bytes) -> list[SlideShape]:
    """The shapes of a slide or of notes, out of their groups, in order."""
    drawing = first(container, ppt.DRAWING)
    return list(_shapes(drawing.data, 0)) if drawing else []


def _shapes(data: bytes, depth: int) -> Iterator[SlideShape]:
    for record in records(data):
        if record.kind == ppt.SHAPE:
            yield _shape(record)
        elif record.kind == ppt.GROUP and depth < DEPTH_LIMIT:
            inside = _shapes(record.data, depth + 1)
            if _is_table(record):
                yield SlideShape(cells=tuple(cell for cell in inside if cell.text))
            else:
                yield from inside
        elif record.is_container and depth < DEPTH_LIMIT:
            yield from _shapes(record.data, depth + 1)


def _shape(record: Record) -> SlideShape:
    box = first(record.data, ppt.TEXT_BOX)
    inside = list(records(box.data)) if box else []
    found = list(texts(inside))
    reference = next((r for r in inside if r.kind == ppt.OUTLINE_TEXT and len(r.data) >= 4), None)
    holder = next(everywhere(record.data, ppt.PLACEHOLDER), None)
    anchor = first(record.data, ppt.CHILD_ANCHOR)
    picture = shown_picture(record.data)
    return SlideShape(
        text=found[0] if found else None,
        picture=picture if picture.number else None,
        outline=struct.unpack_from("<I", reference.data)[0] if reference else None,
        placeholder=holder.data[4] if holder and len(holder.data) > 4 else 0,
        box=struct.unpack_from("<4i", anchor.data)
        if anchor and len(anchor.data) >= 16
        else (0, 0, 0, 0),
    )


def _is_table(group: Record) -> bool:
    """The group's own shape, its first one, says so."""
    own = first(group.data, ppt.SHAPE)
    said = options(own.data).get(TABLE_OPTION, 0) if own else 0
    return isinstance(said, int) and bool(said & 1)


def table_cells(cells: tuple[SlideShape, ...]) -> list[Cell]:
    """The cells of a table by where their shapes stand."""
    across = _borders([edge for cell in cells for edge in (cell.box[0], cell.box[2])])
    down = _borders([edge for cell in cells for edge in (cell.box[1], cell.box[3])])
    placed: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        left, top, right, bottom = cell.box
        row, column = down[top], across[left]
        lines = [inline for inline, _, _ in cell.text.paragraphs()] if cell.text else []
        placed.setdefault(
            (row, column),
            Cell(
                **words_of_lines(lines)._asdict(),
                row=row,
                column=column,
                row_span=max(1, down[bottom] - row),
                column_span=max(1, across[right] - column),
            ),
        )
    return [placed[place] for place in sorted(placed)]


def _borders(edges: list[int]) -> dict[int, int]:
    """The number of the border that each edge is; edges that are nearly the same are one."""
    numbers: dict[int, int] = {}
    number, last = -1, None
    for edge in sorted(set(edges)):
        if last is None or edge - last > SAME_PLACE:
            number, last = number + 1, edge
        numbers[edge] = number
    return numbers
