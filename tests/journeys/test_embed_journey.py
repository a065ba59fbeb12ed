"""From publishing to playing: an app embedded in a page of another origin keeps a learner's progress."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from embedding import WRAPPER, app_frame, publish, served
from playwright.sync_api import Browser, ConsoleMessage, Frame, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from praxeo.adapters.memory_tally import MemoryTally
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, created
from praxeo.embeds.service import Embeds
from praxeo.embeds.snippets import snippets
from praxeo.entrypoints.embed_host import create_embed_host

pytestmark = pytest.mark.browser

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
NOT_KEPT = "Your progress lasts until you close this page"
LISTENER = """<script>
window.messages = []
addEventListener('message', (event) => {
  if (event.source === document.querySelector('iframe').contentWindow) messages.push(event.data)
})
</script>"""


@dataclass
class Published:
    embeds: Embeds
    embed: Embed
    origin: str

    @property
    def address(self) -> str:
        return f"{self.origin}/e/{self.embed.id}"


@pytest.fixture(scope="module")
def published(app: str) -> Iterator[Published]:
    if not WRAPPER.exists():
        pytest.skip("the front end has not been built (make setup)")
    embeds, embed = publish(app, {"scheme": "dark"})
    counting = replace(embeds, tally=MemoryTally())
    with served(create_embed_host(counting, WRAPPER)) as port:
        yield Published(embeds, embed, f"http://127.0.0.1:{port}")


@pytest.fixture(scope="module")
def host_port(published: Published) -> Iterator[int]:
    """The port of pages that embed the app."""

    async def page(_request: Request) -> Response:
        code = snippets(published.embed, published.origin).frame
        return HTMLResponse(
            f'<!doctype html><title>A school</title><link rel="icon" href="data:,">{LISTENER}{code}'
        )

    with served(Starlette(routes=[Route("/", page)])) as port:
        yield port


@pytest.fixture
def host_page(host_port: int) -> str:
    """A page on another origin of the same site."""
    return f"http://127.0.0.1:{host_port}/"


@pytest.fixture
def foreign_page(host_port: int) -> str:
    """A page on another site, where Debian's Chromium denies storage to what is embedded."""
    return f"http://localhost:{host_port}/"


def of_headers(message: ConsoleMessage) -> bool:
    """Whether the browser only says which refused features it does not know."""
    about = message.text.startswith("Error with Permissions-Policy header: ")
    return about and not message.location["url"]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: None if of_headers(message) else faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def answer_first_card(frame: Frame) -> None:
    frame.click("[data-goto=s1]")
    frame.click("[data-action=onward]")
    card = frame.locator("[data-kind=terms] [data-exercise]").first
    card.locator("[data-action=reveal]").click()
    card.locator("[data-action=knew]").click()
    assert card.get_attribute("data-state") == "right"


def wait_until_kept(page: Page) -> None:
    """Until the wrapper has put the answer into the storage of its origin."""
    wrapper = next(frame for frame in page.frames if "/e/" in frame.url)
    wrapper.wait_for_function(
        """() => Object.keys(localStorage).some((key) =>
          key.endsWith(':progress') && JSON.parse(localStorage[key]).answers.length === 1)"""
    )


def progress(frame: Frame) -> str | None:
    return frame.locator("html").get_attribute("data-progress")


def test_an_embedded_app_is_played_and_remembers_it_after_a_reload(
    page: Page, host_page: str
) -> None:
    page.goto(host_page)
    frame = app_frame(page)
    assert progress(frame) == "0/14"
    answer_first_card(frame)
    assert progress(frame) == "1/14"
    wait_until_kept(page)
    page.reload()
    frame = app_frame(page)
    frame.wait_for_selector("html[data-progress='1/14']", state="attached")


def test_an_app_embedded_where_storage_is_denied_is_played_all_the_same(
    page: Page, foreign_page: str
) -> None:
    page.goto(foreign_page)
    frame = app_frame(page)
    answer_first_card(frame)
    assert progress(frame) == "1/14"
    frame.wait_for_function(  # the overview says so when it is next drawn
        """(words) => {
          document.querySelector('[data-goto=home]').click()
          return document.body.innerText.includes(words)
        }""",
        arg=NOT_KEPT,
    )


