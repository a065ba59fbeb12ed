"""The attacks: one app each, what sets it off, and what tells that it has escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APPS = Path(__file__).resolve().parents[2] / "tests" / "hostile" / "apps"
PARTS = "parts/"  # apps of which only what attacks is written down; the rest is the same in all


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """`left` says why an escape is known and told, `left_firefox` the same of Firefox; "" for all that must hold. `host` is the kind of page around it: "" for one
    that frames the app as it is told to, "sandboxed" for one that puts the frame into a sandbox of its own.
    """

    id: str
    file: str
    trigger: str
    oracle: str
    holds: str
    live: bool
    left: str = ""
    left_firefox: str = ""
    host: str = ""

    @property
    def name(self) -> str:
        """What the app calls itself, and the name in the network that is its own: several attacks may be made by one app."""
        return Path(self.file).name.partition("-")[0]

    def html(self, victim: Mapping[str, str]) -> str:
        """The app; `victim` gives the paths of another embed that it aims at."""
        text = (APPS / self.file).read_text("utf-8")
        if self.file.startswith(PARTS):
            shell = (APPS / "shell.html").read_text("utf-8")
            text = shell.replace("@PART@", text).replace("@ID@", self.name)
        for name, path in victim.items():
            text = text.replace(f"@{name}@", path)
        return text


def attacks() -> tuple[Attack, ...]:
    """All of them, in the order of the table."""
    table = json.loads((APPS / "attacks.json").read_text("utf-8"))
    return tuple(Attack(id=name, **fields) for name, fields in table.items())
