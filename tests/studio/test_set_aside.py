"""The source tab says what was left out and why, and lets a person choose what was set aside."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from studio_server import SHORT_TEXT, Served

GROUND = """# Groundwater

**Groundwater** is water in the ground that fills the gaps in rock. An **aquifer** is a layer of rock that
holds water in the ground. A **spring** is a place where water in the ground comes to the surface. A **well** is a
shaft that reaches the water in the ground.

## How it moves

Water in the ground moves slowly from high places to low ones. It can stay there for thousands of years. In dry
countries people pump more water out of the ground than the rain brings back to it. Clean water in the ground is
spoiled by what seeps into it from fields and cities, and it takes long until it is clean once more.
"""
NOTE = "%%**Groundwater** is water that fills the gaps in rock.%%"


def test_a_private_note_is_left_out_until_it_is_chosen_and_then_taught(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    document = tmp_path / "water.md"
    document.write_text(f"{SHORT_TEXT}\n{NOTE}\n", "utf-8")
    example = own_server.made(document)
    page.goto(f"{own_server.address}/examples/{example['id']}/source")
    expect(page.get_by_text("1 private note of the writer was left out.")).to_be_visible()
    page.get_by_text("Seen, kept, left out").click()
    expect(page.get_by_role("row", name="Words")).to_contain_text("in private notes")
    expect(page.get_by_text("fills the gaps in rock")).to_have_count(0)
    page.get_by_label("Private notes (1)").click()
    expect(page.get_by_text("fills the gaps in rock")).to_be_visible()
    with page.expect_response("**/remake"):
        page.get_by_role("button", name="Make the app again").click()
    made = own_server.ready(own_server.get(f"examples/{example['id']}"))
    spec = page.request.get(f"{own_server.address}/v1/specs/{made['spec_id']}/text").text()
    assert "**Groundwater**: water that fills the gaps in rock" in spec


def test_a_page_of_a_topic_is_left_out_by_its_box(own_server: Served, page: Page) -> None:
    for name, said in (("cycle.md", SHORT_TEXT), ("ground.md", GROUND)):
        document = own_server.post("document_inputs", {"name": name})
        address = f"document_inputs/{document['id']}"
        own_server.post(f"{address}/content", said.encode(), method="PUT")
        own_server.done(own_server.post(f"{address}/confirm")["job_id"])
    topic = own_server.post("topic_inputs", {"topic": "water in the ground"})
    made = own_server.post("examples", {"input_type": "topic_input", "input_id": topic["id"]})
    example = own_server.ready(made)
    page.goto(f"{own_server.address}/examples/{example['id']}/source")
    expect(page.locator(".source-cards").get_by_role("checkbox")).to_have_count(2)
    page.get_by_label("Taught: Groundwater").uncheck()
    expect(page.get_by_role("button", name="Make the app again")).to_be_visible()
    left = page.locator(".source-cards [data-taught=false]")
    expect(left).to_contain_text("Groundwater")
    expect(page.get_by_label("Taught: The water cycle")).to_be_disabled()  # the last that is taught
    page.reload()
    expect(left).to_contain_text("Groundwater")
