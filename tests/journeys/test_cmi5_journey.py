"""A package by cmi5: started by a platform with a record store, told exactly once whatever breaks, and resumed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from embedding import served
from platforms import app_in, file_of, packed, press_card
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from praxeo.compile.app import RuntimeFiles

pytestmark = pytest.mark.browser

ACTOR = {"objectType": "Agent", "account": {"homePage": "http://example.org/", "name": "ann"}}
AU, REGISTRATION = "http://example.org/au/1", "a0a37fbe-04f1-46a3-9135-29aa41d4f1ee"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
SESSION_ID = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
FULL = 100  # breaks


@dataclass
class RecordStore:
    """A platform with one course and one learner, and its record store by the wire shapes of xAPI 1.0.3.

    The line breaks at the next `breaks` requests, at half of them after the store has taken what was sent.
    """

    files: zipfile.ZipFile
    statements: dict[str, dict[str, Any]] = field(default_factory=dict)
    states: dict[str, bytes] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    breaks: int = 0
    broken: int = 0
    random: Random = field(default_factory=lambda: Random(5))
    mastery: float | None = 0.5

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/fetch/{session}", self.fetch, methods=["POST"]),
                Route("/xapi/activities/state", self.state, methods=["GET", "PUT"]),
                Route("/xapi/agents/profile", self.profile),
                Route("/xapi/statements", self.take, methods=["PUT", "POST"]),
                Route("/course/{name}", self.file),
            ]
        )

    def launch(self, port: int, session: str) -> str:
        self.states["LMS.LaunchData"] = json.dumps(self.wanted(session)).encode()
        base = f"http://127.0.0.1:{port}"
        given = {
            "endpoint": f"{base}/xapi",
            "fetch": f"{base}/fetch/{session}",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": AU,
        }
        return f"{base}/course/index.html?{urlencode(given)}"

    def wanted(self, session: str) -> dict[str, Any]:
        grouping = [{"objectType": "Activity", "id": "http://example.org/course"}]
        template = {
            "contextActivities": {"grouping": grouping},
            "extensions": {SESSION_ID: session},
        }
        mastery = {} if self.mastery is None else {"masteryScore": self.mastery}
        return {
            "contextTemplate": template,
            "launchMode": "Normal",
            "moveOn": "Completed",
            **mastery,
        }

    async def file(self, request: Request) -> Response:
        return file_of(self.files, request)

    async def fetch(self, request: Request) -> Response:
        session = request.path_params["session"]
        if session in self.tokens:
            return JSONResponse({"error-code": "1", "error-text": "fetched before"})
        self.tokens.append(session)
        return JSONResponse({"auth-token": f"t{session}"})

    async def profile(self, request: Request) -> Response:
        self.admitted(request)
        return Response(status_code=404)

    async def state(self, request: Request) -> Response:
        self.admitted(request)
        query = request.query_params
        given = (query["activityId"], query["registration"], json.loads(query["agent"]))
        if given != (AU, REGISTRATION, ACTOR):
            self.faults.append(f"a state of {given}")
        name = query["stateId"]
        if request.method == "GET":
            known = self.states.get(name)
            return Response(known, 200 if known else 404, media_type="application/json")
        body = await request.body()
        if cut := self.cut(lambda: self.states.update({name: body})):
            return cut
        self.states[name] = body
        return Response(status_code=204)

    async def take(self, request: Request) -> Response:
        self.admitted(request)
        told = json.loads(await request.body())
        statements = told if isinstance(told, list) else [told]
        if cut := self.cut(lambda: self.put(statements)):
            return cut
        self.put(statements)
        return Response(status_code=204)

    def put(self, statements: list[dict[str, Any]]) -> None:
        for one in statements:
            if self.statements.setdefault(one["id"], one) != one:
                self.faults.append(f"another statement under {one['id']}")

    def admitted(self, request: Request) -> None:
        token = request.headers.get("authorization", "")
        if token.removeprefix("Basic t") not in self.tokens:
            self.faults.append(f"a token that is none: {token}")
        if request.headers.get("x-experience-api-version") != "1.0.3":
            self.faults.append("no version")

    def cut(self, taken: Callable[[], None]) -> Response | None:
        """An answer that ends before it is whole, where the line breaks; what was sent may have arrived."""
        if self.broken >= self.breaks:
            return None
        self.broken += 1
        if self.random.random() < 0.5:
            taken()

        async def half() -> AsyncIterator[bytes]:
            yield b"."

        return StreamingResponse(half(), headers={"Content-Length": "99"})

    def verbs(self, *, of: str) -> list[str]:
        return [
            one["verb"]["id"].rpartition("/")[2]
            for one in self.statements.values()
            if one["context"]["extensions"][SESSION_ID] == of
        ]


@pytest.fixture
def store(app: str, runtime: RuntimeFiles) -> Iterator[tuple[RecordStore, int]]:
    made = RecordStore(packed(app, "cmi5"))
    with served(made.app()) as port:
        yield made, port


def until(page: Page, true: Callable[[], bool]) -> None:
    """Wait until the store has it; the page is told that it is online, and tries again."""
    for _ in range(600):
        if true():
            return
        page.evaluate("dispatchEvent(new Event('online'))")
        page.wait_for_timeout(100)
    raise AssertionError("The store was never told.")


def test_a_visit_begins_is_told_and_ends_and_the_next_one_goes_on(
    store: tuple[RecordStore, int], page: Page
) -> None:
    course, port = store
    page.goto(course.launch(port, "one"))
    frame = app_in(page)
    frame.click("[data-goto=s1]")
    press_card(frame, knew=True)
    press_card(frame, knew=False)
    until(page, lambda: len(course.verbs(of="one")) == 3 and b"progress" in course.states["praxeo"])
    page.goto("about:blank")
    page.wait_for_timeout(0)
    page.goto(course.launch(port, "two"))
    app_in(page).wait_for_selector('html[data-progress^="2/"]', state="attached")
    until(page, lambda: course.verbs(of="one")[-1] == "terminated")
    assert course.verbs(of="one") == ["initialized", "answered", "answered", "terminated"]
    assert course.verbs(of="two") == ["initialized"]
    assert course.faults == []
    first = next(iter(course.statements.values()))
    assert first["context"]["contextActivities"]["category"] == [
        {"objectType": "Activity", "id": CMI5}
    ]


def test_a_line_that_breaks_a_hundred_times_tells_each_answer_exactly_once(
    store: tuple[RecordStore, int], page: Page
) -> None:
    course, port = store
    page.goto(course.launch(port, "one"))
    frame = app_in(page)
    frame.click("[data-goto=s1]")
    verdicts = [True, False]
    for number, knew in enumerate(verdicts, 1):
        course.breaks += FULL // len(verdicts) + 1
        press_card(frame, knew=knew)
        until(page, lambda told=number + 1: len(course.statements) == told)
    until(page, lambda: page.evaluate("Object.keys(localStorage).every((it) => !localStorage[it])"))
    until(page, lambda: course.broken >= FULL)
    assert course.verbs(of="one") == ["initialized", "answered", "answered"]
    told = list(course.statements.values())[1:]
    assert [one["result"]["success"] for one in told] == verdicts
    assert course.faults == []


def test_a_visit_that_is_over_is_not_told_of_and_says_so(
    store: tuple[RecordStore, int], page: Page
) -> None:
    course, port = store
    address = course.launch(port, "one")
    page.goto(address)
    app_in(page)
    page.reload()
    app_in(page)
    assert "once more" in page.locator("[role=alert]").inner_text()
    assert course.tokens == ["one"]
    assert course.verbs(of="one") == ["initialized", "terminated"]


def test_the_app_reaches_no_record_store(store: tuple[RecordStore, int], page: Page) -> None:
    course, port = store
    page.goto(course.launch(port, "one"))
    frame = app_in(page)
    asked = "(url) => fetch(url).then(() => 'reached', () => 'refused')"
    assert frame.evaluate(asked, f"http://127.0.0.1:{port}/xapi/agents/profile") == "refused"
    assert page.evaluate(asked, f"http://127.0.0.1:{port}/course/app.js") == "reached"
