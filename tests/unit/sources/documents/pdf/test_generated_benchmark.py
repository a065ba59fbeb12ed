"""Generated pages of many layouts are read as well as they were; without Chromium or scorer nothing is measured."""

from __future__ import annotations

import sys

import pytest

from benchmarks.pdf import generated
from benchmarks.pdf.layouts import LAYOUTS, made


@pytest.mark.nightly
def test_no_figure_of_generated_pages_is_below_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["generated", "--seed", "3", "--pages", "12", "--check"])
    assert generated.main() == 0


def test_a_seed_makes_the_same_page_again_and_another_one_another() -> None:
    for layout in LAYOUTS:
        assert made(layout, 7) == made(layout, 7)
        assert made(layout, 7)[0] != made(layout, 8)[0]
        assert made(layout, 7)[1]["blocks"]
