"""Makes blocks of paragraphs that come one after the other, with marks where cells and rows of tables end."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.blocks import Block, BlockKind
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.office.drawn_rows import DrawnRow, RowShape, grid_cells

NESTING_LIMIT = 12


@dataclass(kw_only=True)
class FlowParagraph:
    """A paragraph and what its style makes of it: `heading` is its level or 0, `item` its depth in a list."""

    inline: InlineText
    heading: int = 0
    item: int = 0
    number: str = ""
    kind: BlockKind = "paragraph"


@dataclass(kw_only=True)
class _Table:
    rows: list[DrawnRow] = field(default_factory=list)
    row: DrawnRow = field(default_factory=DrawnRow)
    cell: BlockList = field(default_factory=BlockList)


@dataclass(kw_only=True)
class TextFlow:
    """Appends paragraphs and tables to `blocks`; `depth` counts the tables around what is added."""

    blocks: BlockList
    _tables: list[_Table] = field(default_factory=list)
    _code: list[str] = field(default_factory=list)

    def add(self, paragraph: FlowParagraph, depth: int = 0) -> None:
        """Append a paragraph."""
        target = self._at(depth)
        text, marks = paragraph.inline.finish()
        self.blocks.tell_struck(paragraph.inline)
        self.blocks.ledger.refuse_formulas(paragraph.inline.formulas_refused)
        if paragraph.kind == "code" and target is self.blocks:
            self._code.append(text)
            return
        self._end_code()
        if paragraph.heading:
            target.add("heading", text, level=paragraph.heading, marks=marks)
        elif paragraph.item:
            level = min(6, paragraph.item)
            target.add("list_item", text, level=level, number=paragraph.number, marks=marks)
        else:
            target.add(paragraph.kind, text, marks=marks)

    def add_block(self, block: Block, depth: int = 0) -> None:
        """Append what another reader made."""
        target = self._at(depth)
        self._end_code()
        target.add_block(block)

    def end_cell(self, depth: int) -> None:
        """What was added since the cell before is one cell."""
        self._at(depth)
        if self._tables:
            table = self._tables[-1]
            table.row.cells.append(table.cell.blocks)
            table.cell = BlockList(place=self.blocks.place)

    def end_row(self, depth: int, shape: RowShape) -> None:
        """The cells since the row before are one row."""
        self._at(depth)
        if self._tables:
            table = self._tables[-1]
            if table.cell.blocks:
                self.end_cell(depth)
            table.row.shape = shape
            table.rows.append(table.row)
            table.row = DrawnRow()

    def finish(self) -> None:
        """Append what is still open."""
        self._at(0)
        self._end_code()

    def _at(self, depth: int) -> BlockList:
        """Where a thing goes that stands in so many tables."""
        depth = min(depth, NESTING_LIMIT)
        while len(self._tables) > depth:
            self._close()
        while len(self._tables) < depth:
            self._end_code()
            self._tables.append(_Table())
        return self._tables[-1].cell if self._tables else self.blocks

    def _close(self) -> None:
        """Append the innermost table, or its text if it only frames some."""
        table = self._tables.pop()
        target = self._tables[-1].cell if self._tables else self.blocks
        if table.cell.blocks:
            table.row.cells.append(table.cell.blocks)
        rows = [*table.rows, table.row] if table.row.cells else table.rows
        if any(len(row.cells) > 1 for row in rows):
            target.add_table(grid_cells(rows))
            return
        for block in (block for row in rows for cell in row.cells for block in cell):
            target.add_block(block)

    def _end_code(self) -> None:
        if self._code:
            self.blocks.add("code", "\n".join(self._code).strip("\n"))
            self._code.clear()
