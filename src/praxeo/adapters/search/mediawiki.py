"""Encyclopaedias and other wikis of MediaWiki. https://www.mediawiki.org/wiki/API:Search, API:Etiquette."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from praxeo.adapters.search.engine import Engine, query_of
from praxeo.adapters.search.plain import hit, hits
from praxeo.ports.search import SearchHit

LAG_SECONDS = 5  # a wiki that is further behind than this asks to be left alone
BUSY = frozenset({"ratelimited", "maxlag", "readonly", "internal_api_error_DBQueryTimeoutError"})


class MediaWikiSearch:
    """A wiki by the address of its api.php."""

    microusd = 0

    def __init__(self, engine: Engine, api: str) -> None:
        self._engine, self.name = engine, engine.name
        parts = urlsplit(api)
        self._articles = f"{parts.scheme}://{parts.netloc}/wiki/"

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        query = {
            "action": "query",
            "list": "search",
            "srsearch": query_of(words),
            "srlimit": limit,
            "srprop": "snippet|timestamp",
            "format": "json",
            "formatversion": 2,
            "maxlag": LAG_SECONDS,
        }
        answer = self._engine.ask("", query)
        refused = self._engine.unless_answered(answer)
        if refused:
            raise refused
        code = self._engine.read(answer, lambda told: str(told.get("error", {}).get("code", "")))
        if code in BUSY:
            raise self._engine.busy(answer)
        if code:
            raise self._engine.refused(f"it says {code[:40]}")
        return self._engine.read(answer, lambda told: self._hits(told, limit))

    def _hits(self, told: Any, limit: int) -> tuple[SearchHit, ...]:
        """Search tells titles; an article's address follows from its title."""
        return hits(
            [
                hit(
                    self._articles + quote(each["title"].replace(" ", "_"), safe="/:(),_-"),
                    each["title"],
                    each.get("snippet"),
                )
                for each in told["query"]["search"]
            ],
            limit,
        )
