from praxeo.sources.documents.pdf.tables import find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import PITCH, Sheet, texts, write_prose

ROWS = [["Iron", "5.86", "0.72"], ["Zinc", "0.05", "0.14"], ["Copper", "0.07", "0.08"]]


def journal_table(sheet: Sheet, top: float = 100, *, bottom_rule: bool = True) -> None:
    """A header between two rules, three rows, and a rule below."""
    xs = [60.0, 180.0, 280.0]
    sheet.across(top, 50, 350)
    sheet.write_rows(xs, top + 14, [["Element", "Leaf", "Root"]])
    sheet.across(top + 20, 50, 350)
    sheet.write_rows(xs, top + 32, ROWS)
    if bottom_rule:
        sheet.across(top + 62, 50, 350)


def test_a_table_between_three_rules_is_found() -> None:
    sheet = Sheet()
    journal_table(sheet)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Element", "Leaf", "Root"], *ROWS]
    assert {cell.text for cell in table.cells if cell.header} == {"Element", "Leaf", "Root"}


def test_a_table_without_a_bottom_rule_goes_on_to_its_last_row() -> None:
    sheet = Sheet()
    journal_table(sheet, bottom_rule=False)
    write_prose(sheet, 50, 200, 300, 8)
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == ROWS


def test_notes_below_the_bottom_rule_stay_outside() -> None:
    sheet = Sheet()
    journal_table(sheet)
    sheet.write(50, 174, "Values are means of three plants; all in mg per kg of dry leaf.")
    (table,) = find_tables(sheet.page())
    assert "means" not in " ".join(cell.text for cell in table.cells)


def test_running_text_between_two_tables_stays_outside() -> None:
    sheet = Sheet()
    journal_table(sheet, 100)
    write_prose(sheet, 50, 190, 300, 10)
    journal_table(sheet, 330)
    tables = find_tables(sheet.page())
    assert [texts(table)[1:] for table in tables] == [ROWS, ROWS]


def test_two_columns_of_prose_between_the_head_and_foot_rules_are_no_table() -> None:
    sheet = Sheet()
    sheet.across(60, 50, 550)
    write_prose(sheet, 50, 80, 235, 40)
    write_prose(sheet, 315, 80, 235, 40)
    sheet.across(600, 50, 550)
    assert find_tables(sheet.page()) == []


def test_a_table_beside_a_column_of_prose_is_read_alone() -> None:
    sheet = Sheet()
    sheet.across(60, 50, 620)
    journal_table(sheet)
    write_prose(sheet, 380, 80, 230, 30)
    sheet.across(700, 50, 620)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Element", "Leaf", "Root"], *ROWS]


def test_a_short_rule_under_a_heading_says_which_columns_it_spans() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 450)
    sheet.write(55, 114, "Sample")
    sheet.write(190, 114, "Before")
    sheet.write(350, 114, "After")
    sheet.across(118, 150, 270)
    sheet.across(118, 310, 430)
    sheet.write_rows([150, 230, 310, 390], 130, [["mean", "error", "mean", "error"]])
    sheet.across(134, 50, 450)
    rows = [["one", "1.5", "0.2", "1.7", "0.1"], ["two", "2.5", "0.3", "2.9", "0.2"]]
    sheet.write_rows([55, 150, 230, 310, 390], 146, rows)
    sheet.across(164, 50, 450)
    (table,) = find_tables(sheet.page())
    cells = {cell.text: cell for cell in table.cells}
    assert (cells["Before"].column, cells["Before"].column_span) == (1, 2)
    assert (cells["After"].column, cells["After"].column_span) == (3, 2)
    assert cells["Sample"].row_span == 2


def test_header_lines_over_one_column_are_one_cell() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 350)
    sheet.write_rows([180, 280], 112, [["Leaf", "Root"]])
    sheet.write_rows([60, 180, 280], 124, [["Element", "(mg)", "(mg)"]])
    sheet.across(130, 50, 350)
    sheet.write_rows([60, 180, 280], 142, ROWS)
    sheet.across(172, 50, 350)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == ["Element", "Leaf (mg)", "Root (mg)"]


