"""The hosts of the page corpus on this machine, each with rules of its own, and what was asked of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from devtools.loopback.serving import Exchange

NO_RULES, CLOSED_PART, SLOW, BUSY_ONCE, RULES_BUSY_ONCE, CLOSED = range(6)
DELAY_SECONDS, RETRY_AFTER_SECONDS = 4.0, 45.0
ROBOTS = {
    CLOSED_PART: b"User-agent: *\nDisallow: /*?again\n",
    SLOW: b"User-agent: Praxeo\nCrawl-delay: 4\n\nUser-agent: *\nDisallow: /\n",
    BUSY_ONCE: b"\xef\xbb\xbfUser-agent: *\nAllow: /\n",
    RULES_BUSY_ONCE: b"User-agent: *\nDisallow:\n",
    CLOSED: b"User-agent: *\nDisallow: /\n",
}


@dataclass
class Site:
    """One host: how it behaves, and when it was asked for what (by the clock that the fetcher goes by)."""

    name: str
    log: list[tuple[float, float, str, str]] = field(default_factory=list)  # from, to, path, agent
    inside: int = 0
    most_inside: int = 0
    left_alone_until: float = 0.0
    was_busy: bool = False

    @property
    def behaviour(self) -> int:
        return sha256(self.name.encode()).digest()[0] % 6

    @property
    def gap(self) -> float:
        return DELAY_SECONDS if self.behaviour == SLOW else 1.0

    def forbids(self, path: str) -> bool:
        if path == "/robots.txt":
            return False
        return self.behaviour == CLOSED or (self.behaviour == CLOSED_PART and "?again" in path)


class Sites:
    """All hosts behind two servers, one of them under TLS."""

    def __init__(self, pages: dict[tuple[str, str], bytes], now: Callable[[], float]) -> None:
        self.sites = {host: Site(host) for host, _ in pages}
        self._pages, self._now, self._lock = pages, now, threading.Lock()

    def __call__(self, exchange: Exchange) -> None:
        site = self.sites[exchange.headers["Host"].partition(":")[0]]
        with self._lock:
            begun = self._now()
            site.inside += 1
            site.most_inside = max(site.most_inside, site.inside)
        try:
            self._answer(exchange, site)
        finally:
            with self._lock:
                site.inside -= 1
                agent = exchange.headers.get("User-Agent", "")
                site.log.append((begun, self._now(), exchange.path, agent))

    def _answer(self, exchange: Exchange, site: Site) -> None:
        is_robots = exchange.path == "/robots.txt"
        busy = site.behaviour == (RULES_BUSY_ONCE if is_robots else BUSY_ONCE)
        if busy and not site.was_busy:
            site.was_busy = True
            site.left_alone_until = self._now() + RETRY_AFTER_SECONDS
            exchange.send_bytes(503, b"", headers={"Retry-After": str(int(RETRY_AFTER_SECONDS))})
        elif is_robots:
            rules = ROBOTS.get(site.behaviour)
            exchange.send_bytes(200 if rules else 404, rules or b"", "text/plain")
        else:
            page = self._pages.get((site.name, exchange.path.removesuffix("?again")))
            exchange.send_bytes(200 if page else 404, page or b"", "text/html")
