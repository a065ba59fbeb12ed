"""The report says, beside that the app works, which main ideas of its source it practises."""

from __future__ import annotations

import pytest
from desk_page import axe_faults
from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served


@pytest.fixture
def coverage(served: Served, page: Page) -> dict[str, object]:
    """What is covered, told on the open page."""
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    example = served.get("examples")["records"][0]
    page.goto(f"{served.address}/examples/{example['id']}/proof")
    covered = served.get(f"specs/{example['spec_id']}/coverage")
    count = f"{covered['practised']} of {len(covered['ideas'])} main ideas practised"
    card = page.locator("details.card").filter(has_text="What of the source is practised")
    expect(card.get_by_text(count)).to_be_visible()
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    return dict(covered)


def test_the_ideas_stand_by_section_with_what_practises_them(coverage: dict, page: Page) -> None:
    sections = page.locator(".coverage-section")
    titles = list(dict.fromkeys(idea["section"] for idea in coverage["ideas"]))
    expect(sections).to_have_count(len(titles))
    for title, section in zip(titles, sections.all(), strict=True):
        ideas = [idea for idea in coverage["ideas"] if idea["section"] == title]
        practised = sum(1 for idea in ideas if idea["practised_by"])
        expect(section.locator("summary")).to_contain_text(f"{practised} of {len(ideas)} practised")
        section.locator("summary").click()
        for row, idea in zip(section.locator(".coverage-idea").all(), ideas, strict=True):
            expect(row).to_contain_text(idea["text"])
            expect(row).to_contain_text("Practised by" if idea["practised_by"] else "Only read")
    assert axe_faults(page) == []


def test_what_is_only_read_can_be_seen_alone_and_made_a_question_of(
    coverage: dict, page: Page
) -> None:
    read = [idea for idea in coverage["ideas"] if not idea["practised_by"]]
    assert read, "the sample has ideas that nothing practises"
    page.get_by_label("Only those that are only read").check()
    rows = page.locator(".coverage-idea")
    expect(rows).to_have_count(len(read))
    rows.first.get_by_role("link", name="Write a question from this sentence").click()
    expect(page.locator(".desk-card[data-open=true]")).to_contain_text("From your source")
