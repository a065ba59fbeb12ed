from collections.abc import Sequence

from praxeo.sources.documents.pdf.page import Area
from praxeo.sources.documents.pdf.tables import find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import (
    PITCH,
    SIZE,
    Sheet,
    texts,
    write_prose,
)


def test_a_ruled_grid_is_read_cell_by_cell() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250, 350], [100, 120, 140, 160])
    sheet.write_rows([55, 155, 255], 114, [["City", "Year", "Size"], ["Rome", "753", "12"]], 20)
    sheet.write_rows([55, 155, 255], 154, [["Oslo", "1048", "7"]])
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["City", "Year", "Size"], ["Rome", "753", "12"], ["Oslo", "1048", "7"]]


def test_a_ruled_cell_keeps_all_its_lines() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 300], [100, 120, 150])
    sheet.write_rows([55, 155], 114, [["Term", "Meaning"]])
    sheet.write(55, 134, "Enzyme")
    sheet.write(155, 134, "speeds a reaction up and")
    sheet.write(155, 146, "is not used up")
    (table,) = find_tables(sheet.page())
    assert texts(table)[1] == ["Enzyme", "speeds a reaction up and is not used up"]


def test_a_missing_line_in_a_grid_makes_a_spanning_cell() -> None:
    sheet = Sheet()
    for y in (100, 120, 140, 160):
        sheet.across(y, 50 if y != 120 else 150, 350)
    for x in (50, 150, 350):
        sheet.down(x, 100, 160)
    sheet.down(250, 120, 160)
    sheet.write(55, 124, "Gas")
    sheet.write(225, 114, "Limit")
    sheet.write_rows([155, 255], 134, [["air", "water"]])
    sheet.write_rows([55, 155, 255], 154, [["Ozone", "10", "20"]])
    (table,) = find_tables(sheet.page())
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["Limit"] == (1, 2)
    assert spans["Gas"] == (2, 1)
    assert spans["Ozone"] == (1, 1)


def test_borders_drawn_once_per_cell_count_as_one_line() -> None:
    sheet = Sheet()
    for row in range(3):
        for column in range(2):
            left, top = 50 + 100 * column, 100 + 20 * row
            sheet.grid([left, left + 99], [top, top + 19])
            sheet.write(left + 5, top + 14, f"r{row}c{column}")
    (table,) = find_tables(sheet.page())
    assert texts(table) == [[f"r{row}c{column}" for column in range(2)] for row in range(3)]


def test_rules_around_groups_of_rows_do_not_join_the_rows() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250, 350], [100, 120, 160])
    sheet.write_rows([55, 155, 255], 114, [["Age", "Men", "Women"]])
    rows = [["0-9", "12", "14"], ["10-19", "22", "24"], ["20-29", "32", "34"]]
    sheet.write_rows([55, 155, 255], 132, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == rows


def test_columns_inside_one_ruled_column_are_parted_by_white_space() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 350], [100, 120, 140, 160, 180])
    sheet.write_rows([55, 160, 280], 114, [["Year", "in", "out"]])
    rows = [["1990", "12", "14"], ["1991", "22", "24"], ["1992", "32", "34"]]
    sheet.write_rows([55, 160, 280], 134, rows, 20)
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == rows


def test_a_bold_first_row_of_a_grid_is_a_header() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250], [100, 120, 140, 160])
    sheet.write(55, 114, "Name", bold=True)
    sheet.write(155, 114, "Use", bold=True)
    sheet.write_rows([55, 155], 134, [["hammer", "nails"], ["saw", "boards"]], 20)
    (table,) = find_tables(sheet.page())
    assert [cell.text for cell in table.cells if cell.header] == ["Name", "Use"]


def test_a_frame_around_running_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid([50, 400], [90, 260])
    write_prose(sheet, 60, 110, 330, 12)
    assert find_tables(sheet.page()) == []


