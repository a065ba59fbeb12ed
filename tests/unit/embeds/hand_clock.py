"""Time that stands still until a test moves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class HandClock:
    time: datetime = datetime(2026, 9, 1, 8, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time
