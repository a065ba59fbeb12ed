"""Publishing an app for journeys: an embed host on a port of this machine, and its app in a page."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Frame, Page
from starlette.types import ASGIApp

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example, created
from praxeo.embeds.service import Embeds
from praxeo.embeds.tickets import Tickets


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
