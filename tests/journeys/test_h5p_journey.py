"""A package in a real H5P player: the app is played, its score is told, and it reaches nothing of the page around it."""

from __future__ import annotations

import json
import zipfile

import pytest
from embedding import served
from platforms import WEB, app_in, file_of, packed, press_card
from playwright.sync_api import Frame, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from praxeo.compile.app import RuntimeFiles

pytestmark = pytest.mark.browser

PLAYER = WEB / "node_modules" / "h5p-standalone" / "dist"
PAGE = """<!doctype html><title>A school</title><link rel="icon" href="data:,"><div id="place"></div>
<script src="/player/main.bundle.js"></script>
<script>
window.told = []
new H5PStandalone.H5P(document.getElementById('place'), {
  h5pJsonPath: '/content', frameJs: '/player/frame.bundle.js', frameCss: '/player/styles/h5p.css',
  contentUserData: [STATE], saveFreq: 1,
}).then(() => H5P.externalDispatcher.on('xAPI', (event) => window.told.push(event.data.statement)))
</script>"""


def school(files: zipfile.ZipFile, state: str = "") -> Starlette:
    async def page(_: Request) -> Response:
        return HTMLResponse(PAGE.replace("STATE", state))

    async def file(request: Request) -> Response:
        return file_of(files, request)

    player = Mount("/player", StaticFiles(directory=PLAYER))
    return Starlette(routes=[Route("/", page), player, Route("/content/{name:path}", file)])


@pytest.fixture
def files(app: str, runtime: RuntimeFiles) -> zipfile.ZipFile:
    return packed(app, "h5p")


def content_in(frame: Frame) -> Frame:
    """The frame of the player around the app."""
    around = frame.parent_frame
    assert around
    return around


def test_the_app_is_played_in_a_player_and_its_progress_is_what_the_player_keeps(
    page: Page, files: zipfile.ZipFile
) -> None:
    with served(school(files)) as port:
        page.goto(f"http://127.0.0.1:{port}/")
        frame = app_in(page)
        frame.click("[data-goto=s1]")
        press_card(frame, knew=True)
        frame.wait_for_selector('html[data-progress^="1/"]', state="attached")
        around = content_in(frame)
        state = around.evaluate("() => JSON.stringify(H5P.instances[0].getCurrentState())")
        assert around.evaluate("() => H5P.instances[0].getScore()") == 1
        assert around.evaluate("() => H5P.instances[0].getMaxScore()") == 14
    kept = json.dumps({"dataType": "state", "subContentId": "0", "state": state})
    with served(school(files, kept.replace("<", "\\u003c"))) as port:
        page.goto(f"http://127.0.0.1:{port}/")
        app_in(page).wait_for_selector('html[data-progress^="1/"]', state="attached")


def test_the_score_is_told_once_when_all_is_done(page: Page, files: zipfile.ZipFile) -> None:
    with served(school(files)) as port:
        page.goto(f"http://127.0.0.1:{port}/")
        frame = app_in(page)
        around = content_in(frame)
        around.evaluate(
            """() => {
              const content = H5P.instances[0]
              for (const exercise of [...content.ids, content.ids[0]])
                content.hear('answered', { exercise, verdict: 'right' })
            }"""
        )
        told = page.evaluate("() => window.told.filter((it) => it.result)")
    assert [one["verb"]["id"].rpartition("/")[2] for one in told] == ["completed"]
    assert told[0]["result"]["score"] == {"min": 0, "max": 14, "raw": 14, "scaled": 1}


def test_the_app_reaches_nothing_of_the_player(page: Page, files: zipfile.ZipFile) -> None:
    with served(school(files)) as port:
        page.goto(f"http://127.0.0.1:{port}/")
        frame = app_in(page)
        tried = (
            "(name) => { try { return String(eval(name)) } catch (error) { return error.name } }"
        )
        for name in ("parent.H5P", "top.document", "localStorage"):
            assert frame.evaluate(tried, name) == "SecurityError"
        asked = "(url) => fetch(url).then(() => 'reached', () => 'refused')"
        assert frame.evaluate(asked, f"http://127.0.0.1:{port}/content/h5p.json") == "refused"
