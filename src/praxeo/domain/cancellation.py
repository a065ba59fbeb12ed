"""Whether the work at hand is still wanted: whoever runs it may cancel it, and a long call hears of that.

A job's runner sets the cancellation for its thread; a call that may take long (of a model, of a child
process) asks for it by `cancellation()` and ends at once when it is set.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from praxeo.domain.errors import PraxeoError


class Cancelled(PraxeoError):
    """The work is not wanted any more: nothing that it still does may be saved."""

    kind = "conflict"

    def __init__(self, code: str = "cancelled", message: str = "This work was stopped.") -> None:
        super().__init__(code, message)


class Cancellation:
    """Set once, by any thread; whoever works looks, waits, or has itself called."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._lock = threading.Lock()
        self._told: list[Callable[[], None]] = []

    @property
    def requested(self) -> bool:
        """Whether the work is not wanted any more."""
        return self._set.is_set()

    def cancel(self) -> None:
        """Say that the work is not wanted any more, and tell those who asked for it."""
        with self._lock:
            self._set.set()
            told, self._told = self._told, []
        for tell in told:
            tell()

    def check(self) -> None:
        """Raises Cancelled if the work is not wanted any more."""
        if self._set.is_set():
            raise Cancelled

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the work is wanted: raises Cancelled then."""
        self._set.wait(seconds)
        self.check()

    @contextmanager
    def calling(self, cut: Callable[[], None]) -> Iterator[None]:
        """While inside, `cut` is called once if the work is cancelled, from another thread. It must not
        raise."""
        self.check()
        with self._lock:
            self._told.append(cut)
        if self._set.is_set():  # between the look and the entry
            self.cancel()
        try:
            yield
        finally:
            with self._lock:
                if cut in self._told:
                    self._told.remove(cut)


_CURRENT: ContextVar[Cancellation | None] = ContextVar("praxeo_cancellation", default=None)


def cancellation() -> Cancellation:
    """That of the work at hand; outside a job one that nobody sets."""
    return _CURRENT.get() or Cancellation()


@contextmanager
def cancellable_by(mark: Cancellation) -> Iterator[None]:
    """Everything within ends when this is set."""
    token = _CURRENT.set(mark)
    try:
        yield
    finally:
        _CURRENT.reset(token)
