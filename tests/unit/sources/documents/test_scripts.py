"""Raised, lowered and struck text comes out of every format in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction, Mark
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.blocks import blocks_from_html
from praxeo.sources.documents.office.docx import read_docx
from praxeo.sources.documents.office.epub import read_epub
from praxeo.sources.documents.scripts import lowered, raised
from praxeo.sources.documents.text.markdown import read_markdown
from tests.hostile.builders import office_files as office


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("6.02 × 10", "23", "²³"),
        ("1.6 × 10", "-19", "⁻¹⁹"),
        ("1.6 × 10", "−19", "⁻¹⁹"),
        ("a volume of 2", "3", "³"),
        ("2000 × 1000", "2", "²"),
        ("an area of 50 km", "2", "²"),
        ("metres per second, m s", "-1", "⁻¹"),
        ("x", "2", "²"),
        ("(a + b)", "2", "²"),
        ("x", "n", "ⁿ"),
        ("x", "a+b", "^(a+b)"),
        ("v", "max", "^max"),
        ("Ca", "2+", "²⁺"),
        ("The isotope ", "14", "¹⁴"),
    ],
)
def test_a_raised_sign_behind_what_can_have_a_power_is_one(
    before: str, text: str, written: str
) -> None:
    assert raised(text, before).text == written


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("measured in 1908", "1", " [1]"),
        ("many particles", "12", " [12]"),
        ("the plan (see below)", "3", " [3]"),
        ("he said.", "1,2", "[1,2]"),
        ("Smith", "*", " [*]"),
        ("a word", "[5]", " [5]"),
        ("words", "4–6", " [4–6]"),
    ],
)
def test_a_raised_sign_behind_a_word_a_year_or_a_sentence_marks_a_note(
    before: str, text: str, written: str
) -> None:
    assert raised(text, before) == (written, "note")


@pytest.mark.parametrize(("before", "text"), [("the 19", "th"), ("le 2", "e"), ("M", "lle")])
def test_the_raised_end_of_a_word_stays_its_end(before: str, text: str) -> None:
    assert raised(text, before) == (text, "raised")


@pytest.mark.parametrize(
    ("before", "text", "written"), [("H", "2", "₂"), ("v", "max", "_max"), ("x", "i,j", "_(i,j)")]
)
def test_a_lowered_sign_is_written_as_one(before: str, text: str, written: str) -> None:
    assert lowered(text, before).text == written


@given(number=st.integers(1, 10**6), power=st.integers(0, 999))
def test_raised_digits_never_become_digits_of_the_number_before(number: int, power: int) -> None:
    written = f"{number}{raised(str(power), str(number)).text}"
    assert f"{number}{power}" not in written


def word(text: str, align: str = "", *, struck: bool = False) -> str:
    properties = f'<w:vertAlign w:val="{align}"/>' if align else ""
    properties += "<w:strike/>" if struck else ""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


WRITTEN = "One mole holds 6.02 × 10²³ particles of H₂O, as shown in 1908 [1]."
BODY = (
    "One mole holds 6.02 × 10<sup>23</sup> particles of H<sub>2</sub>O,"
    " as shown in <del>1808</del> 1908<sup>1</sup>."
)


def of_word(folder: Path) -> Extraction:
    runs = [
        word("One mole holds 6.02 × 10"),
        word("2", "superscript") + word("3", "superscript"),
        word(" particles of H") + word("2", "subscript") + word("O, as shown in "),
        word("1808", struck=True) + word(" 1908") + word("1", "superscript") + word("."),
    ]
    path = folder / "a"
    path.write_bytes(office.docx(f"<w:p>{''.join(runs)}</w:p>"))
    return read_docx(path)


def of_markdown(folder: Path) -> Extraction:
    blocks = BlockList()
    read_markdown(BODY.replace("<del>1808</del>", "~~1808~~"), blocks)
    return Extraction(
        metadata=None,  # type: ignore[arg-type]
        blocks=tuple(blocks.blocks),
        warnings=tuple(blocks.warnings),
    )


def of_html(folder: Path) -> Extraction:
    warnings: list = []
    blocks = blocks_from_html(f"<html><body><p>{BODY}</p></body></html>", warnings=warnings)
    return Extraction(metadata=None, blocks=tuple(blocks), warnings=tuple(warnings))  # type: ignore[arg-type]


@pytest.mark.parametrize("read", [of_word, of_markdown, of_html])
def test_every_reader_writes_the_same_words(read, tmp_path: Path) -> None:
    found = read(tmp_path)
    (block,) = found.blocks
    assert block.text == WRITTEN
    note = WRITTEN.index(" [1]")
    assert Mark(start=note, end=note + 4, style="note") in block.marks
    (warning,) = found.warnings
    assert (warning.code, warning.details) == ("struck_text_left_out", {"characters": 4})


def test_a_note_mark_of_a_book_is_set_apart_and_page_numbers_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "a"
    body = (
        '<p>Particles<a epub:type="noteref" href="#n">1</a>.'
        '<span epub:type="pagebreak" title="12">12</span></p>'
    )
    path.write_bytes(office.epub(body))
    assert read_epub(path).blocks[-1].text == "Particles [1]."


def test_cells_of_tables_keep_their_powers() -> None:
    page = "<table><tr><th>Unit</th><th>m</th></tr><tr><td>area, m<sup>2</sup></td><td>10<sup>6</sup></td></tr></table>"
    (table,) = blocks_from_html(page)
    assert table.text == "Unit | m\narea, m² | 10⁶"
