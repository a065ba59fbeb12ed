"""Many files on their way: they are not lost on another page, leaving is warned of, nothing is sent twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Route, expect
from studio_server import MAKING_MS, SHORT_TEXT, Served

CONTENT = "**/v1/document_inputs/*/content"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"water-{number}.md" for number in range(4)]
    for file in made:
        file.write_text(f"{SHORT_TEXT}\nThis is the text of {file.name}.\n", "utf-8")
    return made


def test_files_outlive_a_change_of_page_and_are_asked_about_before_they_are_lost(
    own_server: Served, page: Page, files: list[Path]
) -> None:
    held: list[Route] = []
    page.route(CONTENT, lambda route: held.append(route))
    page.goto(own_server.address)
    page.set_input_files("#start-file", files[:3])
    page.get_by_role("link", name="Library").click()
    bar = page.locator(".queue-bar")
    expect(bar).to_contain_text("3 files are chosen and not sent yet.")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    bar.get_by_role("link", name="Go on with them").click()
    lines = page.get_by_role("list", name="Your files").get_by_role("listitem")
    expect(lines).to_have_count(3)
    with page.expect_request(CONTENT):
        page.get_by_role("button", name="Make the app").click()
    page.get_by_role("link", name="Library").click()
    expect(bar).to_contain_text("Sending file 1 of 3")
    held.pop().continue_()
    page.unroute(CONTENT)
    expect(bar).to_have_count(0)
    assert len(own_server.get("examples")["records"]) == 3
    with page.expect_navigation():  # nothing is left to lose, so nobody is asked
        page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]


def test_of_files_that_are_chosen_again_only_what_is_missing_is_sent(
    own_server: Served, page: Page, files: list[Path]
) -> None:
    sent: list[str] = []
    page.on(
        "request", lambda request: sent.append(request.url) if request.method == "PUT" else None
    )
    page.goto(own_server.address)
    page.set_input_files("#start-file", files[:3])
    page.get_by_role("button", name="Make the app").click()
    lines = page.get_by_role("list", name="Your files").get_by_role("listitem")
    expect(lines.get_by_role("link")).to_have_count(3)
    assert len(sent) == 3
    page.reload()
    page.set_input_files("#start-file", files)
    page.get_by_role("button", name="Make the app").click()
    expect(lines.get_by_text("Here already")).to_have_count(3)
    expect(lines.get_by_role("link")).to_have_count(4)
    assert len(sent) == 4
    assert len(own_server.get("examples")["records"]) == 4
    first = lines.filter(has_text="water-0")
    first.get_by_role("button", name="Make it again").click()
    page.get_by_role("button", name="Make the app").click()
    expect(lines.get_by_text("Here already")).to_have_count(2)
    expect(first.get_by_text("Ready", exact=True)).to_be_visible(timeout=2 * MAKING_MS)
    assert len(own_server.get("examples")["records"]) == 5
