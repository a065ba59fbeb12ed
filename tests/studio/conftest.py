"""A browser before the studio of a whole Praxeo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from deployed import Deployed
from praxeo.adapters.browser import find_chromium

sys.path.insert(0, str(Path(__file__).parent))

from installation import set_up
from places import DEPLOYED_APP, LOCAL_CLOUD, PLACE, DeployedStudio
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


@pytest.fixture(scope="session")
def front_door(app: Deployed) -> Iterator[Deployed]:
    """The deployed app, as browsers reach it."""
    with app.front_door():
        yield app


@pytest.fixture(scope="session")
def new_server(request: pytest.FixtureRequest) -> Callable[[Path], Served]:
    """Makes servers with a library of their own, in the place where the journeys are to run."""
    if PLACE == DEPLOYED_APP:
        app = request.getfixturevalue("front_door")
        return lambda _: DeployedStudio(app)
    if PLACE == LOCAL_CLOUD:
        cloud, names = request.getfixturevalue("cloud"), count()
        return lambda folder: Served(
            folder, set_up(cloud, f"praxeo-journey{next(names)}").variables()
        )
    return Served


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, new_server: Callable[[Path], Served]
) -> Iterator[Served]:
    """One server for the journeys that do not disturb each other."""
    server = new_server(tmp_path_factory.mktemp("library"))
    server.start("--sample", str(SAMPLE))
    yield server
    server.close()


@pytest.fixture
def own_server(tmp_path: Path, new_server: Callable[[Path], Served]) -> Iterator[Served]:
    """A server that a journey may kill."""
    server = new_server(tmp_path)
    server.start()
    yield server
    server.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="en-GB",
        ignore_https_errors=PLACE == DEPLOYED_APP,  # it shows the local cloud's own certificate
    )
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
