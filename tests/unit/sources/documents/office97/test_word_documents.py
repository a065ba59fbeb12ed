"""Word documents of before 2007 are read like newer ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97.doc import read_doc
from praxeo.sources.documents.office97.word_fields import FieldCodes
from praxeo.sources.documents.office97.word_form_fields import form_sign
from praxeo.sources.documents.validation import validate
from tests.hostile.builders.word_files import word_file

MADE = Path(__file__).with_name("made")


@pytest.fixture(scope="module")
def cell() -> Extraction:
    return read_doc(MADE / "cell.doc")


def told(found: Extraction) -> list[str]:
    return [f"{b.kind} {b.number}".strip() + f": {b.text}".rstrip() for b in found.blocks]


def read(data: bytes, folder: Path) -> Extraction:
    (folder / "x.doc").write_bytes(data)
    return read_doc(folder / "x.doc")


def test_a_binary_document_is_told_by_its_streams() -> None:
    assert validate(MADE / "cell.doc").label == "doc"


def test_everything_that_a_reader_of_the_page_sees_is_read_in_order(cell: Extraction) -> None:
    assert told(cell) == [
        "heading: The cell",
        "paragraph: A cell holds about 6.02 × 10²³ atoms of carbon and H₂O, and salts.",
        "paragraph: See the atlas of 1908. Page 1 shows it.",
        "heading: Its parts",
        "list_item 1.: Nucleus",
        "list_item a): Chromatin",
        "list_item b): Nucleolus",
        "list_item 2.: Membrane",
        "list_item: Vacuole",
        "table: Part | Task\nPlastid | Green | Sugar\nWhite | Starch Oil",
        "caption: Table 1: Plastids",
        "code: def grow(cell):\nreturn 2 * cell",
        "paragraph: The angle α is small. Müller, Ångström and 細胞 agree.",
        "paragraph: Remember: cells divide.",
        "figure:",
        "caption: Figure 1: A cell",
        "paragraph: The end.",
        "figure:",
        "paragraph: Water is a solvent.",
        "paragraph: It was drawn by hand.",
    ]
    assert [block.level for block in cell.blocks if block.level] == [1, 2, 1, 2, 2, 1, 1]


def test_what_is_set_bold_or_italic_is_marked(cell: Extraction) -> None:
    block = cell.blocks[1]
    marked = [(mark.style, block.text[mark.start : mark.end]) for mark in block.marks]
    assert marked == [("strong", "carbon"), ("emphasis", "salts")]


def test_cells_over_several_rows_and_columns_stand_once(cell: Extraction) -> None:
    table = next(block for block in cell.blocks if block.kind == "table")
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span, c.header) for c in table.cells}
    assert spans == {
        "Part": (0, 0, 1, 2, True),
        "Task": (0, 2, 1, 1, True),
        "Plastid": (1, 0, 2, 1, False),
        "Green": (1, 1, 1, 1, False),
        "Sugar": (1, 2, 1, 1, False),
        "White": (2, 1, 1, 1, False),
        "Starch\nOil": (2, 2, 1, 1, False),
    }


def test_what_is_left_out_is_told(cell: Extraction) -> None:
    assert {warning.code: warning.details for warning in cell.warnings} == {
        "hidden_text_removed": {},
        "struck_text_left_out": {"characters": 6},
        "comments_left_out": {"count": 1},
    }
    assert cell.metadata.title == "The cell"
    assert (cell.metadata.authors, cell.metadata.date) == (("Ada Öz",), "2024-03-01")


def test_pictures_in_and_beside_the_lines_are_kept(cell: Extraction) -> None:
    shown = [block.picture for block in cell.blocks if block.picture]
    assert [(picture.width, picture.height) for picture in shown] == [(160, 100), (160, 100)]
    assert set(cell.pictures) == {picture.content_hash for picture in shown}


def test_a_text_may_stand_in_pieces_of_two_kinds_anywhere_in_the_file(tmp_path: Path) -> None:
    found = read(word_file("Enzymes and ", "細胞 😀 agree.\r"), tmp_path)
    assert told(found) == ["paragraph: Enzymes and 細胞 😀 agree."]


def test_of_a_field_only_its_result_is_read(tmp_path: Path) -> None:
    text = "See \x13 HYPERLINK \x13 QUOTE x \x14y\x15 \x14the atlas\x15 and\x13 PAGE \x15 rest.\x13 open\r"
    assert told(read(word_file(text), tmp_path)) == ["paragraph: See the atlas and rest. open"]


@given(st.text("ab\x13\x14\x15", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_visible_of_a_text_is_a_part_of_it_without_repetition(
    text: str, start: int, end: int
) -> None:
    parts = FieldCodes.of(text).visible(start, min(end, len(text)))
    flat = [place for first, last in parts for place in range(first, last)]
    assert flat == sorted(set(flat))
    assert all(start <= place < end for place in flat)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"flags": 0x300}, "encrypted"),
        ({"magic": 0xA5DC}, "older_word"),
        ({"version": 104}, "older_word"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(
    changes: dict[str, int], code: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refusal:
        read(word_file("Text.\r", **changes), tmp_path)
    assert refusal.value.code == code


def test_boxes_and_chosen_entries_of_forms_are_read_where_they_stand() -> None:
    assert [block.text for block in read_doc(MADE / "forms.doc").blocks[1:]] == [
        "The heart has four chambers.",
        "☑ The atrium takes in blood.",
        "☐ A vein has valves: ☐",
    ]


@given(st.binary(max_size=120))
def test_data_of_a_form_that_are_damaged_show_nothing(data: bytes) -> None:
    assert form_sign(data, 0) == form_sign(data, 500) == ""
