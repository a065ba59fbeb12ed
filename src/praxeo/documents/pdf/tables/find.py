"""Finds the tables of a page: ruled grids, tables between rules, and aligned columns of words."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.documents.pdf.page import Page
from praxeo.documents.pdf.tables.aligned import aligned_regions
from praxeo.documents.pdf.tables.columns import refined
from praxeo.documents.pdf.tables.judge import is_table
from praxeo.documents.pdf.tables.lattice import Lattice, fill_lattice, is_coarse, read_lattice
from praxeo.documents.pdf.tables.regions import Region, ruled_regions
from praxeo.documents.pdf.tables.rulings import Line, crossing_groups, join_rules
from praxeo.documents.pdf.tables.sketch import Sketch, finish
from praxeo.documents.pdf.tables.stream import read_stream
from praxeo.documents.pdf.tables.table import Table
from praxeo.documents.pdf.tables.tokens import Token, read_tokens, text_lines


def find_tables(page: Page) -> list[Table]:
    """The tables of a page from top to bottom, each with its cells and the words it covers."""
    tokens = [token for token in read_tokens(page.words) if token.text]
    horizontal = join_rules(page.rules, horizontal=True)
    vertical = join_rules(page.rules, horizontal=False)
    found: list[Table] = []
    for across, down in crossing_groups(horizontal, vertical):
        lattice = read_lattice(across, down)
        if lattice is None:
            continue
        sketch = _read_grid(lattice, across, tokens)
        if is_table(sketch, page, lattice.box):
            tokens = _accept(found, sketch, tokens)
            horizontal = [line for line in horizontal if line not in across]
    for regions in (lambda rest: ruled_regions(horizontal, rest), aligned_regions):
        for region in regions([token for token in tokens if token.angle == 0]):
            if not _free(region, found):
                continue
            sketch = read_stream(region.tokens, region.rules)
            if is_table(sketch, page, (region.left, region.top, region.right, region.bottom)):
                tokens = _accept(found, sketch, tokens)
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _read_grid(lattice: Lattice, rules: Sequence[Line], tokens: Sequence[Token]) -> Sketch:
    """The cells between crossing rules; by lines where the rules part only groups of rows."""
    inside = _inside(lattice, tokens)
    cells = tuple(cell for cell in fill_lattice(lattice, inside) if cell.tokens)
    separators = refined(lattice.xs[1:-1], text_lines(inside))
    if separators and (len(separators) > len(lattice.xs) - 2 or is_coarse(cells)):
        return read_stream(inside, rules, separators=separators)
    return Sketch(cells=cells, ruled=True)


def _free(region: Region, found: Sequence[Table]) -> bool:
    """Whether none of a region's words belongs to a table that was found before."""
    taken = frozenset[int]().union(*(table.words for table in found))
    return not any(token.words[0] in taken for token in region.tokens)


def _accept(found: list[Table], sketch: Sketch, tokens: list[Token]) -> list[Token]:
    """Add a table; the tokens that are left."""
    table = finish(sketch)
    found.append(table)
    return [token for token in tokens if token.words[0] not in table.words]


def _inside(lattice: Lattice, tokens: Sequence[Token]) -> list[Token]:
    left, right, top, bottom = lattice.xs[0], lattice.xs[-1], lattice.ys[0], lattice.ys[-1]
    return [
        token
        for token in tokens
        if left <= (token.left + token.right) / 2 <= right
        and top <= (token.top + token.bottom) / 2 <= bottom
    ]
