"""What can go wrong at a model's server, on demand or by chance; the same seed goes wrong the same way."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterable

FAULTS = (
    "busy_429",
    "error_500",
    "overloaded_503",
    "html_502",
    "cut",  # the connection breaks in the middle of a stream
    "no_finish",  # the stream ends without a reason
    "stream_error",  # an error object in the middle of a stream
    "broken_json",  # the answer's own framing is not JSON
    "malformed",  # the text breaks the schema that was asked for; nothing where none was
    "truncated",  # half an answer, MAX_TOKENS
    "safety",
    "recitation",
    "prompt_blocked",
    "empty",  # {} and nothing else
    "slow_drip",
    "hang",
)


class FaultPlan:
    """Says for each call what goes wrong: first what was asked for, then a share drawn by chance."""

    def __init__(
        self,
        first: Iterable[str] = (),
        *,
        share: float = 0.0,
        kinds: tuple[str, ...] = FAULTS,
        seed: int = 0,
    ) -> None:
        self._queue, self._share, self._kinds = list(first), share, kinds
        self._random = random.Random(seed)  # noqa: S311 (repeatable on purpose)
        self._lock = threading.Lock()

    def next(self) -> str:
        """The fault of the next call, "" for none."""
        with self._lock:
            if self._queue:
                return self._queue.pop(0)
            if self._random.random() < self._share:
                return self._random.choice(self._kinds)
            return ""

    def add(self, *faults: str) -> None:
        """Have these happen next, one a call ("" for a call that goes well)."""
        with self._lock:
            self._queue.extend(faults)
