"""Pages that are on this machine already: given by the engine that found them, all others by the web."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import NotFound, Refused
from praxeo.ports.search import LocalSearch, Search
from praxeo.ports.web import Fetched, Known, Web
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.web_page.reading import PageReading
from praxeo.sources.web_page.snapshots import Snapshots

LIBRARY = "library:"  # addresses of passages that were read before, which no site can have


@dataclass(frozen=True, kw_only=True)
class AtHand:
    """A Web in which addresses of engines on this machine lead to what those have."""

    web: Web
    searches: Sequence[Search]

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        for search in self.searches:
            if isinstance(search, LocalSearch) and search.serves(url):
                try:
                    return search.get(url)
                except NotFound as gone:
                    raise Refused(gone.code, gone.message) from gone
        return self.web.get(url, accept=accept, robots=robots, known=known)


def read_hit(reading: PageReading, kept: Snapshots, url: str) -> Extraction:
    """What a page says that was found, wherever it is. Raises as `PageReading.read`."""
    if not url.startswith(LIBRARY):
        return reading.read(kept, url)
    return from_json(kept.data(kept.of(url)))
