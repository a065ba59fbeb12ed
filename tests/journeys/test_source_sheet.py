"""A learner of an embedded app is shown the source of an answer by the page around it, and nobody else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from embedding import app_frame, publish, served_in_strict_frame
from playwright.sync_api import Frame, Page
from test_embed_journey import page  # noqa: F401

from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.spec import SpecDocument

pytestmark = pytest.mark.browser

ADDRESS = "https://lake.example/enzymes?a=1"


@pytest.fixture(scope="module")
def addresses(
    spec: SpecDocument, extraction: Extraction, runtime: RuntimeFiles
) -> Iterator[tuple[str, str]]:
    """The embed of an app made of a page, by itself, and in a page that gives its frame scripts alone."""
    origin = ReadSource(
        title="Enzymes in water", kind="web_page_input", address=ADDRESS, date="2025-03-04"
    )
    app = compile_app(spec, replace(extraction, sources=(origin,)), runtime=runtime)
    embeds, embed = publish(app, {})
    with served_in_strict_frame(embeds, embed) as addresses:
        yield addresses


def open_quotes(frame: Frame) -> None:
    frame.click("[data-goto=s1]")
    frame.click("[data-action=onward]")
    card = frame.locator("[data-kind=terms] [data-exercise]").first
    card.locator("[data-action=reveal]").click()
    card.locator("[data-action=evidence]").click()


@pytest.mark.parametrize("where", [0, 1], ids=["by itself", "in a frame of scripts alone"])
def test_the_page_around_shows_quote_source_date_and_the_way_there(
    page: Page,  # noqa: F811
    addresses: tuple[str, str],
    where: int,
) -> None:
    page.goto(addresses[where])
    frame = app_frame(page)
    wrapper = frame.parent_frame
    assert wrapper
    open_quotes(frame)
    quote = frame.locator("figure.quote blockquote").first.inner_text()
    frame.locator("figure.quote [data-action=source]").first.click()
    sheet = wrapper.locator("dialog.source")
    sheet.wait_for()
    assert quote in sheet.inner_text()
    for words in ("Enzymes in water", "2025-03-04", ADDRESS):
        assert words in sheet.inner_text()
    way = sheet.locator("a")
    assert way.get_attribute("href") == ADDRESS
    assert way.get_attribute("rel") == "noopener noreferrer"
    page.keyboard.press("Escape")
    sheet.wait_for(state="detached")


def test_an_app_alone_opens_no_sheet(page: Page, addresses: tuple[str, str]) -> None:  # noqa: F811
    page.goto(addresses[0])
    frame = app_frame(page)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    with page.expect_response("**/source.js"):
        # The driver acts as a person does, which counts for five seconds.
        frame.evaluate(
            """() => setTimeout(() => {
              document.querySelector('[data-goto=s1]').click()
              document.querySelector('[data-action=onward]').click()
              document.querySelector('[data-kind=terms] [data-action=reveal]').click()
              document.querySelector('[data-kind=terms] [data-action=evidence]').click()
              document.querySelector('[data-action=source]').click()
            }, 6_000)"""
        )
    wrapper = frame.parent_frame
    assert wrapper
    # A module that is asked for again is there at once, after what was asked for before.
    assert wrapper.evaluate("() => import('../source.js').then(() => true)")
    assert page.locator("dialog.source").count() == 0
    assert [url for url in loaded if "lake.example" in url] == []
