"""A browser before the studio of a whole Praxeo."""

from __future__ import annotations

import os
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
from libraries import Libraries, with_the_sample, with_water
from places import DEPLOYED_APP, LOCAL_CLOUD, PLACE, DeployedStudio
from studio_server import ROOT, Served

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


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """What is made once for all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    return Libraries((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "libraries")


def begun_with(
    make: Callable[[Served, Path], None], libraries: Libraries, server: Served, folder: Path
) -> Served:
    """The server, started on a library of that kind: copied where it is a folder, else made there."""
    if PLACE in (DEPLOYED_APP, LOCAL_CLOUD):
        make(server, folder)
    else:
        libraries.copied(make, folder)
        server.start()
    return server


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory,
    new_server: Callable[[Path], Served],
    libraries: Libraries,
) -> Iterator[Served]:
    """One server with the sample's app for the journeys that do not disturb each other."""
    folder = tmp_path_factory.mktemp("library")
    server = begun_with(with_the_sample, libraries, new_server(folder), folder)
    yield server
    server.close()


@pytest.fixture
def water_server(
    tmp_path: Path, new_server: Callable[[Path], Served], libraries: Libraries
) -> Iterator[Served]:
    """A server of one's own whose one app is about the water cycle."""
    server = begun_with(with_water, libraries, new_server(tmp_path), tmp_path)
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
