"""Tables as journals set them: narrow columns, figures of two parts, groups of rows, and what stands near them."""

from collections.abc import Sequence

import pytest

from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.tables import find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import (
    BOLD,
    LETTER,
    PITCH,
    PLAIN,
    SPACE,
    Sheet,
    texts,
    write_prose,
)


def _width(text: str) -> float:
    return sum(LETTER * len(word) + SPACE for word in text.split()) - SPACE


def _set(
    sheet: Sheet, rows: Sequence[Sequence[str]], ends: Sequence[float], top: float = 100
) -> None:
    """Rows under a header between three rules: labels at the left, figures against right edges."""
    left, right = 60.0, ends[-1]
    sheet.across(top - 12, left, right)
    for number, (label, *cells) in enumerate(rows):
        y = top + number * PITCH
        sheet.write(left, y, label)
        for end, text in zip(ends, cells, strict=True):
            sheet.write(end - _width(text), y, text)
    sheet.across(top + 3, left, right)
    sheet.across(top + (len(rows) - 1) * PITCH + 4, left, right)


@pytest.mark.parametrize(
    "cells",
    [
        [["6 (3.9)", "28 (5.6)"], ["13 (7.1)", "9 (2.2)"], ["55 (9.4)", "71 (8.3)"], ["8 (1.5)", "40 (6.0)"]],
        [["6.1 ± 3.9", "28.2 ± 5.6"], ["13.4 ± 7.1", "9.9 ± 2.2"], ["5.5 ± 9.4", "7.1 ± 8.3"], ["18.8 ± 1.5", "4.0 ± 6.0"]],
        [["6 (3.9)", ""], ["13 (7.1)", "9 (2.2)"], ["55 (9.4)", "–"], ["8 (1.5)", "40 (6.0)"]],
    ],
)  # fmt: skip
def test_a_figure_and_its_share_or_deviation_are_one_cell(cells: list[list[str]]) -> None:
    sheet = Sheet()
    rows = [["Item", "Men", "Women"]]
    rows += [
        [label, *row]
        for label, row in zip(["Lever", "Pulley", "Wedge", "Screw"], cells, strict=True)
    ]
    _set(sheet, rows, [180, 260])
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_a_count_well_apart_from_its_share_is_a_column_of_its_own() -> None:
    sheet = Sheet()
    rows = [["Item", "n", "(%)"], ["Lever", "6", "(3.9)"], ["Wedge", "13", "(7.1)"], ["Screw", "55", "(9.4)"]]  # fmt: skip
    _set(sheet, rows, [180, 260])
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_labels_of_groups_of_rows_stay_in_rows_of_their_own() -> None:
    sheet = Sheet()
    rows = [
        ["Item", "Mass", "Length"],
        ["Tools", "", ""],
        ["Early mill", "18.5", "0.6"],
        ["Lever of the spring", "47.4", "0.7"],
        ["Sand", "", ""],
        ["Wedge of the plateau", "92.9", "19.8"],
        ["Screw", "0.8", "48.0"],
    ]
    _set(sheet, rows, [200, 260])
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_labels_beside_the_middle_of_several_rows_do_not_join_them() -> None:
    sheet = Sheet()
    names = ["Cam", "Gear", "Axle", "Ramp", "Belt", "Rope", "Saw", "Pump", "Rail"]
    counts = ["20", "3", "41", "5", "62", "7", "18", "9", "11"]
    sheet.across(88, 60, 135)
    for x, text in zip((60, 85, 107, 121), ("Age", "Item", "kg", "No"), strict=True):
        sheet.write(x, 100, text)
    sheet.across(103, 60, 135)
    for number, (name, count) in enumerate(zip(names, counts, strict=True)):
        y = 112 + number * PITCH
        sheet.write(79, y, name)
        sheet.write(121 - _width(f"{number}.5"), y, f"{number}.5")
        sheet.write(135 - _width(count), y, count)
    for number, label in enumerate(("Old", "New", "Odd")):
        sheet.write(60, 112 + (3 * number + 1.5) * PITCH - 1, label)
    sheet.across(112 + 8 * PITCH + 4, 60, 135)
    (table,) = find_tables(sheet.page())
    read = [[text for text in row if text in names] for row in texts(table)]
    assert [row for row in read if row] == [[name] for name in names]


def test_narrow_columns_under_a_wide_heading_are_parted_where_their_figures_end() -> None:
    sheet = Sheet()
    rows = [
        ["Item", "Index", "Mean", "Height of the land above the sea"],
        ["Belt", "1,390", "350", "4.1"],
        ["Rope", "0.275", "30,968", "72,800"],
        ["Pulley", "52,720", "56,534", "33,975"],
        ["Crank", "6", "183", "746"],
        ["Log", "74,111", "41,552", "47,727"],
    ]
    _set(sheet, rows, [130, 163, 330])
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_cells_of_running_text_between_rules_are_read_where_columns_nearly_touch() -> None:
    sheet = Sheet()
    write_prose(sheet, 60, 60, 300, 4)
    sheet.across(120, 60, 300)
    for x, text in ((60, "Item"), (159, "Use"), (275, "Count")):
        sheet.write(x, 132, text)
    sheet.across(136, 60, 300)
    y = 148.0
    parts = {
        "Lever of the forest": ["Turns the quiet bars of", "the plateau. Changes", "the flour of the river"],
        "Wedge, in meadows": ["Stores the hammers of", "the forest. Moves the", "bar beside the meadow"],
        "Screw of the valley": ["Holds boards of every", "spring. Carries a mill", "and then the old marsh"],
    }  # fmt: skip
    for (part, lines), count in zip(parts.items(), ["99,504", "167", "0.458"], strict=True):
        sheet.write(60, y, part)
        sheet.write(300 - _width(count), y, count)
        for line in lines:
            sheet.write(159, y, line)
            y += PITCH
    sheet.across(y - 8, 60, 300)
    (table,) = find_tables(sheet.page())
    assert [row[:2] for row in texts(table)[1:]] == [[p, " ".join(ls)] for p, ls in parts.items()]


