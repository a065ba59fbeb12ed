"""The attacks: one app each, what sets it off, and what tells that it has escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APPS = Path(__file__).resolve().parents[2] / "tests" / "hostile" / "apps"


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """`left` says why an escape is known and told; "" for all that must hold."""

    id: str
    file: str
    trigger: str
    oracle: str
    holds: str
    live: bool
    left: str = ""

    def html(self, victim: Mapping[str, str]) -> str:
        """The app; `victim` gives the paths of another embed that it aims at."""
        text = (APPS / self.file).read_text("utf-8")
        for name, path in victim.items():
            text = text.replace(f"@{name}@", path)
        return text


def attacks() -> tuple[Attack, ...]:
    """All of them, in the order of the table."""
    table = json.loads((APPS / "attacks.json").read_text("utf-8"))
    return tuple(Attack(id=name, **fields) for name, fields in table.items())
