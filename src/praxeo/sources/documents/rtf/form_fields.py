"""Form fields of RTF: the box that is ticked or not, the entry that is chosen from a list."""

from __future__ import annotations

from dataclasses import dataclass, field

CHECKBOX, DROPDOWN = 1, 2
BY_DEFAULT = 25
ENTRIES_AT_MOST = 1000


@dataclass(kw_only=True)
class FormField:
    """What a \\formfield group says so far; `_entry` is whether the text that comes is an entry of its list."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _entries: list[str] = field(default_factory=list)
    _entry: bool = False

    def read(self, word: str, number: int | None) -> None:
        """Take in a control word inside the group."""
        self._entry = word == "ffl" and len(self._entries) < ENTRIES_AT_MOST
        if self._entry:
            self._entries.append("")
        elif word in ("fftype", "ffres", "ffdefres"):
            self._numbers[word] = number or 0

    def add(self, text: str) -> None:
        """Take in text inside the group; names and helps are none of an entry."""
        if self._entry:
            self._entries[-1] += text

    def sign(self) -> str:
        """What the field shows; "" where it is of another kind."""
        chosen = self._numbers.get("ffres", BY_DEFAULT)
        chosen = self._numbers.get("ffdefres", 0) if chosen == BY_DEFAULT else chosen
        if self._numbers.get("fftype") == CHECKBOX:
            return "☑" if chosen else "☐"
        if self._numbers.get("fftype") == DROPDOWN and 0 <= chosen < len(self._entries):
            return self._entries[chosen]
        return ""
