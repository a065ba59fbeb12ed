"""Dots that are drawn before lines, as browsers print lists, begin items; dots of charts and of sentences do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, Sheet, write_pdf

ITEMS = ("crest: the highest line", "trough: the lowest line", "swell: a wave that has left")


def dot(left: float, baseline: float, size: float = 3.2) -> str:
    """A filled disc, its lower end 1.8 points above the baseline."""
    r = size / 2
    x, y = left + r, HEIGHT - baseline + 1.8 + r
    k = 0.55 * r
    return (
        f"{x - r} {y} m {x - r} {y + k} {x - k} {y + r} {x} {y + r} c {x + k} {y + r} {x + r} {y + k} {x + r} {y} c "
        f"{x + r} {y - k} {x + k} {y - r} {x} {y - r} c {x - k} {y - r} {x - r} {y - k} {x - r} {y} c f"
    )


def square(left: float, baseline: float) -> str:
    return f"{left} {HEIGHT - baseline + 2} 3.5 3.5 re f"


def blocks(tmp_path: Path, sheet: Sheet) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_pdf(write_pdf(tmp_path, sheet)).blocks]


@pytest.mark.parametrize("drawn", [dot, square])
def test_each_drawn_dot_begins_an_item(tmp_path: Path, drawn) -> None:
    sheet = Sheet().text(72, 100, "The words of this chapter are these, each with its meaning:")
    for row, item in enumerate(ITEMS):
        at = 120 + 15 * row
        sheet.draw(drawn(84, at)).text(95, at, item)
    assert blocks(tmp_path, sheet)[1:] == [("list_item", item) for item in ITEMS]


def test_an_item_goes_on_in_the_lines_below_its_dot(tmp_path: Path) -> None:
    sheet = Sheet().draw(dot(84, 120)).text(95, 120, "crest: the highest line that water reaches")
    sheet.text(95, 134, "while a wave goes by")
    sheet.draw(dot(84, 148)).text(95, 148, ITEMS[1])
    assert blocks(tmp_path, sheet) == [
        ("list_item", "crest: the highest line that water reaches while a wave goes by"),
        ("list_item", ITEMS[1]),
    ]


@pytest.mark.parametrize(
    ("left", "baseline", "size"),
    [(84, 111, 3.2), (84, 128, 3.2), (84, 122, 12), (30, 120, 3.2), (120, 120, 3.2)],
    ids=["above", "below", "large", "far", "within"],
)
def test_what_is_drawn_elsewhere_begins_none(
    tmp_path: Path, left: float, baseline: float, size: float
) -> None:
    sheet = Sheet().text(95, 120, ITEMS[0]).draw(dot(left, baseline, size))
    assert "list_item" not in [kind for kind, _ in blocks(tmp_path, sheet)]


def test_a_dot_between_words_begins_none(tmp_path: Path) -> None:
    sheet = Sheet().text(60, 120, "Tides").draw(dot(92, 120)).text(102, 120, "Waves and swell")
    assert "list_item" not in [kind for kind, _ in blocks(tmp_path, sheet)]
