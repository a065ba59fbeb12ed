"""While an app is being made: what is shown, stopped, tried again, and survived, in a real browser."""

from __future__ import annotations

import re
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
    expect(page.get_by_text("Praxeo does not answer.")).to_have_count(1)
    making = page.get_by_role("region", name="Praxeo is away")
    expect(making).to_contain_text("As soon as Praxeo is back")
    expect(making.get_by_role("button", name="Cancel")).to_be_disabled()
    own_server.start()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


THIN_TEXT = (
    "# The moraine\n\nA **moraine** is a ridge of stones that a glacier has carried along.\n\n"
    + ("It went on and on, and nobody knew why it did. " * 300)
)


def test_the_studio_says_when_praxeo_is_away_and_goes_on_when_it_is_back(
    own_server: Served, page: Page
) -> None:
    page.goto(own_server.address)
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.wait_for_load_state("networkidle")  # the parts that come later are there, too
    page.get_by_role("textbox", name="Document, link or text").fill(THIN_TEXT)
    own_server.kill()
    page.get_by_role("button", name="Make the app").click()
    expect(page.get_by_role("alert")).to_contain_text("Praxeo does not answer")
    own_server.start()
    expect(page.get_by_text("Your work is kept here")).to_be_hidden()
    page.get_by_role("button", name="Make the app").click()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    warned = page.get_by_role("region", name="Worth knowing")
    expect(warned).to_contain_text("the offline author asks only what a source marks itself")
    address = page.url
    page.goto(f"{own_server.address}/settings")
    page.get_by_label(re.compile(r"^Language(?! of scans)")).select_option("de")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.goto(address)
    expect(page.get_by_role("region", name="Gut zu wissen")).to_contain_text(
        "Übungen aus diesen 3.315 Wörtern: 1. Der Offline-Autor"
    )


def test_the_work_is_shown_step_by_step_with_what_was_read(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    start_making(own_server, page, tmp_path)
    making = page.get_by_role("region", name="Making your app")
    expect(making).to_contain_text("What was read")
    expect(making).to_contain_text("paragraphs and headings")
    expect(making.get_by_text("Where the water goes")).to_be_visible()
    done = making.get_by_role("listitem").filter(has_text="Read the document")
    expect(done).to_have_attribute("data-state", "done")
    expect(done).to_contain_text("sec")


def test_what_was_stopped_is_said_and_can_be_tried_again(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    start_making(own_server, page, tmp_path)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("You stopped this.")
    expect(state_of(page).get_by_text("Stopped", exact=True)).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


def test_after_the_page_was_closed_every_app_in_work_is_found_again(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    start_making(own_server, page, tmp_path, "one.md", "two.md")
    page.goto("about:blank")
    page.goto(own_server.address)
    recent = page.get_by_role("region", name="Made recently")
    expect(recent.get_by_role("link")).to_have_count(2)
    expect(recent.get_by_text("Ready", exact=True)).to_have_count(2, timeout=2 * MAKING_MS)


def start_making(server: Served, page: Page, folder: Path, *names: str) -> None:
    """Have apps made of short texts in files of these names, or of one."""
    files = [folder / name for name in names or ("water.md",)]
    for file in files:
        file.write_text(f"{SHORT_TEXT}\n{file.stem}\n", "utf-8")  # what is here is not sent twice
    page.goto(server.address)
    page.set_input_files("#start-file", files)
    page.get_by_role("button", name="Make the app").click()
    if len(files) == 1:
        page.wait_for_url("**/examples/*")
    else:
        lines = page.get_by_role("list", name="Your files").get_by_role("link")
        expect(lines).to_have_count(len(files))
