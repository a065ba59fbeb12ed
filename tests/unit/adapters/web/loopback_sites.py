"""Sites on this machine, and what fetches from them and from nowhere else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from devtools.loopback.certificates import Authority
from devtools.loopback.serving import Exchange, served
from devtools.loopback.web import LoopbackWeb, serve_raw, under_tls
from praxeo.adapters.web.exchange import Exchanges
from praxeo.adapters.web.fetcher import WebFetcher
from praxeo.domain.errors import PraxeoError

BEGUN = datetime(2026, 11, 29, tzinfo=UTC)


class Pace:
    """A clock that only waiting moves; `waited` are all waits."""

    def __init__(self) -> None:
        self.seconds, self.waited = 0.0, list[float]()

    def timer(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return BEGUN + timedelta(seconds=self.seconds)


class Sites:
    """Servers by their host, and what fetches from them."""

    def __init__(self, stack: ExitStack) -> None:
        self.web, self.pace, self.authority = LoopbackWeb(), Pace(), Authority()
        self._stack, self._stop = stack, threading.Event()
        stack.callback(self._stop.set)

    def add(self, host: str, handle: Callable[[Exchange], None]) -> str:
        """A site on port 80; gives its public-looking address."""
        return self.web.add(host, {80: self.port(handle)})

    def port(self, handle: Callable[[Exchange], None]) -> int:
        """A server that no name leads to yet; gives its port on this machine."""
        url = self._stack.enter_context(served(handle))
        return int(url.rpartition(":")[2])

    def add_raw(self, host: str, handle: Callable[[socket.socket], None]) -> str:
        """A site on port 80 that leaves the bytes of each connection to `handle`."""
        return self.web.add(host, {80: serve_raw(handle, self._stop)})

    def add_tls(self, host: str, handle: Callable[[socket.socket], None], name: str = "") -> str:
        """A site on port 443, with a certificate for its host or for another name."""
        secured = under_tls(handle, self.authority, [name or host])
        return self.web.add(host, {443: serve_raw(secured, self._stop)})

    def fetcher(self, seconds: float = 5.0, contact: str = "") -> WebFetcher:
        """A fetcher that reaches these sites and no others."""
        exchanges = Exchanges(
            lookup=self.web.lookup, network=self.web, tls=self.authority.trusted
        )
        return WebFetcher(
            self.pace.now,
            contact=contact,
            exchanges=exchanges,
            timer=self.pace.timer,
            wait=self.pace.wait,
            seconds=seconds,
        )

    def fault(self, url: str, *, seconds: float = 5.0, robots: bool = True) -> str:
        """The code of what fetching this raises, "" if it does not."""
        try:
            self.fetcher(seconds).get(url, robots=robots)
        except PraxeoError as error:
            return error.code
        return ""

    @property
    def dialled(self) -> set[str]:
        """The addresses that were dialled."""
        return {address for address, _ in self.web.dials}


def page(body: bytes = b"<p>hello", status: int = 200, **headers: str) -> Callable[[Exchange], None]:
    """What answers every path with this page, and has no robots.txt."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}

    def handle(exchange: Exchange) -> None:
        if exchange.path_only == "/robots.txt":
            exchange.send_bytes(404, b"")
        else:
            exchange.send_bytes(status, body, "text/html; charset=utf-8", told)

    return handle
