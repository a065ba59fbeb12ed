"""Publishing an app for journeys: an embed host on a port of this machine, and its app in a page."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Frame, Page, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from praxeo.adapters.browser import find_chromium
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example, created
from praxeo.embeds.service import Embeds
from praxeo.embeds.snippets import snippets
from praxeo.embeds.tickets import Tickets
from praxeo.entrypoints.embed_host import create_embed_host

WRAPPER = Path(__file__).parents[2] / "web" / "dist" / "embed" / "wrapper.html"


@contextmanager
def chromium_here() -> Iterator[Browser]:
    """The Chromium of this machine as Playwright drives it; the test is skipped where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=path, args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@contextmanager
def served(app: ASGIApp) -> Iterator[int]:
    """The application on a free port of this machine."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)


@contextmanager
def served_in_strict_frame(embeds: Embeds, embed: Embed) -> Iterator[tuple[str, str]]:
    """The address of the embed by itself, and of a page that gives its frame scripts alone, so that it has no store."""

    def around(_request: Request) -> Response:
        code = snippets(embed, place).frame
        strict = code.replace(code.split('sandbox="')[1].split('"')[0], "allow-scripts")
        return HTMLResponse(
            f'<!doctype html><title>A school</title><link rel="icon" href="data:,">{strict}'
        )

    with served(create_embed_host(embeds, WRAPPER)) as port:
        place = f"http://127.0.0.1:{port}"
        with served(Starlette(routes=[Route("/", around)])) as host:
            yield f"{place}/e/{embed.id}", f"http://127.0.0.1:{host}/"


def publish(app: str, theme: dict[str, str]) -> tuple[Embeds, Embed]:
    clock = SystemClock()
    embeds = Embeds(
        records=MemoryRecords(),
        blobs=MemoryBlobs(),
        clock=clock,
        ids=RandomIds(clock),
        tickets=Tickets(lambda: [b"a key of tests"]),
    )
    example_id, data = embeds.ids.new("exa"), app.encode()
    snippet = created(
        CodeSnippet,
        clock.now(),
        id=embeds.ids.new("cod"),
        owner="local",
        example_id=example_id,
        spec_id="spc_1",
        number=1,
        code_blob=embeds.blobs.put(f"examples/{example_id}", data).key,
        size=len(data),
        content_hash=hashlib.sha256(data).hexdigest(),
        check_status="passed",
    )
    example = created(
        Example,
        clock.now(),
        id=example_id,
        owner="local",
        project_id="prj_1",
        title="How Enzymes Work",
        input_type="document_input",
        input_id="doc_1",
        code_snippet_id=snippet.id,
    )
    embeds.records.save(snippet, example)
    return embeds, embeds.publish(local_user(), example_id, theme=theme)


def app_frame(page: Page) -> Frame:
    """The frame of the app once it is ready."""
    page.wait_for_function("() => document.querySelector('iframe')")
    while True:
        frame = next(
            (frame for frame in page.frames if "/a/" in frame.url or "/p/" in frame.url), None
        )
        if frame:
            frame.wait_for_selector("html[data-ready=true]", state="attached")
            return frame
        page.wait_for_event("framenavigated")
