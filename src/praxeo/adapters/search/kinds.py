"""The engines by the words that the configuration has for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from praxeo.adapters.search.brave import BraveSearch
from praxeo.adapters.search.engine import Engine
from praxeo.adapters.search.gemini import GeminiSearch
from praxeo.adapters.search.mediawiki import MediaWikiSearch
from praxeo.adapters.search.searxng import SearxngSearch
from praxeo.adapters.search.tavily import TavilySearch
from praxeo.adapters.web.exchange import Exchanges
from praxeo.domain.secrets import Secret
from praxeo.ports.search import Search


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineSort:
    """How an engine is called, and what makes it: of its server, its address and its key."""

    called: str
    make: Callable[[Engine, str, Secret], Search]


SORTS = {
    "mediawiki": EngineSort(called="MediaWiki", make=lambda e, base, key: MediaWikiSearch(e, base)),
    "searxng": EngineSort(called="SearXNG", make=lambda e, base, key: SearxngSearch(e)),
    "brave": EngineSort(called="Brave", make=lambda e, base, key: BraveSearch(e, key)),
    "gemini": EngineSort(called="Gemini", make=lambda e, base, key: GeminiSearch(e, key)),
    "tavily": EngineSort(called="Tavily", make=lambda e, base, key: TavilySearch(e, key)),
}


def search_of(
    kind: str,
    place: str,
    keys: Mapping[str, Secret],
    now: Callable[[], datetime],
    agent: str,
) -> Search:
    """The engine of this kind at this address."""
    engine = Engine(SORTS[kind].called, place, Exchanges(), now, agent)
    return engine_of(kind, engine, place, keys.get(kind, Secret("")))


def engine_of(kind: str, engine: Engine, base: str, key: Secret) -> Search:
    """The engine of this kind."""
    return SORTS[kind].make(engine, base, key)
