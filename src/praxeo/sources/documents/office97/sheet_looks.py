"""Gathers what the records of one sheet say beside the values of its cells."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from praxeo.sources.documents.office.sheet_areas import Place
from praxeo.sources.documents.office97 import biff_records as biff
from praxeo.sources.documents.office97.biff_records import SheetLooks, records

ONE_CELL = (biff.NUMBER, biff.RK, biff.FORMULA, *biff.LABELS, biff.BLANK)
LOOKS_LIMIT = 400_000
HIDDEN_ROW_FLAG, HIDDEN_COLUMN_FLAG, LAST_COLUMN = 0x20, 1, 255


def sheet_looks(stream: bytes, start: int) -> SheetLooks:
    """What the sheet that begins at `start` of the workbook's stream says of its cells."""
    reader = _Sheet()
    for kind, data in records(stream, start):
        reader.read(kind, data)
    return reader.looks


@dataclass(kw_only=True)
class _Sheet:
    looks: SheetLooks = field(default_factory=SheetLooks)
    depth: int = 0  # of charts in sheets, which have records of the same kinds
    formula: Place | None = None
    is_note: bool = False
    wanted: int = 0  # characters of a text box or remark that have yet to come
    titled: bool = False

    def read(self, kind: int, data: bytes) -> None:
        self.depth += (kind == biff.BOF) - (kind == biff.EOF)
        if self.depth > 1 or kind in (biff.CHART_TEXT, biff.CHART_SERIES, biff.CHART_STRING):
            self._chart(kind, data)
        elif kind in ONE_CELL and len(data) >= 6:
            self._cell(kind, data)
        elif kind == biff.MULRK and len(data) >= 12:
            row, column = struct.unpack_from("<HH", data)
            for index in range((len(data) - 6) // 6):
                style = struct.unpack_from("<H", data, 4 + 6 * index)[0]
                self._style(row, column + index, style)
        elif kind == biff.STRING and self.formula:
            self.looks.not_calculated.discard(self.formula)
        elif kind == biff.NOTE:
            self.looks.comments += 1
        else:
            self._box(kind, data)

    def _cell(self, kind: int, data: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", data)
        self._style(row, column, style)
        if kind != biff.FORMULA or len(data) < 16:
            return
        result, flags = struct.unpack_from("<8sH", data, 6)
        self.formula = (row, column) if result == biff.TEXT_FOLLOWS else None
        if self.formula or (not any(result) and flags & biff.ALWAYS_CALCULATED):
            self.looks.not_calculated.add((row, column))

    def _style(self, row: int, column: int, style: int) -> None:
        looks = self.looks
        looks.rows, looks.columns = max(looks.rows, row + 1), max(looks.columns, column + 1)
        if len(looks.styles) < LOOKS_LIMIT:
            looks.styles[row, column] = style

    def _box(self, kind: int, data: bytes) -> None:
        if kind == biff.OBJ and len(data) >= 6:
            self.is_note = struct.unpack_from("<H", data, 4)[0] == biff.NOTE_OBJECT
        elif kind == biff.TXO and len(data) >= 12:
            self.wanted = struct.unpack_from("<H", data, 10)[0]
            self._texts().append("")
        elif kind == biff.CONTINUE and self.wanted and data:
            text = biff.characters(data[1:], data[0])[: self.wanted]
            self._texts()[-1] += text
            self.wanted -= len(text)
        elif kind == biff.ROW and len(data) >= 14 and data[12] & HIDDEN_ROW_FLAG:
            self.looks.hidden_rows.add(struct.unpack_from("<H", data)[0])
        elif kind == biff.COLUMNS and len(data) >= 10 and data[8] & HIDDEN_COLUMN_FLAG:
            first, last = struct.unpack_from("<HH", data)
            self.looks.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _texts(self) -> list[str]:
        return self.looks.remarks if self.is_note else self.looks.boxes

    def _chart(self, kind: int, data: bytes) -> None:
        """Titles of the chart and its axes; the names of its series stand in the cells."""
        if kind in (biff.CHART_TEXT, biff.CHART_SERIES):
            self.titled = kind == biff.CHART_TEXT
        elif kind == biff.CHART_STRING and self.titled and len(data) > 4:
            self.looks.captions.append(biff.characters(data[4:], data[3])[: data[2]])
