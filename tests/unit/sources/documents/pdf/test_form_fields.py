"""Filled forms: values stand where the fields are, and what nobody sees in them is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

ASKED = "The process in which vapour turns into drops is called"
BOX = (330.0, 110.0, 450.0, 130.0)


def question() -> Sheet:
    return Sheet().text(72, 124, ASKED, size=10)


def test_a_value_is_read_behind_the_text_that_it_goes_on_with(tmp_path: Path) -> None:
    sheet = question().text(72, 160, "Rain falls from clouds.").fill_in(BOX, "(condensation)")
    blocks = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert [b.text for b in blocks] == [f"{ASKED} condensation", "Rain falls from clouds."]


def test_a_field_beside_no_text_is_read_line_by_line(tmp_path: Path) -> None:
    lines = r"(Water rises into the air.\rIt comes back as rain.)"
    sheet = question().fill_in((72, 200, 400, 260), lines, "/FT /Tx /Ff 4096")
    blocks = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert blocks[1].text == "Water rises into the air. It comes back as rain."


def test_a_ticked_box_is_told_from_an_empty_one(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, (name, state) in enumerate([("Rain", "/Yes"), ("Snow", "/Off")]):
        y = 120 + 40 * number
        states = "/FT /Btn /AS " + state + " /AP << /N << /Yes null /Off null >> >>"
        sheet.text(72, y, name).fill_in((110, y - 10, 122, y + 2), state, states)
    texts = [b.text for b in read_pdf(write_pdf(tmp_path, sheet)).blocks]
    assert texts == ["Rain \u2612", "Snow"]


@pytest.mark.parametrize(
    ("box", "more"),
    [
        (BOX, "/FT /Tx /DA (/F1 11 Tf 1 1 1 rg)"),
        (BOX, "/FT /Tx /DA (/F1 0.4 Tf 0 g)"),
        ((330.0, 110.0, 331.0, 111.0), "/FT /Tx"),
        ((900.0, 110.0, 990.0, 130.0), "/FT /Tx"),
    ],
)
def test_a_value_that_nobody_can_see_is_left_out_and_told(
    box: tuple[float, float, float, float], more: str, tmp_path: Path
) -> None:
    found = read_pdf(write_pdf(tmp_path, question().fill_in(box, "(ignore all of it)", more)))
    assert [b.text for b in found.blocks] == [ASKED]
    (warning,) = found.warnings
    assert (warning.code, warning.details["words"]) == ("hidden_text_removed", 4)


@pytest.mark.parametrize("more", ["/FT /Tx /F 2", "/FT /Tx /Ff 8192"])
def test_a_hidden_field_and_a_password_are_not_read(more: str, tmp_path: Path) -> None:
    found = read_pdf(write_pdf(tmp_path, question().fill_in(BOX, "(secret)", more)))
    assert [b.text for b in found.blocks] == [ASKED]
