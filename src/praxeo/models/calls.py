"""A call that is waited for only as long as its answer is wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Generic, TypeVar

from praxeo.domain.cancellation import Cancelled, cancellation

T = TypeVar("T")


def unless_cancelled(call: Callable[[], T]) -> T:
    """What the call gives; raises Cancelled at once when the work at hand is cancelled.

    The call runs in a thread of its own, for nothing ends a thread that waits for a network. An adapter
    that can shuts its connection then; what any other still hears is heard by nobody.
    """
    running = _Running(call)
    mark = cancellation()
    with mark.calling(running.over.set):
        threading.Thread(
            target=copy_context().run, args=(running.run,), name="model-call", daemon=True
        ).start()
        running.over.wait()
    return running.result(wanted=not mark.requested)


class _Running(Generic[T]):
    """A call in its thread and how it ended, if it did."""

    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self._answers: list[T] = []
        self._fault: BaseException | None = None
        self.over = threading.Event()

    def run(self) -> None:
        try:
            self._answers.append(self._call())
        except BaseException as fault:  # noqa: BLE001 (raised again where the answer is waited for)
            self._fault = fault
        finally:
            self.over.set()

    def result(self, *, wanted: bool) -> T:
        """The answer; where it is not wanted any more, a connection that was cut is no fault of the model's."""
        if self._answers:
            return self._answers[0]
        if self._fault is not None and wanted:
            raise self._fault
        raise Cancelled
