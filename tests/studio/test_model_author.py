"""A model as the author: its quote, its app, what it cost, and a change of a picked element and back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from studio_server import MAKING_MS, ROOT, Served, state_of

AXE = ROOT / "web" / "dist" / "axe" / "axe.min.js"
RECORDINGS = ROOT / "samples" / "recordings"
SOURCE = RECORDINGS / "sources" / "the-pendulum.md"
RIGHT, WRONG = "row.done = !row.swapped || row.end === 1", "row.done = row.end === 1"
PICKER = "crosshair"  # stands in the script that the preview has, and must stand nowhere else


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server whose model is recorded, with a price so that there is something to count.

    The app of the sorting race that it gives is wrong, and so is its repair.
    """
    recordings = tmp_path / "recordings"
    shutil.copytree(RECORDINGS, recordings)
    sorting = recordings / "sorting.html"
    code = sorting.read_text("utf-8")
    assert RIGHT in code
    sorting.write_text(code.replace(RIGHT, WRONG), "utf-8")
    repair = f"<<<<<<< SEARCH\n  {WRONG}\n=======\n  {WRONG} && true\n>>>>>>> REPLACE\n"
    (recordings / "repair.json").write_text(json.dumps({"purpose": "repair_code", "text": repair}))
    server = Served(tmp_path / "library")
    server.start(PRAXEO_MODELS=f"scripted:{recordings}", PRAXEO_MODEL_PRICES="recorded=1/0.1/4")
    yield server
    server.kill()


def preview(page: Page) -> FrameLocator:
    return page.frame_locator(".stage iframe:not(.arriving)")


