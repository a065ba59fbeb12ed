"""The connections of one port: at most so many, and none that keeps the others out."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Protocol, cast

from uvicorn.server import ServerState

from praxeo.entrypoints.descriptors import descriptors_allowed
from praxeo.entrypoints.listening import BACKLOG
from praxeo.observability import logs

CONNECTIONS_MAX = 1_000  # of one port
PORTS = 2
RESERVED_DESCRIPTORS = 200  # for the database, files, workers and browsers
TELL_SECONDS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitorTimes:
    """How many seconds a visitor is waited for."""

    head: float = 10.0  # until the address and headers are there
    body: float = 30.0  # without a byte of the body
    rest: float = 30.0  # for the rest of a body that was answered before its end
    reading: float = 60.0  # without a byte of the answer being taken


class Connected(Protocol):
    """A connection, as whoever lets it in sees it."""

    heard_at: float

    @property
    def waits_for_visitor(self) -> bool:
        """Whether the next thing to come is the visitor's."""

    @property
    def is_ending(self) -> bool:
        """Whether it has been closed, though an answer may still be on its way."""

    def too_slow(self, now: float, times: VisitorTimes) -> str:
        """What the visitor has let it wait for too long, or ""."""

    def end(self, reason: str) -> None:
        """End it because the visitor was `too_slow`."""

    def refuse(self, status: int, code: str, sentence: str) -> None:
        """Tell why and end it; an answer that has begun is only cut off."""

    def cut_off(self) -> None:
        """End it at once."""


class Admission(ServerState):
    """What uvicorn knows of a port, and who may stay."""

    def __init__(self, most: int, times: VisitorTimes) -> None:
        super().__init__()
        self._most, self._times = most, times
        self._ended: Counter[str] = Counter()
        self._told_at = -math.inf

    def admit(self, connection: Connected) -> None:
        """Let it in. Where there is no room, whoever has been silent longest goes."""
        if len(self.connections) <= self._most:
            return
        self.count("no_room")
        silent = [
            other
            for other in self._connections()
            if other is not connection and other.waits_for_visitor and not other.is_ending
        ]
        if silent:
            min(silent, key=lambda other: other.heard_at).cut_off()
        else:
            connection.refuse(503, "too_many_connections", "Too many visitors; try again soon.")

    def look_around(self, now: float) -> None:
        """End the connections whose visitors are too slow, and tell of it once a minute at most."""
        for connection in self._connections():
            reason = connection.too_slow(now, self._times)
            if reason:
                self.count(reason)
                connection.end(reason)
        if self._ended and now - self._told_at >= TELL_SECONDS:
            logs.warning("Connections were ended.", **self._ended)
            self._told_at = now
            self._ended.clear()

    def count(self, reason: str) -> None:
        """Note that a connection was ended, to be told of."""
        self._ended[reason] += 1

    def _connections(self) -> list[Connected]:
        return cast("list[Connected]", list(self.connections))


def connections_max() -> int:
    """How many connections a port may have, with the descriptors that this process is allowed."""
    share = (descriptors_allowed() - RESERVED_DESCRIPTORS) // PORTS - BACKLOG
    return max(BACKLOG, min(CONNECTIONS_MAX, share))
