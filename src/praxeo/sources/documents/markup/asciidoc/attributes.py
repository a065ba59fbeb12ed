"""What an AsciiDoc text says of itself and of its blocks: `:name: value`, `{name}`, `[source,python]`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ATTRIBUTE = re.compile(
    r"^:(?P<off>!?)(?P<name>\w[\w-]{0,60})(?P<unset>!?):(?:[ \t]+(?P<value>.*))?$"
)
USED = re.compile(r"\\?\{(?P<name>[A-Za-z0-9_][\w-]{0,60})\}")
PART = re.compile(
    r'\s*(?:(?P<key>[\w-]{1,40})\s*=\s*)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^,]*))\s*(?:,|$)'
)
SHORT = re.compile(r"[.#%][\w-]+")
LONGEST_VALUE_CHARACTERS = 1_000
PUT_IN_AT_MOST_CHARACTERS = 1_000_000
KNOWN = {"nbsp": " ", "sp": " ", "empty": "", "plus": "+", "asterisk": "*", "lt": "<", "gt": ">", "amp": "&", "startsb": "[", "endsb": "]", "vbar": "|", "caret": "^", "tilde": "~", "backtick": "`", "cpp": "C++", "deg": "°", "apos": "'", "quot": '"', "ldquo": "“", "rdquo": "”"}  # fmt: skip


@dataclass(kw_only=True)
class Attributes:
    """The attributes so far; what is put in for them is bounded, so that they cannot multiply."""

    values: dict[str, str] = field(default_factory=lambda: dict(KNOWN))
    _left: int = PUT_IN_AT_MOST_CHARACTERS

    def read(self, line: str) -> bool:
        """Take in a line that sets an attribute; False if it is none."""
        found = ATTRIBUTE.match(line)
        if found is None:
            return False
        if found["off"] or found["unset"]:
            self.values.pop(found["name"].lower(), None)
        else:
            value = self.put_in((found["value"] or "").rstrip("\\ "))
            self.values[found["name"].lower()] = value[:LONGEST_VALUE_CHARACTERS]
        return True

    def put_in(self, text: str) -> str:
        """The text with what its attributes stand for; an unknown one stays as it is written."""
        return USED.sub(self._value, text) if "{" in text else text

    def _value(self, found: re.Match[str]) -> str:
        value = self.values.get(found["name"].lower())
        if found[0].startswith("\\") or value is None or self._left < 0:
            return found[0].removeprefix("\\")
        self._left -= len(value)
        return value


@dataclass(kw_only=True)
class BlockAttributes:
    """What stands in brackets above a block: its positions, its names, its options."""

    positions: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    options: set[str] = field(default_factory=set)

    @property
    def style(self) -> str:
        """The first position: `source`, `quote`, `NOTE`, …"""
        return self.positions[0] if self.positions else ""

    def add(self, stated: str) -> None:
        """Take in what stands in the brackets of one line."""
        for number, part in enumerate(PART.finditer(stated)):
            value = (part["quoted"] if part["quoted"] is not None else part["bare"] or "").strip()
            if part["key"]:
                self.named[part["key"].lower()] = value
            elif number == 0:
                self.options |= {word[1:] for word in SHORT.findall(value) if word[0] == "%"}
                self.positions.append(SHORT.sub("", value))
            elif value:
                self.positions.append(value)
        self.options |= set(
            re.split(r"[,\s]+", self.named.get("options", self.named.get("opts", "")))
        )
