"""Traffic on an alias: each request runs on one of two versions, to its end, whatever happens meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.release.simulation.metrics import Metrics


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What a client asks."""

    method: str
    path: str
    body: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What it gets. `crashed`: the Lambda itself failed, so that Lambda counts an error."""

    status: int
    body: bytes
    seconds: float
    version: str = ""
    crashed: bool = False

    def json(self) -> dict[str, object]:
        """The body, which is an object."""
        found: dict[str, object] = json.loads(self.body)
        return found


class Version(Protocol):
    """A version of the function."""

    name: str

    def answer(self, request: Request) -> Reply:
        """Run a request to its end."""
        ...


@dataclass
class Alias:
    """Routes to `stable`, and a share of the requests to `new`, spread evenly."""

    stable: Version
    metrics: Metrics
    now: Callable[[], float]
    new: Version | None = None
    share: float = 0.0
    asked: int = 0
    _owed: float = 0.0
    _running: list[tuple[float, Reply, Callable[[Reply], None]]] = field(default_factory=list)

    def ask(self, request: Request, answered: Callable[[Reply], None]) -> None:
        """Begin a request; `answered` is called when its time is over."""
        self.asked += 1
        reply = self._version().answer(request)
        self._running.append((self.now() + reply.seconds, reply, answered))

    def settle(self, *, all_of_them: bool = False) -> None:
        """Answer what has run to its end by now."""
        due = [entry for entry in self._running if all_of_them or entry[0] <= self.now()]
        self._running = [entry for entry in self._running if entry not in due]
        for at, reply, answered in sorted(due, key=lambda entry: entry[0]):
            self._count(reply, at)
            answered(reply)

    def _version(self) -> Version:
        self._owed += self.share
        if self.new and self._owed >= 1 - 1e-9:
            self._owed -= 1
            return self.new
        return self.stable

    def _count(self, reply: Reply, at: float) -> None:
        """As Lambda and the product itself count."""
        self.metrics.put("Errors", float(reply.crashed), at)
        if not reply.crashed:
            self.metrics.put("praxeo_request_errors_total", float(reply.status >= 500), at)
            self.metrics.put("praxeo_request_seconds", reply.seconds, at)
