"""What is going to be asked for a topic, how far it is looked into, and what that takes: said before anything is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.domain.errors import Refused
from praxeo.domain.input_records import Depth
from praxeo.domain.texts import one_line
from praxeo.ports.search import LocalSearch, Search

QUERIES_MAX = 8
QUERY_CHARACTERS_MAX = 300
# Seconds on one page of the web, which is asked for politely (a second between two requests of a site: rules,
# page, pictures) and read; of one that is here already; and until an engine has answered.
PAGE_SECONDS, LOCAL_SECONDS, QUERY_SECONDS = 5.0, 1.5, 1.0
_PARTS = r"(?i)\s*(?:[,;:/–—]|\b(?:and|or|vs\.?|versus|und|oder)\b)\s*"  # built where it is used


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How far a topic is looked into: `tried` are the pages among which `pages` are to be found."""

    pages: int
    tried: int
    of_one_site: int


REACH: dict[Depth, Reach] = {
    "quick": Reach(pages=5, tried=12, of_one_site=2),
    "thorough": Reach(pages=12, tried=30, of_one_site=4),
}


@dataclass(frozen=True, kw_only=True)
class TopicPlan:
    """What is asked where, and what that takes at the most.

    `microusd` is what the engines charge for all queries, each asked once; it is never passed. `seconds` is
    about how long looking up and reading take.
    """

    topic: str
    depth: Depth
    queries: tuple[str, ...]
    engines: tuple[str, ...]
    pages: int
    microusd: int
    seconds: int


def planned(
    topic: str, depth: Depth, queries: Sequence[str], searches: Sequence[Search]
) -> TopicPlan:
    """The plan; without `queries` by rule. Raises Refused("bad_queries")."""
    asked, reach = queries_of(topic, depth, queries), REACH[depth]
    here = sum(isinstance(search, LocalSearch) for search in searches)
    each = LOCAL_SECONDS if here == len(searches) else PAGE_SECONDS
    return TopicPlan(
        topic=topic,
        depth=depth,
        queries=asked,
        engines=tuple(search.name for search in searches),
        pages=reach.pages,
        microusd=len(asked) * sum(search.microusd for search in searches),
        seconds=round(reach.pages * each + len(asked) * (len(searches) - here) * QUERY_SECONDS),
    )


def queries_of(topic: str, depth: Depth, given: Sequence[str] = ()) -> tuple[str, ...]:
    """What engines are asked: what a person wants asked, else the topic, and in depth its parts as well."""
    wanted = [one_line(query) for query in given]
    if any(len(query) > QUERY_CHARACTERS_MAX for query in wanted) or len(wanted) > QUERIES_MAX:
        raise Refused(
            "bad_queries",
            f"Ask at most {QUERIES_MAX} queries, each of at most {QUERY_CHARACTERS_MAX} characters.",
        )
    if not any(wanted):
        wanted = [topic] if depth == "quick" else [topic, *_parts(topic)]
    return tuple(dict.fromkeys(query for query in wanted if query))[:QUERIES_MAX]


def _parts(topic: str) -> list[str]:
    """What the topic joins, each alone; of one that joins nothing its words without those that only ask."""
    from praxeo.claims.reading import read_text  # where a topic is planned, and not by all that may

    parts = [part for part in re.split(_PARTS, topic) if read_text(part).terms]
    return parts if len(parts) > 1 else [" ".join(term.key for term in read_text(topic).terms)]
