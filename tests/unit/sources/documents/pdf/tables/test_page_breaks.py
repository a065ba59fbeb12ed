"""Tables of which a page break leaves too few rows on one side to be known as a table there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from praxeo.domain.blocks import Block, Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

XS = (120, 250, 340)
HEAD = ("River", "Length", "Basin")
ROWS = [
    (name, str(700 + 37 * at), str(90 + 7 * at))
    for at, name in enumerate(["Amur", "Congo", "Danube", "Elbe", "Ganges", "Indus", "Lena"])
]
PROSE = "Rivers carry water from the mountains down to the sea, and soil goes with it all the way."
OTHER = (
    "Lakes are filled by rain and by springs, and lose what the sun and the fields take of them."
)


def _rows(sheet: Sheet, y: float, rows: Sequence[Sequence[str]], font: str = "F1") -> Sheet:
    for at, row in enumerate(rows):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, y + 18 * at, text, font=font, size=9)
    return sheet


def _upper() -> Sheet:
    return Sheet().lines(60, 80, [PROSE] * 30, leading=18)


def _lower(y: float = 300) -> Sheet:
    return Sheet().lines(60, y, [OTHER] * 10, leading=14)


def _read(tmp_path: Path, *sheets: Sheet) -> Extraction:
    return read_pdf(write_pdf(tmp_path, *sheets))


def _grid(block: Block) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def _only_table(read: Extraction) -> Block:
    (table,) = [block for block in read.blocks if block.kind == "table"]
    return table


def test_a_head_alone_at_the_foot_of_a_page_heads_the_rows_on_the_next_one(tmp_path: Path) -> None:
    upper = _rows(_upper(), 642, [HEAD], font="F2")
    read = _read(tmp_path, upper, _rows(_lower(), 60, ROWS))
    table = _only_table(read)
    assert _grid(table) == [list(HEAD), *map(list, ROWS)]
    assert [cell.text for cell in table.cells if cell.header] == list(HEAD)
    assert not any(block.kind == "heading" for block in read.blocks)
    assert not read.warnings


def test_the_last_rows_of_a_table_at_the_head_of_the_next_page_stay_its_rows(
    tmp_path: Path,
) -> None:
    upper = _rows(_rows(_upper(), 660, [HEAD], font="F2"), 678, ROWS[:5])
    read = _read(tmp_path, upper, _rows(_lower(), 60, ROWS[5:]))
    assert _grid(_only_table(read)) == [list(HEAD), *map(list, ROWS)]


def test_the_rest_of_a_cell_on_the_next_page_ends_its_row(tmp_path: Path) -> None:
    rows = [
        (name, text, "12")
        for name, text in [
            ("Amur", "flows to the sea"),
            ("Congo", "bends north first"),
            ("Elbe", "has a wide mouth"),
        ]
    ]
    upper = Sheet().lines(60, 80, [PROSE] * 32, leading=18)
    for at, row in enumerate([("River", "What is known", "Count"), *rows]):
        for x, text in zip((120, 200, 380), row, strict=True):
            upper.text(x, 690 + 18 * at, text, size=9, font="F1" if at else "F2")
    upper.text(120, 762, "Lena", size=9).text(200, 762, "freezes over every", size=9)
    upper.text(380, 762, "14", size=9)
    lower = _lower().text(200, 60, "winter for months", size=9)
    table = _only_table(_read(tmp_path, upper, lower.text(380, 60, "and 3", size=9)))
    assert _grid(table)[-1] == ["Lena", "freezes over every winter for months", "14 and 3"]


def test_text_at_the_head_of_the_next_page_is_no_row(tmp_path: Path) -> None:
    upper = _rows(_rows(_upper(), 660, [HEAD], font="F2"), 678, ROWS[:5])
    read = _read(tmp_path, upper, _lower(60))
    assert _grid(_only_table(read)) == [list(HEAD), *map(list, ROWS[:5])]
    assert any(OTHER in block.text for block in read.blocks)


WORDS = PROSE.lower().split(" ")


def _short_lines(count: int, *, seed: int) -> list[str]:
    chance = Random(seed)
    return [" ".join(chance.sample(WORDS, 6)) for _ in range(count)]


def test_a_small_table_beside_a_column_of_long_words_is_read_apart_from_it(tmp_path: Path) -> None:
    long = [
        "Wirtschaftliche Entwicklung der",
        "durchschnittliche Temperatur an",
        "Niederschlagsmengen",
    ]
    left = [*_short_lines(10, seed=1), *long, *long, *_short_lines(20, seed=2)]
    sheet = Sheet().lines(60, 80, left, leading=14)
    sheet.lines(320, 80, _short_lines(9, seed=3), leading=14)
    rows = [
        ("Place", "Wool", "Tools"),
        ("Marsh", "34", "64"),
        ("Reef", "48", "68"),
        ("Cave", "79", "46"),
    ]
    for at, row in enumerate(rows):
        for x, text in zip((340, 400, 450), row, strict=True):
            sheet.text(x, 222 + 15 * at, text, size=9, font="F1" if at else "F2")
    table = _only_table(
        _read(tmp_path, sheet.lines(320, 300, _short_lines(18, seed=4), leading=14))
    )
    assert _grid(table) == list(map(list, rows))


def test_a_head_and_a_row_that_goes_on_over_the_page_break_are_rows_of_their_table(
    tmp_path: Path,
) -> None:
    upper = Sheet().lines(60, 80, [PROSE] * 34, leading=18)
    upper.text(120, 722, "River", size=9, font="F2").text(200, 722, "Use", size=9, font="F2")
    upper.text(120, 740, "Amur", size=9).text(200, 740, "carries ships and feeds", size=9)
    lower = _lower().text(200, 60, "the fields on its banks", size=9)
    for at, (name, use) in enumerate([("Congo", "gives light"), ("Lena", "gives fish"), ("Po", "gives rice"), ("Oder", "gives sand")]):  # fmt: skip
        lower.text(120, 78 + 18 * at, name, size=9).text(200, 78 + 18 * at, use, size=9)
    grid = _grid(_only_table(_read(tmp_path, upper, lower)))
    assert grid[:3] == [
        ["River", "Use"],
        ["Amur", "carries ships and feeds the fields on its banks"],
        ["Congo", "gives light"],
    ]
