"""One end for a whole exchange, whatever it consists of: looking up, dialling, TLS, head and body."""

from __future__ import annotations

from collections.abc import Callable

from praxeo.domain.errors import Unavailable


class Deadline:
    """So many seconds from now by this timer."""

    def __init__(self, seconds: float, timer: Callable[[], float]) -> None:
        self._seconds, self._timer = seconds, timer
        self._end = timer() + seconds

    def left(self, most: float | None = None) -> float:
        """The seconds that are left, of these at `most`. Raises Unavailable("page_timeout") after the end."""
        left = self._end - self._timer()
        if left <= 0:
            raise self.passed()
        return left if most is None else min(left, most)

    def passed(self) -> Unavailable:
        """What is said when there is no time left."""
        return Unavailable(
            "page_timeout",
            f"This page did not come within {self._seconds:.0f} seconds. Try again later.",
            details={"seconds": round(self._seconds)},
        )
