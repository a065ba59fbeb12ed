"""The sheets of a binary workbook: values, their look, text boxes and titles of charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.cell_formats import CellFormats
from praxeo.sources.documents.office.hidden_cells import rows_left_out
from praxeo.sources.documents.office.sheet_areas import Grid, Place, add_areas
from praxeo.sources.documents.office.xlsx import CELL_LIMIT, MERGE_LIMIT, PLAIN_SHEET_NAME
from praxeo.sources.documents.office97.biff_records import SheetLooks
from praxeo.sources.documents.office97.shown_moments import shown_moment
from praxeo.sources.documents.word_count import words_of

PROGRAMS = (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba)

Value = int | float | str | bool | datetime | date | time | timedelta


@dataclass(kw_only=True)
class WorkbookReader:
    """Appends the sheets of one workbook."""

    formats: CellFormats
    blocks: BlockList
    cells: int = 0
    comments: int = 0
    not_calculated: int = 0
    hidden_rows: int = 0

    def sheet(self, workbook: CalamineWorkbook, sheet: SheetMetadata, looks: SheetLooks) -> None:
        """Append a sheet's name, filled areas and text boxes; those of a hidden one wait in a channel."""
        if sheet.typ in PROGRAMS:
            return
        if sheet.visible == SheetVisibleEnum.Visible:
            self._named(workbook, sheet, looks)
            return
        self.blocks.warn(
            "hidden_text_removed",
            f"The hidden sheet “{sheet.name}” was left out.",
            details={"sheet": sheet.name},
        )
        with self.blocks.aside("hidden"):
            self._named(workbook, sheet, looks)

    def _named(self, workbook: CalamineWorkbook, sheet: SheetMetadata, looks: SheetLooks) -> None:
        if not PLAIN_SHEET_NAME.match(sheet.name):
            self.blocks.add("heading", sheet.name, level=1)
        if sheet.typ != SheetTypeEnum.ChartSheet:
            self._cells(workbook.get_sheet_by_name(sheet.name), looks)
        for text in looks.boxes:
            self.blocks.add("paragraph", text.strip())
        for title in looks.captions:
            self.blocks.add("caption", title.strip())
        self.comments += looks.comments
        with self.blocks.aside("comments"):
            for remark in looks.remarks:
                self.blocks.add("paragraph", remark.strip())

    def _cells(self, sheet: CalamineSheet, looks: SheetLooks) -> None:
        shown, hidden = Grid(), Grid()
        top, left = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(), top):
            self.blocks.ledger.words_seen += words_of(v for v in values if isinstance(v, str))
            for column, value in enumerate(values, left):
                text, is_number = self._shown(value, looks, (row, column))
                if text.strip() and self._may_hold_more():
                    unseen = row in looks.hidden_rows or column in looks.hidden_columns
                    (hidden if unseen else shown).put(row, column, text, is_number)
        for first, last in (sheet.merged_cell_ranges or ())[:MERGE_LIMIT]:
            shown.merges[first] = last
        add_areas(shown, self.blocks)
        self.hidden_rows += len({row for row, _ in hidden.texts})
        with self.blocks.aside("hidden"):
            add_areas(hidden, self.blocks)

    def _may_hold_more(self) -> bool:
        self.cells += 1
        if self.cells <= CELL_LIMIT:
            return True
        self.blocks.warn(
            "cut_off",
            f"Only the first {CELL_LIMIT:,} filled cells were read.",
            details={"limit": CELL_LIMIT},
        )
        return False

    def _shown(self, value: Value, looks: SheetLooks, place: Place) -> tuple[str, bool]:
        """The shown text of a cell, and whether it is a number."""
        if place in looks.not_calculated:
            self.not_calculated += 1
            return "", False
        if isinstance(value, bool):
            return ("TRUE" if value else "FALSE"), False
        if isinstance(value, str):
            return value, False
        if isinstance(value, int | float):
            return self.formats.shown(repr(value), str(looks.styles.get(place, ""))), True
        return shown_moment(value), True

    def tell(self) -> None:
        """Warn of what was left out."""
        if self.comments:
            self.blocks.warn(*comments_left_out(self.comments))
            self.blocks.ledger.leave_out("comments", "comments", self.comments)
        if self.hidden_rows:
            self.blocks.warn(*rows_left_out(self.hidden_rows))
        if self.not_calculated:
            self.blocks.ledger.leave_out("formulas", "missing", self.not_calculated)
            self.blocks.warn(
                "formulas_not_calculated",
                f"{self.not_calculated} cells hold formulas whose results are not stored; they were left out. "
                "Open the workbook in its own program and save it anew to have the results.",
                details={"left_out": self.not_calculated},
            )
