"""The desk as journeys find their way on it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect
from studio_server import MAKING_MS, ROOT, Served

AXE = ROOT / "web" / "dist" / "axe" / "axe.min.js"


def cards(page: Page) -> Locator:
    return page.locator(".desk-card")


def card(page: Page, words: str) -> Locator:
    return cards(page).filter(has_text=words)


def phone(page: Page) -> FrameLocator:
    return page.frame_locator(".stage iframe:not(.arriving)")


def wait_until_saved(page: Page) -> None:
    expect(page.locator("[data-saving=saved]")).to_contain_text("Saved", timeout=MAKING_MS)


def spec_of(served: Served, example: Any) -> str:
    now = served.get(f"examples/{example['id']}")
    return served.text(f"specs/{now['spec_id']}/text")


def axe_faults(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run({ exclude: [['iframe']] }, { resultTypes: ['violations'], iframes: false })"
    )
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in found["violations"]]
