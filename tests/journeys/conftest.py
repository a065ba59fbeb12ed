"""An app with every kind of activity, and a Chromium to run it in."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parent))

from embedding import chromium_here

from praxeo.adapters.browser import ChromiumBrowser, find_chromium
from praxeo.adapters.clock import SystemClock
from praxeo.adapters.runtime_files import load_runtime
from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.domain.blocks import Block, Extraction, Locator, Metadata
from praxeo.domain.spec import SpecDocument
from praxeo.proof.checker import AppChecker
from praxeo.spec.text import parse_spec

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "web" / "dist"
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def spec() -> SpecDocument:
    return parse_spec((DATA / "enzymes.md").read_text("utf-8"))


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    blocks = []
    lines = (DATA / "enzymes.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        heading = line.startswith("# ")
        blocks.append(
            Block(
                id=f"b{number}",
                kind="heading" if heading else "paragraph",
                level=1 if heading else 0,
                text=line.removeprefix("# "),
                locator=Locator(page=number),
            )
        )
    return Extraction(
        metadata=Metadata(media_type="text/plain", content_hash="0" * 64), blocks=tuple(blocks)
    )


@pytest.fixture(scope="session")
def runtime() -> RuntimeFiles:
    """The app's own program; tests are skipped where the front end has not been built."""
    if not (DIST / "runtime" / "runtime.js").exists():
        pytest.skip("the front end has not been built (make setup)")
    return load_runtime(DIST / "runtime")


@pytest.fixture(scope="session")
def app(spec: SpecDocument, extraction: Extraction, runtime: RuntimeFiles) -> str:
    return compile_app(spec, extraction, runtime=runtime)


@pytest.fixture(scope="module")  # one Playwright at a time in a process
def browser() -> Iterator[ChromiumBrowser]:
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    chromium = ChromiumBrowser(path)
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")  # one Playwright at a time in a process
def checker(browser: ChromiumBrowser) -> AppChecker:
    axe = DIST / "axe" / "axe.min.js"
    if not axe.exists():
        pytest.skip("the front end has not been built (make setup)")
    return AppChecker(
        browser=browser, axe=axe.read_text("utf-8"), timer=time.monotonic, now=SystemClock().now
    )


@pytest.fixture(scope="module")  # one Playwright at a time in a process
def chromium() -> Iterator[Browser]:
    with chromium_here() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()
