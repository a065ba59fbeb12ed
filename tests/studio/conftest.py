"""A browser before the studio of a whole Praxeo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from praxeo.adapters.browser import find_chromium

sys.path.insert(0, str(Path(__file__).parent))

from studio_server import MAKING_MS, ROOT, SAMPLE, Served, state_of

expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
STUDIO = ROOT / "web" / "dist" / "studio" / "index.html"
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")  # one Playwright at a time in a process
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    if not STUDIO.exists():
        pytest.skip("the front end has not been built (make setup)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the journeys that do not disturb each other."""
    server = Served(tmp_path_factory.mktemp("library"))
    server.start("--sample", str(SAMPLE))
    yield server
    server.kill()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Served]:
    """A server that a journey may kill."""
    server = Served(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


@pytest.fixture
def make_app(page: Page, tmp_path: Path) -> Callable[[Served, str], str]:
    """Have the studio make an app of a text in a file; gives the address of the finished example."""

    def make(server: Served, text: str) -> str:
        document = tmp_path / "water.md"
        document.write_text(text, "utf-8")
        page.goto(server.address)
        page.set_input_files("#start-file", document)
        page.get_by_role("button", name="Make the app").click()
        page.wait_for_url("**/examples/*")
        expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
        return page.url

    return make
