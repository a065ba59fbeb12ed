"""Editing in the studio: spec, code, versions, drafts, faults, live preview and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from places import DEPLOYED_APP, PLACE
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect
from studio_server import MAKING_MS, ROOT, Served, print_pdf, state_of

AXE = ROOT / "web" / "dist" / "axe" / "axe.min.js"
VIEW = "document.querySelector('.cm-content').cmTile.view"
MARK_FITS = """() => {
  const mark = document.querySelector('.page-mark').getBoundingClientRect()
  const place = document.querySelector('.evidence-place').getBoundingClientRect()
  return mark.height > 4 && mark.top >= place.top - 1 && mark.bottom <= place.bottom + 1
}"""


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, new_server: Callable[[Path], Served]
) -> Iterator[Served]:
    """A server with nothing else to make."""
    server = new_server(tmp_path_factory.mktemp("library"))
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def original(browser: Browser, served: Served, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An example made of a PDF; each journey edits a copy of its own."""
    return served.made(print_pdf(browser, tmp_path_factory.mktemp("pdf") / "water.pdf"))


@pytest.fixture
def example(served: Served, original: Any) -> Any:
    return served.post(f"examples/{original['id']}/duplicate")


@pytest.fixture
def editing(page: Page, served: Served, example: Any) -> Page:
    page.goto(f"{served.address}/examples/{example['id']}/advanced")
    expect(box(page)).to_be_visible()
    return page


