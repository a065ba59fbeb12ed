"""The one way out into the web: a public address goes in, the bytes behind it come out, or why not.

Refused (trying again would not help): link_malformed, link_scheme, link_credentials, link_port,
link_private, host_unknown, page_certificate, page_encoding, page_forbidden, page_headers, page_missing,
page_needs_login, page_redirects, page_refused, page_robots, page_too_large, page_insecure.
Unavailable (it may help, after `retry_after` seconds if told): host_lookup_failed, page_busy, page_cut,
page_server_error, page_timeout, page_unreachable, robots_unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.snapshot_records import Hop, RobotsVerdict

NOT_MODIFIED = 304  # only answered where something is known


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """The site's own words for what it gave before, by which it can say that nothing has changed."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What stands behind an address, and how it was got.

    `final_url` is where the chain of `hops` from `url` ended. `data` is decompressed; `media_type` in
    small letters without parameters and `charset` are what the server says, "" where it says nothing.
    `etag` and `last_modified` are its own words, by which a later look can ask for changes.
    `fetched_at` is UTC text; `robots` is what the site's robots.txt said of the last address.
    """

    url: str
    final_url: str
    hops: tuple[Hop, ...]
    data: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    fetched_at: str = ""
    robots: RobotsVerdict = "not_asked"

    @property
    def status(self) -> int:
        """That of the last answer, 0 without one."""
        return self.hops[-1].status if self.hops else 0

    @property
    def unchanged(self) -> bool:
        """Whether the site says that it is as it was known; then there is no data."""
        return self.status == NOT_MODIFIED


class Web(Protocol):
    """Fetches from the public web, politely."""

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        """What stands behind the address, or that it is as it was `known`. Without `robots` the site's rules for crawlers are not asked
        for: that is for interfaces that are made for programs. Raises as the head of this module says.
        """
