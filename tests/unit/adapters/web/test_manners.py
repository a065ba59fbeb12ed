"""Sites are asked as they want to be: by their rules, one request at a time, with pauses."""

from __future__ import annotations

import threading

import pytest

from devtools.loopback.serving import Exchange
from praxeo.domain.errors import Unavailable
from tests.unit.adapters.web.loopback_sites import Sites

DAY_SECONDS = 86_400


class Site:
    """A site with rules; `log` are the paths asked for and when, by the clock of the test."""

    def __init__(self, sites: Sites, robots: bytes | int) -> None:
        self.robots, self.sites = robots, sites
        self.log: list[tuple[float, str]] = []
        self.inside = self.most_inside = 0
        self.status, self.headers = 200, dict[str, str]()
        self._lock = threading.Lock()

    def __call__(self, exchange: Exchange) -> None:
        with self._lock:
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
            self.log.append((self.sites.pace.seconds, exchange.path_only))
        exchange.wait(0.01)
        with self._lock:
            self.inside -= 1
        if exchange.path_only != "/robots.txt":
            exchange.send_bytes(self.status, b"<p>hello", "text/html", self.headers)
        elif isinstance(self.robots, bytes):
            exchange.send_bytes(200, self.robots, "text/plain")
        else:
            exchange.send_bytes(self.robots, b"User-agent: *\nDisallow: /")

    @property
    def paths(self) -> list[str]:
        return [path for _, path in self.log]

    @property
    def gaps(self) -> list[float]:
        times = [time for time, _ in self.log]
        return [later - earlier for earlier, later in zip(times, times[1:], strict=False)]


def a_site(sites: Sites, robots: bytes | int) -> Site:
    site = Site(sites, robots)
    sites.add("site.org", site)
    return site


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (b"User-agent: *\nDisallow: /private", False),
        (b"User-agent: *\nDisallow: /", False),
        (b"User-agent: Praxeo\nDisallow: /private\n\nUser-agent: *\nAllow: /", False),
        (b"User-agent: praxeo\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /private", False),
        (b"User-agent: *\nDisallow: /\nAllow: /private/page", True),
        (b"User-agent: *\nDisallow: /*.html$", True),
        (b"User-agent: *\nDisallow: /*/page", False),
        (b"User-agent: *\n\nDisallow: /private", False),
        (b"User-agent: *\nDisallow: /pr%69vate", False),
        (b"User-agent: GPTBot\nDisallow: /", True),
        (b"User-agent: *\nDisallow:", True),
        (b"<html>not a robots.txt", True),
        (b"", True),
        (404, True),
        (403, True),
    ],
)
def test_a_page_is_fetched_only_where_the_site_allows_it(
    sites: Sites, robots: bytes | int, allowed: bool
) -> None:
    site = a_site(sites, robots)
    code = sites.fault("http://site.org/private/page")
    assert code == ("" if allowed else "page_robots")
    assert site.paths == ["/robots.txt", *(["/private/page"] if allowed else [])]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_had_is_left_alone(sites: Sites, status: int) -> None:
    site = a_site(sites, status)
    fetcher = sites.fetcher()
    for _ in range(3):
        with pytest.raises(Unavailable, match="Try again later") as raised:
            fetcher.get("http://site.org/")
        assert raised.value.code == "robots_unknown"
    assert site.paths == ["/robots.txt"]
    site.robots = 404
    sites.pace.seconds += 61
    fetcher.get("http://site.org/")


def test_rules_are_asked_for_once_a_day(sites: Sites) -> None:
    site = a_site(sites, b"User-agent: *\nDisallow: /private")
    fetcher = sites.fetcher()
    for path in ("a", "b", "c"):
        fetcher.get(f"http://site.org/{path}")
    assert site.paths == ["/robots.txt", "/a", "/b", "/c"]
    sites.pace.seconds += DAY_SECONDS
    fetcher.get("http://site.org/d")
    assert site.paths[4:] == ["/robots.txt", "/d"]


def test_rules_that_moved_are_followed_and_a_redirect_asks_the_new_site_for_its_own(
    sites: Sites,
) -> None:
    other = Site(sites, b"User-agent: *\nDisallow: /private")
    sites.add("other.org", other)

    def moved(exchange: Exchange) -> None:
        exchange.send_bytes(
            301, b"", headers={"Location": f"http://other.org{exchange.path_only}"}
        )

    sites.add("site.org", moved)
    assert sites.fault("http://site.org/private") == "page_robots"
    assert other.paths == ["/robots.txt"]
    assert sites.fault("http://site.org/open") == ""
    assert "/private" not in other.paths


@pytest.mark.parametrize(
    ("delay", "gap"), [(b"", 1.0), (b"Crawl-delay: 4\n", 4.0), (b"Crawl-delay: 3600\n", 10.0)]
)
def test_requests_to_a_site_are_apart(sites: Sites, delay: bytes, gap: float) -> None:
    site = a_site(sites, b"User-agent: *\nDisallow: /private\n" + delay)
    fetcher = sites.fetcher()
    for path in "abcd":
        fetcher.get(f"http://site.org/{path}")
    assert min(site.gaps) >= gap


def test_never_two_at_once_ask_a_site_while_others_are_asked(sites: Sites) -> None:
    site, other = a_site(sites, 404), Site(sites, 404)
    sites.add("other.org", other)
    fetcher = sites.fetcher()
    threads = [
        threading.Thread(target=fetcher.get, args=(f"http://{host}/{number}",))
        for number in range(6)
        for host in ("site.org", "other.org")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(site.log) == len(other.log) == 7
    assert site.most_inside == other.most_inside == 1
    assert min(site.gaps) >= 1.0


def test_a_site_that_asks_for_a_pause_gets_it(sites: Sites) -> None:
    site = a_site(sites, 404)
    site.status, site.headers = 429, {"Retry-After": "30"}
    fetcher = sites.fetcher()
    with pytest.raises(Unavailable):
        fetcher.get("http://site.org/a")
    site.status, site.headers = 200, {}
    fetcher.get("http://site.org/b")
    assert site.gaps[-1] >= 30


def test_nobody_waits_for_a_site_that_asks_for_an_hour(sites: Sites) -> None:
    site = a_site(sites, 404)
    site.status, site.headers = 503, {"Retry-After": "3600"}
    fetcher = sites.fetcher()
    for _ in range(2):
        with pytest.raises(Unavailable) as raised:
            fetcher.get("http://site.org/a")
        assert raised.value.code == "page_busy"
        assert raised.value.retry_after is not None
        assert raised.value.retry_after > 3_500
    assert site.paths == ["/robots.txt", "/a"]
    assert max(sites.pace.waited) <= 1.0
