"""What goes along with the next save of the current work, whoever makes it.

A request that shall take effect once has its key saved together with its first change, and no feature
has to know of it. Every record store keeps this promise with `company`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from praxeo.domain.records import Record

Companion = Callable[[Sequence[Record]], Record]  # from the saved records to the one beside them
AfterSave = Callable[[Sequence[Record]], None]  # is told of records that have just been saved


def tell_nobody(saved: Sequence[Record]) -> None:
    """The `AfterSave` of a store that nobody listens to."""


@dataclass(kw_only=True, slots=True)
class _Waiting:
    """A companion that no save has taken along yet."""

    store: object
    companion: Companion
    taken: bool = False


_WAITING: ContextVar[_Waiting | None] = ContextVar("praxeo_along", default=None)


@contextmanager
def along(store: object, companion: Companion) -> Iterator[None]:
    """While inside, the first save to this store takes the companion along, all or nothing."""
    token = _WAITING.set(_Waiting(store=store, companion=companion))
    try:
        yield
    finally:
        _WAITING.reset(token)


@contextmanager
def company(store: object, records: Sequence[Record]) -> Iterator[tuple[Record, ...]]:
    """The records of one save with what goes along; it still waits if the save fails."""
    waiting = _WAITING.get()
    if waiting is None or waiting.taken or waiting.store is not store or not records:
        yield tuple(records)
        return
    yield (*records, waiting.companion(records))
    waiting.taken = True
