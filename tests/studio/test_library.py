"""The library in a real browser: tags in bulk, a deletion taken back, a true copy, and the keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served


def library(served: Served, page: Page) -> None:
    """The library once the sample is ready."""
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )


def test_a_copy_has_the_very_code_and_can_be_tagged_deleted_and_taken_back(
    served: Served, page: Page
) -> None:
    library(served, page)
    sample = served.get("examples")["records"][0]
    page.get_by_role("checkbox", name=f"Select {sample['title']}").first.check()
    page.get_by_role("button", name="Duplicate").click()
    expect(page.get_by_text("Duplicated 1.")).to_be_visible()
    copy = served.get("examples")["records"][0]
    assert copy["title"] == f"{sample['title']} (copy)"
    hashes = [
        [one["content_hash"] for one in served.get(f"examples/{identity}/code_snippets")["records"]]
        for identity in (sample["id"], copy["id"])
    ]
    assert hashes[0] == hashes[1]
    assert copy["status"] == "ready"

    page.get_by_role("checkbox", name=f"Select {copy['title']}").check()
    page.get_by_role("checkbox", name=f"Select {sample['title']}", exact=True).check()
    page.get_by_role("textbox", name="New tag").or_(
        page.get_by_role("combobox", name="New tag")
    ).fill("Exam")
    page.get_by_role("button", name="Add tag").click()
    expect(page.get_by_role("button", name="Show only those tagged Exam")).to_have_count(2)
    assert [one["tags"] for one in served.get("examples")["records"]] == [["Exam"], ["Exam"]]
    page.get_by_role("group", name="2 selected").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").last.click()
    expect(page.locator(".library-rows li")).to_have_count(2)


def test_the_library_is_used_by_keyboard_alone(served: Served, page: Page) -> None:
    library(served, page)
    rows = page.locator(".library-rows li")
    page.keyboard.press("j")
    expect(rows.first.get_by_role("link")).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_role("group", name="1 selected")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="1 selected")).to_be_hidden()
    page.keyboard.press("e")
    page.keyboard.insert_text("Renamed by keyboard")
    page.keyboard.press("Enter")
    expect(rows.first.get_by_role("link")).to_have_text("Renamed by keyboard")
    expect(rows.first.get_by_role("link")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.insert_text("by keyboard")
    expect(rows).to_have_count(1)
    page.wait_for_url("**/library?query=by+keyboard")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/examples/*")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("by keyboard")
    expect(rows).to_have_count(1)
    page.goto(f"{served.address}/examples/exa_gone")
    page.get_by_role("link", name="All examples are in the library").click()
    expect(rows.first).to_be_visible()


def test_projects_are_made_chosen_for_new_work_and_deleted_when_empty(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}/library")
    page.get_by_role("button", name="Manage projects").click()
    dialog = page.get_by_role("dialog", name="Projects")
    dialog.get_by_placeholder("Name of the project").fill("Biology")
    dialog.get_by_role("button", name="Create project").click()
    dialog.get_by_role("radio", name="New work goes here: Biology").click()
    expect(dialog.get_by_role("radio", name="New work goes here: Biology")).to_be_checked()
    wanted = next(one for one in served.get("projects")["records"] if one["name"] == "Biology")
    assert served.get("settings")["default_project_id"] == wanted["id"]
    dialog.get_by_role("button", name="Delete the project Biology").click()
    expect(dialog.get_by_role("radio", name="New work goes here: Biology")).to_be_hidden()
