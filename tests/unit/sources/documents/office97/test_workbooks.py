"""Binary workbooks of Excel are read like newer ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97 import xls
from praxeo.sources.documents.office97.xls import read_xls
from praxeo.sources.documents.validation import validate
from tests.hostile.builders.compound_files import biff, compound, formula_records

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


def test_hidden_sheets_and_remarks_are_left_out_and_told(workbook: Extraction) -> None:
    assert [(warning.code, warning.details) for warning in workbook.warnings] == [
        ("hidden_text_removed", {"sheet": "Draft"}),
        ("comments_left_out", {"count": 1}),
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
            "from_path",
            lambda path, error=raised: (_ for _ in ()).throw(error),
        )
        with pytest.raises(seen):
            read_xls(MADE / "enzymes.xls")