def test_a_wrapped_cell_joins_its_row() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 400)
    sheet.write_rows([60, 180], 114, [["Course", "What it is about and whom it is for"]])
    sheet.across(120, 50, 400)
    y = sheet.write_rows([60, 180], 132, [["Python", "an introduction to programming for"]])
    sheet.write(180, y, "absolute beginners")
    sheet.write_rows([60, 180], y + PITCH, [["Algebra", "vectors and matrices"]])
    sheet.across(180, 50, 400)
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == [
        ["Python", "an introduction to programming for absolute beginners"],
        ["Algebra", "vectors and matrices"],
    ]


def test_a_label_of_two_lines_around_its_figures_is_one_row() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 400)
    sheet.write_rows([60, 250, 330], 114, [["Measure", "1997", "1998"]])
    sheet.across(120, 50, 400)
    sheet.write_rows([250, 330], 138, [["0.06", "0.07"], ["0.45", "0.46"], ["0.7", "0.8"]], 30)
    for y, upper, lower in ((132, "Inequality between", "states"), (162, "Median of all", "homes")):
        sheet.write(60, y, upper)
        sheet.write(60, y + PITCH, lower)
    sheet.write(60, 198, "Mortality")
    sheet.across(210, 50, 400)
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)[1:]] == [
        "Inequality between states",
        "Median of all homes",
        "Mortality",
    ]


def test_a_label_centred_beside_two_rows_spans_them() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 400)
    sheet.write_rows([60, 150, 250], 114, [["Strain", "Liver", "Count"]])
    sheet.across(120, 50, 400)
    for index, strain in enumerate(("alpha", "beta", "gamma")):
        top = 132 + index * 28
        sheet.write_rows([150, 250], top, [["with", f"{index}.1"], ["without", f"{index}.2"]])
        sheet.write(60, top + PITCH / 2, strain)
    sheet.across(220, 50, 400)
    (table,) = find_tables(sheet.page())
    cells = {cell.text: cell for cell in table.cells}
    assert [cells[name].row_span for name in ("alpha", "beta", "gamma")] == [2, 2, 2]
    assert cells["beta"].row == cells["1.1"].row == cells["1.2"].row - 1


def test_a_heading_inside_a_table_stays_in_the_first_column() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 350)
    sheet.write_rows([60, 180, 280], 114, [["Element", "Leaf", "Root"]])
    sheet.across(120, 50, 350)
    sheet.write(60, 132, "Plants as they were found in fields")
    sheet.write_rows([60, 180, 280], 144, ROWS)
    sheet.across(174, 50, 350)
    (table,) = find_tables(sheet.page())
    heading = next(cell for cell in table.cells if cell.text.startswith("Plants"))
    assert (heading.row, heading.column, heading.column_span) == (1, 0, 1)


def test_a_caption_between_rules_is_no_row() -> None:
    sheet = Sheet()
    sheet.across(80, 50, 350)
    sheet.write(55, 94, "Table 4. Minerals in the leaf and in the root")
    journal_table(sheet)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == ["Element", "Leaf", "Root"]


def test_tables_side_by_side_in_two_columns_are_two_tables() -> None:
    sheet = Sheet()
    for left in (50, 312):
        for y in (100, 120, 162):
            sheet.across(y, left, left + 250)
        xs = [left + 8.0, left + 110.0, left + 190.0]
        sheet.write_rows(xs, 114, [["Element", "Leaf", "Root"]])
        sheet.write_rows(xs, 132, ROWS)
    tables = find_tables(sheet.page())
    assert [texts(table) for table in tables] == [[["Element", "Leaf", "Root"], *ROWS]] * 2


