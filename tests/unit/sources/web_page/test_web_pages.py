"""A link becomes what its page says: fetched once, read in a confined process, with its source beside it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from devtools.loopback.serving import Exchange
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.input_records import WebPageInput
from praxeo.domain.snapshot_records import Snapshot
from praxeo.sources.web_page.reading import PICTURES_MAX
from praxeo.sources.web_page.service import WebPages
from tests.unit.adapters.web.loopback_sites import Sites

TEXT = (
    "An enzyme binds its substrate at the active site, and heat changes the shape of that site. "
    * 6
)
SAMPLES = Path(__file__).parents[4] / "samples"


@pytest.fixture
def sites() -> Iterator[Sites]:
    with ExitStack() as stack:
        yield Sites(stack)


@pytest.fixture
def room(sites: Sites) -> WebPages:
    clock = SystemClock()
    return WebPages(
        records=MemoryRecords(),
        blobs=MemoryBlobs(),
        clock=clock,
        ids=RandomIds(clock),
        web=sites.fetcher(),
        read_document=DocumentReader(),
        name_pictures=PagePictures(),
    )


def read(room: WebPages, url: str) -> Extraction:
    source = WebPageInput(
        id="web_1", owner="local", created_at="", updated_at="", project_id="prj_1", url=url
    )
    return room.read(source, lambda share: None)


def page(text: str = TEXT, more: str = "", title: str = "Enzymes") -> bytes:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>"
        '<meta property="article:published_time" content="2025-03-04">'
        f"</head><body><nav><img src=/logo.png alt=Logo width=200 height=80> <a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1><p>{text}</p>{more}<p>{text}</p></article></body></html>"
    ).encode()


def picture(seed: int = 0) -> bytes:
    noise = bytes(Random(seed).randbytes(40 * 30 * 3))
    file = io.BytesIO()
    Image.frombytes("RGB", (40, 30), noise).resize((320, 240)).save(file, "PNG")
    return file.getvalue()


def serve(files: dict[str, tuple[str, bytes]], asked: list[str]) -> Callable[[Exchange], None]:
    def handle(exchange: Exchange) -> None:
        asked.append(exchange.path_only)
        kind, data = files.get(exchange.path_only, ("text/plain", b""))
        exchange.send_bytes(200 if data else 404, data, kind)

    return handle


def test_a_page_is_read_with_its_source_and_its_pictures(sites: Sites, room: WebPages) -> None:
    asked: list[str] = []
    figure = "<figure><img src=pictures/site.png alt='An active site'><figcaption>The site.</figcaption></figure>"
    files = {
        "/a/enzymes": ("text/html", page(more=figure)),
        "/a/pictures/site.png": ("image/png", picture()),
        "/logo.png": ("image/png", picture(1)),
    }
    dialled = sites.add("bio.example.org", serve(files, asked))
    found = read(room, "http://bio.example.org/a/enzymes#top")
    assert [block.kind for block in found.blocks] == ["heading", "paragraph", "figure", "paragraph"]
    assert len(found.pictures) == 1
    assert asked == ["/robots.txt", "/a/enzymes", "/a/pictures/site.png"]
    (source,) = found.sources
    assert (source.address, source.title) == ("http://bio.example.org/a/enzymes", "Enzymes")
    assert (source.date, source.date_basis) == ("2025-03-04", "stated")
    assert (source.kind, source.source_kind) == ("web_page_input", "unknown")
    assert found.metadata.media_type == "text/html"
    kept = room.records.list(Snapshot, {"input_id": "web_1"}).records
    (snapshot,) = [each for each in kept if each.id == source.snapshot_id]
    assert (snapshot.status, snapshot.robots, snapshot.title) == (200, "none", "Enzymes")
    assert snapshot.hops[0].dialled == dialled
    assert snapshot.content_hash == source.content_hash == found.metadata.content_hash


def test_a_second_reading_asks_nobody_and_finds_the_same(sites: Sites, room: WebPages) -> None:
    asked: list[str] = []
    more = "<img src=/there.png alt='A site' width=300><img src=/gone.png alt='Another' width=300>"
    files = {
        "/": ("text/html", page(more=more)),
        "/there.png": ("image/png", picture()),
    }
    sites.add("bio.example.org", serve(files, asked))
    first = read(room, "http://bio.example.org/")
    before = len(asked), len(sites.web.dials)
    again = read(room, "http://bio.example.org/")
    assert (len(asked), len(sites.web.dials)) == before
    assert (again.blocks, again.sources) == (first.blocks, first.sources)


def test_a_document_behind_a_link_is_read_as_what_it_is(sites: Sites, room: WebPages) -> None:
    pdf = next(SAMPLES.glob("*.pdf")).read_bytes()
    sites.add("papers.example.org", serve({"/a.php": ("text/html", pdf)}, []))
    found = read(room, "http://papers.example.org/a.php")
    assert found.metadata.media_type == "application/pdf"
    assert found.blocks[0].locator.page == 1
    assert found.sources[0].address == "http://papers.example.org/a.php"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Page not found", "Sorry, the page could not be found. Try the search."),
        ("Sign in", "Please sign in to continue reading this article."),
        (
            "Before you continue",
            "We value your privacy. Accept all cookies or manage your choices.",
        ),
        (
            "Just a moment...",
            "Checking your browser. Verify that you are human by completing this.",
        ),
        ("Maintenance", "We'll be right back. The site is down for maintenance."),
    ],
)
def test_a_message_in_place_of_a_page_is_never_taught(
    sites: Sites, room: WebPages, title: str, text: str
) -> None:
    body = f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>".encode()
    sites.add("site.example.org", serve({"/x": ("text/html", body)}, []))
    with pytest.raises(Refused) as refused:
        read(room, "http://site.example.org/x")
    assert refused.value.code == "error_page"


def test_letters_are_read_as_the_site_says_where_the_page_says_nothing(
    sites: Sites, room: WebPages
) -> None:
    text = "Фермент связывает субстрат в активном центре, и тепло меняет форму этого центра. " * 6
    body = f"<!doctype html><title>Белки</title><h1>Белки</h1><p>{text}</p>".encode("koi8-r")
    sites.add("site.example.org", serve({"/": ("text/html; charset=KOI8-R", body)}, []))
    found = read(room, "http://site.example.org/")
    assert found.metadata.title == "Белки"
    assert found.blocks[-1].text.startswith("Фермент связывает субстрат")


def test_no_more_pictures_are_fetched_than_a_page_may_have(sites: Sites, room: WebPages) -> None:
    asked: list[str] = []
    count = PICTURES_MAX + 8
    more = "".join(
        f"<p>{TEXT}</p><img src=/p{n}.png alt='Site {n}' width=300>" for n in range(count)
    )
    files = {"/": ("text/html", page(more=more))}
    files |= {f"/p{n}.png": ("image/png", picture(n)) for n in range(count)}
    sites.add("bio.example.org", serve(files, asked))
    found = read(room, "http://bio.example.org/")
    assert len([path for path in asked if path.endswith(".png")]) == PICTURES_MAX
    assert len(found.pictures) == PICTURES_MAX
    assert any(warning.code == "pictures_left_out" for warning in found.warnings)


def test_pictures_come_from_the_public_web_only(sites: Sites, room: WebPages) -> None:
    more = "<img src=http://169.254.169.254/a.png alt=Site width=300><img src=//inside.lan/b.png alt=B width=300>"
    address = sites.add("bio.example.org", serve({"/": ("text/html", page(more=more))}, []))
    assert not read(room, "http://bio.example.org/").pictures
    assert sites.dialled == {address}


def test_a_stored_page_that_nobody_fetched_is_no_bomb(sites: Sites, room: WebPages) -> None:
    sites.add("bio.example.org", serve({"/": ("text/html", page())}, []))
    read(room, "http://bio.example.org/")
    (snapshot,) = room.records.list(Snapshot, {"input_id": "web_1"}).records
    for planted in (gzip.compress(bytes(60_000_000)), gzip.compress(page())[:-20], b"no gzip"):
        blob = room.blobs.put("web_page_inputs/web_1", planted)
        changed = replace(snapshot, content_blob=blob.key, size=blob.size)
        (snapshot,) = room.records.save(changed)
        with pytest.raises(Refused) as refused:
            read(room, "http://bio.example.org/")
        assert refused.value.code == "damaged"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("  http://example.org ", "http://example.org"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org/a", "https://example.org/a"),
        ("bücher.example/ä", "https://bücher.example/ä"),
        ("photosynthesis", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://a b", ""),
        ("", ""),
        ("https://example.org/" + "a" * 5_000, ""),
    ],
)
def test_a_link_is_told_from_what_is_none(room: WebPages, given: str, url: str) -> None:
    if url:
        assert room.accept(given) == {"url": url}
        return
    with pytest.raises(Refused) as refused:
        room.accept(given)
    assert refused.value.code == "link_malformed"
