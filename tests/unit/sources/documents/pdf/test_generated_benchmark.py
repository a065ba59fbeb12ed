"""Generated pages of many layouts are read as well as they were; without Chromium or scorer nothing is measured."""

from __future__ import annotations

import sys

import pytest

from benchmarks.pdf import generated


@pytest.mark.nightly
def test_no_figure_of_generated_pages_is_below_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["generated", "--seed", "3", "--pages", "12", "--check"])
    assert generated.main() == 0


@pytest.mark.nightly
def test_no_figure_of_tables_of_words_is_below_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["generated", "--set", "tables", "--seed", "5", "--pages", "6", "--check"]
    monkeypatch.setattr(sys, "argv", arguments)
    assert generated.main() == 0


def test_a_seed_makes_the_same_page_again_and_another_one_another() -> None:
    for layouts, make in generated.SETS.values():
        for layout in layouts:
            assert make(layout, 7) == make(layout, 7)
            assert make(layout, 7)[0] != make(layout, 8)[0]
            assert make(layout, 7)[1]["blocks"]
