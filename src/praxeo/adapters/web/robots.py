"""What a site's robots.txt says to us (RFC 9309), asked for once a day."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from praxeo.adapters.web.addresses import PageAddress
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.snapshot_records import RobotsVerdict

AGENT = "Praxeo"  # the name by which sites address us
KEPT_SECONDS = 86_400.0
UNKNOWN_KEPT_SECONDS = 60.0  # before a site in trouble is asked again
BYTES_READ = 512_000  # of one robots.txt; RFC 9309 wants 500 KiB at least
ORIGINS_KEPT = 5_000
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, kw_only=True, slots=True)
class RobotsText:
    """What came of asking for a robots.txt: its bytes, or the status of an answer without any."""

    status: int
    data: bytes = b""


@dataclass(kw_only=True, slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    until: float = 0.0
    status: int = 0
    rules: Protego | None = None


class Robots:
    """The rules of sites. `ask` gets the robots.txt of the origin of an address."""

    def __init__(
        self, timer: Callable[[], float], ask: Callable[[PageAddress], RobotsText]
    ) -> None:
        self._timer, self._ask = timer, ask
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    def verdict(self, address: PageAddress) -> tuple[RobotsVerdict, float]:
        """Whether the page may be fetched, and how many seconds the site wants between two requests.

        Raises Refused("page_robots"), Unavailable("robots_unknown").
        """
        site = self._site(address)
        if site.status == 429 or site.status >= 500:
            raise Unavailable(
                "robots_unknown",
                f"{address.host} does not say at the moment what programs may fetch. Try again later.",
                details={"host": address.host},
            )
        if site.rules is None:
            return "none", 0.0
        if not site.rules.can_fetch(address.href, AGENT):
            raise Refused(
                "page_robots",
                f"{address.host} does not want programs to fetch this page (robots.txt). "
                "Save the page and add the file.",
                details={"host": address.host},
            )
        return "allowed", float(site.rules.crawl_delay(AGENT) or 0.0)

    def _site(self, address: PageAddress) -> _Site:
        with self._lock:
            if address.origin not in self._sites and len(self._sites) >= ORIGINS_KEPT:
                self._sites.clear()
            site = self._sites.setdefault(address.origin, _Site())
        with site.lock:
            if self._timer() >= site.until:
                told = self._ask(address)
                site.status = told.status
                site.rules = _rules(told.data) if told.status < 300 else None
                unknown = told.status == 429 or told.status >= 500
                kept = UNKNOWN_KEPT_SECONDS if unknown else KEPT_SECONDS
                site.until = self._timer() + kept
        return site


def _rules(data: bytes) -> Protego:
    return Protego.parse(data[:BYTES_READ].removeprefix(_MARK).decode("utf-8", "replace"))
