"""Pictures of what the studio shows where a model writes: it is recorded, so that no key is needed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = HERE / "out"
RECORDINGS = ROOT / "samples" / "recordings"
PRAXEO = Path(sys.executable).with_name("praxeo")
PORT, EMBED_PORT = 8492, 8493
ADDRESS = f"http://127.0.0.1:{PORT}"
SETTLE_MS = 1_200  # for frames and fonts
PULSE_SECONDS = 1.0
RIGHT, WRONG, MENDED = (
    "row.done = !row.swapped || row.end === 1",
    "row.done = row.end === 1",
    "row.done = row.end <= 1",
)
WISHES = (
    "Use the simpler formula for the period.",
    "Let it swing on Mars too.",
    "Call this button “Drop it”.",
)
ELEMENT = {
    "path": '[data-control="go"]',
    "text": "Let go",
    "id": "",
    "role": "button",
    "name": "Let go",
    "html": '<button type="button" data-control="go">Let go</button>',
}


def take_with_a_model(
    browser: Browser, folder: Path, sizes: dict[str, tuple[int, int]], schemes: tuple[str, ...]
) -> None:
    """The start form with its quote, who wrote an app and why one failed, and changes in words."""
    with _serving(folder) as (failed, ready):
        for size, (width, height) in sizes.items():
            for scheme in schemes:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                _take(context.new_page(), f"{size}-{scheme}.png", failed, ready)
                context.close()


def _take(page: Page, save: str, failed: str, ready: str) -> None:
    def keep(name: str, *, whole: bool = True) -> None:
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=OUT / f"{name}-{save}", full_page=whole)

    page.goto(ADDRESS, wait_until="networkidle")
    source = (RECORDINGS / "sources" / "the-pendulum.md").read_text("utf-8")
    page.locator("#start-input").fill(source)
    page.get_by_role("radio", name="An app of its own").check()
    keep("start-model")
    page.goto(f"{ADDRESS}/examples/{failed}", wait_until="networkidle")
    keep("diagnosis", whole=False)
    page.get_by_role("heading", name="What you can do").scroll_into_view_if_needed()
    keep("diagnosis-next", whole=False)
    page.goto(f"{ADDRESS}/examples/{failed}/proof", wait_until="networkidle")
    page.get_by_text("Written by recorded").click()
    page.get_by_text("Written by recorded").scroll_into_view_if_needed()
    keep("made", whole=False)
    page.goto(f"{ADDRESS}/examples/{ready}/advanced?change", wait_until="networkidle")
    page.get_by_role("button", name="Show what changed").click()
    keep("change")
    page.get_by_role("textbox", name="What should be different?").fill("Make this larger.")
    page.get_by_role("button", name="Pick an element").click()
    for key in ("Tab", "ArrowDown"):
        page.wait_for_timeout(SETTLE_MS)
        page.keyboard.press(key)
    keep("picking", whole=False)
    page.keyboard.press("Enter")
    page.locator(".pointed summary").click()
    keep("picked", whole=False)


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[str, str]]:
    """A Praxeo with a recorded model; gives the ids of an app that failed and of one that is changed."""
    recordings = folder / "recordings"
    shutil.copytree(RECORDINGS, recordings)
    broken = (RECORDINGS / "sorting.html").read_text("utf-8").replace(RIGHT, WRONG)
    (recordings / "sorting.html").write_text(broken, "utf-8")
    repair = f"<<<<<<< SEARCH\n  {WRONG}\n=======\n  {MENDED}\n>>>>>>> REPLACE\n"
    (recordings / "repair.json").write_text(json.dumps({"purpose": "repair_code", "text": repair}))
    variables = {
        **os.environ,
        "PRAXEO_DATA_DIR": str(folder / "library"),
        "PRAXEO_PORT": str(PORT),
        "PRAXEO_EMBED_PORT": str(EMBED_PORT),
        "PRAXEO_MODELS": f"scripted:{recordings}",
        "PRAXEO_MODEL_PRICES": "recorded=1/0.1/4",
    }
    for source in ("sorting-race", "the-pendulum"):
        path = RECORDINGS / "sources" / f"{source}.md"
        how = ("--author", "model", "--route", "bespoke")
        subprocess.run([PRAXEO, "make", path, *how], env=variables, capture_output=True)
    server = subprocess.Popen([PRAXEO, "serve"], env=variables, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    server.stdout.readline()
    try:
        examples = _asked("examples")["records"]
        ready, failed = (
            next(each["id"] for each in examples if each["status"] == status)
            for status in ("ready", "failed")
        )
        for words in WISHES:
            element = ELEMENT if "this" in words else None
            _asked(f"examples/{ready}/change_requests", {"words": words, "element": element})
            while _asked(f"examples/{ready}")["status"] == "making":
                time.sleep(PULSE_SECONDS)
        yield failed, ready
    finally:
        server.terminate()
        server.wait()


def _asked(path: str, body: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(  # noqa: S310  # the server that was started here
        f"{ADDRESS}/v1/{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)
