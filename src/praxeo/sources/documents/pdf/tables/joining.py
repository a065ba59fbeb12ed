"""Puts together what was found as two tables but is one: rows that go on right below, in the same columns."""

from __future__ import annotations

from dataclasses import replace

from praxeo.sources.documents.pdf.tables.sketch import PlacedCell, Sketch

NEXT_ROW = 1.9  # of the font size, from the last row of the one down to the first of the other

Extent = tuple[float, float]


def goes_on(upper: Sketch, lower: Sketch) -> bool:
    """Whether the rows of a table without crossing rules go on in another one without headings."""
    if upper.ruled or lower.ruled or any(cell.header for cell in lower.cells):
        return False
    above, below = _extents(upper), _extents(lower)
    if len(above) != len(below):
        return False
    last = max(token.baseline for cell in upper.cells for token in cell.tokens)
    first = min((token for cell in lower.cells for token in cell.tokens), key=lambda t: t.baseline)
    return 0 < first.baseline - last <= NEXT_ROW * first.size and all(
        a[0] < b[1] and b[0] < a[1] for a, b in zip(above.values(), below.values(), strict=True)
    )


def joined(upper: Sketch, lower: Sketch) -> Sketch:
    """One table of the rows of both."""
    columns = dict(zip(_extents(lower), _extents(upper), strict=True))
    down = max(cell.bottom for cell in upper.cells) + 1 - min(cell.top for cell in lower.cells)
    return Sketch(cells=(*upper.cells, *(_moved(cell, columns, down) for cell in lower.cells)))


def _moved(cell: PlacedCell, columns: dict[int, int], down: int) -> PlacedCell:
    last = max(left for left in columns if left <= cell.right)
    return replace(
        cell,
        top=cell.top + down,
        bottom=cell.bottom + down,
        left=columns[cell.left],
        right=columns[last],
    )


def _extents(sketch: Sketch) -> dict[int, Extent]:
    """From where to where the texts of each column stand, from left to right."""
    found: dict[int, Extent] = {}
    for cell in sketch.cells:
        if not cell.tokens:
            continue
        left = min(token.left for token in cell.tokens)
        right = max(token.right for token in cell.tokens)
        low, high = found.get(cell.left, (left, right))
        found[cell.left] = (min(low, left), max(high, right))
    return dict(sorted(found.items()))
