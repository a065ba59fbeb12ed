"""A topic becomes the pages that were found about it: read once, each place with its source, nothing invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from devtools.loopback.search import LoopbackSearch, Page
from devtools.loopback.serving import served
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.adapters.search.kinds import search_of
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.input_records import TopicInput
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.search import SearchHit
from praxeo.sources.research.choosing import chosen, site_of
from praxeo.sources.research.mirrors import is_mirror, shingles
from praxeo.sources.research.service import PAGES, Topics
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
            read_document=DocumentReader(),
            name_pictures=PagePictures(),
        )

    def add(self, host: str, words: str, title: str = "", status: int = 200) -> None:
        title = title or f"Enzymes by {host}"
        self.pages.append(Page(url=f"http://{host}/", title=title, text="An enzyme."))
        self.sites.add(host, page(html(title, words), status=status))

    def read(self, topic: str = "enzyme") -> Extraction:
        source = TopicInput(
            id="top_1", owner="local", created_at="", updated_at="", project_id="prj_1", topic=topic
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


@pytest.fixture
def desk() -> Iterator[Desk]:
    with ExitStack() as stack:
        yield Desk(stack)


def test_every_place_leads_to_the_page_that_it_was_read_from(desk: Desk) -> None:
    for number in range(3):
        desk.add(f"site{number}.org", text(number))
    found = desk.read()
    wanted = [f"http://site{number}.org/" for number in range(3)]
    assert [source.address for source in found.sources] == wanted
    assert {block.locator.source for block in found.blocks} == {0, 1, 2}
    assert found.metadata.title == "enzyme"
    page = desk.room.records.list(Snapshot, {"input_id": "top_1"})
    kept = {each.id: each.final_url for each in page.records}
    assert [kept[source.snapshot_id] for source in found.sources] == wanted


def test_only_what_was_fetched_is_ever_a_source(desk: Desk) -> None:
    desk.add("good.org", text(1))
    desk.pages.append(Page(url="http://never.org/enzyme", title="An enzyme", text="Enzyme"))
    desk.pages.append(Page(url="http://127.0.0.1/enzyme", title="An enzyme", text="Enzyme"))
    desk.add("dead.org", text(2), status=404)
    desk.add("soft.org", "The enzyme page could not be found.", title="Page not found")
    found = desk.read()
    assert [source.address for source in found.sources] == ["http://good.org/"]
    told = [each.details["why"] for each in found.warnings if each.code == "source_left_out"]
    assert sorted(told) == ["error_page", "host_unknown", "link_private", "page_missing"]


def test_a_second_reading_asks_neither_engine_nor_site_and_finds_the_same(desk: Desk) -> None:
    desk.add("good.org", text(1))
    desk.add("dead.org", text(2), status=500)
    first = desk.read()
    before = len(desk.engine.asked), len(desk.sites.web.dials)
    assert desk.read() == first
    assert (len(desk.engine.asked), len(desk.sites.web.dials)) == before == (1, 4)


@pytest.mark.parametrize("at", range(1, 9))
def test_a_kill_at_any_request_repeats_at_most_that_one(desk: Desk, at: int) -> None:
    for number in range(4):
        desk.add(f"site{number}.org", text(number))
    with pytest.raises(Killed), desk.dying_at(at):
        desk.read()
    desk.room = replace(desk.room, web=desk.sites.fetcher())  # another process goes on
    assert len(desk.read().sources) == 4
    once = 2 * 4  # robots.txt and page of each site
    assert len(desk.sites.web.dials) <= once + 2
    assert len(desk.engine.asked) == 1


def test_a_copy_is_not_taken_for_another_source(desk: Desk) -> None:
    desk.add("first.org", text(1))
    desk.add("mirror.org", text(1))
    desk.add("half.org", text(1, 200) + " " + text(9, 150))
    desk.add("other.org", text(2))
    wanted = ["http://first.org/", "http://other.org/"]
    assert [source.address for source in desk.read().sources] == wanted


def test_no_more_pages_are_read_than_one_topic_needs(desk: Desk) -> None:
    for number in range(PAGES + 2):
        desk.add(f"site{number}.org", text(number))
    assert len(desk.read().sources) == PAGES
    assert len(desk.sites.dialled) == PAGES


def test_nothing_found_is_told_from_an_engine_that_did_not_answer(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.read()
    assert refused.value.code == "topic_not_found"
    desk.engine.faults.append("busy")
    with pytest.raises(PraxeoError) as raised:
        desk.read("heat")
    assert (raised.value.code, raised.value.retryable) == ("search_busy", True)


def test_a_topic_needs_an_engine(desk: Desk) -> None:
    assert desk.room.accept("  Enzymes ") == {"topic": "Enzymes"}
    with pytest.raises(Refused) as refused:
        replace(desk.room, searches=()).accept("Enzymes")
    assert refused.value.code == "no_search"


def hit(url: str) -> SearchHit:
    return SearchHit(url=url, title=url)


def test_pages_are_taken_from_each_engine_in_turn_and_few_of_one_site() -> None:
    one = [*(hit(f"https://www.a.co.uk/{number}") for number in range(4)), hit("https://b.org/1")]
    other = [hit("https://www.a.co.uk/0#part"), hit("https://c.org/1"), hit("https://m.c.org/2")]
    assert [each.url for each in chosen([one, other])] == [
        "https://www.a.co.uk/0",
        "https://www.a.co.uk/1",
        "https://c.org/1",
        "https://m.c.org/2",
        "https://b.org/1",
    ]


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.bbc.co.uk/a", "bbc.co.uk"),
        ("https://en.wikipedia.org/wiki/A", "wikipedia.org"),
        ("https://a.b.example.com:8080/", "example.com"),
        ("https://amp.x.de/", "x.de"),
    ],
)
def test_a_site_is_what_one_owner_has(address: str, site: str) -> None:
    assert site_of(address) == site


def test_unrelated_pages_are_no_mirrors(desk: Desk) -> None:
    desk.add("a.org", text(1))
    blocks = desk.read().blocks
    assert is_mirror(shingles(blocks), shingles(blocks))
    assert not is_mirror(shingles(blocks), shingles([]))
