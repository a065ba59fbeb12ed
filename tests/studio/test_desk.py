"""The teacher's desk: questions edited one by one, by mouse and by keyboard, saved by themselves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_page import axe_faults, card, cards, phone, spec_of, wait_until_saved
from playwright.sync_api import Browser, Page, expect
from studio_server import MAKING_MS, Served

ITEMS = 60
REVIEW_SECONDS = 300
HEAD = "---\nspec: 1\ntitle: Sixty words\nlanguage: en\nsource: water.md\n---\n\n"
SPEC = """## Section: Rain

### Choice: Check yourself
- Q: What is rain made of? {own}
  - [x] water
  - [ ] sand
  - [ ] smoke
- Q: Where does rain come from? {own}
  - [x] clouds
  - [ ] rocks
  - [ ] roots

### Flashcards: Remember
- Q: What is snow?
  A: Frozen water. {own}

## Section: Rivers

### Terms: Words
- **mouth**: where a river meets the sea {own}
"""


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, new_server: Callable[[Path], Served]
) -> Iterator[Served]:
    server = new_server(tmp_path_factory.mktemp("library"))
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def original(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Any:
    document = tmp_path_factory.mktemp("document") / "water.md"
    document.write_text(
        "# Rain\n\n**Rain** is water that falls from clouds in drops. "
        "**Snow** is frozen water that falls in flakes. **Hail** is ice that falls in lumps.\n",
        "utf-8",
    )
    return served.made(document)


@pytest.fixture
def example(served: Served, original: Any) -> Any:
    """A copy of one's own with a few questions by hand."""
    copy = served.post(f"examples/{original['id']}/duplicate")
    return rewritten(served, copy, HEAD + SPEC)


def rewritten(served: Served, example: Any, text: str) -> Any:
    address = f"examples/{example['id']}"
    served.post(f"{address}/specs", {"text": text, "based_on": example["spec_id"]})
    return served.ready(served.get(address))


@pytest.fixture
def desk(page: Page, served: Served, example: Any) -> Page:
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page)).to_have_count(3)
    return page


def test_a_novice_mends_a_wrong_answer_drops_moves_and_adds_a_question(
    desk: Page, served: Served, example: Any
) -> None:
    card(desk, "What is rain made of?").click()
    desk.get_by_role("textbox", name="Wrong answer 2").fill("stone")
    card(desk, "What is snow?").get_by_role("button", name="Take out").click()
    expect(cards(desk)).to_have_count(2)
    card(desk, "Where does rain come from?").get_by_role("button", name="Move up").click()
    expect(cards(desk).first).to_contain_text("Where does rain come from?")
    desk.get_by_role("button", name="+ Question").click()
    desk.get_by_role("button", name="Flashcard", exact=True).click()
    desk.keyboard.type("What is hail?")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Ice that falls in lumps.")
    wait_until_saved(desk)
    expect(desk.locator(".desk-evidence")).to_contain_text("This is your own")
    served.ready(served.get(f"examples/{example['id']}"))
    assert spec_of(served, example).partition("## Section: Rivers")[0].strip() == (
        (HEAD + SPEC)
        .partition("## Section: Rivers")[0]
        .replace(
            """- Q: What is rain made of? {own}
  - [x] water
  - [ ] sand
  - [ ] smoke
- Q: Where does rain come from? {own}
  - [x] clouds
  - [ ] rocks
  - [ ] roots
""",
            """- Q: Where does rain come from? {own}
  - [x] clouds
  - [ ] rocks
  - [ ] roots
- Q: What is rain made of? {own}
  - [x] water
  - [ ] sand
  - [ ] stone
""",
        )
        .replace(
            "- Q: What is snow?\n  A: Frozen water. {own}",
            "- Q: What is hail?\n  A: Ice that falls in lumps. {own}",
        )
        .strip()
    )


def test_a_card_no_longer_says_from_your_source_once_its_words_are_not_there(
    page: Page, served: Served, original: Any
) -> None:
    copy = served.ready(served.post(f"examples/{original['id']}/duplicate"))
    page.goto(f"{served.address}/examples/{copy['id']}")
    hail = card(page, "Hail")
    expect(hail).to_contain_text("from your source")
    hail.click()
    page.get_by_label("What it means").fill("a frog that sings 42 songs")
    page.get_by_role("button", name="Done").click()
    expect(card(page, "42 songs")).to_contain_text("not found in your source")
    expect(card(page, "Snow")).to_contain_text("from your source")


