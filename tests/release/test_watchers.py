"""The canary and the status page, driven as plain Python: no emulator runs either."""

from __future__ import annotations

import importlib.util
import io
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

INFRA = Path(__file__).parents[2] / "infra"
GOOD = {
    "/": (200, b"<script src=a.js>"),
    "/robots.txt": (200, b"User-agent: *"),
    "/e/emb_canary_none": (404, b"<p>There is no such app.</p>"),
}


def loaded(file: Path) -> ModuleType:
    """A Lambda's own file, as it is loaded there."""
    spec = importlib.util.spec_from_file_location(f"praxeo_{file.stem}", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def site() -> Iterator[tuple[str, dict[str, tuple[int, bytes]]]]:
    """A site with an answer for each path."""
    answers = dict(GOOD)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers.get(self.path, (404, b""))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", answers
        server.shutdown()
        thread.join()


def test_the_canary_says_what_a_visitor_would_miss(
    site: tuple[str, dict[str, tuple[int, bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = loaded(INFRA / "canary" / "python" / "canary.py")
    address, answers = site
    monkeypatch.setenv("STUDIO", address)
    monkeypatch.setenv("EMBEDS", address)
    assert canary.handler({}, None) == "well"
    broken = {
        "/": (200, b"AccessDenied"),
        "/robots.txt": (503, b""),
        "/e/emb_canary_none": (200, b"<"),
    }
    for path, answer in broken.items():
        answers.update({**GOOD, path: answer})
        assert len(canary.faults(address, address)) == 1
        with pytest.raises(RuntimeError):
            canary.handler({}, None)
    assert "no answer" in canary.faults("http://127.0.0.1:1", address)[0]


def test_the_status_page_follows_the_alarms(monkeypatch: pytest.MonkeyPatch) -> None:
    stored: dict[str, dict[str, Any]] = {}
    alarms = [
        {"AlarmDescription": "Studio: slow.", "StateValue": "OK"},
        {"AlarmDescription": "Studio: errors.", "StateValue": "ALARM"},
        {"AlarmDescription": "Studio: more.", "StateValue": "OK"},
        {"AlarmDescription": "Records <b>: t.", "StateValue": "INSUFFICIENT_DATA"},
    ]

    class Client:
        def get_paginator(self, name: str) -> Client:
            assert name == "describe_alarms"
            return self

        def paginate(self, *, AlarmNamePrefix: str) -> list[Any]:  # noqa: N803
            assert AlarmNamePrefix == "praxeo-watch-"
            return [{"MetricAlarms": alarms[:2]}, {"MetricAlarms": alarms[2:]}]

        def put_object(self, *, Key: str, **more: Any) -> None:  # noqa: N803
            stored[Key] = more

    sdk = ModuleType("boto3")
    sdk.client = lambda _service: Client()  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "boto3", sdk)
    monkeypatch.setenv("PREFIX", "praxeo")
    monkeypatch.setenv("BUCKET", "praxeo-status")
    status = loaded(INFRA / "status" / "status.py")
    assert status.handler({}, None) == {"Records <b>": "works", "Studio": "is disturbed"}
    page = stored["index.html"]["Body"].decode()
    assert "<h1>Disturbed: Studio</h1>" in page
    assert "Records &lt;b&gt;" in page
    assert json.load(io.BytesIO(stored["status.json"]["Body"]))["parts"]["Studio"] == "is disturbed"
    well = status.page({"Studio": "works"}, datetime(2026, 1, 2, tzinfo=UTC))
    assert "<h1>Everything works</h1>" in well
