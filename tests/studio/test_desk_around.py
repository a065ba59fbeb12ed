"""What stands around the questions at the desk: pictures, what is read, goals, and how learners fared."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_page import axe_faults, card, cards, phone, spec_of, wait_until_saved
from playwright.sync_api import Page, expect
from studio_server import ROOT, Served

PENDULUM = ROOT / "samples" / "the-pendulum.epub"
LEARNERS = 8  # more than are needed for figures to be told


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, new_server: Callable[[Path], Served]
) -> Iterator[Served]:
    server = new_server(tmp_path_factory.mktemp("library"))
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def original(served: Served) -> Any:
    return served.made(PENDULUM)


@pytest.fixture
def example(served: Served, original: Any) -> Any:
    return served.post(f"examples/{original['id']}/duplicate")


@pytest.fixture
def desk(page: Page, served: Served, example: Any) -> Page:
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page).first).to_be_visible()
    return page


def items_of(served: Served, example: Any) -> list[Any]:
    desk = served.get(f"specs/{example['spec_id']}/desk")
    return [item for part in desk["parts"] for item in part["items"]]


def test_a_picture_of_the_source_is_shown_with_a_question_until_it_is_taken_out(
    desk: Page, served: Served, example: Any
) -> None:
    card(desk, "amplitude").first.click()
    desk.get_by_role("button", name="+ Picture").click()
    dialog = desk.get_by_role("dialog", name="Pick a picture of your source")
    expect(dialog.locator("img").first).to_be_visible()
    assert axe_faults(desk) == []
    dialog.get_by_role("button", name="Picture 1").click()
    expect(desk.locator(".desk-picture img")).to_be_visible()
    desk.get_by_role("textbox", name="What it shows").fill("A bob on a thread, [drawn].")
    wait_until_saved(desk)
    expect(phone(desk).get_by_role("img", name="A bob on a thread, drawn .")).to_be_visible()
    assert spec_of(served, example).count("  ![A bob on a thread, drawn .](b") == 1
    desk.get_by_role("button", name="Take the picture out").click()
    expect(desk.get_by_role("button", name="+ Picture")).to_be_visible()
    desk.get_by_role("button", name="Undo").first.click()
    expect(desk.locator(".desk-picture img")).to_be_visible()


def test_a_part_shows_the_passages_and_pictures_that_are_chosen_in_the_order_of_the_source(
    desk: Page, served: Served, example: Any
) -> None:
    desk.get_by_text("Text to read").click()
    passages = desk.get_by_role("list", name="Text to read").get_by_role("listitem")
    expect(passages.first).to_be_visible()
    count = passages.count()
    words = passages.nth(1).locator("p").inner_text()
    desk.get_by_role("button", name="Take out passage 2").click()
    expect(passages).to_have_count(count - 1)
    desk.get_by_role("button", name="+ Passage of your source").click()
    dialog = desk.get_by_role("dialog", name="Pick a passage")
    dialog.get_by_role("searchbox").fill(words[:20])
    dialog.locator(".sentence").first.click()
    expect(passages.nth(1)).to_contain_text(words[:20])
    desk.get_by_role("textbox", name="In your own words").fill("Look at a clock first.")
    wait_until_saved(desk)
    assert "Look at a clock first." in spec_of(served, example)
    assert axe_faults(desk) == []


def test_summary_and_goals_are_written_moved_and_given_their_place_in_the_source(
    desk: Page, served: Served, example: Any
) -> None:
    desk.get_by_role("button", name="Overview", exact=True).click()
    expect(phone(desk).get_by_role("heading", level=1)).to_contain_text("pendulum")
    desk.get_by_role("textbox", name="In a few words").fill("All about pendulums.")
    goal = desk.get_by_role("textbox", name="Goal 1")
    first = goal.input_value()
    desk.get_by_role("button", name="Move goal 1 down").click()
    expect(desk.get_by_role("textbox", name="Goal 2")).to_have_value(first)
    desk.get_by_role("button", name="+ Goal").click()
    goal = desk.locator(".desk-goals li").last
    goal.get_by_role("textbox").fill("Build a pendulum.")
    goal.locator("summary").click()
    goal.get_by_role("button", name="Pick its sentence").click()
    desk.get_by_role("dialog").get_by_role("searchbox").fill("name the forces")
    desk.get_by_role("dialog").locator(".sentence").first.click()
    expect(goal).to_contain_text("from your source")
    wait_until_saved(desk)
    text = spec_of(served, example)
    assert "All about pendulums." in text
    assert "- Build a pendulum. {b" in text
    assert text.index("- Build a pendulum.") > text.index(first)


def test_the_address_of_a_question_opens_it(page: Page, served: Served, example: Any) -> None:
    item = next(one for one in items_of(served, example)[5:] if one["kind"] != "choice")
    page.goto(f"{served.address}/examples/{example['id']}/edit?item={item['key']}")
    expect(page.locator(".desk-card[data-open=true]")).to_have_count(1)
    words = next(value for value in item["fields"].values() if isinstance(value, str))
    expect(page.locator(".desk-card[data-open=true] textarea").first).to_have_value(words)
    page.goto(f"{served.address}/examples/{example['id']}/edit?item=i0000")
    expect(page.get_by_text("changed or taken out meanwhile")).to_be_visible()


def test_the_address_of_a_sentence_makes_a_question_of_it_once(
    page: Page, served: Served, example: Any
) -> None:
    item = items_of(served, example)[0]
    address = f"{served.address}/examples/{example['id']}/edit"
    page.goto(f"{address}?sentence={item['evidence'][0]}")
    opened = page.locator(".desk-card[data-open=true]")
    expect(opened.get_by_role("textbox", name="The gap", exact=True)).not_to_have_value("")
    wait_until_saved(page)
    page.reload()
    expect(cards(page).first).to_be_visible()
    assert len(items_of(served, served.get(f"examples/{example['id']}"))) == (
        len(items_of(served, example)) + 1
    )


def test_how_learners_fared_stands_beside_a_question(
    page: Page, served: Served, example: Any
) -> None:
    embed = served.post("embeds", {"example_id": example["id"]})
    item = items_of(served, example)[0]
    for learner in range(LEARNERS):
        verdict = "wrong" if learner < LEARNERS - 2 else "right"
        answer = {
            "id": f"answered-{learner}",
            "name": "answered",
            "exercise": item["key"],
            "done": 1,
        }
        events = [
            {"id": f"viewed-{learner:03}", "name": "viewed"},
            {**answer, "verdict": verdict},
        ]
        visit = {
            "visit": f"visit-{learner:06}",
            "version": embed["content_hash"][:12],
            "site": "school.example",
            "events": events,
        }
        urllib.request.urlopen(
            urllib.request.Request(
                f"{served.embeds}/v/{embed['id']}",
                json.dumps(visit).encode(),
                {"User-Agent": "Mozilla/5.0 (iPad)"},
            )
        )
    page.goto(f"{served.address}/examples/{example['id']}")
    expect(cards(page).first).to_contain_text(f"{LEARNERS - 2} of {LEARNERS} answers were wrong")


def test_a_claim_that_no_rule_finds_is_checked_by_a_person_until_it_says_something_else(
    page: Page, served: Served, example: Any
) -> None:
    item = next(one for one in items_of(served, example) if one["fields"].get("definition"))
    page.goto(f"{served.address}/examples/{example['id']}/edit?item={item['key']}")
    card = page.locator(".desk-card[data-open=true]")
    field, word = card.locator("textarea").last, card.locator(".claim-check")
    field.fill(f"{item['fields']['definition']}, 777 times a day")
    expect(word).to_contain_text("the rules do not find this in its source")
    word.get_by_role("button", name="I have checked this").click()
    expect(word).to_contain_text("checked by you on")
    wait_until_saved(page)
    page.goto(f"{served.address}/examples/{example['id']}/proof")
    claims = page.locator("details.card").filter(has_text="Whether its source says so")
    claims.locator("summary").click()
    row = claims.get_by_role("listitem").filter(has_text="777 times a day")
    expect(row).to_contain_text("checked by you on")
    row.get_by_role("link", name="Open the question").click()
    expect(word).to_contain_text("checked by you on")
    field.fill(f"{item['fields']['definition']}, 778 times a day")
    expect(word.get_by_role("button", name="I have checked this")).to_be_visible()
    field.fill(item["fields"]["definition"])
    expect(word).to_have_count(0)
    wait_until_saved(page)
