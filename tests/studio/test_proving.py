"""The report of a check in a real browser: read line by line, and one line proven again."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served


def test_one_line_is_proven_again_and_keeps_its_own_time(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    example = served.get("examples")["records"][0]
    page.goto(f"{served.address}/examples/{example['id']}/proof")
    expect(page.get_by_text("lines of this report hold.")).to_be_visible()
    before = times(served, example["code_snippet_id"])
    line = page.get_by_role("listitem").filter(has_text="way to each of its")
    line.get_by_role("button", name="Picture").first.click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    page.keyboard.press("Escape")
    line.get_by_role("button", name="Prove again").click()
    expect(line.get_by_role("button", name="Being proven")).to_be_visible()
    expect(line.get_by_role("button", name="Prove again")).to_be_visible(timeout=MAKING_MS)
    expect(page.get_by_text("lines of this report hold.")).to_be_visible()
    after = times(served, example["code_snippet_id"])
    assert after["start"] > before["start"]
    assert {code for code in before if after[code] != before[code]} == {"start"}


def times(served: Served, snippet: str) -> dict[str, str]:
    """When each line was proven, by its code."""
    lines = served.get(f"code_snippets/{snippet}/report")["lines"]
    return {line["code"]: line["checked_at"] for line in lines}
