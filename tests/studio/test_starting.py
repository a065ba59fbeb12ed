"""From the first visit to an app: the gallery, uploads of every kind, and refusals, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from studio_server import MAKING_MS, ROOT, SHORT_TEXT, Served, print_pdf, state_of

from devtools.loopback.search import LoopbackSearch
from devtools.loopback.search import Page as FoundPage
from devtools.loopback.serving import served
from praxeo.proof.keyboard import play_by_keyboard
from praxeo.proof.plan import read_plan
from praxeo.proof.playthrough import Playthrough

GALLERY = ROOT / "web" / "dist" / "gallery" / "index.json"
TRANSCRIPT = "\n".join(
    f"{second // 60}:{second % 60:02}\n{sentence}"
    for second, sentence in enumerate(
        [
            "Evaporation is the change of liquid water into vapour.",
            "Condensation is the change of vapour into drops of liquid water.",
            "Precipitation is water that falls from clouds to the ground.",
            "Infiltration is the movement of water from the ground into the soil.",
            "Transpiration is the release of water vapour by the leaves of plants.",
        ]
    )
)


@pytest.fixture(scope="module")
def empty(
    tmp_path_factory: pytest.TempPathFactory, new_server: Callable[[Path], Served]
) -> Iterator[Served]:
    """A server without an app of its own, for journeys that do not disturb each other."""
    server = new_server(tmp_path_factory.mktemp("library"))
    server.start()
    yield server
    server.close()


@pytest.fixture
def pdf(browser: Browser, tmp_path: Path) -> Path:
    return print_pdf(browser, tmp_path / "water.pdf")


@dataclass
class ShownApp:
    """The app in the studio's frame, for the keyboard run of the check: real keys, in this very page."""

    page: Page

    def run(self, function: str, argument: object = None, *, seconds: float = 0) -> Any:
        return (
            self.page.frame_locator("iframe")
            .locator("html")
            .evaluate(f"(_, argument) => ({function})(argument)", argument)
        )

    def press(self, keys: Sequence[str]) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def enter(self) -> None:
        self.page.locator("iframe").focus()

    def screenshot(self) -> bytes:
        return self.page.screenshot()


def upload(page: Page, server: Served, *files: Path) -> None:
    page.goto(server.address)
    page.set_input_files("#start-file", list(files))
    page.get_by_role("button", name="Make the app").click()


def test_a_first_visitor_plays_a_proven_sample_at_once(empty: Served, page: Page) -> None:
    if not GALLERY.exists():
        pytest.skip("the gallery has not been made (make gallery)")
    page.goto(empty.address)
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.get_by_role("link", name="How Vaccines Work").click()
    app = page.frame_locator("iframe")
    app.locator("[data-goto='s1']").first.click()
    app.locator("[data-action='onward']").click()
    exercise = app.locator("[data-kind='terms'] [data-exercise]").first
    exercise.locator("[data-action='reveal']").click()
    exercise.locator("[data-action='knew']").click()
    expect(exercise).to_have_attribute("data-state", "right")
    expect(page.get_by_text("answers given and judged in Chromium")).to_be_visible()


