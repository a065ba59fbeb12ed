"""SearXNG, a search engine of one's own that asks others. https://docs.searxng.org/dev/search_api.html"""

from __future__ import annotations

from praxeo.adapters.search.engine import Engine, query_of
from praxeo.adapters.search.plain import hit, hits
from praxeo.ports.search import SearchHit


class SearxngSearch:
    """An instance by its address."""

    microusd = 0

    def __init__(self, engine: Engine) -> None:
        self._engine, self.name = engine, engine.name

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        query = {"q": query_of(words), "format": "json", "categories": "general", "safesearch": 1}
        answer = self._engine.ask("/search", query)
        if answer.status == 403:
            raise self._engine.refused(
                "it does not give JSON; put json under search.formats in its settings.yml"
            )
        refused = self._engine.unless_answered(answer)
        if refused:
            raise refused
        found = self._engine.read(
            answer,
            lambda told: [
                hit(each["url"], each.get("title"), each.get("content"), each.get("publishedDate"))
                for each in told["results"]
            ],
        )
        silent = self._engine.read(answer, lambda told: len(told.get("unresponsive_engines", [])))
        if not found and silent:
            raise self._engine.busy(answer)  # nobody it asked has answered, which is not "nothing"
        return hits(found, limit)
