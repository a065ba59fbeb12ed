"""Brave's search engine. https://api-dashboard.search.brave.com/documentation"""

from __future__ import annotations

from typing import Any

from praxeo.adapters.search.engine import Engine, query_of
from praxeo.adapters.search.plain import hit, hits
from praxeo.adapters.web.exchange import Answer
from praxeo.domain.errors import PraxeoError
from praxeo.domain.secrets import Secret
from praxeo.ports.search import SearchHit

HITS_MAX = 20


class BraveSearch:
    """The engine with a key."""

    microusd = 5_000  # 5 dollars for 1,000

    def __init__(self, engine: Engine, key: Secret) -> None:
        self._engine, self._key, self.name = engine, key, engine.name

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        query = {
            "q": query_of(words),
            "count": min(limit, HITS_MAX),
            "text_decorations": "false",
        }
        headers = {"X-Subscription-Token": self._key.reveal()}
        answer = self._engine.ask("/res/v1/web/search", query, headers=headers)
        if answer.status == 429:
            raise self._at_its_limit(answer)
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
                        each.get("description"),
                        each.get("page_age"),
                    )
                    for each in told.get("web", {}).get("results", [])
                ],
                limit,
            ),
        )

    def _at_its_limit(self, answer: Answer) -> PraxeoError:
        """One status for one question too many a second, and for a month that is used up."""

        def is_used_up(told: Any) -> bool:
            meta = told["error"].get("meta", {})
            most = meta.get("quota_limit")
            return bool(most) and meta.get("quota_current", 0) >= most

        used_up = self._engine.read(answer, is_used_up)
        return self._engine.quota_used() if used_up else self._engine.busy(answer, wait=1.0)
