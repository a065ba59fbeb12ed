"""A topic becomes the pages that were found about it: read once, each place with its source, nothing invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from devtools.loopback.search import Page
from devtools.loopback.zim import zim_bytes
from praxeo.adapters.local_search.library import LibrarySearch
from praxeo.adapters.local_search.zim import ZimSearch
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.pages_heard import pages_told_to
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.search import SearchHit
from praxeo.sources.combining.joining import Part
from praxeo.sources.research.choosing import chosen, site_of
from praxeo.sources.research.independence import independent
from praxeo.sources.research.mirrors import is_mirror, shingles
from praxeo.sources.research.planning import REACH
from tests.unit.adapters.local_search.read_before import put
from tests.unit.sources.research.topic_desk import Desk, Killed, html, text


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


def test_each_page_is_told_before_it_is_asked_for(desk: Desk) -> None:
    for number in range(2):
        desk.add(f"site{number}.org", text(number))
    desk.add("dead.org", text(2), status=404)
    told: list[tuple[int, str]] = []
    with pages_told_to(lambda read, site: told.append((read, site))):
        desk.read()
    assert told == [(0, "site0.org"), (1, "site1.org"), (2, "dead.org"), (2, "")]


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
    desk.add("short.org", "An enzyme is small.")
    wanted, found = ["http://first.org/", "http://other.org/"], desk.read()
    assert [source.address for source in found.sources] == wanted
    told = [(each.code, each.details["host"]) for each in found.warnings]
    assert sorted(told) == [
        ("source_copied", "half.org"),
        ("source_copied", "mirror.org"),
        ("source_thin", "short.org"),
    ]


def test_what_stands_on_one_source_alone_is_said_to_do_so(desk: Desk) -> None:
    desk.add("www.one.org", text(1))
    desk.add("m.one.org", text(2))
    found = desk.read()
    assert [each.code for each in found.warnings] == ["one_source"]
    desk.add("two.org", text(3))
    again = desk.read("enzyme site", "top_2")
    assert "one_source" not in [each.code for each in again.warnings]


def test_pages_by_one_hand_are_one_source(desk: Desk) -> None:
    desk.add("one.org", text(1))
    (source,) = (read := desk.read()).sources

    def part(host: str, *authors: str) -> Part:
        told = replace(read.metadata, authors=authors)
        return replace(source, address=f"http://{host}/"), replace(read, metadata=told)

    assert independent([part("a.org", "Ada"), part("b.org", "Bo"), part("b.org")]) == 2
    assert independent([part("a.org", "Ada"), part("b.org", "Bo"), part("c.org", "ADA", "Bo")]) == 1


def test_no_more_pages_are_read_than_one_topic_needs(desk: Desk) -> None:
    for number in range(REACH["quick"].pages + 2):
        desk.add(f"site{number}.org", text(number))
    assert len(desk.read().sources) == REACH["quick"].pages
    assert len(desk.sites.dialled) == REACH["quick"].pages


def test_nothing_found_is_told_from_an_engine_that_did_not_answer(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.read()
    assert refused.value.code == "topic_not_found"
    desk.engine.faults.append("busy")
    with pytest.raises(PraxeoError) as raised:
        desk.read("heat")
    assert (raised.value.code, raised.value.retryable) == ("search_busy", True)


def test_a_topic_needs_an_engine(desk: Desk) -> None:
    assert desk.room.accept("  Enzymes ")["topic"] == "Enzymes"
    with pytest.raises(Refused) as refused:
        replace(desk.room, searches=()).accept("Enzymes")
    assert refused.value.code == "no_search"


def test_own_documents_are_enough_for_a_topic_and_the_same_after_they_are_gone(desk: Desk) -> None:
    room = desk.room
    source = put(room.records, room.blobs, "Biology", f"An enzyme binds.\n{text(3)}")
    put(room.records, room.blobs, "Sailing", f"The sea. {'wind and sail ' * 50}")
    own = lambda owner: LibrarySearch(room.records, room.blobs, room.clock, owner)  # noqa: E731
    desk.room = replace(room, searches=(), own_library=own)
    found = desk.read()
    assert [(each.title, each.input_id) for each in found.sources] == [("Biology", source.id)]
    assert not desk.sites.dialled
    room.records.save(delete=[source])
    assert desk.read() == found
    with pytest.raises(Refused) as refused:
        desk.read("enzyme", "top_2")
    assert refused.value.code == "library_silent"


def test_articles_of_a_zim_file_are_read_as_pages_are(desk: Desk, tmp_path: Path) -> None:
    pages = {
        "Enzyme": ("Enzyme", html("Enzyme", text(5))),
        "Tide": ("Tide", html("Tide", "The sea.")),
    }
    (tmp_path / "wiki.zim").write_bytes(zim_bytes(pages, stated={"Source": "en.wikipedia.org"}))
    zim = ZimSearch(tmp_path / "wiki.zim", desk.room.clock)
    desk.room = replace(desk.room, searches=(zim,))
    found = desk.read()
    assert [each.address for each in found.sources] == ["https://en.wikipedia.org/wiki/Enzyme"]
    assert found.sources[0].source_kind == "encyclopaedia"
    (tmp_path / "wiki.zim").unlink()
    assert (desk.read(), desk.sites.dialled) == (found, set())


def hit(url: str) -> SearchHit:
    return SearchHit(url=url, title=url)


def test_pages_are_taken_from_each_engine_in_turn_and_few_of_one_site() -> None:
    one = [*(hit(f"https://www.a.co.uk/{number}") for number in range(4)), hit("https://b.org/1")]
    other = [hit("https://www.a.co.uk/0#part"), hit("https://c.org/1"), hit("https://m.c.org/2")]
    assert [each.url for each in chosen([one, other], 2)] == [
        "https://www.a.co.uk/0",
        "https://www.a.co.uk/1",
        "https://c.org/1",
        "https://m.c.org/2",
        "https://b.org/1",
    ]


def test_addresses_that_only_lead_to_pages_count_for_the_sites_of_those() -> None:
    leads = [
        SearchHit(url=f"https://redirect.example/{n}", title=site, site=site)
        for n, site in enumerate(("a.org", "a.org", "a.org", "b.org", "c.org"))
    ]
    assert [each.site for each in chosen([leads], 2)] == ["a.org", "a.org", "b.org", "c.org"]


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
