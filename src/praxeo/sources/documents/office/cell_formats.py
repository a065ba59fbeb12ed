"""Shows a stored number the way the workbook does: as a date, a percentage or plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from praxeo.sources.documents.xml_tree import attribute, child, children

DAY_ZERO = datetime(1899, 12, 30)
LAST_DAY = 2_958_465  # 9999-12-31
# Built-in formats of ECMA-376 part 1, 18.8.30: dates and times, and percentages.
DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
TIMES = {18, 19, 20, 21, 45, 46, 47}
PERCENTAGES = {9: 0, 10: 2}
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


@dataclass(frozen=True, kw_only=True)
class CellFormats:
    """The number format of each cell style by its index."""

    kinds: tuple[str, ...] = ()

    @classmethod
    def of(cls, root: Any) -> CellFormats:
        """The formats in the root element of styles.xml (or None)."""
        codes = {
            attribute(node, "numFmtId"): attribute(node, "formatCode")
            for node in children(child(root, "numFmts"), "numFmt")
        }
        return cls(
            kinds=tuple(
                format_kind(attribute(node, "numFmtId"), codes)
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
        kind = self.kinds[index] if 0 <= index < len(self.kinds) else ""
        if kind in ("date", "time") and 0 <= number <= LAST_DAY:
            return _moment(number, kind)
        if kind.startswith("percent"):
            return f"{number * 100:.{int(kind[7:])}f}%"
        return f"{number:.10g}" if abs(number) < 1e15 else value


def format_kind(format_id: str, codes: dict[str, str]) -> str:
    """What the format of that id shows: "date", "time", "percentN" with N decimals, or "" for a plain number."""
    number = int(format_id) if format_id.isdigit() and len(format_id) < 7 else 0
    if number in DATES:
        return "date"
    if number in TIMES:
        return "time"
    if number in PERCENTAGES:
        return f"percent{PERCENTAGES[number]}"
    code = LITERALS.sub("", codes.get(format_id, "")).split(";")[0].lower()
    if "%" in code:
        return f"percent{len(code.partition('.')[2].replace('%', ''))}"
    if "y" in code or "d" in code:
        return "date"
    return "time" if "h" in code or "ss" in code else ""


def _moment(number: float, kind: str) -> str:
    moment = DAY_ZERO + timedelta(seconds=round(number * 86_400))
    if kind == "time" and number < 1:
        return moment.strftime("%H:%M:%S").removesuffix(":00")
    if number == int(number):
        return moment.strftime("%Y-%m-%d")
    return moment.strftime("%Y-%m-%d %H:%M")
