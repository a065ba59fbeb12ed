"""Turns at a host: one request at a time, with a pause between two, and longer where it asks for it."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from praxeo.domain.errors import Unavailable

GAP_SECONDS = 1.0  # from the end of one request to the beginning of the next
DELAY_SECONDS_MAX = 10.0  # of the pause that a site may set for every request
WAITED_SECONDS_MAX = 60.0  # at once; whoever would wait longer comes again later
HOSTS_KEPT = 5_000


@dataclass(kw_only=True, slots=True)
class Turn:
    """What one host is owed: `gap` seconds after the request that `ended`, and nothing before `alone_until`."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: float = -math.inf
    alone_until: float = -math.inf
    gap: float = GAP_SECONDS

    @property
    def free_at(self) -> float:
        return max(self.ended + self.gap, self.alone_until)


class Manners:
    """Gives turns, by a timer and a way to wait that whoever wires it chooses."""

    def __init__(self, timer: Callable[[], float], wait: Callable[[float], None]) -> None:
        self._timer, self._wait = timer, wait
        self._turns: dict[str, Turn] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """While inside, nobody else asks this host. Raises Unavailable("page_busy") if it has asked to
        be left alone for longer than anybody waits here."""
        turn = self._of(host)
        with turn.lock:
            owed = turn.free_at - self._timer()
            if owed > WAITED_SECONDS_MAX:
                raise Unavailable(
                    "page_busy",
                    f"{host} asks to be left alone for a while. Try again later.",
                    retry_after=owed,
                    details={"host": host, "status": 429},
                )
            if owed > 0:
                self._wait(owed)
            try:
                yield
            finally:
                turn.ended = self._timer()

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask this host nothing for so long."""
        turn = self._of(host)
        turn.alone_until = max(turn.alone_until, self._timer() + seconds)

    def set_gap(self, host: str, seconds: float) -> None:
        """Leave so long between two requests, within what is usual and what can be waited for."""
        self._of(host).gap = min(max(seconds, GAP_SECONDS), DELAY_SECONDS_MAX)

    def _of(self, host: str) -> Turn:
        with self._lock:
            if host not in self._turns and len(self._turns) >= HOSTS_KEPT:
                now = self._timer()
                owing = {
                    name: turn
                    for name, turn in self._turns.items()
                    if turn.lock.locked() or turn.free_at > now
                }
                self._turns = owing
            return self._turns.setdefault(host, Turn())
