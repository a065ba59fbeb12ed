"""Where pages about something are looked for: words go in, addresses come out, in the order of the engine.

What can come of it is told apart and never confused: hits, none (an empty tuple), and by their codes
search_busy (try again, after `retry_after` seconds if told), search_key_refused, search_quota_used;
besides search_unreachable, search_unreadable and search_refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from praxeo.ports.web import Fetched


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchHit:
    """One page that an engine names. `snippet` is plain text; `date` is ISO 8601, "" where it is not told.

    `site` is that of the page where its address does not say: of one that only leads there.
    """

    url: str
    title: str
    snippet: str = ""
    date: str = ""
    site: str = ""


class Search(Protocol):
    """One engine; `microusd` is what one question costs, in millionths of a dollar."""

    name: str
    microusd: int

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        """At most so many pages, the best first; () if there are none. Raises as the module's head says."""


@runtime_checkable
class LocalSearch(Search, Protocol):
    """An engine on this machine that has the pages of its hits itself; their addresses are its own."""

    def serves(self, url: str) -> bool:
        """Whether this is an address of its own."""

    def get(self, url: str) -> Fetched:
        """What is behind one of its addresses. Raises Refused or NotFound where it is there no more."""
