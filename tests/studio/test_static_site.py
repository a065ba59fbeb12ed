"""The studio as a static site of its own: another origin than the API, with its address written into the page."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from studio_server import MAKING_MS, ROOT, SHORT_TEXT, Served, state_of

from devtools.loopback.youtube import LoopbackYouTube, Video
from infra.release.addresses import with_addresses

VIDEO = Video(
    id="dQw4w9WgXcQ", title="Why rain falls", channel="Weather school", duration="PT1H4M5S"
)


class Site(SimpleHTTPRequestHandler):
    """Files of a folder; every other address is the one page, as a static host is set up."""

    def translate_path(self, path: str) -> str:
        file = super().translate_path(path)
        return file if Path(file).is_file() else str(Path(self.directory) / "index.html")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def youtube() -> Iterator[tuple[LoopbackYouTube, str]]:
    server = LoopbackYouTube(videos={VIDEO.id: VIDEO})
    with server.running() as address:
        yield server, address


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, youtube: tuple[LoopbackYouTube, str]
) -> Iterator[tuple[str, Served]]:
    """The address of the site, and the server of its API, which lets this site in."""
    api = Served(tmp_path_factory.mktemp("library"))
    folder = tmp_path_factory.mktemp("site")
    variables = {
        **os.environ,
        "VITE_GOOGLE_API_KEY": "loopback-key",
        "VITE_GOOGLE_API_URL": youtube[1],
        "PRAXEO_STUDIO_OUT": str(folder),
    }
    build = ["npm", "run", "--silent", "build:studio"]
    subprocess.run(build, cwd=ROOT / "web", env=variables, check=True, capture_output=True)
    page = folder / "index.html"  # as a release does it
    page.write_text(with_addresses(page.read_text("utf-8"), api=api.address), "utf-8")
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(folder)))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    address = f"http://localhost:{host.server_port}"
    api.start(PRAXEO_ALLOWED_ORIGINS=address)
    yield address, api
    api.kill()
    host.shutdown()
    host.server_close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser's console complains about, such as a policy that stops a request."""
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    return said


def test_an_app_is_made_and_played_from_another_origin_than_the_api(
    site: tuple[str, Served], page: Page, complaints: list[str], tmp_path: Path
) -> None:
    address, _ = site
    document = tmp_path / "water.md"
    document.write_text(SHORT_TEXT, "utf-8")
    page.goto(address)
    page.set_input_files("#start-file", document)
    page.get_by_role("button", name="Make the app").click()
    page.wait_for_url(f"{address}/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    app = page.frame_locator("iframe").first
    expect(app.get_by_role("heading", level=1)).to_contain_text("water cycle", ignore_case=True)
    page.goto(address)
    expect(page.get_by_role("region", name="Made recently").get_by_role("link")).to_have_count(1)
    page.locator(".cover img").scroll_into_view_if_needed()
    page.wait_for_function(
        "() => [...document.images].some((one) => one.complete && one.naturalWidth > 0)"
    )
    assert [line for line in complaints if "gallery/index.json" not in line] == []


def test_another_site_is_not_let_in(site: tuple[str, Served], page: Page) -> None:
    address, api = site
    page.goto(address.replace("localhost", "127.0.0.1"))
    expect(page.get_by_role("alert").first).to_contain_text("Praxeo does not answer")
    assert api.get("health")["status"] == "ok"


def answered_for_every_origin(route: Route) -> None:
    """The loopback's own answer with the header that the real API sends to browsers."""
    answer = route.fetch()
    headers = {**answer.headers, "access-control-allow-origin": "*"}
    route.fulfill(response=answer, headers=headers)


def test_a_video_is_named_by_title_channel_and_length(
    site: tuple[str, Served], youtube: tuple[LoopbackYouTube, str], page: Page
) -> None:
    page.route(f"{youtube[1]}/**", answered_for_every_origin)
    page.goto(site[0])
    box = page.get_by_role("textbox", name="Document, link or text")
    box.fill(f"https://youtu.be/{VIDEO.id}")
    recognised = page.locator("#start-recognised")
    expect(recognised).to_contain_text("Why rain falls")
    expect(recognised).to_contain_text("Weather school · 1:04:05")
    expect(recognised).to_contain_text("Show transcript")
    box.fill("https://youtu.be/AAAAAAAAAAA")
    expect(recognised).to_contain_text("YouTube knows no such video")
    assert "/youtube/v3/videos" in youtube[0].requests


def test_without_an_answer_of_youtube_the_next_step_is_said_all_the_same(
    site: tuple[str, Served], youtube: tuple[LoopbackYouTube, str], page: Page
) -> None:
    page.route(f"{youtube[1]}/**", lambda route: route.abort())
    page.goto(site[0])
    page.get_by_role("textbox", name="Document, link or text").fill("https://youtu.be/BBBBBBBBBBB")
    expect(page.locator("#start-recognised")).to_contain_text("Show transcript")
    expect(page.get_by_role("alert")).to_have_count(0)