def test_the_page_around_learns_of_answers_and_of_the_height(page: Page, foreign_page: str) -> None:
    page.goto(foreign_page)
    answer_first_card(app_frame(page))
    page.wait_for_function("() => messages.some((it) => it.name === 'answered')")
    page.wait_for_function("() => messages.some((it) => it.type === 'resize' && it.height > 100)")
    answered = page.evaluate("messages.find((it) => it.name === 'answered').data")
    assert (answered["verdict"], answered["done"], answered["total"]) == ("right", 1, 14)


def test_the_app_can_reach_neither_the_page_around_it_nor_any_storage(
    page: Page, foreign_page: str
) -> None:
    page.goto(foreign_page)
    frame = app_frame(page)
    reached = frame.evaluate(
        """() => ['localStorage', 'sessionStorage', 'indexedDB', 'cookie', 'parent', 'top'].map((name) => {
          try {
            if (name === 'cookie') return document.cookie === '' ? 'empty' : 'cookie'
            if (name === 'indexedDB') return indexedDB.open('x') ? 'opened' : 'none'
            if (name === 'parent') return String(parent.document)
            if (name === 'top') return String(top.location.href)
            return String(window[name])
          } catch (error) { return error.name }
        })"""
    )
    assert reached == ["SecurityError"] * 6
    assert frame.evaluate("() => self.origin") == "null"


def test_the_theme_of_the_embed_reaches_the_app(page: Page, published: Published) -> None:
    page.goto(published.address)
    frame = app_frame(page)
    frame.wait_for_function(
        """() => {
          const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g)
          return Number(red) + Number(green) + Number(blue) < 200
        }"""
    )


def test_progress_made_in_the_embed_is_there_when_it_is_opened_directly_again(
    page: Page, published: Published
) -> None:
    page.goto(published.address)
    answer_first_card(app_frame(page))
    wait_until_kept(page)
    page.reload()
    app_frame(page).wait_for_selector("html[data-progress='1/14']", state="attached")


def test_a_roll_back_shows_the_earlier_app_to_the_next_visitor(
    page: Page, app: str, published: Published
) -> None:
    embeds = published.embeds
    embed = embeds.get(local_user(), published.embed.id)
    newer = app.replace("How Enzymes Work", "How Enzymes Really Work")
    data = newer.encode()
    snippet = created(
        CodeSnippet,
        embeds.clock.now(),
        id=embeds.ids.new("cod"),
        owner="local",
        example_id=embed.example_id,
        spec_id="spc_2",
        number=2,
        code_blob=embeds.blobs.put(f"examples/{embed.example_id}", data).key,
        size=len(data),
        content_hash=hashlib.sha256(data).hexdigest(),
        check_status="passed",
    )
    embeds.records.save(snippet)
    pinned = embeds.pin(local_user(), embed.id, version=embed.version, code_snippet_id=snippet.id)
    page.goto(published.address)
    assert app_frame(page).locator("h1").first.inner_text() == "How Enzymes Really Work"
    embeds.roll_back(local_user(), embed.id, version=pinned.version)
    page.goto(published.address)
    assert app_frame(page).locator("h1").first.inner_text() == "How Enzymes Work"


def test_the_wrapper_fills_the_screen_with_its_own_bar_and_the_app_never_can(
    page: Page, foreign_page: str
) -> None:
    page.goto(foreign_page)
    app = app_frame(page)
    assert app.evaluate("() => document.fullscreenEnabled") is False
    wrapper = next(frame for frame in page.frames if "/e/" in frame.url)
    wrapper.get_by_role("button", name="Full screen").click()
    wrapper.wait_for_function("() => document.fullscreenElement === document.documentElement")
    leave = wrapper.get_by_role("button", name="Leave full screen")
    box = leave.bounding_box()
    assert box is not None  # it can be seen, below the app
    leave.click()
    wrapper.wait_for_function("() => document.fullscreenElement === null")


def test_an_app_opened_by_its_own_address_is_shown_in_its_page(
    page: Page, published: Published
) -> None:
    embed = published.embeds.get(local_user(), published.embed.id)
    page.goto(f"{published.origin}/a/{embed.id}/{embed.content_hash}")
    assert page.url == published.address
    app_frame(page)
