"""The machine's clock and its source of ids."""

from __future__ import annotations

import secrets
import threading
from datetime import UTC, datetime

from praxeo.domain.ids import RANDOM_BITS, format_id
from praxeo.ports.clock import Clock


class SystemClock:
    """The time of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomIds:
    """Ids from the clock and the system's randomness; within one millisecond they count upwards."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last = (0, 0)

    def new(self, prefix: str) -> str:
        milliseconds = int(self._clock.now().timestamp() * 1000)
        with self._lock:
            time, random = self._last
            if milliseconds > time:
                # The top bit stays free, so that counting upwards cannot overflow.
                self._last = (milliseconds, secrets.randbits(RANDOM_BITS - 1))
            else:
                self._last = (time, random + 1 + secrets.randbits(32))
            return format_id(prefix, *self._last)
