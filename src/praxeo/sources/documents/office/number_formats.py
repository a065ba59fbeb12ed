"""What a number format shows of a number: as a date, a percentage, with its unit or with zeros before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Built-in formats of ECMA-376 part 1, 18.8.30: dates and times, and percentages.
DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
TIMES = {18, 19, 20, 21, 45, 46, 47}
PERCENTAGES = {9: 0, 10: 2}
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
# Text in quotes, a sign, a currency; what is not written (colours, widths); the digits; any other sign.
TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
    r"|(?P<digits>[0#?][0#?.,/ ]*(?:[Ee][+-]0+)?)|(?P<other>.)",
    re.DOTALL,
)
ZEROS = re.compile(r"0{2,15}")
SIGNS_AT_MOST = 20  # longer words are said by the format, not by the cell


@dataclass(frozen=True, kw_only=True)
class NumberFormat:
    """`kind` is "date", "time", "percent" or "". `before` and `after` are what the format writes around the number,
    `decimals` those of a percentage, `digits` how many a number has at least.
    """

    kind: str = ""
    decimals: int = 0
    digits: int = 0
    before: str = ""
    after: str = ""


PLAIN = NumberFormat()


def number_format(format_id: str, codes: dict[str, str]) -> NumberFormat:
    """The format of that id; `codes` are those that the workbook itself has written."""
    number = int(format_id) if format_id.isdigit() and len(format_id) < 7 else 0
    if number in DATES:
        return NumberFormat(kind="date")
    if number in TIMES:
        return NumberFormat(kind="time")
    if number in PERCENTAGES:
        return NumberFormat(kind="percent", decimals=PERCENTAGES[number])
    return format_of(codes.get(format_id, ""))


def format_of(code: str) -> NumberFormat:
    """The format that a code such as `0.0" kg"` or `dd.mm.yyyy` writes."""
    code = code.partition(";")[0]
    if "@" in code:
        return PLAIN
    bare = LITERALS.sub("", code).lower()
    if "%" in bare:
        return NumberFormat(
            kind="percent", decimals=len(bare.partition(".")[2].replace("%", "").strip())
        )
    if "y" in bare or "d" in bare:
        return NumberFormat(kind="date")
    if "h" in bare or "ss" in bare:
        return NumberFormat(kind="time")
    return _written(code.replace("General", "0"))


def _written(code: str) -> NumberFormat:
    """What a format of plain numbers writes around them; one that rounds to thousands writes nothing here."""
    before, after, digits = "", "", ""
    for token in TOKEN.finditer(code):
        run = token["digits"]
        if run and not digits:
            digits, after = run.strip(), run[len(run.rstrip()) :]
        elif digits:
            after += _literal(token)
        else:
            before += _literal(token)
    if not digits or digits.endswith(",") or max(len(before), len(after)) > SIGNS_AT_MOST:
        return PLAIN
    return NumberFormat(
        digits=len(digits) if ZEROS.fullmatch(digits) else 0,
        before=before.lstrip(),
        after=after.rstrip(),
    )


def _literal(token: re.Match[str]) -> str:
    return token["text"] or token["sign"] or token["currency"] or token["other"] or ""
