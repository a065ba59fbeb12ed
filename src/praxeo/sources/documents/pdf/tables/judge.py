"""Tells tables from what only looks like one: charts, running text in columns, loose words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.tables.drawn_signs import is_drawing, is_equation
from praxeo.sources.documents.pdf.tables.lattice import SNAP, Lattice
from praxeo.sources.documents.pdf.tables.sketch import Sketch
from praxeo.sources.documents.pdf.tables.tokens import Token, is_number, joined

CHART_DRAWING = 0.04  # share of the region that curves and slanting lines of a chart take
SCAN_SHARE = 0.6  # of the page that a picture takes which lies behind the text
MIN_PICTURE = 1500.0  # square points; smaller pictures are icons
MAX_PICTURES = 100  # pictures of one page; more are tiles of a background
MIN_AREA_SIDE = 3.0  # points; thinner areas are borders
MIN_BARS = 3  # filled areas without text from which on a region is a bar chart
BAR_SHARE = 0.5  # of the filled areas of a region that hold no text
MAX_AREAS = 1_000  # filled areas in one region; more draw a picture
MIN_RAGGED = 6  # filled areas from which on it is looked at where they end
RAGGED_SHARE = 0.5  # of the sides of areas that stand under no other side, in a bar chart
WHITE_FLOOR = 245  # each colour part from here on counts as white (0-255)
MIN_FILLED = 0.3  # share of a table's places that hold text
PROSE_COLUMNS = 3  # columns up to which running text is suspected
PROSE_CELL = 14  # words in a cell from which on it holds running text
FIGURES = 0.7  # share of cells beside labels that are figures, and of labels that have some
PROSE_CELLS = 0.5  # share of a table's words in such cells

MIN_CELLS = 6  # of a grid whose shaded cells are told from the bars of a chart
SENTENCE_WORDS = 8  # words of a cell, on average, from which on it may hold running text
SENTENCE_ENDS = (".", "!", "?", ":", ";", ")", "]")


def is_table(sketch: Sketch) -> bool:
    """Whether a sketch has the rows and columns that make a table in a person's eyes."""
    rows, columns = sketch.rows, sketch.columns
    if rows < 2 or columns < 2:
        return False
    filled = sum(
        (cell.bottom - cell.top + 1) * (cell.right - cell.left + 1) for cell in sketch.cells
    )
    if filled < MIN_FILLED * rows * columns or is_drawing(sketch):
        return False
    return sketch.ruled or not (
        _reads_as_prose(sketch) or _cuts_sentences(sketch) or is_equation(sketch)
    )


def _reads_as_prose(sketch: Sketch) -> bool:
    """Whether a few columns hold running text, the first one included."""
    words = sum(len(cell.tokens) for cell in sketch.cells)
    long = [cell for cell in sketch.cells if len(cell.tokens) >= PROSE_CELL]
    first = min(cell.left for cell in sketch.cells)
    return (
        sketch.columns <= PROSE_COLUMNS
        and any(cell.left == first for cell in long)
        and sum(len(cell.tokens) for cell in long) >= PROSE_CELLS * words
        and not _labels_figures(sketch, first)
    )


def _labels_figures(sketch: Sketch, first: int) -> bool:
    """Whether most rows of a first column of text have figures beside it."""
    rows = {cell.top for cell in sketch.cells if cell.left == first}
    beside = [cell for cell in sketch.cells if cell.left > first]
    figures = [cell for cell in beside if is_number(joined(cell.tokens))]
    labelled = rows & {cell.top for cell in figures}
    return len(figures) >= FIGURES * len(beside) and len(labelled) >= FIGURES * len(rows)


def has_labels(sketch: Sketch) -> bool:
    """Whether all columns have a heading and all rows a label, as the grid of a chart has not."""
    first_row, first_column = (
        min(cell.top for cell in sketch.cells),
        min(cell.left for cell in sketch.cells),
    )
    headings = {cell.left for cell in sketch.cells if cell.top == first_row}
    labels = {cell.top for cell in sketch.cells if cell.left == first_column}
    return (
        headings == {cell.left for cell in sketch.cells}
        and labels == {cell.top for cell in sketch.cells}
        and len(sketch.cells) >= MIN_CELLS
    )