def test_a_bar_chart_with_grid_lines_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid([80, 400], [100, 140, 180, 220])
    for bar in range(6):
        left = 90.0 + 50 * bar
        sheet.areas.append(Area((left, 120.0 + 10 * bar, left + 30, 220.0), (40, 60, 200)))
        sheet.write(left + 8, 116 + 10 * bar, str(90 - bar))
        sheet.write(left, 234, str(1990 + bar))
    for line in range(4):
        sheet.write(60, 224 - 40 * line, str(20 * line))
    assert find_tables(sheet.page()) == []


def test_shaded_cells_are_no_bars_of_a_chart() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250, 350], [100, 120, 140, 160, 180])
    rows = [["Week", "Pier", "Mouth"], ["1", "2.1", ""], ["2", "2.2", "1.2"], ["3", "2.3", ""]]
    for number, row in enumerate(rows):
        for x, text in zip((55, 155, 255), row, strict=True):
            if text:
                sheet.write(x, 114 + 20 * number, text)
            else:
                top = 100.0 + 20 * number
                sheet.areas.append(Area((250.0, top, 350.0, top + 20), (211, 211, 211)))
    sheet.areas.append(Area((150.0, 120.0, 250.0, 180.0), (230, 230, 230)))
    (table,) = find_tables(sheet.page())
    assert {(c.row, c.column): c.text for c in table.cells} == {
        (r, c): text for r, row in enumerate(rows) for c, text in enumerate(row) if text
    }


def test_labels_outside_the_grid_stand_in_the_rows_that_they_name() -> None:
    sheet = Sheet()
    sheet.grid([150, 250, 350], [100, 120, 140, 160, 180])
    sheet.across(120, 50, 150)
    names = ["Cost", "Rent", "Travel", "Total"]
    for number, name in enumerate(names):
        sheet.write(55, 114 + 20 * number, name)
    sheet.write_rows([155, 255], 114, [["All", "Direct"], ["9", "5"], ["8", "4"], ["17", "9"]], 20)
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == names


def test_labels_inside_a_curve_chart_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid([80, 240, 400], [100, 140, 180])
    sheet.drawings.append((80.0, 105.0, 400.0, 175.0))
    sheet.write_rows([90, 250], 114, [["low", "high"], ["one", "two"]], 40)
    assert find_tables(sheet.page()) == []


def test_panel_letters_on_a_picture_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid([80, 240, 400], [100, 140, 180])
    sheet.pictures.append((80.0, 100.0, 400.0, 180.0))
    sheet.write_rows([90, 250], 114, [["a", "b"], ["c", "d"]], 40)
    assert find_tables(sheet.page()) == []


def test_a_small_grid_inside_a_frame_is_read_as_the_table() -> None:
    sheet = Sheet()
    sheet.grid([40, 500], [60, 400])
    sheet.grid([60, 160, 260], [100, 120, 140])
    sheet.write_rows([65, 165], 114, [["a", "b"], ["1", "2"]], 20)
    write_prose(sheet, 60, 200, 400, 10)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["a", "b"], ["1", "2"]]
    assert table.box[3] < 160


def test_a_table_printed_sideways_is_read_in_its_own_direction() -> None:
    upright = Sheet()
    upright.grid([50, 150, 250, 350], [100, 120, 140, 160])
    rows = [["City", "Year", "Size"], ["Rome", "753", "12"], ["Oslo", "1048", "7"]]
    upright.write_rows([55, 155, 255], 114, rows, 20)
    for _ in range(2):
        upright.write_rows([55, 155, 255], 400, [["x", "y", "z"]])
    page = upright.page()
    # The same page a quarter turn anticlockwise: x runs up the sheet.
    sideways = Sheet()
    for word in page.words:
        left, top, right, bottom = word.box
        box = (top, 800 - right, bottom, 800 - left)
        sideways.words.append(word._replace(box=box, baseline=800 - left, angle=90))
    for rule in page.rules:
        left, top, right, bottom = rule.box
        sideways.rules.append(
            rule._replace(
                box=(top, 800 - right, bottom, 800 - left), horizontal=not rule.horizontal
            )
        )
    write_prose(sideways, 300, 100, 250, 20)
    (table,) = find_tables(sideways.page())
    assert texts(table) == rows
    assert table.box[0] < 120 < 140 < table.box[2] + SIZE


