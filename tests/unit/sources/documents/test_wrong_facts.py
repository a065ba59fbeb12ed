"""Kinds of fault that once made wrong facts of a source, each in the formats in which it can stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office

RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
LOWERED = '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'
WORD = (
    f"<w:p><w:r><w:t>A mole holds 6.02 × 10</w:t></w:r><w:r>{RAISED}<w:t>23</w:t></w:r><w:r><w:t> of H</w:t></w:r>"
    f"<w:r>{LOWERED}<w:t>2</w:t></w:r><w:r><w:t>O.</w:t></w:r></w:p>"
)
PAGE = "<p>A mole holds 6.02 × 10<sup>23</sup> of H<sub>2</sub>O.</p>"


def found(label: str, given: str | bytes, folder: Path) -> Extraction:
    path = folder / "file"
    path.write_bytes(given if isinstance(given, bytes) else given.encode())
    return read(label, path)


def text_of(label: str, given: str | bytes, folder: Path) -> str:
    return "\n".join(block.text for block in found(label, given, folder).blocks)


@pytest.mark.parametrize(
    ("label", "given"),
    [
        ("html", f"<html><body><h1>Moles</h1>{PAGE}</body></html>"),
        ("docx", office.docx(WORD)),
        ("epub", office.epub(f"<h1>Moles</h1>{PAGE}")),
        ("markdown", "A mole holds 6.02 × 10<sup>23</sup> of H<sub>2</sub>O.\n"),
        ("rtf", r"{\rtf1 A mole holds 6.02 \'d7 10{\super 23} of H{\sub 2}O.\par}"),
        ("asciidoc", "= Moles\n\nA mole holds 6.02 × 10^23^ of H~2~O.\n"),
        ("org", "* Moles\nA mole holds 6.02 × 10^23 of H_2 O.\n"),
        ("latex", "A mole holds 6.02 × 10\\textsuperscript{23} of H\\textsubscript{2}O.\n"),
        (
            "rst",
            "Moles\n=====\n\nA mole holds 6.02 × 10\\ :sup:`23` of H\\ :sub:`2`\\ O.\n",
        ),
    ],
)
def test_raised_digits_are_no_digits_of_the_number_before_them(
    label: str, given: str | bytes, tmp_path: Path
) -> None:
    text = text_of(label, given, tmp_path)
    assert "6.02 × 10²³ of H₂" in text
    assert "1023" not in text


def test_a_mark_beside_a_year_makes_no_new_number(tmp_path: Path) -> None:
    page = '<p>Perrin measured it in 1908<sup><a href="#n1">1</a></sup> with grains of gum.</p><p id="n1">1. Annales.</p>'
    text = text_of("html", f"<html><body>{page}</body></html>", tmp_path)
    assert "in 1908 [1] with" in text


def test_what_is_said_in_brackets_or_as_a_number_is_kept(tmp_path: Path) -> None:
    said = (
        "We write f(x) for it.",
        "It is Ca(OH)2.",
        "[Music]",
        "The list a[0] and [0, 1].",
        "8",
        "1969",
    )
    captions = "\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{line}\n"
        for at, line in enumerate(said, 1)
    )
    text = text_of("srt", captions, tmp_path)
    for kept in ("f(x)", "Ca(OH)2", "a[0] and [0, 1]", "8", "1969"):
        assert kept in text
    assert "Music" not in text


def test_a_line_that_names_the_separator_makes_a_table(tmp_path: Path) -> None:
    text = 'sep=;\nTerm;Definition\nOsmosis;"Water moves; through\na membrane"\n'
    (table,) = found("txt", text, tmp_path).blocks
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert "Water moves; through" in table.cells[3].text


@pytest.mark.parametrize(
    ("label", "given"),
    [
        (
            "html",
            "<html><body><p>The heart has <del>three</del> <ins>four</ins> chambers.</p></body></html>",
        ),
        ("markdown", "The heart has ~~three~~ four chambers.\n"),
        (
            "docx",
            office.docx(
                "<w:p><w:r><w:t>The heart has </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>three </w:t></w:r><w:r><w:t>four chambers.</w:t></w:r></w:p>"
            ),
        ),
    ],
)
def test_of_what_is_struck_out_no_sentence_says_both(
    label: str, given: str | bytes, tmp_path: Path
) -> None:
    extraction = found(label, given, tmp_path)
    assert extraction.blocks[-1].text == "The heart has four chambers."
    assert [warning.code for warning in extraction.warnings] == ["struck_text_left_out"]
