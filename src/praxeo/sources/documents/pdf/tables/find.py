"""Finds the tables of a page: ruled grids, tables between rules, and aligned columns of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.tables.aligned import aligned_regions
from praxeo.sources.documents.pdf.tables.bare import bare_regions
from praxeo.sources.documents.pdf.tables.grid import read_grid
from praxeo.sources.documents.pdf.tables.joining import goes_on, joined
from praxeo.sources.documents.pdf.tables.judge import (
    figure_boxes,
    has_labels,
    is_chart,
    is_table,
    within,
)
from praxeo.sources.documents.pdf.tables.lattice import read_lattice
from praxeo.sources.documents.pdf.tables.regions import Region, ruled_regions, without_caption
from praxeo.sources.documents.pdf.tables.rulings import crossing_groups, join_rules
from praxeo.sources.documents.pdf.tables.sideways import turned, turned_back
from praxeo.sources.documents.pdf.tables.sketch import Sketch, finish
from praxeo.sources.documents.pdf.tables.stream import read_stream
from praxeo.sources.documents.pdf.tables.table import Table
from praxeo.sources.documents.pdf.tables.tokens import Token, read_tokens, text_lines
from praxeo.sources.documents.pdf.tables.two_rows import two_row_regions

MAX_WORDS = 20_000  # words of one page; a fuller page is no page that a person would read
MAX_TABLE_WORDS = 5_000  # words of one table
MIN_TURNED_WORDS = 12  # words printed sideways from which on a table is looked for among them


def find_tables(page: Page, *, code_apart: bool = False) -> list[Table]:
    """The tables of a page from top to bottom, each with its cells and the words it covers.

    With `code_apart`, what stands in columns in fixed pitch without rules is what a program prints, and no table.
    """
    if len(page.words) > MAX_WORDS:
        return []
    found = _upright_tables(page, code_apart)
    angles = Counter(word.angle for word in page.words)
    for angle in (90, 270):
        if angles[angle] < MIN_TURNED_WORDS:
            continue
        taken = frozenset[int]().union(*(table.words for table in found))
        indexes = [
            index
            for index, word in enumerate(page.words)
            if word.angle == angle and index not in taken
        ]
        if len(indexes) >= MIN_TURNED_WORDS:
            view = turned(page, angle, indexes)
            found += [
                turned_back(table, page, angle, indexes)
                for table in _upright_tables(view, code_apart)
            ]
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _upright_tables(page: Page, code_apart: bool) -> list[Table]:
    search = _Search(page, code_apart)
    search.grids()
    search.regions(ruled_regions(search.horizontal, search.upright()))
    search.regions(bare_regions(search.upright(), search.horizontal))
    tokens = search.upright()
    lines = text_lines(tokens)
    search.regions(aligned_regions(tokens, lines))
    left = search.upright()
    search.regions(two_row_regions(lines if len(left) == len(tokens) else text_lines(left)))
    return search.found


class _Search:
    """The tokens of a page that are in no table yet, the rules, and the tables found so far."""

    def __init__(self, page: Page, code_apart: bool) -> None:
        self.page, self.code_apart = page, code_apart
        self.found: list[Table] = []
        self.sketches: list[Sketch] = []
        self.horizontal = join_rules(page.rules, horizontal=True)
        self.vertical = join_rules(page.rules, horizontal=False)
        tokens = read_tokens(page.words)
        self.tokens = [token for token in tokens if token.text]
        self.leaders = [token for token in tokens if not token.text]
        for box in figure_boxes(page):
            self.leave_out(box)

    def upright(self) -> list[Token]:
        """The tokens that are left and not turned."""
        return [token for token in self.tokens if token.angle == 0]

    def leave_out(self, box: Box) -> None:
        """Drop the tokens in a box: they belong to a picture or chart."""
        self.tokens = [token for token in self.tokens if not within(token, box)]

    def grids(self) -> None:
        """Read the tables drawn by crossing rules, small ones first: they may stand in a frame."""
        lattices = [
            (lattice, across)
            for across, down in crossing_groups(self.horizontal, self.vertical)
            if (lattice := read_lattice(across, down))
        ]
        for lattice, across in sorted(lattices, key=lambda pair: pair[0].size):
            inside = [token for token in self.tokens if within(token, lattice.box)]
            turned_words = sum(token.angle != 0 for token in inside)
            if 2 * turned_words > len(inside) or len(inside) > MAX_TABLE_WORDS:
                continue
            sketch = read_grid(lattice, inside)
            reads_well = is_table(sketch)
            shaded = lattice if reads_well and has_labels(sketch) else None
            if is_chart(self.page, lattice.box, inside, shaded):
                self.leave_out(lattice.box)
                continue
            if reads_well:
                self.accept(sketch)
                self.horizontal = [line for line in self.horizontal if line not in across]

    def regions(self, regions: Sequence[Region]) -> None:
        """Read the tables in regions of words, each word once."""
        for region in regions:
            taken = frozenset[int]().union(*(table.words for table in self.found))
            if len(region.tokens) > MAX_TABLE_WORDS or any(
                token.words[0] in taken for token in region.tokens
            ):
                continue
            if self.code_apart and not region.rules and all(t.mono for t in region.tokens):
                continue
            sketch = read_stream(without_caption(region))
            if is_table(sketch) and not is_chart(self.page, region.box, region.tokens):
                self.accept(sketch)

    def accept(self, sketch: Sketch) -> None:
        """Take a table, together with one found before that it goes on from or goes on in."""
        for at, other in enumerate(self.sketches):
            parts = (other, sketch) if goes_on(other, sketch) else (sketch, other)
            if goes_on(*parts):
                del self.sketches[at], self.found[at]
                self.accept(joined(*parts))
                return
        table = finish(sketch)
        self.sketches.append(sketch)
        leaders = [token for token in self.leaders if within(token, table.box)]
        if leaders:
            self.leaders = [token for token in self.leaders if token not in leaders]
            covered = (index for token in leaders for index in token.words)
            table = replace(table, words=table.words.union(covered))
        self.found.append(table)
        self.tokens = [token for token in self.tokens if token.words[0] not in table.words]
