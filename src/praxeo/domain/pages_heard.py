"""Which page of a topic is read just now, told to whoever runs the work at hand; as `writing_heard` tells of models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PageListener = Callable[[int, str], None]
_LISTENER: ContextVar[PageListener | None] = ContextVar("praxeo_pages", default=None)


def tell_page(read: int, site: str) -> None:
    """Tell how many pages are read, and of which site the next one is; outside a job nobody hears it."""
    listener = _LISTENER.get()
    if listener:
        listener(read, site)


@contextmanager
def pages_told_to(listener: PageListener) -> Iterator[None]:
    """While inside, this hears of each page before it is fetched. It must not raise."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
