"""What the journeys in learning platforms share: an app as a package, its frame, and a card that is answered."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Frame, Page
from starlette.requests import Request
from starlette.responses import Response

from praxeo.adapters.runtime_files import load_package_page
from praxeo.domain.package_formats import PackageFormat
from praxeo.packages.formats import FORMATS
from praxeo.packages.packing import Packing
from praxeo.packages.practice import practice_of

WEB = Path(__file__).resolve().parents[2] / "web"
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "text/json"}


def packed(app: str, wanted: PackageFormat) -> zipfile.ZipFile:
    """The app as a package of this format."""
    code = app.encode()
    packing = Packing(
        name="exa_1",
        app=code,
        practice=practice_of(code, title="", language=""),
        made_at=datetime(2026, 11, 30, tzinfo=UTC),
        page=lambda: load_package_page(WEB / "dist" / "runtime"),
    )
    return zipfile.ZipFile(io.BytesIO(FORMATS[wanted].write(packing)))


def file_of(files: zipfile.ZipFile, request: Request) -> Response:
    """The file of a package that a browser asks for under `name`."""
    name = request.path_params["name"]
    return Response(files.read(name), media_type=TYPES.get(Path(name).suffix))


def app_in(page: Page) -> Frame:
    """The frame of the app once it is ready."""
    while True:
        frame = next((each for each in page.frames if each.url == "about:srcdoc"), None)
        if frame:
            frame.wait_for_selector("html[data-ready=true]", state="attached")
            return frame
        page.wait_for_event("framenavigated")


def press_card(frame: Frame, *, knew: bool) -> None:
    """Go on to the next term whose answer can be shown, past what is asked in other ways, and answer it."""
    card = frame.locator("[data-kind=terms] [data-exercise]:visible").first
    reveal = card.locator("[data-action=reveal]")
    frame.click("[data-action=onward]")
    while not reveal.is_visible():
        frame.click("[data-action=onward]")
    reveal.click()
    card.locator(f"[data-action={'knew' if knew else 'again'}]").click()
