"""Shows a stored number the way the workbook does: as a date, a percentage or plain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from praxeo.sources.documents.office.number_formats import PLAIN, NumberFormat, number_format
from praxeo.sources.documents.xml_tree import attribute, child, children

DAY_ZERO = datetime(1899, 12, 30)
BEYOND = 1e15  # a number is shown as it is stored
LAST_DAY = 2_958_465  # 9999-12-31
DIGITS_AT_LEAST, DIGITS_AT_MOST = 10, 15  # more are what storing has brought


@dataclass(frozen=True, kw_only=True)
class CellFormats:
    """The number format of each cell style by its index."""

    formats: tuple[NumberFormat, ...] = ()

    @classmethod
    def of(cls, root: Any) -> CellFormats:
        """The formats in the root element of styles.xml (or None)."""
        codes = {
            attribute(node, "numFmtId"): attribute(node, "formatCode")
            for node in children(child(root, "numFmts"), "numFmt")
        }
        return cls(
            formats=tuple(
                number_format(attribute(node, "numFmtId"), codes)
                for node in children(child(root, "cellXfs"), "xf")
            )
        )

    def shown(self, value: str, style: str) -> str:
        """The number as text."""
        try:
            number = float(value)
        except ValueError:
            return value
        index = int(style) if style.isdigit() and len(style) < 7 else -1
        return shown(
            value, number, self.formats[index] if 0 <= index < len(self.formats) else PLAIN
        )


def shown(value: str, number: float, format: NumberFormat) -> str:
    """A number as its format shows it; `value` is how it is stored."""
    if format.kind in ("date", "time") and 0 <= number <= LAST_DAY:
        return _moment(number, format.kind)
    if not abs(number) < BEYOND:  # so is what is no number
        return value
    if format.kind == "percent":
        return f"{number * 100:.{format.decimals}f}%"
    sign, size = "-" if number < 0 else "", abs(number)
    before_point = len(str(int(size)))
    digits = min(DIGITS_AT_MOST, max(DIGITS_AT_LEAST, before_point))
    return f"{sign}{format.before}{f'{size:.{digits}g}'.zfill(format.digits)}{format.after}"


def _moment(number: float, kind: str) -> str:
    moment = DAY_ZERO + timedelta(seconds=round(number * 86_400))
    if kind == "time" and number < 1:
        return moment.strftime("%H:%M:%S").removesuffix(":00")
    if number == int(number):
        return moment.strftime("%Y-%m-%d")
    return moment.strftime("%Y-%m-%d %H:%M")
