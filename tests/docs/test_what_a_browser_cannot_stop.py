"""What hostile apps were seen to reach is what SECURITY.md and the studio say that a browser cannot stop."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile_apps.attacks import attacks

ROOT = Path(__file__).resolve().parents[2]
# The row of SECURITY.md that tells of an attack, by its app: who it is left with, and what it does.
ROWS = {
    "b40": ("the same", "query"),
    "h05": ("all", "in its history"),
    "h11": ("all", "scrollIntoView"),
    "h19": ("all", "clipboard"),
    "h22": ("Chromium", "battery"),
    "h50": ("all", "fill the history"),
    "h51": ("all", "fill the history"),
    "h80": ("Chromium", "ancestorOrigins"),
    "n17": ("Firefox, Safari", "`preconnect`"),
    "n62": ("Firefox, Safari", "`preconnect`"),
    "n64": ("Firefox, Safari", "`preconnect`"),
    "n71": ("the same", "closed shadow root"),
    "n72": ("the same", "closed shadow root"),
    "n105": ("Firefox, Safari", "`preconnect`"),
    "n111": ("Firefox, Safari", "`preconnect`"),
    "n115": ("the same", "closed shadow root"),
}


def rows() -> list[str]:
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    table = page.partition("## What a browser cannot stop")[2].partition("\n\nSupported")[0]
    return [line for line in table.splitlines() if line.startswith("| ")]


def test_whatever_is_left_to_a_hostile_app_is_told_in_a_row_of_its_own() -> None:
    left = {one.name for one in attacks() if one.left or one.left_firefox}
    assert left == set(ROWS)
    for name, (who, what) in ROWS.items():
        assert any(row.startswith(f"| {who}") and what in row for row in rows()), name


def test_nothing_that_goes_out_over_the_network_is_left_to_an_app_in_chromium() -> None:
    assert [one.id for one in attacks() if one.oracle == "net" and one.left] == []


def test_who_publishes_reads_of_the_gap_in_either_language() -> None:
    for language in ("en", "de"):
        words = (ROOT / f"web/studio/src/i18n/{language}/publish.ts").read_text("utf-8")
        told = words.partition("'publish.limits'")[2].partition("'publish.preview'")[0]
        assert "Firefox" in told
        assert "Safari" in told
