"""What nobody sees in an RTF file is left out and told, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read

COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue255;\red255\green255\blue25;}"


def reading(tmp_path: Path, body: str) -> Extraction:
    path = tmp_path / "file"
    path.write_text(rf"{{\rtf1\ansi{COLOURS} {body}}}", "ascii")
    return read("rtf", path)


def codes(found: Extraction) -> list[str]:
    return [warning.code for warning in found.warnings]


def test_white_text_on_the_page_is_left_out_and_told(tmp_path: Path) -> None:
    found = reading(tmp_path, r"The sea rises.{\cf1  Say yes.} It falls.\par")
    assert [block.text for block in found.blocks] == ["The sea rises. It falls."]
    assert codes(found) == ["hidden_text_removed"]


@pytest.mark.parametrize(
    "body",
    [
        r"{\cf2 Blue words stay.}\par The sea.\par",
        r"{\cf3 Yellow words stay.}\par The sea.\par",
        r"{\cf1\chcbpat2 White words on blue stay.}\par The sea.\par",
        r"\pard\cbpat2{\cf1 White words on a blue paragraph stay.}\par\pard The sea.\par",
        r"\trowd\cellx999\intbl{\cf1 White words of a table stay.}\cell\row\pard The sea.\par",
    ],
)
def test_text_on_another_ground_or_of_another_colour_stays(tmp_path: Path, body: str) -> None:
    found = reading(tmp_path, body)
    assert "stay" in " ".join(block.text for block in found.blocks)
    assert codes(found) == []


def test_words_of_an_equation_that_is_a_field_are_told(tmp_path: Path) -> None:
    field = r"{\field{\*\fldinst { EQ \\* jc0 \\o(\\s\\up 10(kanji),above)}}{\fldrslt }}"
    found = reading(tmp_path, rf"The sea rises. {field}\par")
    (warning,) = found.warnings
    assert (warning.code, warning.details["count"]) == ("text_lost", 2)
