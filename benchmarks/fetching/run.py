"""Fetches from the hosts of the page corpus on this machine and counts what is impolite or unsafe.

python -m benchmarks.fetching.run [FETCHES]
"""

from __future__ import annotations

import gzip
import json
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from benchmarks.fetching.breaches import breaches
from benchmarks.fetching.secured import served_under_tls
from benchmarks.fetching.sites import Sites
from benchmarks.web.corpus import ABSENT, CORPORA, GOLD, PAGES, present
from devtools.loopback.certificates import Authority
from devtools.loopback.serving import served
from devtools.loopback.web import LoopbackWeb
from praxeo.adapters.web.addresses import judged
from praxeo.adapters.web.exchange import Exchanges
from praxeo.adapters.web.fetcher import WebFetcher
from praxeo.domain.errors import PraxeoError, Refused

FETCHES = 1_000
AT_ONCE = 8
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


class Pace:
    """A clock that goes on when somebody waits, shared by all threads."""

    def __init__(self) -> None:
        self._seconds, self._lock = 0.0, threading.Lock()

    def timer(self) -> float:
        return self._seconds

    def wait(self, seconds: float) -> None:
        with self._lock:
            self._seconds += seconds

    def now(self) -> datetime:
        return BEGUN + timedelta(seconds=self._seconds)


def corpus() -> tuple[list[str], dict[tuple[str, str], bytes]]:
    """The addresses of the pages, and the bytes by host and path."""
    addresses, pages = [], {}
    for file in sorted(GOLD.glob("*.json")):
        address = json.loads(file.read_text("utf-8"))["url"]
        found = judged(address)
        addresses.append(address)
        page = gzip.decompress((PAGES / f"{file.stem}.html.gz").read_bytes())
        pages[found.host, found.target] = page
    return addresses, pages


def polite(fetches: int) -> None:
    """Fetch as often as asked, and print what the sites' own logs say."""
    addresses, pages = corpus()
    pace, web, authority = Pace(), LoopbackWeb(), Authority()
    sites = Sites(pages, pace.timer)
    wanted = [a if n < len(addresses) else again(a) for n, a in enumerate(addresses * 3)][:fetches]
    outcomes: Counter[str] = Counter()
    with ExitStack() as stack:
        plain = int(stack.enter_context(served(sites)).rpartition(":")[2])
        safe = stack.enter_context(served_under_tls(sites, authority, list(sites.sites)))
        given = {web.add(host, {80: plain, 443: safe}) for host in sites.sites}
        exchanges = Exchanges(lookup=web.lookup, network=web, tls=authority.trusted)
        fetcher = WebFetcher(
            pace.now, contact="mailto:bench@school.example", exchanges=exchanges,
            timer=pace.timer, wait=pace.wait,
        )  # fmt: skip

        def fetch(address: str) -> str:
            try:
                fetcher.get(address)
            except PraxeoError as error:
                return error.code
            return "fetched"

        begun = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            outcomes.update(pool.map(fetch, wanted))
        seconds = time.monotonic() - begun
    found = [breach for site in sites.sites.values() for breach in breaches(site)]
    print(
        f"{len(wanted)} fetches from {len(sites.sites)} hosts in {seconds:.0f} s, {AT_ONCE} at once"
    )
    print(f"requests by the sites' logs: {sum(len(site.log) for site in sites.sites.values())}")
    print(f"outcomes: {dict(outcomes.most_common())}")
    print(f"breaches of manners: {len(found)}", *found[:20], sep="\n  ")
    print(f"dials outside of what was given out: {sum(a not in given for a, _ in web.dials)}")


def again(address: str) -> str:
    """The same page by another address, which some sites close to programs."""
    return address if urlsplit(address).query else f"{address.partition('#')[0]}?again"


def guarded() -> None:
    """Hold the addresses of the corpus against the guard."""
    cases = json.loads((CORPORA / "ssrf" / "urls.json").read_text("utf-8"))
    wrong = []
    for case in cases:
        try:
            judged(case["url"])
            verdict = "allow"
        except Refused:
            verdict = "block"
        if verdict != case["verdict"]:
            wrong.append(case["url"])
    print(f"addresses judged: {len(cases)}, wrongly: {len(wrong)}", *wrong, sep="\n  ")


if __name__ == "__main__":
    if present():
        guarded()
        polite(int(sys.argv[1]) if len(sys.argv) > 1 else FETCHES)
    else:
        print(ABSENT)
