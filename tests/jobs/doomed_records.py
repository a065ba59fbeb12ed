"""A store whose process is killed, for tests of what is left then."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.adapters.memory import MemoryRecords
from praxeo.domain.records import Record


class Killed(BaseException):
    """The process is gone; nothing catches this."""


class DoomedRecords(MemoryRecords):
    """Is killed at the n-th save from when `saves_left` is set to n: just before it, or just after."""

    saves_left, after = 0, True

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        self.saves_left -= 1
        if self.saves_left == 0 and not self.after:
            raise Killed
        saved = super().save(*records, delete=delete)
        if self.saves_left == 0:
            raise Killed
        return saved
