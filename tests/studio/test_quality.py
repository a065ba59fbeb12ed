"""What the studio weighs at first, and that every page is accessible in both colour schemes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from studio_server import MAKING_MS, ROOT, Served

FIRST_LOAD_BYTES_MAX = 130_000  # of gzip, without what the API answers
FIRST_LOAD_REQUESTS_MAX = 5
EDIT_PAGE_BYTES_MAX = 140_000  # of gzip, as above: the desk, without the editors of text and code
AXE = (ROOT / "web" / "dist" / "axe" / "axe.min.js").as_posix()
TABS = ("edit", "play", "proof", "source", "history", "publish", "advanced")
WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def pages(served: Served) -> tuple[str, ...]:
    """The address of every page of a studio that holds one app."""
    example = served.get("examples")["records"][0]["id"]
    fixed = ("/", "/library", "/settings", "/nowhere", "/samples/how-vaccines-work")
    return (*fixed, *(f"/examples/{example}/{tab}" for tab in TABS))


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, bypass_csp=True, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(MAKING_MS)
    yield page
    context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds; the app in its frame is examined by Praxeo's own check."""
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "async () => (await axe.run({ exclude: [['iframe']] }, { iframes: false })).violations"
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def test_the_first_load_is_small_and_without_the_editor(served: Served, page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(served.address, wait_until="networkidle")
    loads = [one for one in answers if not urlsplit(one.url).path.startswith("/v1/")]
    names = [urlsplit(one.url).path for one in loads]
    sizes = [len(gzip.compress(one.body(), 9)) for one in loads]
    assert sum(sizes) <= FIRST_LOAD_BYTES_MAX, dict(zip(names, sizes, strict=True))
    assert len(loads) <= FIRST_LOAD_REQUESTS_MAX, names
    assert not [name for name in names if "edit" in name]
    packed = [one for one in loads if one.url.endswith((".js", ".css"))]
    assert packed
    assert all(one.headers.get("content-encoding") == "gzip" for one in packed) or all(
        one.headers.get("content-encoding") == "br" for one in packed
    )


def test_the_desk_opens_without_the_editors_of_text_and_code(
    served: Served, pages: tuple[str, ...], page: Page
) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    example = next(path for path in pages if path.endswith("/edit")).removesuffix("/edit")
    page.goto(served.address + example, wait_until="networkidle")
    expect(page.locator(".desk-card").first).to_be_visible()
    own = [one for one in answers if one.url.startswith(served.address + "/")]
    loads = [one for one in own if not urlsplit(one.url).path.startswith("/v1/")]
    sizes = {urlsplit(one.url).path: len(gzip.compress(one.body(), 9)) for one in loads}
    assert sum(sizes.values()) <= EDIT_PAGE_BYTES_MAX, sizes
    assert not page.evaluate("document.querySelector('.cm-editor')")


def test_every_page_is_accessible_and_as_wide_as_the_window(
    served: Served, pages: tuple[str, ...], themed: Page
) -> None:
    faults = []
    for path in pages:
        themed.set_viewport_size({"width": 1280, "height": 900})
        themed.goto(served.address + path, wait_until="networkidle")
        expect(themed.locator("#main")).not_to_contain_text("Loading …")
        for width in WIDTHS:
            themed.set_viewport_size({"width": width, "height": 800})
            faults += [f"{path} at {width}: {fault}" for fault in violations(themed)]
            wide = themed.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                faults.append(f"{path} at {width}: {wide} pixels too wide")
    assert faults == []


def test_no_page_is_wider_than_the_narrowest_phone_in_german(
    served: Served, pages: tuple[str, ...], browser: Browser
) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": WIDTHS[0], "height": 800})
    page = context.new_page()
    wide = {}
    for path in pages:
        page.goto(served.address + path, wait_until="networkidle")
        expect(page.locator("#main")).not_to_contain_text("Wird geladen")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[path] = over
    context.close()
    assert wide == {}


@pytest.mark.parametrize("key", ["?", "Control+k"])
def test_dialogs_of_the_shell_are_accessible_and_give_the_focus_back(
    served: Served, themed: Page, key: str
) -> None:
    themed.goto(f"{served.address}/settings", wait_until="networkidle")
    commands = themed.get_by_role("button", name="Commands")
    commands.focus()
    themed.keyboard.press(key)
    expect(themed.get_by_role("dialog")).to_be_visible()
    assert violations(themed) == []
    themed.keyboard.press("Escape")
    expect(themed.get_by_role("dialog")).to_have_count(0)
    expect(commands).to_be_focused()


def test_from_right_to_left_nothing_leaves_the_page(
    served: Served, pages: tuple[str, ...], page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    wide = []
    for path in pages:
        page.goto(served.address + path, wait_until="networkidle")
        page.evaluate("document.documentElement.dir = 'rtl'")
        outside = page.evaluate(
            """() => [...document.querySelectorAll('#main *, header *')].filter((element) => {
              const { left, right, width } = element.getBoundingClientRect()
              return width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1) &&
                !element.closest('.visually-hidden, .cm-editor, .tabs, .desk-rail ol, [role=table], table, pre')
            }).map((element) => element.outerHTML.slice(0, 80))"""
        )
        wide += [f"{path}: {one}" for one in outside[:3]]
    assert wide == []


def test_letters_lead_to_places_but_not_while_somebody_writes(served: Served, page: Page) -> None:
    page.goto(served.address)
    page.locator("#main").focus()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page).to_have_url(f"{served.address}/library")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.get_by_role("textbox", name="Document, link or text").press_sequentially("gl?")
    expect(page).to_have_url(f"{served.address}/")
    expect(page.get_by_role("dialog")).to_have_count(0)