def _cuts_sentences(sketch: Sketch) -> bool:
    """Whether long texts of an outer column go on in the next row, in the middle of a sentence.

    Where most texts of a column begin with small letters, as meanings in a glossary may, that says
    nothing.
    """
    if sketch.columns > PROSE_COLUMNS:
        return False
    for column in (min(cell.left for cell in sketch.cells), max(c.right for c in sketch.cells)):
        cells = [cell for cell in sketch.cells if cell.left == column == cell.right]
        cells.sort(key=lambda cell: cell.top)
        texts = [joined(cell.tokens) for cell in cells]
        words = sum(len(cell.tokens) for cell in cells)
        small = sum(text[:1].islower() for text in texts)
        if words < SENTENCE_WORDS * len(cells) or 2 * small >= len(texts):
            continue
        if any(
            below[:1].islower() and not above.endswith(SENTENCE_ENDS) and not cell.header
            for cell, (above, below) in zip(cells, pairwise(texts), strict=False)
        ):
            return True
    return False


def figure_boxes(page: Page) -> list[Box]:
    """The pictures of a page, unless they cover it all (a scan, a background in stripes)."""
    pictures = [box for box in page.pictures if _size(box) > MIN_PICTURE]
    behind = sum(_size(box) for box in pictures) > SCAN_SHARE * page.width * page.height
    return [] if behind or len(pictures) > MAX_PICTURES else pictures


def within(token: Token, box: Box) -> bool:
    """Whether the middle of a token lies in a box."""
    across, along = (token.left + token.right) / 2, (token.top + token.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= along <= box[3]


def is_chart(page: Page, box: Box, tokens: Sequence[Token], lattice: Lattice | None = None) -> bool:
    """Whether curves or bars are drawn in a region; areas that fill cells of its lattice are none."""
    left, top, right, bottom = box
    size = (right - left) * (bottom - top)
    if sum(_shared(drawing, box) for drawing in page.drawings) > CHART_DRAWING * size:
        return True
    filled = [
        area.box
        for area in page.areas
        if min(area.color) < WHITE_FLOOR
        and min(area.box[2] - area.box[0], area.box[3] - area.box[1]) > MIN_AREA_SIDE
        and _shared(area.box, box) > 0.9 * _size(area.box)
        and not (lattice and _fills_cells(area.box, lattice))
    ]
    if len(filled) > MAX_AREAS:
        return True
    bars = sum(not any(within(token, area) for token in tokens) for area in filled)
    return (bars >= MIN_BARS and bars >= BAR_SHARE * len(filled)) or _are_ragged(filled)


def _fills_cells(area: Box, lattice: Lattice) -> bool:
    """Whether an area ends at lines of the grid on all sides, as a cell's ground does."""
    left, top, right, bottom = area
    return all(
        any(abs(edge - line) <= SNAP for line in lines)
        for edge, lines in (
            (left, lattice.xs),
            (right, lattice.xs),
            (top, lattice.ys),
            (bottom, lattice.ys),
        )
    )


def _are_ragged(areas: Sequence[Box]) -> bool:
    """Whether areas in several rows end at different places, as bars do and cells do not."""
    rows = {round(area[1]) for area in areas}
    if len(areas) < MIN_RAGGED or len(rows) < 3:
        return False
    edges = [(round(edge), round(area[1])) for area in areas for edge in (area[0], area[2])]
    lonely = sum(
        not any(abs(edge - other) <= 2 and row != other_row for other, other_row in edges)
        for edge, row in edges
    )
    return lonely >= RAGGED_SHARE * len(edges)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared(one: Box, other: Box) -> float:
    """The size of what two boxes have in common."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
