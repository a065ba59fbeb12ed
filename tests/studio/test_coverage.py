"""The report says, beside that the app works, which main ideas of its source it practises."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served


def test_the_report_names_the_ideas_that_are_practised_and_that_are_only_read(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    example = served.get("examples")["records"][0]
    coverage = served.get(f"specs/{example['spec_id']}/coverage")
    page.goto(f"{served.address}/examples/{example['id']}/proof")
    card = page.locator("details").filter(has_text="What of the source is practised")
    count = f"{coverage['practised']} of {len(coverage['ideas'])} main ideas practised"
    expect(card.get_by_text(count)).to_be_visible()
    if card.get_attribute("open") is None:
        card.locator("summary").click()
    rows = card.locator(".coverage-idea")
    expect(rows).to_have_count(len(coverage["ideas"]))
    for row, idea in zip(rows.all(), coverage["ideas"], strict=True):
        expect(row).to_contain_text(idea["text"])
        expect(row).to_contain_text("Practised by" if idea["practised_by"] else "Only read")
