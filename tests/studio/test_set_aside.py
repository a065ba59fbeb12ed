"""The source tab says what was left out and why, and lets a person choose what was set aside."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from studio_server import SHORT_TEXT, Served

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