def test_years_over_figures_are_a_header() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250, 350], [100, 120, 140, 160])
    rows = [["Country", "1995", "2005"], ["Brazil", "50,000", "43"], ["China", "700", "455"]]
    sheet.write_rows([55, 155, 255], 114, rows, 20)
    (table,) = find_tables(sheet.page())
    assert [cell.text for cell in table.cells if cell.header] == ["Country", "1995", "2005"]


def test_a_ruled_table_of_pairs_has_no_header() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 300], [100, 120, 140, 160])
    sheet.write_rows([55, 155], 114, [["Colour", "red"], ["Taste", "sweet"], ["Size", "big"]], 20)
    (table,) = find_tables(sheet.page())
    assert not any(cell.header for cell in table.cells)


NAMES = [["foo", "any", "foo"], [".foo", "mypack", "mypack.foo"], ["..bar", "mypack", "bar"]]


def _head_over(xs: Sequence[float], rows: Sequence[Sequence[str]]) -> Sheet:
    """A grid with rules between its columns and below its head only."""
    sheet = Sheet()
    bottom = 118 + PITCH * len(rows)
    sheet.grid(xs, [100, 116, bottom])
    sheet.write_rows([x + 5 for x in xs[:-1]], 112, [["relative name", "package", "full name"]])
    sheet.write_rows([x + 5 for x in xs[:-1]], 128, rows)
    return sheet


def test_rows_without_rules_between_them_are_rows_where_their_words_would_have_stood_side_by_side() -> (
    None
):
    (table,) = find_tables(_head_over([50, 160, 270, 380], NAMES).page())
    assert texts(table)[1:] == NAMES


def test_two_rows_below_a_head_are_two_rows() -> None:
    (table,) = find_tables(_head_over([50, 160, 270, 380], NAMES[:2]).page())
    assert texts(table)[1:] == NAMES[:2]


def test_lines_that_fill_their_column_are_one_cell() -> None:
    lines = [
        ["water that stands", "in a still pool in", "the shade of old"],
        ["longer than a day", "summer, and is not", "trees on its bank"],
    ]
    (table,) = find_tables(_head_over([50, 140, 235, 325], lines).page())
    assert len(texts(table)) == 2


def test_a_table_is_named_in_other_languages_too() -> None:
    for name in ("Tabelle 2: Werte", "Tabella 2: Valori", "Tabela 2. Wyniki", "Tabulka 2: Data"):
        sheet = Sheet()
        sheet.across(100, 50, 350)
        sheet.write_rows([60, 180, 280], 114, [["a", "1.2", "3.4"], ["b", "5.6", "7.8"]])
        sheet.across(140, 50, 350)
        sheet.write(60, 156, name.split(":")[0].split(".")[0])
        sheet.write(180, 156, name.split()[2])
        (table,) = find_tables(sheet.page())
        assert len(texts(table)) == 2


def test_a_line_under_the_heads_that_one_between_two_columns_crosses_rules_a_table() -> None:
    sheet = Sheet()
    sheet.write_rows([60, 210], 100, [["Directory", "Description"], ["icc", "Colour profiles"]], 16)
    sheet.across(105, 55, 350)
    sheet.down(205, 88, 122)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Directory", "Description"], ["icc", "Colour profiles"]]


def test_a_line_that_ends_at_another_one_rules_no_table() -> None:
    sheet = Sheet()
    sheet.write_rows([60, 210], 100, [["Directory", "Description"], ["icc", "Colour profiles"]], 16)
    sheet.across(105, 55, 350)
    sheet.down(205, 105, 122)
    assert find_tables(sheet.page()) == []
