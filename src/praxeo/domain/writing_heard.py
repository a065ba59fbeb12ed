"""How much a model has written so far, told to whoever runs the work at hand.

A job's runner listens for its thread; what stands between a feature and the models tells it as the answer comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[int], None] | None] = ContextVar("praxeo_writing", default=None)


def tell_written(characters: int) -> None:
    """Tell that the answer at hand has so many characters now; outside a job nobody hears it."""
    listener = _LISTENER.get()
    if listener:
        listener(characters)


@contextmanager
def writing_told_to(listener: Callable[[int], None]) -> Iterator[None]:
    """While inside, this hears of each piece of an answer, from the thread of its call. It must not raise."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
