"""Trying again: how often, and how long to wait before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from praxeo.ports.models import ModelUnavailable

TRIES = 4
FIRST_SECONDS = 1.0
FACTOR = 3.0
SECONDS_MAX = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Backoff:
    """How to bear with a model that does not answer. `random` gives a number from 0 to 1."""

    random: Callable[[], float]
    tries: int = TRIES

    def wait_after(self, trouble: ModelUnavailable, tried: int) -> float | None:
        """Seconds to wait after so many tries, or None if there is to be none.

        What the provider asks for is kept, with up to a tenth more so that not all come back at once;
        if it asks for longer than a minute, another model is the better choice. Else the wait grows
        and is drawn from its upper half.
        """
        if not trouble.retryable or tried >= self.tries:
            return None
        if trouble.retry_after is not None:
            asked = trouble.retry_after * (1 + self.random() / 10)
            return asked if trouble.retry_after <= SECONDS_MAX else None
        longest = min(FIRST_SECONDS * FACTOR ** (tried - 1), SECONDS_MAX)
        return longest * (1 + self.random()) / 2
