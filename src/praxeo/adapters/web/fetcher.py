"""Fetches pages: each address judged, each site asked for its rules, each redirect looked at anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.metadata import version

from praxeo.adapters.web.addresses import PageAddress, judged
from praxeo.adapters.web.answers import PAGE, asked_wait, media_type, next_address, no_page
from praxeo.adapters.web.bodies import BYTES_PER_MEGABYTE
from praxeo.adapters.web.deadline import Deadline
from praxeo.adapters.web.exchange import Answer, Exchanges, Question
from praxeo.adapters.web.manners import Manners
from praxeo.adapters.web.robots import AGENT, Robots, RobotsText
from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Refused
from praxeo.domain.records import utc_text
from praxeo.domain.snapshot_records import Hop, RobotsVerdict
from praxeo.ports.web import NOT_MODIFIED, Fetched, Known

EXCHANGE_SECONDS = 20.0  # for one page, from looking its host up to the last byte
REDIRECTS_MAX = 5
PAGE_BYTES_MAX = 5 * BYTES_PER_MEGABYTE
FILE_BYTES_MAX = 20 * BYTES_PER_MEGABYTE  # of a document behind a link
_FILES = ("application/pdf", "application/epub", "application/vnd.", "application/msword")


def _pause(seconds: float) -> None:
    """Wait, unless the job that waits is stopped: raises Cancelled."""
    cancellation().pause(seconds)


def agent(contact: str) -> str:
    """How we introduce ourselves, with where whoever runs this can be reached."""
    about = f" (+{contact})" if contact else ""
    return f"{AGENT}/{version('praxeo')}{about}"


class WebFetcher:
    """The port `Web`. `contact` is where a site's owner reaches whoever runs this."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        contact: str = "",
        exchanges: Exchanges | None = None,
        timer: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = _pause,
        seconds: float = EXCHANGE_SECONDS,
    ) -> None:
        self._now, self._seconds = now, seconds
        self._exchanges = exchanges or Exchanges()
        self._manners = Manners(timer, wait)
        self._robots = Robots(timer, self._robots_text)
        self._agent = agent(contact)

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        """See `ports.web.Web.get`."""
        verdict: RobotsVerdict = "not_asked"
        current, hops = judged(url), list[Hop]()
        while True:
            if robots:
                verdict, gap = self._robots.verdict(current)
                self._manners.set_gap(current.host, gap)
            answer = self._asked(current, accept, known)
            hops.append(Hop(url=current.href, status=answer.status, dialled=answer.dialled))
            following = next_address(answer)
            if following is None:
                break
            _check_way(following, hops)
            current = following
        missing = no_page(answer, asked_wait(answer, self._now()))
        if missing and not (known and answer.status == NOT_MODIFIED):
            raise missing
        return self._fetched(url, answer, tuple(hops), verdict)

    def _asked(
        self, address: PageAddress, accept: str, known: Known | None = None
    ) -> Answer:
        """The answer to one request, when it is our turn. A site that asks for a pause gets it."""
        headers = {
            "User-Agent": self._agent,
            "Accept": accept,
            "Accept-Language": "*",
            "Accept-Encoding": "gzip, deflate",
            **_conditions(known),
        }
        with self._manners.turn(address.host):
            answer = self._exchanges.ask(
                Question(address=address, headers=headers),
                seconds=self._seconds,
                bytes_max=_most,
                reads=PAGE.__contains__,
            )
            wait = asked_wait(answer, self._now())
            if wait:
                self._manners.leave_alone(address.host, wait)
        return answer

    def _robots_text(self, address: PageAddress) -> RobotsText:
        """The robots.txt of the address's site; more redirects than may be followed count as none."""
        current = judged("/robots.txt", base=address.href)
        for _ in range(REDIRECTS_MAX + 1):
            answer = self._asked(current, "text/plain")
            following = next_address(answer)
            if following is None:
                return RobotsText(status=answer.status, data=answer.body)
            current = following
        return RobotsText(status=answer.status)

    def _fetched(
        self, url: str, answer: Answer, hops: tuple[Hop, ...], verdict: RobotsVerdict
    ) -> Fetched:
        kind, charset = media_type(answer)
        return Fetched(
            url=url,
            final_url=answer.address.href,
            hops=hops,
            data=answer.body,
            media_type=kind,
            charset=charset,
            etag=answer.headers.get("etag", "")[:200],
            last_modified=answer.headers.get("last-modified", "")[:100],
            fetched_at=utc_text(self._now()),
            robots=verdict,
        )


def _conditions(known: Known | None) -> dict[str, str]:
    """The headers that ask for the page only if it is another (RFC 9110, 13.1)."""
    if known is None:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value and value.isprintable()}


def _most(headers: Mapping[str, str]) -> int:
    """How many bytes are taken, by what the site says they are."""
    kind = headers.get("content-type", "").lower()
    return FILE_BYTES_MAX if kind.startswith(_FILES) else PAGE_BYTES_MAX


def _check_way(following: PageAddress, hops: list[Hop]) -> None:
    """Refuse a chain without end: one that is too long, or that comes by the same place again."""
    if len(hops) > REDIRECTS_MAX or following.href in {hop.url for hop in hops}:
        raise Refused(
            "page_redirects",
            "This link leads from one address to the next without an end. Open it in a browser, and give "
            "the address that you see.",
        )
