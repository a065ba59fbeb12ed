"""Tavily's search engine. https://docs.tavily.com"""

from __future__ import annotations

from typing import Any

from praxeo.adapters.search.engine import Engine, query_of
from praxeo.adapters.search.plain import hit, hits
from praxeo.domain.secrets import Secret
from praxeo.ports.search import SearchHit

HITS_MAX = 20
QUOTA_USED = frozenset({432, 433})  # the plan, and the limit of what is paid as one goes


class TavilySearch:
    """The engine with a key; its own answers and extracts are never asked for."""

    microusd = 8_000  # one credit

    def __init__(self, engine: Engine, key: Secret) -> None:
        self._engine, self._key, self.name = engine, key, engine.name

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        body = {
            "query": query_of(words),
            "search_depth": "basic",
            "max_results": min(limit, HITS_MAX),
            "include_answer": False,
            "include_raw_content": False,
        }
        headers = {"Authorization": f"Bearer {self._key.reveal()}"}
        answer = self._engine.ask("/search", headers=headers, body=body)
        if answer.status in QUOTA_USED:
            raise self._engine.quota_used()
        if answer.status == 429:
            told = self._engine.read(answer, _wait)
            raise self._engine.busy(answer, wait=told)
        refused = self._engine.unless_answered(answer)
        if refused:
            raise refused
        return self._engine.read(
            answer,
            lambda told: hits(
                [
                    hit(
                        each["url"],
                        each.get("title"),
                        each.get("content"),
                        each.get("published_date"),
                    )
                    for each in told["results"]
                ],
                limit,
            ),
        )


def _wait(told: Any) -> float | None:
    seconds = (told.get("error") or {}).get("retry_after_seconds")
    return float(seconds) if isinstance(seconds, int | float) else None