def test_sixty_questions_are_reviewed_by_keyboard_alone(
    page: Page, served: Served, example: Any
) -> None:
    terms = "".join(f"- **word {n}**: meaning number {n} {{own}}\n" for n in range(1, ITEMS + 1))
    rewritten(served, example, f"{HEAD}## Section: Words\n\n### Terms: Words\n{terms}")
    begun = time.monotonic()
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page)).to_have_count(ITEMS)
    for number in range(1, ITEMS + 1):
        page.keyboard.press("j")
        expect(page.locator(".desk-card:focus")).to_contain_text(f"word {number}")
        if number % 10 == 0:
            page.keyboard.press("Delete")
            page.keyboard.press("k" if number < ITEMS else "Home")
        elif number % 15 == 7:
            page.keyboard.press("Enter")
            page.keyboard.press("Control+a")
            page.keyboard.type(f"better word {number}")
            page.keyboard.press("Escape")
    page.keyboard.press("Alt+ArrowUp")
    wait_until_saved(page)
    assert time.monotonic() - begun < REVIEW_SECONDS
    text = spec_of(served, example)
    assert text.count("- **") == ITEMS - 6
    assert text.count("- **better word") == 4
    assert "word 30*" not in text
    assert text.index("word 59*") < text.index("word 58*")


def test_undo_takes_back_every_step_and_redo_does_it_again(
    desk: Page, served: Served, example: Any
) -> None:
    before = desk.locator(".desk-cards").inner_text()
    desk.keyboard.press("j")
    desk.keyboard.press("d")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Delete")
    desk.keyboard.press("k")
    desk.keyboard.press("Delete")
    expect(cards(desk)).to_have_count(2)
    wait_until_saved(desk)
    for _ in range(3):
        desk.keyboard.press("Control+z")
    expect(cards(desk)).to_have_count(3)
    assert desk.locator(".desk-cards").inner_text() == before
    desk.keyboard.press("Control+Shift+z")
    expect(cards(desk)).to_have_count(4)
    desk.get_by_role("button", name="Undo").first.click()
    expect(cards(desk)).to_have_count(3)
    wait_until_saved(desk)
    desk.reload()
    expect(cards(desk)).to_have_count(3)
    assert spec_of(served, example) == HEAD + SPEC


def test_what_cannot_be_saved_is_kept_on_the_device_and_saved_later(
    desk: Page, served: Served, example: Any
) -> None:
    card(desk, "What is snow?").click()
    served.kill()
    desk.get_by_role("textbox", name="Back").fill("Frozen rain, in flakes.")
    expect(desk.get_by_text("saved as soon as Praxeo answers")).to_be_visible()
    address = desk.url
    desk.goto("about:blank")
    served.start()
    assert "in flakes" not in spec_of(served, example)
    desk.goto(address)
    expect(card(desk, "Frozen rain, in flakes.")).to_be_visible()
    wait_until_saved(desk)
    assert "A: Frozen rain, in flakes. {own}" in spec_of(served, example)


def test_what_somebody_else_saves_meanwhile_is_merged_in(
    desk: Page, served: Served, example: Any
) -> None:
    theirs = served.get(f"examples/{example['id']}")
    rewritten(served, theirs, (HEAD + SPEC).replace("Frozen water", "Their words"))
    card(desk, "What is rain made of?").click()
    desk.get_by_role("textbox", name="Right answer").fill("drops of water")
    expect(desk.get_by_text("Yours is merged into it")).to_be_visible(timeout=MAKING_MS)
    expect(card(desk, "Their words")).to_be_visible()
    text = spec_of(served, example)
    assert "Their words" in text
    assert "[x] drops of water" in text


