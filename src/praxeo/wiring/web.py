"""From the configuration to the web. What fetching takes is loaded when something is fetched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from praxeo.config import Config
from praxeo.hosting import OWN_LIBRARY, ZIM
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.ports.search import Search
from praxeo.ports.videos import VideoLookup
from praxeo.ports.web import Fetched, Known, Web


def open_web(config: Config, clock: Clock) -> Web:
    """The one way out into the web, for the whole process: it knows which site was asked when."""

    def opened() -> Web:
        from praxeo.adapters.web.fetcher import WebFetcher

        return WebFetcher(clock.now, contact=config.contact)

    return _Later(opened)


def open_searches(config: Config, clock: Clock) -> tuple[Search, ...]:
    """The configured search engines, wikis first, each asking its own address and no other; files are opened when
    they are asked."""
    return tuple(
        _zim(place, clock) if kind == ZIM else _engine(kind, place, config, clock)
        for kind, place in sorted(config.search, key=lambda each: each[0] != "mediawiki")
        if kind != OWN_LIBRARY
    )


def open_own_library(
    config: Config, records: RecordStore, blobs: BlobStore, clock: Clock
) -> Callable[[str], Search] | None:
    """Search in what an account has read; None where topics are not looked up in that."""
    if (OWN_LIBRARY, "") not in config.search:
        return None

    def of(owner: str) -> Search:
        from praxeo.adapters.local_search.library import LibrarySearch

        return LibrarySearch(records, blobs, clock, owner)

    return of


def _zim(place: str, clock: Clock) -> Search:
    from praxeo.adapters.local_search.zim import ZimSearch

    return ZimSearch(Path(place), clock)


def _engine(kind: str, place: str, config: Config, clock: Clock) -> Search:
    from praxeo.adapters.search.kinds import search_of
    from praxeo.adapters.web.fetcher import agent
    from praxeo.observability import logs

    for key in config.search_keys.values():
        logs.hide(key.reveal())
    return search_of(kind, place, config.search_keys, clock.now, agent(config.contact))


def open_videos(config: Config, clock: Clock) -> VideoLookup | None:
    """YouTube's Data API, where there is a key for it."""
    place, key = config.youtube
    if not key.reveal():
        return None
    from praxeo.adapters.web.fetcher import agent
    from praxeo.adapters.youtube_api import YoutubeApi
    from praxeo.observability import logs

    logs.hide(key.reveal())
    return YoutubeApi(place, key, clock.now, agent(config.contact))


class _Later:
    """A Web that is opened by the first who needs it."""

    def __init__(self, opened: Callable[[], Web]) -> None:
        self._opened, self._lock = opened, threading.Lock()
        self._web: Web | None = None

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        with self._lock:
            self._web = self._web or self._opened()
        return self._web.get(url, accept=accept, robots=robots, known=known)
