"""A package in a learning platform: played in a real run-time, resumed, and cut off in the middle."""

from __future__ import annotations

import json
import os
import signal
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from embedding import chromium_here, served
from platforms import WEB, app_in, file_of, packed, press_card
from playwright.sync_api import Browser, Frame, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from praxeo.compile.app import RuntimeFiles
from praxeo.packages.lms.scorm import Edition

pytestmark = pytest.mark.browser

PLAYERS = {"scorm12": ("Scorm12API", "API"), "scorm2004": ("Scorm2004API", "API_1484_11")}
PLATFORM = """<!doctype html><title>Course</title>
<script src="/player.js"></script>
<script>
window.{name} = new {player}({{ autocommit: false, lmsCommitUrl: '/commit', logLevel: 4 }})
const kept = {kept}
if (kept) window.{name}.loadFromJSON(kept, '')
</script>
<iframe id="course" src="/course/index.html" style="width: 900px; height: 900px"></iframe>"""


@dataclass
class Platform:
    """A learning platform with one course and one learner: it has what was committed, and nothing else."""

    standard: Edition
    files: zipfile.ZipFile
    committed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def kept(self) -> dict[str, Any]:
        return self.committed[-1]["cmi"] if self.committed else {}

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/player.js", self.player),
                Route("/course/{name}", self.file),
                Route("/commit", self.commit, methods=["POST"]),
            ]
        )

    async def page(self, _: Request) -> Response:
        player, name = PLAYERS[self.standard]
        kept = json.dumps(self.kept or None).replace("<", "\\u003c")
        return HTMLResponse(PLATFORM.format(player=player, name=name, kept=kept))

    async def player(self, _: Request) -> Response:
        script = WEB / "node_modules" / "scorm-again" / "dist" / f"{self.standard}.min.js"
        return Response(script.read_bytes(), media_type="text/javascript")

    async def file(self, request: Request) -> Response:
        return file_of(self.files, request)

    async def commit(self, request: Request) -> Response:
        self.committed.append(json.loads(await request.body()))
        return JSONResponse({"result": "true", "errorCode": 0})


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """One for each test: its pages may die."""
    with chromium_here() as browser:
        yield browser


@pytest.fixture(params=["scorm12", "scorm2004"])
def platform(
    request: pytest.FixtureRequest, app: str, runtime: RuntimeFiles
) -> Iterator[tuple[Platform, str]]:
    made = Platform(request.param, packed(app, request.param))
    with served(made.app()) as port:
        yield made, f"http://127.0.0.1:{port}/"


@pytest.fixture
def page(chromium: Browser) -> Page:
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(60_000)
    return context.new_page()


def answer_card(page: Page, frame: Frame, *, knew: bool) -> None:
    """Go on to a card and answer it, and see that the platform is told."""
    with page.expect_response("**/commit"):
        press_card(frame, knew=knew)


def said(kept: dict[str, Any]) -> dict[str, Any]:
    """What the platform has, by the same names in both editions."""
    core = kept.get("core", kept)
    interactions = kept["interactions"]
    values = interactions.values() if isinstance(interactions, dict) else interactions
    return {
        "status": core.get("lesson_status") or core.get("completion_status"),
        "raw": core["score"]["raw"],
        "results": [each["result"] for each in values],
    }


def test_each_answer_reaches_the_platform_and_is_there_in_the_next_visit(
    platform: tuple[Platform, str], page: Page
) -> None:
    course, address = platform
    page.goto(address)
    frame = app_in(page)
    frame.click("[data-goto=s1]")
    answer_card(page, frame, knew=True)
    answer_card(page, frame, knew=False)
    told = said(course.kept)
    assert told["status"] == "incomplete"
    assert told["results"] == ["correct", "wrong" if course.standard == "scorm12" else "incorrect"]
    assert float(told["raw"]) > 0
    page.goto(address)
    again = app_in(page)
    again.wait_for_selector('html[data-progress^="2/"]', state="attached")


def kill_pages(browser: Browser) -> None:
    """End the processes of all pages: none of them hears of it. The browser has seen them go when this returns."""
    session = browser.new_browser_cdp_session()

    def renderers() -> set[int]:
        told = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return {process["id"] for process in told if process["type"] == "renderer"}

    killed = renderers()
    for process in killed:
        os.kill(process, signal.SIGKILL)
    while killed & renderers():  # else a new page may be given one that is about to be missed
        pass


def test_a_tab_that_dies_after_an_answer_loses_nothing(
    platform: tuple[Platform, str], page: Page, chromium: Browser
) -> None:
    _, address = platform
    page.goto(address)
    frame = app_in(page)
    frame.click("[data-goto=s1]")
    answer_card(page, frame, knew=True)
    kill_pages(chromium)
    fresh = page.context.new_page()
    fresh.goto(address)
    app_in(fresh).wait_for_selector('html[data-progress^="1/"]', state="attached")


def test_the_app_reaches_nothing_of_the_platform(
    platform: tuple[Platform, str], page: Page
) -> None:
    _, address = platform
    page.goto(address)
    frame = app_in(page)
    tried = (
        """(name) => { try { return String(eval(name)) } catch (error) { return error.name } }"""
    )
    for name in ("parent.API", "top.API_1484_11", "parent.document", "localStorage"):
        assert frame.evaluate(tried, name) == "SecurityError"
    assert frame.evaluate("() => origin") == "null"
    asked = "(url) => fetch(url).then(() => 'reached', () => 'refused')"
    assert frame.evaluate(asked, f"{address}commit") == "refused"
    loaded = """(url) => new Promise((told) => { const script = document.createElement('script')
      script.onload = () => told('reached'); script.onerror = () => told('refused')
      script.src = url; document.body.append(script) })"""
    assert frame.evaluate(loaded, f"{address}player.js") == "refused"
