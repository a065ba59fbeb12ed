"""A room for topics on this machine: an engine, the sites that it names, and a process that can be killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any

from devtools.loopback.search import LoopbackSearch, Page
from devtools.loopback.serving import served
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.adapters.search.kinds import search_of
from praxeo.domain.blocks import Extraction
from praxeo.domain.input_records import TopicInput
from praxeo.sources.research.service import Topics
from tests.unit.adapters.web.loopback_sites import Sites, page

WORDS = [
    "enzyme",
    "substrate",
    "binds",
    "site",
    "heat",
    "shape",
    "acid",
    "salt",
    "water",
    "protein",
    "cell",
    "energy",
    "rate",
    "bond",
]


def text(seed: int, words: int = 400) -> str:
    chance = Random(seed)
    sentences = [" ".join(chance.choices(WORDS, k=10)).capitalize() for _ in range(words // 10)]
    return ". ".join(sentences) + "."


def html(title: str, words: str) -> bytes:
    return f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{words}</p>".encode()


class Killed(BaseException):
    """What nobody catches: the end of the process."""


class Desk:
    """An engine on this machine, the pages that it names, and the room that asks it."""

    def __init__(self, stack: ExitStack) -> None:
        self.sites, self.pages = Sites(stack), list[Page]()
        self.engine = LoopbackSearch(kind="searxng", pages=self.pages)
        address = stack.enter_context(served(self.engine))
        clock = SystemClock()
        search = search_of("searxng", address, {}, lambda: datetime.now(UTC), "Praxeo/test")
        self.room = Topics(
            records=MemoryRecords(),
            blobs=MemoryBlobs(),
            clock=clock,
            ids=RandomIds(clock),
            web=self.sites.fetcher(),
            searches=(search,),
            own_library=None,
            read_document=DocumentReader(),
            name_pictures=PagePictures(),
        )

    def add(self, host: str, words: str, title: str = "", status: int = 200) -> None:
        title = title or f"Enzymes by {host}"
        self.pages.append(Page(url=f"http://{host}/", title=title, text="An enzyme."))
        self.sites.add(host, page(html(title, words), status=status))

    def read(self, topic: str = "enzyme", id: str = "top_1", **how: Any) -> Extraction:
        source = TopicInput(
            id=id,
            owner="local",
            created_at="",
            updated_at="",
            project_id="prj_1",
            topic=topic,
            **how,
        )
        return self.room.read(source, lambda share: None)

    @contextmanager
    def dying_at(self, request: int) -> Iterator[None]:
        """While inside, the process is killed when it dials for this time."""
        web = self.sites.web
        dial = web.connect_tcp

        def dies(*values: Any, **named: Any) -> Any:
            stream = dial(*values, **named)
            if len(web.dials) == request:
                raise Killed
            return stream

        web.connect_tcp = dies  # type: ignore[method-assign]
        try:
            yield
        finally:
            web.connect_tcp = dial  # type: ignore[method-assign]
