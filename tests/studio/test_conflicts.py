"""A person's changes met new ones: the studio shows both sides, and what they choose is built."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, ROOT, Served, state_of

AXE = ROOT / "web" / "dist" / "axe" / "axe.min.js"


def finished(served: Served, example_id: str) -> dict[str, Any]:
    job = served.get(f"examples/{example_id}")["job_id"]
    served.done(job)
    example: dict[str, Any] = served.get(f"examples/{example_id}")
    return example


def test_a_conflict_is_shown_with_both_sides_and_settled_by_choosing(
    page: Page, water_server: Served
) -> None:
    served = water_server
    (example,) = served.get("examples")["records"]
    example_id = example["id"]
    address = f"{served.address}/examples/{example_id}"
    code = served.text(f"code_snippets/{example['code_snippet_id']}/code")
    mine = {"text": code.replace("change of liquid water into vapour", "turning of water to steam")}
    served.post(
        f"examples/{example_id}/code_snippets",
        {**mine, "based_on": example["code_snippet_id"]},
    )
    example = finished(served, example_id)
    spec = served.text(f"specs/{example['spec_id']}/text")
    new = spec.replace("change of liquid water into vapour", "passing of liquid water into vapour")
    assert new != spec
    served.post(f"examples/{example_id}/specs", {"text": new, "based_on": example["spec_id"]})
    assert finished(served, example_id)["merge_id"]

    page.goto(address)
    conflicts = page.get_by_role("region", name="Your changes met new ones")
    expect(conflicts).to_be_visible()
    settle = conflicts.get_by_role("button", name="Settle and build")
    expect(settle).to_be_disabled()
    for choice in conflicts.get_by_text("Take the new one").all():
        choice.click()
    conflicts.get_by_text("Keep mine").first.click()
    expect(settle).to_be_enabled()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run('.conflicts').then(({ violations }) => violations.map(v => v.id))"
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    settle.click()
    expect(conflicts).to_be_hidden(timeout=MAKING_MS)
    assert finished(served, example_id)["merge_id"] == ""
    expect(state_of(page)).to_be_visible()
