"""One suite for all search engines: hits, none, try later, key refused and quota used are never confused.

What is searched on this machine, the library and ZIM files, passes the part of it that needs no server.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from devtools.loopback.search import KEY, WAIT_SECONDS, EngineKind, LoopbackSearch, Page
from devtools.loopback.serving import served
from devtools.loopback.zim import zim_bytes
from praxeo.adapters.clock import SystemClock
from praxeo.adapters.local_search.zim import ZimSearch
from praxeo.adapters.search.engine import Engine
from praxeo.adapters.search.kinds import engine_of
from praxeo.adapters.web.exchange import Exchanges
from praxeo.domain.errors import PraxeoError, Unavailable
from praxeo.domain.secrets import Secret
from praxeo.ports.search import LocalSearch, Search
from tests.unit.adapters.local_search.read_before import library_of

PAGES = (
    Page(url="https://a.example.org/enzymes", title="Enzymes", text="An enzyme binds a substrate."),
    Page(url="https://b.example.org/heat", title="Heat", text="Heat changes an enzyme."),
    Page(url="https://c.example.org/tides", title="Tides", text="The moon pulls at the sea."),
)
WITH_KEY = ("brave", "tavily", "gemini")


@dataclass
class Desk:
    """One engine, and the server that it asks."""

    search: Search
    server: LoopbackSearch
    kind: EngineKind

    def outcome(self, words: str = "enzyme") -> tuple[str, bool]:
        """The code of what finding this raises, and whether it is worth trying again."""
        with pytest.raises(PraxeoError) as raised:
            self.search.find(words)
        assert KEY not in f"{raised.value.message} {raised.value.details} {raised.value.__cause__}"
        assert raised.value.message.endswith(".")
        return raised.value.code, raised.value.retryable


def desk_of(kind: EngineKind, address: str, server: LoopbackSearch, key: str = KEY) -> Desk:
    base = f"{address}/w/api.php" if kind == "mediawiki" else address
    engine = Engine(kind, base, Exchanges(), lambda: datetime.now(UTC), "Praxeo/test")
    return Desk(search=engine_of(kind, engine, base, Secret(key)), server=server, kind=kind)


@pytest.fixture(params=get_args(EngineKind))
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    server = LoopbackSearch(kind=request.param, pages=PAGES)
    with served(server) as address:
        yield desk_of(request.param, address, server)


@pytest.fixture(params=[*get_args(EngineKind), "library", "zim"])
def search(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Search]:
    """Every search there is, over the same pages."""
    if request.param == "library":
        yield library_of({page.title: page.text for page in PAGES})
    elif request.param == "zim":
        articles = {page.title: (page.title, page.text.encode()) for page in PAGES}
        (tmp_path / "wiki.zim").write_bytes(zim_bytes(articles))
        yield ZimSearch(tmp_path / "wiki.zim", SystemClock())
    else:
        server = LoopbackSearch(kind=request.param, pages=PAGES)
        with served(server) as address:
            yield desk_of(request.param, address, server).search


def test_pages_are_found_the_best_first_as_plain_text(search: Search) -> None:
    found = search.find("enzyme substrate")
    assert [hit.title for hit in found] == ["Enzymes", "Heat"]
    assert all("<" not in hit.snippet and "&amp;" not in hit.snippet for hit in found)
    assert len({hit.url for hit in found}) == 2
    if isinstance(search, LocalSearch):
        assert all(search.serves(hit.url) and search.get(hit.url).data for hit in found)


def test_the_address_of_a_hit_is_that_of_its_page(desk: Desk) -> None:
    found = desk.search.find("enzyme substrate")
    if desk.kind == "mediawiki":
        assert found[0].url.endswith("/wiki/Enzymes")
    else:
        assert found[0].url == PAGES[0].url


def test_no_more_are_given_than_asked_for(search: Search) -> None:
    assert len(search.find("enzyme", limit=1)) == 1


def test_nothing_found_is_no_error(search: Search) -> None:
    assert search.find("volcano") == ()
    assert search.find("?!") == ()


def test_a_busy_engine_says_when_to_come_again(desk: Desk) -> None:
    desk.server.faults += ["busy"]
    with pytest.raises(Unavailable) as raised:
        desk.search.find("enzyme")
    assert (raised.value.code, raised.value.retryable) == ("search_busy", True)
    assert raised.value.retry_after == (1.0 if desk.kind == "brave" else WAIT_SECONDS)
    assert desk.search.find("enzyme")


@pytest.mark.parametrize("desk", WITH_KEY, indirect=True)
def test_a_key_that_is_refused_is_told_from_one_whose_quota_is_used(desk: Desk) -> None:
    desk.server.faults += ["key", "quota"]
    assert desk.outcome() == ("search_key_refused", False)
    assert desk.outcome() == ("search_quota_used", False)


@pytest.mark.parametrize("kind", WITH_KEY)
def test_a_wrong_key_is_refused_and_never_shown(
    kind: EngineKind, caplog: pytest.LogCaptureFixture
) -> None:
    server = LoopbackSearch(kind=kind, pages=PAGES)
    with caplog.at_level(logging.DEBUG), served(server) as address:
        desk = desk_of(kind, address, server, key="a key of somebody else")
        assert desk.outcome() == ("search_key_refused", False)
    assert "a key of somebody else" not in caplog.text
    assert "a key of somebody else" not in repr(desk.search.__dict__)


@pytest.mark.parametrize("desk", ["searxng"], indirect=True)
def test_an_engine_that_nobody_answered_has_not_found_nothing(desk: Desk) -> None:
    desk.server.faults += ["silent", "json_off"]
    assert desk.outcome() == ("search_busy", True)
    with pytest.raises(PraxeoError, match=r"put json under search\.formats"):
        desk.search.find("enzyme")


def test_what_cannot_be_read_is_told_as_that(desk: Desk) -> None:
    for fault, outcome in (
        ("broken", ("search_unreadable", True)),
        ("odd", ("search_unreadable", True)),
        ("down", ("search_busy", True)),
        ("redirect", ("search_refused", False)),
        ("cut", ("search_unreachable", True)),
        ("large", ("search_unreachable", False)),
    ):
        desk.server.faults.append(fault)  # type: ignore[arg-type]
        assert desk.outcome() == outcome, fault
    assert desk.search.find("enzyme")


def test_an_engine_that_is_not_there_is_told(desk: Desk) -> None:
    gone = desk_of(desk.kind, "http://127.0.0.1:9", desk.server)
    assert gone.outcome() == ("search_unreachable", True)


def test_a_query_is_one_line_and_no_longer_than_engines_take(desk: Desk) -> None:
    desk.search.find("enzyme\n  substrate " + "word " * 200)
    (asked,) = desk.server.asked
    assert asked.startswith("enzyme substrate word")
    assert 380 < len(asked) <= 400
    assert not asked.endswith("wor")
