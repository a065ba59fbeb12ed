"""Sums that are counted exactly once, whoever sends what they count twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Cell:
    """One sum. `what` says of what ("views"), `name` of which one of them (an exercise), "" for all."""

    version: str
    what: str
    name: str = ""


@dataclass(frozen=True)
class Occurrence:
    """Something that happened once: its id, and what it adds to which sums."""

    id: str
    adds: tuple[tuple[Cell, int], ...]


@dataclass(frozen=True)
class DayCell:
    """A sum of one day."""

    day: date
    cell: Cell
    sum: int


class Tally(Protocol):
    """Keeps sums by subject and day."""

    def count(
        self, subject: str, day: date, visit: str, counted: Sequence[Occurrence], *, most: int
    ) -> int:
        """Add what has not been counted before, each occurrence all or nothing; gives how much of it was new.

        A visit counts at most `most` times in all; what it tells beyond that is taken and adds nothing.
        Raises Unavailable.
        """

    def cells(self, subject: str, since: date, until: date) -> Iterator[DayCell]:
        """The sums of these days, both included, by day."""

    def forget(self, subject: str) -> None:
        """Drop all sums of a subject."""

    def tidy(self, before: date) -> None:
        """Forget which ids were counted before this day; what comes again from then would count again."""

    def close(self) -> None:
        """Give back what it holds open."""
