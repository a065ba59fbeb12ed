"""What search engines say to a topic, kept like everything that is fetched: asked once, and never again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from praxeo.domain.errors import PraxeoError, Refused, Unavailable
from praxeo.domain.records import utc_text
from praxeo.ports.search import Search, SearchHit
from praxeo.ports.web import Fetched
from praxeo.sources.web_page.snapshots import Snapshots

HITS = 10  # of each engine


def looked_up(
    kept: Snapshots, searches: Sequence[Search], queries: Sequence[str]
) -> tuple[list[tuple[SearchHit, ...]], list[PraxeoError]]:
    """The hits of each query from each engine, and why others gave none. Raises what the first of those said if no other has any."""
    found, failures = [], list[PraxeoError]()
    for search in searches:
        for words in queries:
            try:
                found.append(_hits(kept, search, words))
            except (Refused, Unavailable) as failure:
                failures.append(failure)
                break  # nothing more is asked of one that does not answer
    if failures and not any(found):
        raise failures[0]
    return found, failures


def _hits(kept: Snapshots, search: Search, words: str) -> tuple[SearchHit, ...]:
    address = f"search:{search.name}?q={words}"

    def ask() -> Fetched:
        told = json.dumps([asdict(hit) for hit in search.find(words, limit=HITS)])
        return Fetched(
            url=address,
            final_url=address,
            hops=(),
            data=told.encode(),
            media_type="application/json",
            fetched_at=utc_text(kept.clock.now()),
        )

    return tuple(SearchHit(**hit) for hit in json.loads(kept.data(kept.kept(address, ask))))
