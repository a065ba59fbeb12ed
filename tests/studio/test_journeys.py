"""What people do in the studio, from the first visit to a published app, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, FrameLocator, Page, expect
from studio_server import MAKING_MS, SHORT_TEXT, Served, state_of

MakeApp = Callable[[Served, str], str]


def app_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe").first


def wait_until_made_anew(page: Page) -> None:
    """Wait for the app that follows a save: first being made, then ready."""
    expect(state_of(page).get_by_text("Being made", exact=True)).to_be_visible()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


def replace_text(page: Page, change: Callable[[str], str]) -> None:
    """Change the text in the open editor as a person would: select all and paste over it."""
    editor = page.get_by_role("textbox", name="Spec").or_(page.get_by_role("textbox", name="Code"))
    expect(editor).to_be_visible()
    text = page.evaluate("document.querySelector('.cm-content').cmTile.view.state.doc.toString()")
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(change(text))


def test_an_edited_spec_changes_the_app(served: Served, page: Page, make_app: MakeApp) -> None:
    address = make_app(served, SHORT_TEXT)
    page.goto(f"{address}/edit")
    replace_text(page, lambda text: text.replace("title: ", "title: Revised – ", 1))
    page.get_by_role("button", name="Save and build").click()
    expect(page.get_by_text("Saved as version 2")).to_be_visible()
    wait_until_made_anew(page)
    expect(app_of(page).get_by_role("heading", level=1)).to_contain_text("Revised –")


def test_a_spec_with_a_fault_is_refused_by_line_and_the_draft_is_kept(
    served: Served, page: Page, make_app: MakeApp
) -> None:
    address = make_app(served, SHORT_TEXT)
    page.goto(f"{address}/edit")
    replace_text(page, lambda text: text + "\n### Dance: with me\n- step\n")
    page.get_by_role("button", name="Save and build").click()
    expect(page.get_by_text("the app is unchanged")).to_be_visible()
    expect(page.get_by_text("Line ").first).to_be_visible()
    page.reload()
    expect(page.get_by_text("Your unsaved draft was restored.")).to_be_visible()


def test_hand_edited_code_is_shown_and_an_earlier_version_restored(
    served: Served, page: Page, make_app: MakeApp
) -> None:
    address = make_app(served, SHORT_TEXT)
    page.goto(f"{address}/edit")
    page.get_by_role("radio", name="Code").check()
    replace_text(page, lambda text: text.replace("<title>", "<title>By hand: ", 1))
    page.get_by_role("button", name="Save and build").click()
    expect(page.get_by_text("Saved as version 2")).to_be_visible()
    wait_until_made_anew(page)
    page.goto(f"{address}/history")
    code = page.get_by_role("list", name="Code")
    expect(code.get_by_role("listitem")).to_have_count(2)
    code.get_by_role("button", name="Restore").click()
    expect(code.get_by_role("listitem")).to_have_count(3, timeout=MAKING_MS)


def test_a_second_tab_that_saves_first_makes_a_conflict_that_loses_nothing(
    served: Served, page: Page, make_app: MakeApp, browser: Browser
) -> None:
    address = make_app(served, SHORT_TEXT)
    page.goto(f"{address}/edit")
    replace_text(page, lambda text: text.replace("title: ", "title: Mine – ", 1))
    elsewhere = browser.new_context(locale="en-GB")
    other = elsewhere.new_page()
    other.goto(f"{address}/edit")
    replace_text(other, lambda text: text.replace("title: ", "title: Theirs – ", 1))
    other.get_by_role("button", name="Save and build").click()
    wait_until_made_anew(other)
    elsewhere.close()
    page.get_by_role("button", name="Save and build").click()
    expect(page.get_by_text("saved another version while you were editing")).to_be_visible()
    page.get_by_role("button", name="Look at theirs").or_(
        page.get_by_role("button", name="Save mine as a new version on top")
    ).click()
    mine = page.get_by_role("button", name="Save mine as a new version on top")
    expect(mine).to_be_visible()
    mine.click()
    expect(page.get_by_text("Saved as version 3")).to_be_visible()