def test_where_both_changed_the_same_one_is_chosen_and_the_other_is_kept(
    desk: Page, served: Served, example: Any
) -> None:
    theirs = served.get(f"examples/{example['id']}")
    rewritten(served, theirs, (HEAD + SPEC).replace("Frozen water.", "Their words."))
    card(desk, "What is snow?").click()
    desk.get_by_role("textbox", name="Back").fill("My words.")
    alert = desk.get_by_role("alert")
    expect(alert).to_contain_text("Somebody else changed the same questions", timeout=MAKING_MS)
    assert axe_faults(desk) == []
    alert.get_by_role("button", name="Keep mine").click()
    wait_until_saved(desk)
    assert "A: My words. {own}" in spec_of(served, example)
    texts = [
        served.text(f"specs/{spec['id']}/text")
        for spec in served.get(f"examples/{example['id']}/specs")["records"]
    ]
    assert any("Their words." in text for text in texts)


def test_the_phone_shows_each_change_and_follows_the_question_in_work(desk: Page) -> None:
    card(desk, "What is snow?").click()
    desk.get_by_role("textbox", name="Front").fill("What are flakes of snow?")
    wait_until_saved(desk)
    expect(phone(desk).get_by_text("What are flakes of snow?")).to_be_visible()
    card(desk, "What is rain made of?").click()
    expect(phone(desk).get_by_text("What is rain made of?")).to_be_visible()
    card(desk, "Where does rain come from?").click()
    asked = phone(desk).get_by_text("Where does rain come from?")
    expect(asked).to_be_visible()
    desk.keyboard.press("Escape")
    asked.click()
    expect(desk.get_by_role("textbox", name="Question", exact=True)).to_have_value(
        "Where does rain come from?"
    )


def test_what_the_author_offers_is_added_by_one_press(
    page: Page, served: Served, original: Any
) -> None:
    example = served.post(f"examples/{original['id']}/duplicate")
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page).first).to_be_visible()
    count = cards(page).count()
    cards(page).first.get_by_role("button", name="Take out").click()
    expect(cards(page)).to_have_count(count - 1)
    wait_until_saved(page)
    cards(page).first.click()
    page.locator(".desk-card summary").click()
    offers = page.locator(".desk-card .desk-offers")
    offers.get_by_role("button", name="Add").first.click(timeout=MAKING_MS)
    expect(cards(page)).to_have_count(count)
    wait_until_saved(page)


def test_a_sentence_of_the_source_becomes_a_question_with_its_place(
    page: Page, served: Served, original: Any
) -> None:
    example = served.post(f"examples/{original['id']}/duplicate")
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page).first).to_be_visible()
    count = cards(page).count()
    page.get_by_role("button", name="+ Question").click()
    page.get_by_role("button", name="From a sentence").click()
    dialog = page.get_by_role("dialog", name="Pick a sentence")
    dialog.get_by_role("searchbox").fill("frozen water")
    dialog.locator("summary").first.click()
    dialog.get_by_role("button", name="Snow is frozen water that falls in flakes.").click()
    expect(cards(page)).to_have_count(count + 1)
    gap = page.get_by_role("textbox", name="The gap", exact=True)
    gap.fill("frozen")
    page.get_by_role("textbox", name="Before the gap").fill("Snow is")
    page.get_by_role("textbox", name="After the gap").fill("water that falls in flakes.")
    wait_until_saved(page)
    expect(page.locator(".desk-evidence q")).to_contain_text("Snow is frozen water")
    assert "Snow is [[frozen]] water that falls in flakes. {b" in spec_of(served, example)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_desk_is_accessible_open_and_closed(desk: Page, scheme: Any, width: int) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 800})
    assert axe_faults(desk) == []
    cards(desk).first.click()
    expect(desk.get_by_role("combobox", name="Kind of question")).to_be_visible()
    assert axe_faults(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.keyboard.press("Escape")
    expect(cards(desk).first).to_be_focused()
    desk.get_by_role("button", name="Overview", exact=True).click()
    assert axe_faults(desk) == []


def test_the_keys_of_the_desk_stand_in_the_help(desk: Page) -> None:
    desk.keyboard.press("?")
    help_ = desk.get_by_role("dialog", name="Keyboard shortcuts")
    expect(help_.get_by_text("Take the question out")).to_be_visible()


def test_two_browsers_of_one_person_end_at_the_same_desk(
    desk: Page, browser: Browser, served: Served, example: Any
) -> None:
    other = browser.new_context(locale="en-GB").new_page()
    other.goto(desk.url)
    card(desk, "What is snow?").get_by_role("button", name="Take out").click()
    wait_until_saved(desk)
    other.reload()
    expect(cards(other)).to_have_count(2)
    other.context.close()