def test_a_sample_becomes_ones_own_and_is_proven_again(empty: Served, page: Page) -> None:
    if not GALLERY.exists():
        pytest.skip("the gallery has not been made (make gallery)")
    page.goto(f"{empty.address}/samples/why-the-sky-is-blue")
    page.get_by_role("button", name="Make it mine").click()
    page.wait_for_url("**/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)


def test_a_real_pdf_becomes_an_app_that_is_played_by_keyboard_to_the_end(
    empty: Served, page: Page, pdf: Path
) -> None:
    upload(page, empty, pdf)
    page.wait_for_url("**/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    example = empty.get(f"examples/{page.url.rsplit('/', 1)[1]}")
    page.get_by_role("tab", name="Play").click()
    root = page.frame_locator("iframe").locator("html")
    expect(root).to_have_attribute("data-ready", "true")
    code = empty.text(f"code_snippets/{example['code_snippet_id']}/code")
    run = Playthrough(page=ShownApp(page), plan=read_plan(code), size="the studio")  # type: ignore[arg-type]
    played = play_by_keyboard(run)
    assert run.findings == []
    assert played.whole_app
    assert played.exercises == example["exercise_count"] > 3
    expect(root).to_have_attribute("data-complete", "true")
    page.get_by_role("tab", name="Source").click()
    with page.expect_download() as kept:
        page.get_by_role("link", name=pdf.name).click()
    assert kept.value.suggested_filename == pdf.name
    assert kept.value.path().read_bytes() == pdf.read_bytes()


def test_a_pasted_transcript_becomes_an_app_whose_evidence_has_its_second(
    empty: Served, page: Page
) -> None:
    page.goto(empty.address)
    page.get_by_role("textbox", name="Document, link or text").fill(TRANSCRIPT)
    expect(page.get_by_text("A transcript: ")).to_be_visible()
    page.get_by_role("button", name="Make the app").click()
    page.wait_for_url("**/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    example = empty.get(f"examples/{page.url.rsplit('/', 1)[1]}")
    blocks = empty.get(f"document_inputs/{example['input_id']}/extraction")["blocks"]
    assert blocks[0]["locator"]["second"] == 0
    assert not any("0:0" in block["text"] for block in blocks)


def test_a_topic_is_not_begun_where_nothing_was_read_that_it_could_be_looked_up_in(
    page: Page, tmp_path: Path, new_server: Callable[[Path], Served]
) -> None:
    server = new_server(tmp_path / "library")
    server.start()
    page.goto(server.address)
    page.get_by_role("textbox", name="Document, link or text").fill("The French Revolution")
    expect(page.locator("#start-recognised")).to_contain_text("No search engine is set up here")
    expect(page.get_by_role("button", name="Make the app")).to_have_attribute(
        "aria-disabled", "true"
    )
    server.close()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("https://youtu.be/dQw4w9WgXcQ", "Show transcript"),
        ("Water is wet. Ice is cold.", "Only 6 words so far"),
    ],
)
def test_what_cannot_be_made_into_an_app_yet_is_said_with_the_next_step(
    empty: Served, page: Page, words: str, sentence: str
) -> None:
    page.goto(empty.address)
    page.get_by_role("textbox", name="Document, link or text").fill(words)
    expect(page.locator("#start-recognised")).to_contain_text(sentence)
    expect(page.get_by_role("button", name="Make the app")).to_have_attribute(
        "aria-disabled", "true"
    )


def test_a_link_is_taken_and_one_that_is_not_of_the_public_web_is_refused_in_a_sentence(
    empty: Served, page: Page
) -> None:
    page.goto(empty.address)
    page.get_by_role("textbox", name="Document, link or text").fill("http://127.0.0.1/admin")
    expect(page.locator("#start-recognised")).to_contain_text("A web address.")
    expect(page.get_by_text("Nothing leaves this machine.")).to_be_hidden()
    page.get_by_role("button", name="Make the app").click()
    page.wait_for_url("**/examples/*")
    expect(page.get_by_text("127.0.0.1 is not on the public web")).to_be_visible(timeout=MAKING_MS)


def test_a_topic_is_looked_up_and_what_no_page_says_is_not_taught(
    page: Page, tmp_path: Path
) -> None:
    inside = FoundPage(url="http://127.0.0.1/a", title="Revolution", text="The French Revolution")
    engine = LoopbackSearch(kind="searxng", pages=[inside])
    with served(engine) as address:
        server = Served(tmp_path / "library", {"PRAXEO_SEARCH": f"searxng:{address}"})
        server.start()
        try:
            page.goto(server.address)
            field = page.get_by_role("textbox", name="Document, link or text")
            field.fill("The French Revolution")
            expect(page.locator("#start-recognised")).to_contain_text("looks it up (SearXNG)")
            plan = page.get_by_role("region", name="Plan of the topic")
            expect(plan).to_contain_text(
                "Reads 5 pages at most (SearXNG). Looking it up costs nothing."
            )
            asked = plan.get_by_role("textbox", name="What is asked, one question a line")
            expect(asked).to_have_value("The French Revolution")
            plan.get_by_role("radio", name="Thoroughly").check(force=True)
            expect(plan).to_contain_text("Reads 12 pages at most")
            asked.fill("French Revolution of 1789\nStorming of the Bastille")
            assert engine.asked == []
            page.get_by_role("button", name="Make the app").click()
            page.wait_for_url("**/examples/*")
            told = page.get_by_text("Nothing that could be read was found about this.")
            expect(told).to_be_visible(timeout=MAKING_MS)
            assert engine.asked == ["French Revolution of 1789", "Storming of the Bastille"]
        finally:
            server.close()


def test_a_picture_under_a_false_name_is_refused_in_a_sentence(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    picture = tmp_path / "holiday.pdf"
    picture.write_bytes(b"GIF89a" + bytes(200))
    upload(page, empty, picture)
    expect(page.get_by_role("alert")).to_contain_text("This file is a GIF image.")
    expect(page.get_by_role("button", name="Make the app")).to_have_count(0)  # nothing is left


def test_what_nothing_came_of_goes_by_one_press(empty: Served, page: Page, tmp_path: Path) -> None:
    short = tmp_path / "short.md"
    short.write_text("Too short.", "utf-8")
    upload(page, empty, short)
    expect(page.get_by_text("too little running text")).to_be_visible(timeout=MAKING_MS)
    page.get_by_role("button", name="Delete", exact=True).click()
    page.wait_for_url("**/library")
    expect(page.get_by_role("link", name="short")).to_have_count(0)


def test_an_empty_file_is_refused_before_it_is_sent(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.touch()
    upload(page, empty, nothing)
    expect(page.get_by_role("alert")).to_contain_text("This file is empty")


def test_each_of_several_files_has_a_state_of_its_own(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    good, empty_file, picture = (tmp_path / name for name in ("w.md", "nothing.txt", "cat.pdf"))
    good.write_text(SHORT_TEXT, "utf-8")
    empty_file.touch()
    picture.write_bytes(b"GIF89a" + bytes(200))
    upload(page, empty, good, empty_file, picture)
    lines = page.get_by_role("list", name="Your files").get_by_role("listitem")
    expect(lines.filter(has_text="nothing.txt")).to_contain_text("This file is empty")
    expect(lines.filter(has_text="cat.pdf")).to_contain_text("GIF", timeout=MAKING_MS)
    expect(lines.filter(has_text="w.md")).to_contain_text("Ready", timeout=MAKING_MS)
    lines.filter(has_text="w.md").get_by_role("link").click()
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible()


def test_files_and_a_text_become_one_app_in_the_order_of_their_list(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    water, sky = tmp_path / "water.md", tmp_path / "sky.md"
    water.write_text(SHORT_TEXT, "utf-8")
    sky.write_text(SHORT_TEXT.replace("water", "air"), "utf-8")
    page.goto(empty.address)
    page.set_input_files("#start-file", [water, sky])
    page.get_by_role("radio", name="One app of all").check()
    page.get_by_role("textbox", name="Document, link or text").fill(TRANSCRIPT)
    page.get_by_role("button", name="Add to the list").click()
    lines = page.get_by_role("list", name="Sources of one app").get_by_role("listitem")
    expect(lines).to_contain_text(["water.md", "sky.md", "Evaporation is the change"])
    later = page.get_by_role("button", name="Move down: water.md")
    later.focus()
    page.keyboard.press("Enter")
    expect(later).to_be_focused()
    page.keyboard.press("Enter")
    expect(lines).to_contain_text(["sky.md", "Evaporation is the change", "water.md"])
    page.get_by_role("button", name="Make the app").click()
    page.wait_for_url("**/examples/*")
    expect(state_of(page).get_by_text("Ready", exact=True)).to_be_visible(timeout=MAKING_MS)
    example = empty.get(f"examples/{page.url.rsplit('/', 1)[1]}")
    assert example["input_type"] == "combined_input"
    read = empty.get(f"combined_inputs/{example['input_id']}/extraction")
    timed = [block["locator"].get("second") is not None for block in read["blocks"]]
    assert [source["kind"] for source in read["sources"]] == ["document_input"] * 3
    assert (timed[0], any(timed), timed[-1]) == (False, True, False)  # the transcript amid files
    page.get_by_role("tab", name="Source").click()
    cards = page.get_by_role("region", name="Sources").get_by_role("listitem")
    expect(cards).to_have_count(3)
    expect(cards.first).to_contain_text("Document · date unknown")
    page.get_by_role("button", name="Move up").nth(2).click()
    taught = page.get_by_role("checkbox", name="Taught:")
    with page.expect_response(_keeps_two_sources):
        taught.first.uncheck()
    expect(page.get_by_role("button", name="Make the app again")).to_be_visible()
    expect(taught.nth(1)).to_be_checked()
    expect(taught.nth(2)).not_to_be_checked()
    combined = empty.get(f"combined_inputs/{example['input_id']}")
    sky, text, water_id = combined["parts"]
    assert combined["chosen"] == [water_id, text]
    assert sky not in combined["chosen"]


def _keeps_two_sources(answer: Response) -> bool:
    """Whether the API now keeps that two are taught; the answer to the move before it names three."""
    asked = answer.request
    if not (asked.method == "PUT" and asked.url.endswith("/chosen")):
        return False
    return answer.ok and len(asked.post_data_json["input_ids"]) == 2


def test_captions_in_a_file_go_to_the_video_whose_link_is_written(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    captions = tmp_path / "talk.vtt"
    captions.write_text("WEBVTT\n", "utf-8")
    page.goto(empty.address)
    page.get_by_role("textbox", name="Document, link or text").fill("https://youtu.be/dQw4w9WgXcQ")
    make = page.get_by_role("button", name="Make the app")
    page.get_by_role("button", name="Add another source").click()
    lines = page.get_by_role("list", name="Sources of one app").get_by_role("listitem")
    expect(lines).to_contain_text(["what is said in it is still missing"])
    expect(make).to_have_attribute("aria-disabled", "true")
    page.set_input_files("#start-file", captions)
    expect(lines).to_contain_text(["Video, with its captions from talk.vtt"])
    expect(make).to_have_attribute("aria-disabled", "false")
    page.get_by_role("button", name="Remove youtu.be/dQw4w9WgXcQ").click()
    expect(lines).to_have_count(0)


def test_files_dropped_anywhere_on_the_page_are_taken(empty: Served, page: Page) -> None:
    page.goto(empty.address)
    page.wait_for_function(
        """() => {
          const data = new DataTransfer()
          data.items.add(new File(['text'], 'dropped.md'))
          const over = new DragEvent('dragover', { dataTransfer: data, cancelable: true })
          if (window.dispatchEvent(over)) return false // nobody takes files yet
          window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
          window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
          return true
        }"""
    )
    lines = page.get_by_role("list", name="Your files").get_by_role("listitem")
    expect(lines).to_have_count(2)
    lines.first.get_by_role("button", name="Remove dropped.md").click()
    expect(lines).to_have_count(1)
