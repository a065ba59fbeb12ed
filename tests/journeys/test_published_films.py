"""A learner presses a quote of a recording, and the page around the app plays it from that second, if its owner wants that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from embedding import WRAPPER, app_frame, publish, served
from playwright.sync_api import Locator as Found
from playwright.sync_api import Page, expect
from test_embed_journey import page  # noqa: F401

from devtools.recordings import recording
from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Extraction, Locator, ReadSource
from praxeo.domain.media import MediaFile
from praxeo.domain.records import Embed
from praxeo.domain.spec import SpecDocument
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.embed_host import create_embed_host

pytestmark = pytest.mark.browser

HASH = "0123456789abcdef" * 4
SEEK_SECONDS = 0.5  # by which the picture may be away from the second that was asked for
EVERY_SECONDS = 4  # one block after the other is said


@dataclass
class Published:
    embeds: Embeds
    embed: Embed
    address: str

    def change(self, **rules: object) -> None:
        self.embed = self.embeds.change(
            local_user(), self.embed.id, version=self.embed.version, **rules
        )


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("film") / "a.mp4"
    return recording(path, seconds=90, more=("-movflags", "+faststart")).read_bytes()


@pytest.fixture
def published(
    spec: SpecDocument, extraction: Extraction, runtime: RuntimeFiles, film: bytes
) -> Iterator[Published]:
    blocks = tuple(
        replace(block, locator=Locator(second=EVERY_SECONDS * number))
        for number, block in enumerate(extraction.blocks)
    )
    source = ReadSource(title="Enzymes, a talk", kind="media_input", content_hash=HASH)
    app = compile_app(spec, replace(extraction, blocks=blocks, sources=(source,)), runtime=runtime)
    embeds, embed = publish(app, {})
    area, said = f"embeds/{embed.id}", [[0, 300, "An enzyme speeds up a reaction."]]
    kept = (embeds.blobs.put(area, data) for data in (film, json.dumps(said).encode()))
    files = tuple(
        MediaFile(name=f"{source.film}.{kind}", blob=blob.key, size=blob.size)
        for kind, blob in zip(("mp4", "json"), kept, strict=True)
    )
    with served(create_embed_host(embeds, WRAPPER)) as port:
        there = Published(embeds, embed, f"http://127.0.0.1:{port}/e/{embed.id}")
        there.change(films=files)
        yield there


def quote_in(page: Page) -> Found:  # noqa: F811
    """The first quote of an exercise, opened."""
    frame = app_frame(page)
    frame.click("[data-goto=s1]")
    frame.click("[data-action=onward]")
    card = frame.locator("[data-kind=terms] [data-exercise]").first
    card.locator("[data-action=reveal]").click()
    card.locator("[data-action=evidence]").click()
    return frame.locator("figure.quote").first


def second_told(quote: Found) -> int:
    minutes, seconds = quote.locator("figcaption span").first.inner_text().split()[-1].split(":")
    return 60 * int(minutes) + int(seconds)


def plays_from_its_second(page: Page) -> None:  # noqa: F811
    quote = quote_in(page)
    wanted = second_told(quote)
    assert wanted > 1
    quote.get_by_role("button", name="Play it here").click()
    film = page.locator("dialog.source video")
    expect(film).to_have_js_property("currentTime", wanted)
    expect(film).to_have_js_property("seeking", False)
    page.wait_for_function("() => document.querySelector('dialog video').readyState >= 2")
    shown = float(film.evaluate("film => film.currentTime"))
    assert abs(shown - wanted) <= SEEK_SECONDS


def test_it_plays_from_the_second_with_what_is_said_by_keys_and_faster(
    page: Page,  # noqa: F811
    published: Published,
) -> None:
    page.goto(published.address)
    plays_from_its_second(page)
    film = page.locator("dialog.source video")
    said = "film => [...film.textTracks[0].activeCues].map(cue => cue.text)"
    assert film.evaluate(said) == ["An enzyme speeds up a reaction."]
    page.get_by_label("Speed").select_option("2")
    expect(film).to_have_js_property("playbackRate", 2)
    before = float(film.evaluate("film => film.currentTime"))
    film.focus()
    page.keyboard.press("k")
    page.wait_for_function(
        "second => document.querySelector('dialog video').currentTime > second + 1", arg=before
    )
    page.keyboard.press("k")
    expect(film).to_have_js_property("paused", True)
    page.keyboard.press("c")
    page.wait_for_function(
        "() => document.querySelector('dialog video').textTracks[0].mode === 'hidden'"
    )


def test_behind_a_link_it_plays_under_an_address_of_its_own(
    page: Page,  # noqa: F811
    published: Published,
) -> None:
    published.change(access="link")
    until = datetime.now(UTC) + timedelta(hours=1)
    ticket = published.embeds.tickets.give(published.embed, "page", until)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{published.address}#{ticket}")
    plays_from_its_second(page)
    films = [Path(url).parts for url in asked if url.endswith(".mp4")]
    assert {parts[2] for parts in films} == {"p"}
    assert not [url for url in asked if url.endswith(".mp4") and ticket in url]


def test_where_its_owner_did_not_publish_it_nothing_offers_to_play(
    page: Page,  # noqa: F811
    published: Published,
) -> None:
    published.change(films=())
    page.goto(published.address)
    quote = quote_in(page)
    expect(quote.locator("figcaption")).to_contain_text("Enzymes, a talk")
    expect(quote.get_by_role("button", name="Play it here")).to_have_count(0)
