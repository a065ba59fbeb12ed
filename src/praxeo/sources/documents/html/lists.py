"""The printed numbers of ordered list items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.sources.documents.html.tree import Element, first_number, name_of

STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
STYLES |= {"lower-roman": "i", "upper-roman": "I", "decimal": "1"}
STYLED = re.compile(rf"list-style(?:-type)?\s*:[^;]*?\b({'|'.join(STYLES)})\b", re.IGNORECASE)
LARGEST_NUMBER = 99_999
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(kw_only=True, slots=True)
class ListCounter:
    """Counts the items of one open list; an unordered list numbers nothing."""

    ordered: bool
    style: str = "1"
    value: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: Element, name: str) -> ListCounter:
        """A counter as the list's own attributes ask for it."""
        if name != "ol":
            return cls(ordered=False)
        down = "reversed" in element.attrib
        items = sum(1 for child in element if name_of(child) == "li") if down else 1
        start = first_number(
            element.get("start"), default=items, least=-LARGEST_NUMBER, most=LARGEST_NUMBER
        )
        return cls(ordered=True, style=_style(element), value=start, step=-1 if down else 1)

    def next_number(self, item: Element) -> str:
        """The number printed before an item, e.g. "3." or "c."."""
        if not self.ordered:
            return ""
        number = first_number(
            item.get("value"), default=self.value, least=-LARGEST_NUMBER, most=LARGEST_NUMBER
        )
        self.value = number + self.step
        return printed(number, self.style) + "."


def _style(element: Element) -> str:
    """The numerals of a list: as its style asks for them, else its type."""
    stated = STYLED.search(element.get("style") or "")
    return STYLES[stated[1].lower()] if stated else element.get("type", "1")


def printed(number: int, style: str) -> str:
    """A number in the style of an ol's type attribute: 1, a, A, i or I."""
    if style in {"a", "A"} and number > 0:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    if style in {"i", "I"} and 0 < number < 4000:
        roman = ""
        for value, sign in ROMAN:
            while number >= value:
                roman, number = roman + sign, number - value
        return roman if style == "i" else roman.upper()
    return str(number)
