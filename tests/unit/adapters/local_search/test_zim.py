"""ZIM files: articles are found and read without a network; a damaged or hostile file is refused, and soon."""

from __future__ import annotations

import random
import struct
import time
from contextlib import suppress
from pathlib import Path

import pytest

from devtools.loopback.zim import Packing, zim_bytes
from praxeo.adapters.clock import SystemClock
from praxeo.adapters.local_search import zim, zim_clusters
from praxeo.adapters.local_search.zim import ZimSearch
from praxeo.adapters.local_search.zim_file import ZimFile
from praxeo.domain.errors import PraxeoError, Refused

PAGES = {
    "Enzyme": (
        "Enzyme",
        b"<html><head><title>x</title></head><p>An enzyme binds a substrate.</p></html>",
    ),
    "Heat": ("Heat", b"<p>Heat changes an enzyme.<script>volcano()</script></p>"),
    "Tides_of_the_sea": (
        "Tides of the sea",
        "<p>The moon pulls at the sea at Málaga.</p>".encode(),
    ),
}
LEADS = {"Enzymes": "Enzyme", "Round": "Round_2", "Round_2": "Round"}
STATED = {"Title": "Test wiki", "Source": "en.wikipedia.org", "Date": "2026-01-31"}


def written(folder: Path, data: bytes) -> Path:
    path = folder / "wiki.zim"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("packing", ["plain", "xz", "zstd"])
def test_every_packing_gives_the_bytes_back(
    tmp_path: Path, packing: Packing, wide: bool, old: bool
) -> None:
    data = zim_bytes(PAGES, redirects=LEADS, stated=STATED, packing=packing, wide=wide, old=old)
    file = ZimFile(written(tmp_path, data))
    for path, (title, page) in PAGES.items():
        entry = file.find(file.articles, path)
        assert entry
        assert (entry.title, file.data(entry)) == (title, page)
    assert file.stated("Date") == "2026-01-31"
    assert file.find(file.articles, "Nothing") is None


def test_an_article_is_told_with_where_and_from_when_it_is(tmp_path: Path) -> None:
    search = ZimSearch(
        written(tmp_path, zim_bytes(PAGES, redirects=LEADS, stated=STATED)), SystemClock()
    )
    (hit,) = search.find("moon sea")
    found = search.get(hit.url)
    assert (hit.title, found.final_url) == (
        "Tides of the sea",
        "https://en.wikipedia.org/wiki/Tides_of_the_sea",
    )
    assert (found.data, found.media_type) == (PAGES["Tides_of_the_sea"][1], "text/html")
    assert found.last_modified == "Sat, 31 Jan 2026 00:00:00 +0000"


def test_scripts_and_heads_are_not_searched(tmp_path: Path) -> None:
    search = ZimSearch(written(tmp_path, zim_bytes(PAGES)), SystemClock())
    assert search.find("volcano") == ()


def test_what_a_file_says_of_its_place_is_not_taken_for_any_address(tmp_path: Path) -> None:
    for said in (
        "127.0.0.1",
        "javascript:alert(1)",
        "https://evil.example/wiki",
        "en.wikipedia.org/../x",
    ):
        search = ZimSearch(
            written(tmp_path, zim_bytes(PAGES, stated={"Source": said})), SystemClock()
        )
        (hit,) = search.find("moon sea")
        final = search.get(hit.url).final_url
        assert final.startswith(("zim:", "https://en.wikipedia.org/wiki/")), final


def test_a_large_file_is_asked_by_titles_and_what_leads_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zim, "SEEN_MAX", 1)
    search = ZimSearch(written(tmp_path, zim_bytes(PAGES, redirects=LEADS)), SystemClock())
    assert [hit.title for hit in search.find("How do enzymes change with heat?")] == [
        "Enzyme",
        "Heat",
    ]
    assert search.find("volcano") == ()


def test_what_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    file = ZimFile(written(tmp_path, zim_bytes(PAGES, redirects=LEADS)))
    entry = file.find("C", "Round")
    with pytest.raises(Refused, match="damaged"):
        file.followed(entry)  # type: ignore[arg-type]


@pytest.mark.parametrize("packing", ["plain", "xz", "zstd"])
def test_damaged_files_are_refused_or_read_and_never_more(tmp_path: Path, packing: Packing) -> None:
    good, chance = (
        zim_bytes(PAGES, redirects=LEADS, stated=STATED, packing=packing),
        random.Random(13),
    )
    longest = 0.0
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + 4] = chance.choice([chance.randbytes(4), b"\xff" * 4, b"\0" * 4])
        path, begun = (
            written(
                tmp_path, bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
            ),
            time.monotonic(),
        )
        with suppress(PraxeoError):
            search = ZimSearch(path, SystemClock())
            for hit in search.find("enzyme"):
                search.get(hit.url)
        longest = max(longest, time.monotonic() - begun)
    assert longest < 2


@pytest.mark.parametrize("packing", ["xz", "zstd"])
def test_a_bomb_is_unpacked_no_further_than_a_cluster_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packing: Packing
) -> None:
    monkeypatch.setattr(zim_clusters, "CLUSTER_BYTES_MAX", 1_000_000)
    pages = {"Bomb": ("Bomb", b"a" * 4_000_000)}
    file = ZimFile(written(tmp_path, zim_bytes(pages, packing=packing)))
    entry = file.find("C", "Bomb")
    with pytest.raises(Refused, match="damaged"):
        file.data(entry)  # type: ignore[arg-type]


def test_a_file_that_claims_more_than_it_has_is_refused(tmp_path: Path) -> None:
    data = bytearray(zim_bytes(PAGES))
    data[24:28] = struct.pack("<I", 90_000_000)  # entries
    for path in (written(tmp_path, bytes(data)), tmp_path / "none.zim", tmp_path):
        with pytest.raises(Refused) as refused:
            ZimSearch(path, SystemClock()).find("enzyme")
        assert refused.value.code == "search_refused"
