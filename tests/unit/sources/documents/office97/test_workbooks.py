"""Binary workbooks of Excel are read like newer ones."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97 import xls
from praxeo.sources.documents.office97.biff_records import cell_formats
from praxeo.sources.documents.office97.xls import read_xls
from praxeo.sources.documents.validation import validate
from tests.hostile.builders.compound_files import biff, compound, formula_records, label, record

MADE = Path(__file__).with_name("made")


@pytest.fixture(scope="module")
def workbook() -> Extraction:
    return read_xls(MADE / "enzymes.xls")


def lines(found: Extraction, kind: str) -> list[list[str]]:
    return [block.text.split("\n") for block in found.blocks if block.kind == kind]


def test_a_binary_workbook_is_told_by_its_streams() -> None:
    assert validate(MADE / "enzymes.xls").label == "xls"


def test_each_area_of_a_sheet_is_a_table_with_numbers_as_the_sheet_shows_them(
    workbook: Extraction,
) -> None:
    assert lines(workbook, "table") == [
        ["Enzyme | Share | Measured", "Pepsin | 25.6% | 2024-03-01", "Lipase | 10.0% | 13:05"],
        ["Sum | 1234.5"],
    ]
    table = next(block for block in workbook.blocks if block.kind == "table")
    assert [cell.text for cell in table.cells if cell.header] == ["Enzyme", "Share", "Measured"]


def test_titles_notes_and_text_boxes_stand_where_the_sheet_has_them(workbook: Extraction) -> None:
    told = [(block.kind, block.text) for block in workbook.blocks if block.kind != "table"]
    assert told == [
        ("heading", "Enzymes"),
        ("paragraph", "Enzymes of the stomach"),
        ("paragraph", "A text box over the sheet."),
    ]
    assert workbook.metadata.title == "Enzymes in numbers"
    assert workbook.metadata.authors == ("Ada Öz",)
    assert workbook.metadata.date == "2024-03-01"


def test_hidden_sheets_and_remarks_wait_in_channels_and_are_told(workbook: Extraction) -> None:
    assert [(aside.channel, aside.block.text) for aside in workbook.asides] == [
        ("comments", "Check this with Bea."),
        ("hidden", "Draft"),
        ("hidden", "Not for pupils"),
    ]
    assert [(warning.code, warning.details) for warning in workbook.warnings] == [
        ("hidden_text_removed", {"sheet": "Draft"}),
        ("comments_left_out", {"count": 1}),
    ]


def test_hidden_rows_and_columns_wait_in_their_channel(tmp_path: Path) -> None:
    hidden_row = record(0x208, struct.pack("<HHHHHHHH", 1, 0, 3, 0, 0, 0, 0x20, 0))
    hidden_column = record(0x7D, struct.pack("<6H", 2, 2, 0, 0, 1, 0))
    places = (0, 0), (0, 1), (1, 0), (1, 1), (0, 2)
    cells = b"".join(label(row, column, f"r{row}c{column}") for row, column in places)
    (tmp_path / "x.xls").write_bytes(
        compound({"Workbook": biff(hidden_column + hidden_row + cells)})
    )
    found = read_xls(tmp_path / "x.xls")
    assert lines(found, "table") == [["r0c0 | r0c1"]]
    assert all(aside.channel == "hidden" for aside in found.asides)
    assert sorted(" ".join(a.block.text for a in found.asides).replace(" |", "").split()) == [
        *("r0c2", "r1c0", "r1c1")
    ]
    assert [(w.code, w.details) for w in found.warnings] == [("hidden_text_removed", {"rows": 2})]


@pytest.mark.parametrize(
    ("version", "code"),
    [(0x600, struct.pack("<HHB", 200, 5, 0)), (0x500, struct.pack("<HB", 200, 5))],
)
def test_number_formats_are_known_in_workbooks_of_95_and_97(version: int, code: bytes) -> None:
    start = record(0x809, struct.pack("<HH", version, 5))
    style = record(0xE0, struct.pack("<HH", 0, 200))
    stream = start + record(0x41E, code + b"0.00%") + style + record(0xA)
    assert cell_formats(stream).shown("0.256", "0") == "25.60%"


def test_files_inside_a_workbook_are_named_as_not_read(tmp_path: Path) -> None:
    kind = bytes(28) + struct.pack("<I", 8) + b"Package\0"
    streams = {"Workbook": biff(label(0, 0, "Enzymes")), "MBD0001": {"\x01CompObj": kind}}
    (tmp_path / "x.xls").write_bytes(compound(streams))
    found = read_xls(tmp_path / "x.xls")
    assert [(w.code, w.details) for w in found.warnings] == [
        ("embedded_left_out", {"count": 1, "names": "Package"})
    ]


def test_formulas_without_a_result_are_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_bytes(compound({"Workbook": biff(formula_records())}))
    found = read_xls(tmp_path / "x.xls")
    assert lines(found, "table") == [["Weight | 12 | Name | pepsin"]]
    assert [(w.code, w.details) for w in found.warnings] == [
        ("formulas_not_calculated", {"left_out": 2})
    ]


def test_what_its_reader_gives_up_on_is_damaged_and_no_other_error_is_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):  # as calamine's own is called and derived
        pass

    for raised, seen in ((PanicException, Refused), (KeyboardInterrupt, KeyboardInterrupt)):
        monkeypatch.setattr(
            xls.CalamineWorkbook,
            "from_filelike",
            lambda file, error=raised: (_ for _ in ()).throw(error),
        )
        with pytest.raises(seen):
            read_xls(MADE / "enzymes.xls")
