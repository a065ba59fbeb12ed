"""Pictures of every page of the studio and of views of an app: phone and desktop, light and dark.

    make screenshots
    python docs/screenshots/make.py proof library    only these pages, into what is there

Starts a Praxeo of its own with the samples, and writes to docs/screenshots/out/ (not kept in the
repository) and, for the README, the few in KEPT beside this file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from with_a_model import take_with_a_model

from praxeo.adapters.browser import find_chromium

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = HERE / "out"
PRAXEO = Path(sys.executable).with_name("praxeo")
PORT, EMBED_PORT = 8490, 8491
ADDRESS = f"http://127.0.0.1:{PORT}"
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")
TABS = ("edit", "play", "proof", "source", "history", "publish", "advanced")
KEPT = ("start-desktop-light", "play-desktop-light", "edit-desktop-dark", "proof-desktop-light")
SETTLE_MS = 1_200  # for frames and fonts
MAKING_MS = 120_000  # until a document is read on a busy machine


@contextmanager
def serving(folder: str) -> Iterator[str]:
    """A Praxeo with an app of each sample; gives the id of the first one's example."""
    variables = {
        **os.environ,
        "PRAXEO_DATA_DIR": folder,
        "PRAXEO_PORT": str(PORT),
        "PRAXEO_EMBED_PORT": str(EMBED_PORT),
    }
    samples = sorted((ROOT / "samples").glob("*.md"))
    for sample in samples:
        subprocess.run([PRAXEO, "make", sample], env=variables, check=True, capture_output=True)
    listed = subprocess.run(
        [PRAXEO, "list", "--json"], env=variables, check=True, capture_output=True, text=True
    )
    identity = re.findall(r"exa_\w+", listed.stdout)[0]
    server = subprocess.Popen([PRAXEO, "serve"], env=variables, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    server.stdout.readline()
    try:
        yield identity
    finally:
        server.terminate()
        server.wait()


def pages(example: str) -> dict[str, str]:
    """The address of each page by the name of its picture."""
    fixed = {
        "start": "/",
        "sample": "/samples/how-vaccines-work",
        "library": "/library",
        "settings": "/settings",
        "missing": "/nowhere",
    }
    return fixed | {tab: f"/examples/{example}/{tab}" for tab in TABS}


def app_views(page: Page, save: str) -> None:
    """The views of the app itself, as somebody sees it who opens it in a tab."""
    page.screenshot(path=OUT / f"app-home-{save}")
    page.locator("[data-action='all']").click()
    sections = page.locator("[data-goto]").evaluate_all(
        "all => [...new Set(all.map(one => one.dataset.goto))].filter(name => /^s\\d/.test(name))"
    )
    for section in sections[:3]:
        page.locator("[data-goto='home']").first.click()
        page.locator(f"[data-goto='{section}']").first.click()
        page.wait_for_timeout(SETTLE_MS // 4)
        page.screenshot(path=OUT / f"app-{section}-{save}", full_page=True)
    for view in ("review", "glossary"):
        page.locator(f"[data-goto='{view}']").first.click()
        page.wait_for_timeout(SETTLE_MS // 4)
        page.screenshot(path=OUT / f"app-{view}-{save}")


def over_a_page(page: Page, save: str) -> None:
    """What opens over a page: the keyboard help and the command palette."""
    for name, keys in {"keys": "?", "palette": "Control+k"}.items():
        page.goto(ADDRESS + "/settings", wait_until="networkidle")
        page.locator("#main").focus()
        page.keyboard.press(keys)
        page.get_by_role("dialog").wait_for()
        page.wait_for_timeout(SETTLE_MS // 4)
        page.screenshot(path=OUT / f"{name}-{save}")


def in_the_making(page: Page, save: str) -> None:
    """Chosen files, an app while it is made, and one that was stopped."""
    page.goto(ADDRESS, wait_until="networkidle")
    page.set_input_files("#start-file", ROOT / "samples" / "the-water-cycle.pdf")
    page.screenshot(path=OUT / f"chosen-{save}")
    page.get_by_role("button", name="Make the app").click()
    page.get_by_text("What was read").wait_for(timeout=MAKING_MS)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=OUT / f"making-{save}")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("You stopped this.").wait_for()
    page.screenshot(path=OUT / f"stopped-{save}")


def take(browser: Browser, example: str, only: frozenset[str]) -> None:
    """Take every picture, or those of the pages named alone."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            page = context.new_page()
            for name, path in pages(example).items():
                if only and name not in only:
                    continue
                page.goto(ADDRESS + path, wait_until="networkidle")
                page.wait_for_timeout(SETTLE_MS)
                page.screenshot(path=OUT / f"{name}-{size}-{scheme}.png")
            if only:
                context.close()
                continue
            page.goto(f"{ADDRESS}/examples/{example}", wait_until="networkidle")
            source = page.locator("iframe").first.get_attribute("src") or ""
            page.goto(ADDRESS + source, wait_until="networkidle")
            app_views(page, f"{size}-{scheme}.png")
            over_a_page(page, f"{size}-{scheme}.png")
            in_the_making(page, f"{size}-{scheme}.png")
            context.close()


def main() -> int:
    """Make all pictures; 1 if there is no browser to make them with."""
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium to take pictures with (Debian: apt install chromium).")
        return 1
    only = frozenset(sys.argv[1:])
    if not only:
        shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(folder) as example,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=str(chromium), args=["--headless=new", "--no-sandbox"]
        )
        take(browser, example, only)
        if not only or "model" in only:
            take_with_a_model(browser, Path(folder), SIZES, SCHEMES)
        browser.close()
    for name in (name for name in KEPT if not only or name.split("-")[0] in only):
        shutil.copy(OUT / f"{name}.png", HERE / f"{name}.png")
    print(f"{len(list(OUT.iterdir()))} pictures in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
