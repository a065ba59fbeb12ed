"""While an app is being made: what is shown, stopped, tried again, and survived, in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, SHORT_TEXT, Served, state_of


def test_a_worker_killed_midway_goes_on_after_the_restart(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    document = tmp_path / "water.md"
    document.write_text(SHORT_TEXT, "utf-8")
    page.goto(own_server.address)
    page.set_input_files("#start-file", document)
    page.get_by_role("button", name="Make the app").click()
    expect(page.get_by_text("You can close this page.")).to_be_visible()
    own_server.kill()
    expect(page.get_by_text("Praxeo does not answer.").first).to_be_visible()
    own_server.start()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


def test_the_studio_says_when_praxeo_is_away_and_goes_on_when_it_is_back(
    own_server: Served, page: Page
) -> None:
    page.goto(own_server.address)
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.get_by_role("textbox", name="Document, link or text").fill(SHORT_TEXT)
    own_server.kill()
    page.get_by_role("button", name="Make the app").click()
    expect(page.get_by_role("alert")).to_contain_text("Praxeo does not answer")
    own_server.start()
    expect(page.get_by_text("Your work is kept here")).to_be_hidden()
    page.get_by_role("button", name="Make the app").click()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
