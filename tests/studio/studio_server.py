"""A whole Praxeo as a process of its own, to be started, killed and started again."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "how-vaccines-work.md"
PRAXEO = Path(sys.executable).with_name("praxeo")
MAKING_MS = 120_000  # the longest that making a small app takes on a busy machine
SHORT_TEXT = """# The water cycle

**Evaporation** is the change of liquid water into vapour. **Condensation** is the change of vapour
into small drops of liquid water. **Precipitation** is water that falls from clouds to the ground.
**Infiltration** is the movement of water from the ground into the soil.

## Where the water goes

The ocean holds about 97 percent of the water on Earth. Glaciers hold most of the fresh water. A
river carries water from the land back to the ocean. Plants release water vapour through their leaves,
which is called transpiration.
"""
PLAIN_PAGE = """<html lang=en><title>The water cycle</title><style>body{{font:12pt/1.5 serif}}</style>
<h1>The water cycle</h1><p>{}</p><h2>In the ground</h2><p>{}</p></html>"""


def print_pdf(browser: Browser, file: Path) -> Path:
    """A real PDF of one page about water, printed by the browser."""
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", SHORT_TEXT)
    first, second = marked.split("## Where the water goes")
    context = browser.new_context()
    page = context.new_page()
    page.set_content(PLAIN_PAGE.format(first.removeprefix("# The water cycle"), second))
    page.pdf(path=file)
    context.close()
    return file


def free_ports() -> tuple[int, int]:
    """Two ports that are free, and not the same one twice."""
    with socket.socket() as one, socket.socket() as other:
        for probe in (one, other):
            probe.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])


def state_of(page: Page) -> Locator:
    """The head of an example's page, which says what state it is in."""
    return page.locator(".example-head")


class Served:
    """`praxeo serve` on ports and a library of its own; can be killed and started again.

    `address` is the studio's, `api` the API's, which may be another; `variables` say where the library is.
    """

    trust: ssl.SSLContext | None = None

    def __init__(self, folder: Path, variables: Mapping[str, str] | None = None) -> None:
        self.folder, self._variables = folder, variables or {}
        self.port, self.embed_port = free_ports()
        self.address = self.api = f"http://127.0.0.1:{self.port}"
        self.embeds = f"http://127.0.0.1:{self.embed_port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self, *arguments: str, **settings: str) -> None:
        variables = {
            **os.environ,
            "PRAXEO_DATA_DIR": str(self.folder),
            "PRAXEO_PORT": str(self.port),
            "PRAXEO_EMBED_PORT": str(self.embed_port),
            **self._variables,
            **settings,
        }
        process = subprocess.Popen(
            [PRAXEO, "serve", *arguments],
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert process.stdout is not None
        self._process = process
        self._read_until("Studio")
        if "--sample" in arguments:
            self._read_until("App  ")

    def _read_until(self, word: str) -> None:
        """Read what the server prints until a line has this word."""
        assert self._process is not None
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line)
            if word in line:
                return
        pytest.fail(f"praxeo serve ended: {''.join(said)}")

    def kill(self) -> None:
        """Take the server away as a power cut would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None

    def close(self) -> None:
        """Be done with it."""
        self.kill()

    def get(self, path: str) -> Any:
        return json.loads(self.text(path))

    def text(self, path: str) -> str:
        with self._open(f"{self.api}/v1/{path}") as answer:
            return str(answer.read().decode())

    def post(
        self, path: str, body: Any = None, *, method: str = "POST", version: int | None = None
    ) -> Any:
        """Send JSON, or bytes as they are; to change a record, with the version that was seen."""
        raw = isinstance(body, bytes)
        request = urllib.request.Request(
            f"{self.api}/v1/{path}",
            data=body if raw else json.dumps(body or {}).encode(),
            method=method,
            headers={
                "Content-Type": "application/octet-stream" if raw else "application/json",
                **({} if version is None else {"If-Match": f'"{version}"'}),
            },
        )
        with self._open(request) as answer:
            return json.load(answer)

    def made(self, file: Path) -> Any:
        """The ready example of a document, made without the studio."""
        document = self.post("document_inputs", {"name": file.name})
        address = f"document_inputs/{document['id']}"
        self.post(f"{address}/content", file.read_bytes(), method="PUT")
        self.post(f"{address}/confirm")
        example = self.post("examples", {"input_id": document["id"]})
        return self.ready(example)

    def ready(self, example: Any) -> Any:
        """The example once it is ready: nobody waits before a screen here, so the job's news are."""
        ends = time.monotonic() + 2 * MAKING_MS / 1000
        while example["status"] == "making":
            assert time.monotonic() < ends, "the app was not made in time"
            self.done(example["job_id"])
            example = self.get(f"examples/{example['id']}")
        assert example["status"] == "ready", example["reason"]
        return example

    def done(self, job_id: str) -> Any:
        """The job once it is over."""
        job = self.get(f"jobs/{job_id}")
        while job["status"] in ("queued", "waiting", "running"):
            place = f"-{job['queue_place']}" if job["queue_place"] else ""
            job = self.news(f"jobs/{job_id}", f"{job['version']}{place}") or job
        return job

    def news(self, path: str, version: str) -> Any:
        """The record once it has another version; None if it stayed as it was for a while."""
        request = urllib.request.Request(
            f"{self.api}/v1/{path}?wait=20", headers={"If-None-Match": f'"{version}"'}
        )
        try:
            with self._open(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as unchanged:
            if unchanged.code != 304:
                raise
            return None

    def _open(self, request: urllib.request.Request | str) -> Any:
        return urllib.request.urlopen(request, timeout=40, context=self.trust)