def faults(page: Page) -> list[str]:
    """What axe-core objects to, and whether the page is wider than the window."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run({ exclude: [['iframe']] }, { iframes: false })")
    told = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        told.append(f"wider than {page.viewport_size}")
    return told


def cap_of_a_run(served: Served, microusd: int) -> None:
    version = served.get("settings")["version"]
    served.post("settings", {"run_cap_microusd": microusd}, method="PATCH", version=version)


def start_with_the_model(page: Page, served: Served) -> str:
    """Choose a bespoke app, see its quote, be refused by the cap, raise it, and have it made."""
    cap_of_a_run(served, 100)
    page.goto(served.address)
    page.get_by_role("textbox", name="Document, link or text").fill(SOURCE.read_text("utf-8"))
    choice = page.get_by_role("region", name="Who writes it")
    expect(choice.get_by_role("radio", name="A model: recorded")).to_be_checked()
    choice.get_by_role("radio", name="An app of its own").check()
    quote = page.get_by_role("region", name="What it will take")
    expect(quote).to_contain_text("the cap of this run leaves $0.0001")
    make = page.get_by_role("button", name="Make the app")
    expect(make).to_have_attribute("aria-disabled", "true")
    assert faults(page) == []
    cap_of_a_run(served, 500_000)
    page.reload()
    choice.get_by_role("radio", name="An app of its own").check()
    expect(quote).to_contain_text("Never more than US$0.50 a run")
    expect(make).to_have_attribute("aria-disabled", "false")
    page.set_viewport_size({"width": 390, "height": 844})
    assert faults(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    make.click()
    page.wait_for_url("**/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    return page.url.rstrip("/").split("/examples/")[1].split("/")[0]


def test_from_the_quote_to_a_picked_element_that_is_changed_and_back(
    page: Page, served: Served
) -> None:
    example_id = start_with_the_model(page, served)
    address = f"examples/{example_id}"
    first = served.get(address)
    made = page.get_by_text("Written by recorded")
    made.click()
    expect(page.get_by_role("row").filter(has_text="writing the app")).to_contain_text("$0.0")

    page.get_by_role("tab", name="Advanced").click()
    page.get_by_role("radio", name="Change").check()
    words = page.get_by_role("textbox", name="What should be different?")
    words.fill("Call this button “Drop it”.")
    let_go = preview(page).get_by_role("button", name="Let go")
    expect(let_go).to_be_visible()
    pick = page.get_by_role("button", name="Pick an element")

    pick.click()
    status = page.locator(".picking")
    expect(status).to_contain_text("Click what you mean")
    page.keyboard.press("Escape")
    expect(pick).to_have_attribute("aria-pressed", "false")
    pick.click()
    expect(status).to_contain_text("Click what you mean")
    for key in ("Tab", "ArrowDown", "ArrowDown", "Shift+Tab"):
        page.keyboard.press(key)
    expect(status).to_contain_text("Pointing at heading “A pendulum”")
    page.keyboard.press("Enter")
    expect(page.locator(".pointed")).to_contain_text("heading “A pendulum”")
    expect(words).to_be_focused()

    pick.click()
    expect(status).to_contain_text("Click what you mean")
    let_go.scroll_into_view_if_needed()
    box = let_go.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(status).to_contain_text("Pointing at button “Let go”")
    assert faults(page) == []
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".pointed")).to_contain_text("button “Let go”")
    expect(preview(page).locator("[data-output=phase]")).to_have_text("at rest")  # no click for it

    page.get_by_role("button", name="Ask for this change").click()
    request = page.locator(".request")
    expect(request.locator(".badge")).to_have_text("changed", timeout=MAKING_MS)
    expect(preview(page).get_by_role("button", name="Drop it")).to_be_visible()
    request.get_by_role("button", name="Show what changed").click()
    expect(request.locator(".compare")).to_contain_text("Drop it")
    for width in (390, 320, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert faults(page) == [], width
    (noted,) = served.get(f"{address}/change_requests")["records"]
    assert (noted["element_path"], noted["element_role"]) == ('[data-control="go"]', "button")
    assert noted["element_html"].startswith("<button")
    assert without_picker(served, address)

    request.get_by_role("button", name="Undo this change").click()
    expect(preview(page).get_by_role("button", name="Let go")).to_be_visible(timeout=MAKING_MS)
    now = served.get(address)
    before, after = (
        served.get(f"code_snippets/{each['code_snippet_id']}")["content_hash"]
        for each in (first, now)
    )
    assert before == after


def test_an_app_that_failed_says_which_test_what_was_seen_and_what_to_do(
    page: Page, served: Served
) -> None:
    page.goto(served.address)
    page.set_input_files("#start-file", RECORDINGS / "sources" / "sorting-race.md")
    page.get_by_role("radio", name="An app of its own").check()
    page.get_by_role("button", name="Read it and show the quote").click()
    expect(page.get_by_role("region", name="What it will take")).to_contain_text("words")
    page.get_by_role("button", name="Make the app").click()
    told = page.get_by_role("region", name="Why it failed")
    expect(told).to_contain_text("“A sorted list needs no swap”", timeout=MAKING_MS)
    facts = told.locator("dd")
    expect(facts.nth(0)).to_have_text("Then bubble_comparisons = 5.")
    expect(facts.nth(1)).to_have_text("“bubble_comparisons” was 15")
    expect(told.get_by_role("img")).to_be_visible()
    expect(told.locator("li")).to_have_count(2)
    expect(told).to_contain_text("Repair 3 came to nothing")
    page.get_by_text("Written by recorded").click()
    expect(page.get_by_role("row").filter(has_text="not charged").first).to_contain_text("repair")
    assert faults(page) == []
    told.get_by_role("link", name="Say what is wrong").click()
    expect(page.get_by_role("textbox", name="What should be different?")).to_be_visible()


def without_picker(served: Served, address: str) -> bool:
    """The picker is in the preview only: not in what is stored, exported or shown elsewhere."""
    code: Any = served.get(address)["code_snippet_id"]
    texts = (f"code_snippets/{code}/code", f"code_snippets/{code}/preview", f"{address}/app")
    return all(PICKER not in served.text(path) for path in texts)


def test_the_spec_is_read_and_changed_before_the_app_is_paid_for(
    page: Page, served: Served
) -> None:
    page.goto(served.address)
    page.get_by_role("textbox", name="Document, link or text").fill(SOURCE.read_text("utf-8"))
    choice = page.get_by_role("region", name="Who writes it")
    choice.get_by_role("radio", name="An app of its own").check()
    choice.get_by_role("checkbox", name="Let me read and change the spec").check()
    page.get_by_role("button", name="Make the app").click()
    page.wait_for_url("**/examples/*")
    first = page.get_by_role("region", name="Read the spec, then have the app made")
    expect(first).to_contain_text("The app will probably cost US$0.0", timeout=MAKING_MS)
    expect(state_of(page).get_by_text("Spec to read", exact=True)).to_be_visible()
    example_id = page.url.rstrip("/").split("/examples/")[1].split("/")[0]
    totals = f"ledger_entries/totals?example_id={example_id}"
    paid = served.get(totals)
    assert paid["calls"] == 1
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == [], width

    editor, make = first.locator(".cm-content"), first.get_by_role("button", name="Make the app")
    editor.click()
    page.keyboard.press("Control+Home")
    for key in ("ArrowDown", "ArrowDown", "End"):  # the line of the title
        page.keyboard.press(key)
    page.keyboard.type(" of ours")
    expect(first).to_contain_text("not saved yet")
    expect(make).to_be_disabled()
    first.get_by_role("button", name="Save", exact=True).click()
    expect(make).to_be_enabled()
    assert served.get(totals) == paid
    make.click()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    expect(page.get_by_role("heading", level=1)).to_contain_text("of ours")
    assert served.get(totals)["calls"] == 2