def test_a_large_heading_above_a_text_is_no_head_of_a_table() -> None:
    sheet = Sheet()
    for x, text in ((60, "3"), (87, "Results")):
        width = 7.0 * len(text)
        box = (x, 88.0, x + width, 102.0)
        sheet.words.append(Word(text, box, 100, 14, BOLD, len(sheet.words)))
    for y, first, rest in (
        (122, "Italy", "known [22] that wind visits a cliff but no canyon"),
        (134, "(see", "Table 4). The early teacher of the cave goes on"),
    ):
        sheet.write(60, y, first)
        sheet.write(87, y, rest)
    write_prose(sheet, 60, 146, 260, 3)
    assert find_tables(sheet.page()) == []


def test_a_displayed_formula_with_a_number_is_no_table() -> None:
    sheet = Sheet()
    write_prose(sheet, 60, 60, 400, 3)
    for line, y in ((["∂u", "n"], 120), (["= D", "∑ kc", "(1)"], 127), (["∂t", "x", "y"], 134)):
        for x, text in zip((180, 230, 440), line, strict=False):
            sheet.words.append(
                Word(text, (x, y - 8, x + 12, y + 2), y, 10, PLAIN, len(sheet.words))
            )
    write_prose(sheet, 60, 170, 400, 3)
    assert find_tables(sheet.page()) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["●", "●", "●"], ["●", "●", "●"], ["5.5", "●", "●"], ["●", "●", "●"]],
        [["(", "1", ")"], ["(", "", ")"], ["(", "", ")"], ["(", "", ")"]],
        [["+", "+", "+"], ["+", "+", "+"], ["+", "+", "+"]],
    ],
)
def test_points_of_a_chart_and_brackets_of_a_matrix_are_no_table(rows: list[list[str]]) -> None:
    sheet = Sheet()
    sheet.write_rows([60, 160, 260], 100, rows)
    assert find_tables(sheet.page()) == []


def test_a_framed_axis_and_its_name_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid([60, 160, 260, 360], [100, 120])
    sheet.grid([60, 360], [120, 140])
    sheet.write_rows([70, 170, 270], 114, [["0", "10", "20"]])
    sheet.write(150, 134, "Number of visits")
    assert find_tables(sheet.page()) == []


def test_a_table_of_labels_and_ticks_is_one() -> None:
    sheet = Sheet()
    sheet.grid([60, 160, 260, 360], [100, 120, 140, 160])
    rows = [["Part", "Old", "New"], ["Lever", "✓", "–"], ["Wedge", "–", "✓"]]
    sheet.write_rows([70, 170, 270], 114, rows, pitch=20)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_what_a_program_prints_in_columns_is_a_table_only_where_all_is_typewritten() -> None:
    sheet = Sheet()
    rows = [["Estimate", "Error", "Mean"], ["1.028", "0.064", "15.9"], ["0.164", "0.021", "7.5"], ["0.248", "0.044", "5.5"]]  # fmt: skip
    sheet.write_rows([60, 160, 260], 100, rows)
    typed = PLAIN._replace(mono=True)
    sheet.words = [word._replace(face=typed) for word in sheet.words]
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows
    assert find_tables(sheet.page(), code_apart=True) == []


def test_a_heading_of_the_text_above_the_first_rule_stays_outside() -> None:
    sheet = Sheet()
    for x, text in ((60, "2.2"), (180, "Matrix")):
        box = (x, 83.0, x + 6.5 * len(text), 96.0)
        sheet.words.append(Word(text, box, 93, 13, BOLD, len(sheet.words)))
    rows = [["Item", "Men", "Women"], ["Lever", "6", "3"], ["Wedge", "13", "7"], ["Screw", "55", "9"]]  # fmt: skip
    _set(sheet, rows, [200, 260], top=120)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_groups_of_rows_between_rules_stay_rows_and_the_last_one_needs_no_rule_below() -> None:
    rows = [
        ["arithmetic (see 4)", ""],
        ["^", "none"],
        ["unary +, unary -", "right-to-left"],
        ["*, /, mod", "left-to-right"],
        ["comparison (see 5)", ""],
        ["=, <>, <, <=, >, >=, and in", "none"],
        ["logical (see 6)", ""],
        ["not", "right-to-left"],
        ["and", "left-to-right"],
    ]
    sheet = Sheet()
    sheet.write_rows([60, 230], 100, [["operator", "associativity"]])
    sheet.write_rows([60, 230], 116, rows)
    for y in (103, 116 + 3 * PITCH + 3, 116 + 5 * PITCH + 3):
        sheet.across(y, 60, 330)
    write_prose(sheet, 50, 260, 300, 6)
    (table,) = find_tables(sheet.page())
    assert texts(table)[-len(rows) :] == rows