def test_a_rule_drawn_anew_for_each_column_counts_as_one() -> None:
    sheet = Sheet()
    for y in (100, 120, 162):
        for left, right in ((50, 150), (158, 250), (258, 350)):
            sheet.across(y, left, right)
    sheet.write_rows([60, 180, 280], 114, [["Element", "Leaf", "Root"]])
    sheet.write_rows([60, 180, 280], 132, ROWS)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Element", "Leaf", "Root"], *ROWS]


def test_bold_headings_above_the_first_rule_belong_to_the_table() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 450, 4)
    for x, text in ((60, "Part"), (130, "Use"), (260, "Found")):
        sheet.write(x, 130, text, bold=True)
    rows = [
        ["Lever", "lifts a load", "mills"],
        ["Wedge", "splits wood", "sheds"],
        ["Cam", "turns", "looms"],
    ]
    for row, cells in enumerate(rows):
        sheet.across(136 + 20 * row, 55, 330)
        sheet.write_rows([60, 130, 260], 150 + 20 * row, [cells])
    sheet.across(196, 55, 330)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Part", "Use", "Found"], *rows]


def test_a_bold_name_above_the_first_rule_stays_outside() -> None:
    sheet = Sheet()
    sheet.write(60, 130, "Table 1. Simple machines", bold=True)
    rows = [
        ["Part", "Year", "Count"],
        ["Lever", "1541", "12"],
        ["Wedge", "1630", "7"],
        ["Cam", "1720", "9"],
    ]
    sheet.across(136, 55, 330)
    sheet.write_rows([60, 130, 260], 150, rows[:1])
    sheet.across(156, 55, 330)
    sheet.write_rows([60, 130, 260], 170, rows[1:])
    sheet.across(200, 55, 330)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_headings_above_one_rule_head_two_columns_of_words() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 300, 4)
    rows = [["under 1", "hardly at all"], ["1 to 6", "some of it"], ["7 to 9", "nearly all"]]
    rows += [["10 to 12", "all of it"], ["over 12", "even more"]]
    sheet.write_rows([120, 173], 150, [["age", "value"]])
    sheet.across(153, 116, 240)
    sheet.write_rows([120, 173], 164, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["age", "value"], *rows]
    assert {cell.text for cell in table.cells if cell.header} == {"age", "value"}


def test_one_stretched_line_begins_no_column() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 350)
    rows = [
        ["bay", "Riebler 2004"],
        ["boda", "Manitz and Hole 2013"],
        ["cusum", "Rossi and Lampugnani and Marchi 1999"],
        ["ears", "Fricker and others 2008"],
        ["glr", "Paul 2008"],
        ["rki", "never written down"],
        ["sand", "Rogerson and Yamada 2004"],
    ]
    y = sheet.write_rows([60, 140], 114, rows)
    sheet.write(60, y, "out")
    for x, word in ((140, "Frisen,"), (205, "Andersson"), (280, "and"), (325, "Held")):
        sheet.write(x, y, word)
    sheet.write_rows(
        [60, 140], y + PITCH, [["cdc", "Stroup and Williamson and Herndon and Karon 1989"]]
    )
    sheet.across(y + 20, 50, 350)
    (table,) = find_tables(sheet.page())
    assert {cell.column for cell in table.cells} == {0, 1}


def test_rows_whose_cells_are_all_filled_are_rows_though_some_begin_with_small_letters() -> None:
    sheet = Sheet()
    sheet.across(100, 50, 420)
    rows = [
        ["Name", "Code", "Kind", "Type"],
        ["Response", "y", "Yobs (one)", "double vector"],
        ["Weights matrix", "sqrtW", "W (two)", "double diagonal"],
        ["Offset", "offset", "o (two)", "double vector"],
    ]
    sheet.write_rows([60, 160, 230, 320], 114, rows)
    sheet.across(160, 50, 420)
    (table,) = find_tables(sheet.page())
    assert len(texts(table)) == 4