@pytest.fixture
def second_person(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", ignore_https_errors=PLACE == DEPLOYED_APP)
    yield context.new_page()
    context.close()


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Spec").or_(page.get_by_role("textbox", name="Code"))


def text_of(page: Page) -> str:
    return str(page.evaluate(f"{VIEW}.state.doc.toString()"))


def replace_text(page: Page, change: Callable[[str], str]) -> None:
    """Change the text in the open editor as a person would: select all and paste over it."""
    expect(box(page)).to_be_visible()
    text = text_of(page)
    box(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(change(text))


def put_cursor(page: Page, words: str, *, after: int = 0) -> None:
    """Put the cursor at these words of the text, some characters on."""
    page.evaluate(
        f"""([words, after]) => {{
          const anchor = {VIEW}.state.doc.toString().indexOf(words) + after
          {VIEW}.dispatch({{ selection: {{ anchor }}, scrollIntoView: true }})
          {VIEW}.focus()
        }}""",
        [words, after],
    )


def retitled(word: str) -> Callable[[str], str]:
    return lambda text: text.replace("title: ", f"title: {word} – ", 1)


def preview(page: Page) -> FrameLocator:
    return page.frame_locator(".stage iframe:not(.arriving)")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and build").click()


def wait_until_made_anew(page: Page, number: int = 2) -> None:
    """Wait for the app that follows a save: first being made, then ready."""
    expect(page.get_by_text(f"Saved as version {number}")).to_be_visible()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


def axe_faults(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in found["violations"]]


def test_the_preview_follows_typing_and_a_save_makes_it_the_app(
    editing: Page, served: Served, example: Any
) -> None:
    put_cursor(editing, "title: ", after=7)
    editing.keyboard.type("Typed ", delay=10)
    expect(preview(editing).get_by_role("heading", level=1)).to_contain_text("Typed ")
    expect(editing.get_by_text("Live: your draft of the spec")).to_be_visible()
    assert served.get(f"examples/{example['id']}")["spec_id"] == example["spec_id"]
    save(editing)
    wait_until_made_anew(editing)
    expect(editing.get_by_text("The saved app")).to_be_visible()
    expect(preview(editing).get_by_role("heading", level=1)).to_contain_text("Typed ")
    editing.go_back()  # previews leave no entries in the history of the browser
    assert f"{example['id']}/advanced" not in editing.url


def test_the_preview_opens_at_the_section_of_the_cursor_and_in_three_sizes(editing: Page) -> None:
    outline = editing.get_by_role("navigation", name="Outline")
    entry = outline.locator("[data-level='2'] button").last
    name = entry.locator(".name").inner_text()
    entry.click()
    expect(preview(editing).get_by_role("heading", level=1)).to_have_text(name)
    expect(entry).to_have_attribute("aria-current", "true")
    editing.keyboard.press("Control+Home")
    expect(entry).not_to_have_attribute("aria-current", "true")
    for size, width in (("Phone", 390), ("Tablet", 820), ("Desktop", 1280)):
        editing.get_by_role("radio", name=size).check()
        expect(editing.locator(".stage")).to_have_attribute("data-size", size.lower())
        assert preview(editing).locator("html").evaluate("() => innerWidth") == width
        stage = editing.locator(".stage").bounding_box()
        frame = editing.locator(".stage iframe:not(.arriving)").bounding_box()
        assert stage is not None
        assert frame is not None
        assert frame["width"] <= stage["width"] + 1
    editing.reload()
    expect(editing.get_by_role("radio", name="Desktop")).to_be_checked()


def test_faults_are_marked_while_typing_and_the_list_leads_to_them(editing: Page) -> None:
    put_cursor(editing, "no such words")
    editing.keyboard.press("Control+End")
    editing.keyboard.insert_text("\n### Dance: with me\n- step {b999.1}\n")
    fault = editing.get_by_role("region", name="Faults").get_by_role("button").first
    expect(fault).to_contain_text("“Dance” is no kind of activity.")
    expect(editing.get_by_text("Preview paused")).to_be_visible()
    expect(editing.locator(".cm-lint-marker-error")).to_have_count(1)
    editing.keyboard.press("Control+Home")
    fault.click()
    line = editing.evaluate(f"{VIEW}.state.doc.lineAt({VIEW}.state.selection.main.head).text")
    assert line == "### Dance: with me"
    expect(editing.get_by_text("what has it is left out of the app")).to_be_visible()
    save(editing)
    expect(editing.get_by_text("Saved as version 2")).to_be_visible()
    replace_text(
        editing, lambda text: text.replace("### Dance: with me\n- ", "### Terms: T\n- **a**: ")
    )
    expect(editing.get_by_role("region", name="Faults")).to_contain_text("no place b999.1")
    editing.reload()
    expect(editing.get_by_text("Your unsaved draft was restored.")).to_be_visible()
    expect(editing.get_by_role("region", name="Faults")).to_contain_text("no place b999.1")


def test_evidence_opens_the_page_of_the_pdf_at_its_box(editing: Page) -> None:
    reference = editing.locator(".cm-evidence").filter(has_text=".").first
    name = reference.inner_text()
    reference.hover()
    tip = editing.locator(".evidence-tip")
    expect(tip).to_contain_text("page 1")
    quote = tip.locator("p").last.inner_text()
    put_cursor(editing, name, after=1)
    expect(editing.locator(".evidence-bar q")).to_have_text(quote)
    editing.keyboard.press("Alt+Enter")
    dialog = editing.get_by_role("dialog", name="Where it comes from")
    expect(dialog.get_by_role("blockquote")).to_have_text(quote)
    expect(dialog.get_by_role("img")).to_be_visible()
    expect(dialog.locator(".page-mark")).to_have_count(1)
    editing.wait_for_function(MARK_FITS)
    assert axe_faults(editing) == []
    editing.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(box(editing)).to_be_focused()


def test_completion_knows_the_grammar_and_the_source(editing: Page) -> None:
    put_cursor(editing, "no such words")
    editing.keyboard.press("Control+End")
    editing.keyboard.type("\n### Con")
    editing.get_by_role("option", name="### Concept map:").click()
    expect(box(editing)).to_contain_text("- this -(does)-> that {own}")
    editing.keyboard.press("Escape")
    editing.keyboard.press("Control+End")
    editing.keyboard.type("\n- glaciers -(hold)-> water {Glaciers")
    # The line has faults by now, which stand below: the editor is lower, and still shows this line.
    expect(editing.locator(".faults")).to_be_visible()
    expect(editing.locator(".cm-activeLine").last).to_be_in_viewport()
    editing.get_by_role("option").filter(has_text="Glaciers").first.click()
    expect(box(editing)).to_contain_text("water {b")


def test_undo_goes_back_beyond_a_reload(editing: Page) -> None:
    before = text_of(editing)
    put_cursor(editing, "title: ", after=7)
    editing.keyboard.insert_text("Undone ")  # one step of undo, however slow the machine is
    expect(editing.get_by_text("Draft kept on this device")).to_be_visible()
    editing.reload()
    expect(editing.get_by_text("Your unsaved draft was restored.")).to_be_visible()
    assert "title: Undone " in text_of(editing)
    box(editing).focus()
    editing.keyboard.press("Control+z")
    expect(editing.get_by_text("Draft kept on this device")).to_be_hidden()
    assert text_of(editing) == before


def test_hand_edited_code_is_shown_live_and_an_earlier_version_restored(
    editing: Page, served: Served, example: Any
) -> None:
    editing.get_by_role("radio", name="Code").check()
    replace_text(editing, lambda text: text.replace("<body", "<body data-hand='yes'", 1))
    expect(preview(editing).locator("body")).to_have_attribute("data-hand", "yes")
    save(editing)
    wait_until_made_anew(editing)
    made = served.get(f"examples/{example['id']}")["code_snippet_id"]
    assert "data-hand" in served.text(f"code_snippets/{made}/code")
    editing.goto(f"{served.address}/examples/{example['id']}/history")
    editing.get_by_role("radio", name="Code").check()
    code = editing.get_by_role("list", name="Code")
    expect(code.get_by_role("listitem")).to_have_count(2)
    code.get_by_role("button", name="Restore (Version 1)").click()
    expect(code.get_by_role("listitem")).to_have_count(3, timeout=MAKING_MS)
    expect(code.get_by_text("version 1 again")).to_be_visible()
    expect(state_of(editing).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    now = served.get(f"examples/{example['id']}")["code_snippet_id"]
    first = example["code_snippet_id"]
    assert now not in (made, first)
    assert served.text(f"code_snippets/{now}/code") == served.text(f"code_snippets/{first}/code")


def test_two_people_in_conflict_compare_and_lose_nothing(
    editing: Page, second_person: Page, served: Served, example: Any
) -> None:
    replace_text(editing, retitled("Mine"))
    second_person.goto(editing.url)
    replace_text(second_person, retitled("Theirs"))
    save(second_person)
    wait_until_made_anew(second_person)
    save(editing)
    expect(editing.get_by_role("alert")).to_contain_text("saved another version")
    editing.get_by_role("button", name="Compare theirs and mine").click()
    compared = editing.locator(".compare")
    expect(compared.get_by_role("textbox", name="Theirs (saved)")).to_contain_text("Theirs –")
    expect(compared.get_by_role("textbox", name="Mine (draft)")).to_contain_text("Mine –")
    assert axe_faults(editing) == []
    editing.get_by_role("button", name="Take theirs").click()
    assert "title: Theirs –" in text_of(editing)
    box(editing).first.focus()
    editing.keyboard.press("Control+z")
    assert "title: Mine –" in text_of(editing)
    save(editing)
    wait_until_made_anew(editing, 3)
    assert len(served.get(f"examples/{example['id']}/specs")["records"]) == 3


def test_two_tabs_of_one_browser_keep_a_draft_each(editing: Page) -> None:
    replace_text(editing, retitled("First tab"))
    expect(editing.get_by_text("Draft kept on this device")).to_be_visible()
    other = editing.context.new_page()
    other.goto(editing.url)
    replace_text(other, lambda text: text.replace("First tab", "Second tab", 1))
    expect(other.get_by_text("Draft kept on this device")).to_be_visible()
    expect(editing.get_by_text("being edited in another tab")).to_be_visible()
    put_cursor(editing, "First tab")
    editing.keyboard.type("The ")
    for tab, words in ((editing, "The First tab"), (other, "Second tab")):
        expect(tab.get_by_text("Draft kept on this device")).to_be_visible()
        tab.reload()
        expect(box(tab)).to_be_visible()
        assert f"title: {words} –" in text_of(tab)


def test_a_version_gets_a_name_and_any_two_are_compared(
    editing: Page, served: Served, example: Any
) -> None:
    replace_text(editing, retitled("Second"))
    save(editing)
    wait_until_made_anew(editing)
    editing.goto(f"{served.address}/examples/{example['id']}/history")
    versions = editing.get_by_role("list", name="Spec")
    first = versions.get_by_role("listitem").filter(has_text="Version 1")
    first.get_by_role("button", name="Name this version").click()
    editing.keyboard.type("Before the exam")
    editing.keyboard.press("Enter")
    expect(first.get_by_text("Before the exam")).to_be_visible()
    editing.reload()
    expect(first.get_by_text("Before the exam")).to_be_visible()
    for number in (2, 1):
        editing.get_by_role("checkbox", name=f"Version {number}").check()
    editing.get_by_role("button", name="Compare the two").click()
    left = editing.get_by_role("textbox", name="Version 1: Before the exam")
    expect(left).not_to_contain_text("Second –")
    expect(editing.get_by_role("textbox", name="Version 2")).to_contain_text("Second –")
    assert axe_faults(editing) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_edit_page_is_accessible_in_both_themes(editing: Page, scheme: Any, width: int) -> None:
    editing.emulate_media(color_scheme=scheme)
    editing.set_viewport_size({"width": width, "height": 800})
    assert axe_faults(editing) == []
    assert editing.evaluate("document.documentElement.scrollWidth <= innerWidth")
    put_cursor(editing, "title: ", after=0)
    editing.keyboard.insert_text("no ")
    expect(editing.get_by_role("region", name="Faults")).to_be_visible()
    editing.get_by_role("button", name="Grammar").click()
    expect(editing.get_by_role("region", name="Grammar")).to_be_visible()
    assert axe_faults(editing) == []
