"""A learner of an embedded app sees what the browser keeps, takes it along, and erases it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from embedding import app_frame, publish, served_in_strict_frame
from playwright.sync_api import Frame, Page
from test_embed_journey import answer_first_card, page, wait_until_kept  # noqa: F401

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(app: str) -> Iterator[tuple[str, str]]:
    """The embed by itself, and in a page that gives its frame scripts alone, so that it has no store."""
    embeds, embed = publish(app, {})
    with served_in_strict_frame(embeds, embed) as addresses:
        yield addresses


def asked_for(frame: Frame) -> Frame:
    """Ask for what is kept; gives the page around the app, once it shows that."""
    if frame.locator("[data-goto=home]").count():
        frame.locator("[data-goto=home]").first.click()
    frame.get_by_role("button", name="Your data").click()
    wrapper = frame.parent_frame
    assert wrapper
    wrapper.locator("dialog.source").wait_for()
    return wrapper


def test_progress_is_taken_along_as_a_file_and_erased_for_good(
    page: Page,  # noqa: F811
    addresses: tuple[str, str],
) -> None:
    page.goto(addresses[0])
    frame = app_frame(page)
    answer_first_card(frame)
    wait_until_kept(page)
    page.reload()
    wrapper = asked_for(app_frame(page))
    with page.expect_download() as saved:
        wrapper.get_by_role("link", name="Save as a file").click()
    kept = json.loads(saved.value.path().read_text("utf-8"))
    assert len(kept["values"]["progress"]["answers"]) == 1
    assert wrapper.locator("textarea").input_value() == saved.value.path().read_text("utf-8")
    wrapper.get_by_role("button", name="Erase it").click()
    with page.expect_navigation():
        wrapper.get_by_role("button", name="Erase your progress for good?").click()
    frame = app_frame(page)
    frame.wait_for_selector('html[data-progress^="0/"]', state="attached")
    assert (
        page.evaluate("() => Object.keys(localStorage).filter((it) => it.startsWith('praxeo:'))")
        == []
    )


def test_where_there_is_no_store_nothing_is_kept_and_that_is_told(
    page: Page,  # noqa: F811
    addresses: tuple[str, str],
) -> None:
    page.goto(addresses[1])
    frame = app_frame(page)
    answer_first_card(frame)
    wrapper = asked_for(frame)
    assert "keeps nothing of you here" in wrapper.locator("dialog.source").inner_text()
    assert wrapper.locator("dialog.source a, dialog.source textarea").count() == 0
