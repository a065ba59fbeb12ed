"""How many calls lie between an edge (a route, the handler of a job) and what is outside: few enough to read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

import praxeo as package
from praxeo.adapters.memory import MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import build
from praxeo.compile.app import compile_app
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.ports.browser import AppLost
from praxeo.proof.checker import AppChecker
from tests.unit.proof.checked_apps import NOW, RUNTIME

SOURCE = Path(package.__file__).parent
TO_A_PROCESS = 5  # handler, life cycle of inputs, documents, reader, process
TO_A_WINDOW = 5  # handler, generation, checker, check, one window of it
TO_A_PAGE = 9  # and what is played in it: desktop, play, section, call of the player
TO_THE_STORE = 4
HANDLERS, ROUTES = "jobs/handlers.py", "entrypoints/api/routes/"


def frames_from(edge: str) -> list[str]:
    """The package's functions that are under way, from the edge on; [] if it is none of its doing."""
    found: list[str] = []
    frame: FrameType | None = sys._getframe(1)
    while frame:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(SOURCE):
            found.append(f"{path.relative_to(SOURCE).as_posix()}:{frame.f_code.co_qualname}")
        frame = frame.f_back
    found.reverse()
    at = next((n for n, name in enumerate(found) if name.startswith(edge)), len(found))
    return found[at:]


class Deepest:
    """The longest way to what is outside, of each kind."""

    def __init__(self) -> None:
        self.ways: dict[str, list[str]] = {}

    def note(self, kind: str, edge: str = HANDLERS) -> None:
        way = frames_from(edge)
        if len(way) > len(self.ways.get(kind, [])):
            self.ways[kind] = way


def test_a_document_is_read_five_calls_from_its_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    deepest = Deepest()
    real = subprocess.Popen

    def noted(*values: Any, **named: Any) -> Any:
        deepest.note("process")
        return real(*values, **named)

    monkeypatch.setattr(subprocess, "Popen", noted)
    praxeo = build(replace(outside_in_memory(), read_document=DocumentReader()))
    add_text(praxeo)
    run_all(praxeo)
    assert len(deepest.ways["process"]) <= TO_A_PROCESS, deepest.ways


class NotedBrowser:
    """A browser whose page is lost at the first exercise."""

    def __init__(self, deepest: Deepest) -> None:
        self._deepest = deepest

    def version(self) -> str:
        self._deepest.note("window")
        return "Noted 1"

    def open(self, html: str, **size: Any) -> Any:
        self._deepest.note("window")
        return self._opened()

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        yield SimpleNamespace(run=self._run, screenshot=lambda: b"\x89PNG", troubles=lambda: ())

    def _run(self, function: str, argument: Any = None, **options: Any) -> Any:
        self._deepest.note("page")
        if "praxeoCheck.enter" in function or "praxeoCheck.play" in function:
            raise AppLost("noted enough")
        return [] if "praxeoCheck.start" in function else True


def test_an_app_is_opened_five_calls_from_its_handler_and_played_not_far_below() -> None:
    deepest = Deepest()
    checker = AppChecker(browser=NotedBrowser(deepest), axe="", timer=lambda: 0.0, now=lambda: NOW)
    compiler: Callable[..., str] = lambda spec, extraction: compile_app(  # noqa: E731
        spec, extraction, runtime=RUNTIME
    )
    praxeo = build(replace(outside_in_memory(), checker=checker, compiler=compiler))
    add_text(praxeo)
    run_all(praxeo)
    assert len(deepest.ways["window"]) <= TO_A_WINDOW, deepest.ways["window"]
    assert "Playthrough." in deepest.ways["page"][-2]
    assert len(deepest.ways["page"]) <= TO_A_PAGE, deepest.ways["page"]


class NotedRecords(MemoryRecords):
    """Records that note from how far away they are asked."""

    def __init__(self, deepest: Deepest) -> None:
        super().__init__()
        self._deepest = deepest

    def get(self, *values: Any, **named: Any) -> Any:
        self._deepest.note("get", ROUTES)
        return super().get(*values, **named)

    def list(self, *values: Any, **named: Any) -> Any:
        self._deepest.note("list", ROUTES)
        return super().list(*values, **named)


def test_a_read_of_the_api_is_at_most_four_calls_from_the_store() -> None:
    deepest = Deepest()
    praxeo = build(replace(outside_in_memory(), records=NotedRecords(deepest)))
    example = add_text(praxeo)
    run_all(praxeo)
    api = create_api(praxeo, ApiOptions(embed_url="http://127.0.0.1:8401"))
    client = TestClient(api, base_url="http://127.0.0.1")
    for path in (
        f"/v1/examples/{example.id}",
        "/v1/examples",
        f"/v1/projects/{example.project_id}",
        "/v1/projects",
        f"/v1/jobs/{example.job_id}",
        f"/v1/document_inputs/{example.input_id}",
    ):
        assert client.get(path).status_code == 200, path
    for kind in ("get", "list"):
        assert deepest.ways[kind], "no route reached the store"
        assert len(deepest.ways[kind]) <= TO_THE_STORE, deepest.ways[kind]


def test_a_way_that_is_too_long_is_seen() -> None:
    def at(depth: int) -> list[str]:
        return at(depth - 1) if depth else frames_from("test_frames")

    global SOURCE
    before, SOURCE = SOURCE, Path(__file__).parent
    try:
        assert len(at(TO_A_PROCESS)) > TO_A_PROCESS
    finally:
        SOURCE = before
