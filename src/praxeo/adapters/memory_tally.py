"""Sums in memory, for tests and for a library that is not kept."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from praxeo.ports.tally import Cell, DayCell, Occurrence


class MemoryTally:
    """A Tally that lasts as long as its process."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._seen: dict[str, date] = {}
        self._visits: defaultdict[str, int] = defaultdict(int)
        self._sums: defaultdict[tuple[str, date, Cell], int] = defaultdict(int)

    def count(
        self, subject: str, day: date, visit: str, counted: Sequence[Occurrence], *, most: int
    ) -> int:
        new = 0
        with self._one_at_a_time:
            for one in counted:
                if one.id in self._seen or self._visits[visit] >= most:
                    continue
                self._seen[one.id] = day
                self._visits[visit] += 1
                new += 1
                for cell, amount in one.adds:
                    self._sums[subject, day, cell] += amount
        return new

    def cells(self, subject: str, since: date, until: date) -> Iterator[DayCell]:
        with self._one_at_a_time:
            found = [
                DayCell(day, cell, amount)
                for (whose, day, cell), amount in self._sums.items()
                if whose == subject and since <= day <= until
            ]
        yield from sorted(found, key=lambda each: each.day)

    def forget(self, subject: str) -> None:
        with self._one_at_a_time:
            for key in [key for key in self._sums if key[0] == subject]:
                del self._sums[key]

    def tidy(self, before: date) -> None:
        with self._one_at_a_time:
            self._seen = {name: day for name, day in self._seen.items() if day >= before}

    def close(self) -> None:
        pass
