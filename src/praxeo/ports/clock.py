"""Time and ids, which tests can drive."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def now(self) -> datetime:
        """The current time in UTC. Raises nothing."""


class Ids(Protocol):
    """Makes ids. Ids of one source sort in the order they were made."""

    def new(self, prefix: str) -> str:
        """A new id such as "exa_01h…" that nobody can guess. Raises nothing."""
