"""Tables without rules whose cells are words, as browsers and word processors print them; and what only looks like one."""

import pytest

from praxeo.sources.documents.pdf.page import Face
from praxeo.sources.documents.pdf.tables import find_tables
from praxeo.sources.documents.pdf.tables.bare_columns import best_columns
from praxeo.sources.documents.pdf.tables.tokens import read_tokens, text_lines
from tests.unit.sources.documents.pdf.tables.table_pages import PITCH, Sheet, texts, write_prose

LEVERS = [["Lever", "lifts a load"], ["Wedge", "splits wood"], ["Screw", "holds two parts"]]


def _bold_head(sheet: Sheet, xs: list[float], y: float, head: list[str]) -> None:
    for x, text in zip(xs, head, strict=True):
        sheet.write(x, y, text, bold=True)


def test_a_small_table_of_words_under_bold_headings_is_a_table() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 450, 5)
    _bold_head(sheet, [60, 110], 140, ["Part", "Use"])
    sheet.write_rows([60, 110], 160, LEVERS, pitch=20)
    write_prose(sheet, 50, 240, 450, 5)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Part", "Use"], *LEVERS]
    assert [cell.text for cell in table.cells if cell.header] == ["Part", "Use"]


def test_columns_set_by_tabs_are_a_table() -> None:
    sheet = Sheet()
    rows = [*LEVERS, ["Pulley", "turns a pull"], ["Wheel", "rolls"]]
    sheet.write_rows([60, 130], 100, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_columns_that_nearly_touch_are_parted_where_they_start() -> None:
    sheet = Sheet()
    rows = [
        ["Pulley", "changes the way", "cranes"],
        ["Wedge", "splits", "mills"],
        ["Screw", "holds parts", "clocks"],
        ["Cam", "lifts", "ships"],
    ]
    sheet.write_rows([60, 93, 171], 100, rows, pitch=20)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_cells_of_several_lines_are_told_by_the_distance_of_rows() -> None:
    sheet = Sheet()
    _bold_head(sheet, [60, 110], 100, ["Part", "Use"])
    y = 120
    for part in ("Lever", "Wedge", "Screw"):
        sheet.write(60, y, part)
        sheet.write(110, y, "Moves what is heavy with")
        sheet.write(110, y + PITCH, "Little strength")
        y += PITCH + 18
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == [
        [part, "Moves what is heavy with Little strength"] for part in ("Lever", "Wedge", "Screw")
    ]


def test_labels_centred_beside_cells_of_two_lines_belong_to_them() -> None:
    sheet = Sheet()
    _bold_head(sheet, [60, 110], 100, ["Part", "Use"])
    y = 124
    for part in ("Lever", "Wedge", "Screw", "Cam"):
        sheet.write(110, y, "Moves what is heavy with")
        sheet.write(60, y + PITCH / 2, part)
        sheet.write(110, y + PITCH, "little strength")
        y += 36
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == [
        [part, "Moves what is heavy with little strength"]
        for part in ("Lever", "Wedge", "Screw", "Cam")
    ]


def test_a_table_in_one_column_of_a_page_leaves_the_prose_beside_it() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 235, 30)
    write_prose(sheet, 310, 60, 235, 8)
    _bold_head(sheet, [315, 380], 163, ["Part", "Use"])
    sheet.write_rows([315, 380], 181, LEVERS, pitch=18)
    write_prose(sheet, 310, 250, 235, 8)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Part", "Use"], *LEVERS]


def test_a_source_below_the_last_row_stays_outside() -> None:
    sheet = Sheet()
    _bold_head(sheet, [60, 110, 200], 100, ["Part", "Use", "Found in"])
    sheet.write_rows([60, 110, 200], 120, [[*row, "ships"] for row in LEVERS], pitch=20)
    sheet.write_rows([60, 110], 180, [["Source:", "customs"]])
    (table,) = find_tables(sheet.page())
    assert texts(table)[-1] == ["Screw", "holds two parts", "ships"]


@pytest.mark.parametrize("mark", ["[{}]", "{}.", "({})"])
def test_a_list_of_works_is_no_table(mark: str) -> None:
    sheet = Sheet()
    y = 100.0
    for number in range(8):
        sheet.write(60, y, mark.format(number + 1))
        sheet.write(90, y, "Keeper A, Sailor B. On levers and their loads. Journal")
        sheet.write(90, y + PITCH, "of Old Machines 2006;32(4).")
        y += 2 * PITCH + 4
    assert find_tables(sheet.page()) == []


def test_notes_beside_a_text_are_no_table() -> None:
    sheet = Sheet()
    sheet.write(200, 88, "Summary", bold=True)
    write_prose(sheet, 200, 106, 330, 25)
    for line, note in enumerate(("Review", "Repository", "Archive", "Licence")):
        sheet.write(60, 88 + 18 * line, note)
    assert find_tables(sheet.page()) == []


def test_lines_of_a_program_are_no_table() -> None:
    mono = Face("Mono", False, False, True)
    sheet = Sheet()
    for line in range(8):
        x = 60.0
        for word in ("let", f"a{line}", "=", "load", "+", f"{line}5;"):
            sheet.write(x, 100 + PITCH * line, word)
            x += 6 * (len(word) + 1)
    sheet.words = [word._replace(face=mono) for word in sheet.words]
    assert find_tables(sheet.page()) == []


def test_the_marks_of_two_axes_are_no_table() -> None:
    sheet = Sheet()
    for line in range(6):
        sheet.write_rows(
            [60, 300], 100 + 30 * line, [[f"{900 - 100 * line}", f"{0.9 - line / 10}"]]
        )
    assert find_tables(sheet.page()) == []


def test_justified_prose_with_wide_spaces_is_no_table() -> None:
    sheet = Sheet()
    words = ["the", "old", "keeper", "of", "a", "lever", "moves", "it"]
    for line in range(10):
        x = 60.0
        for word in words[line % 3 :]:
            sheet.write(x, 100 + PITCH * line, word)
            x += 5 * len(word) + 6 + line % 4
    assert find_tables(sheet.page()) == []


def test_a_bold_caption_above_a_table_without_rules_stays_outside() -> None:
    sheet = Sheet()
    sheet.write(60, 100, "Table 1. Seaweeds that were found", bold=True)
    _bold_head(sheet, [60, 90, 190], 116, ["No", "Common name", "Latin name"])
    rows = [["1", "Dulse", "Palmaria palmata"], ["2", "Kelp", "Laminaria digitata"], ["3", "Sea lettuce", "Ulva lactuca"], ["4", "Carrageen", "Chondrus crispus"]]  # fmt: skip
    sheet.write_rows([60, 90, 190], 132, rows, pitch=14)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["No", "Common name", "Latin name"], *rows]


def test_two_columns_of_words_are_a_table_where_a_caption_says_so() -> None:
    rows = [
        ("bog", "wet ground that never dries", "in a whole year"),
        ("fen", "wet ground with flowers", ""),
        ("mire", "either of the two", ""),
        ("moor", "high ground with peat", ""),
    ]
    for name in ("Table 3: Kinds of wet ground", "Lakes and rivers of the north"):
        sheet = Sheet()
        y = 112.0
        for word, first, rest in rows:
            sheet.write(60, y, word)
            sheet.write(110, y, first)
            if rest:
                y += PITCH
                sheet.write(110, y, rest)
            y += PITCH
        sheet.write(60, y + 14, name)
        assert len(find_tables(sheet.page())) == name.startswith("Table")


def test_an_article_before_every_word_of_a_column_is_no_column() -> None:
    rows = [
        ["River", "Fluss", "the busy river"],
        ["Valley", "Tal", "the steep valley"],
        ["Delta", "Delta", "the old delta"],
        ["Marsh", "Moor", "the green marsh"],
    ]
    sheet = Sheet()
    for x, head in ((60, "English"), (110, "Deutsch"), (180, "Example")):
        sheet.write(x, 100, head, bold=True)
    for row, (word, other, example) in enumerate(rows):
        sheet.write_rows([60, 110, 160], 114 + PITCH * row, [[word, other, "the"]])
        sheet.write(160 + 15 + 3.5, 114 + PITCH * row, example.removeprefix("the "))
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == rows


def test_names_in_a_program_face_beside_what_they_mean_are_a_table_though_one_meaning_wraps() -> (
    None
):
    rows = [
        ('"symbol"', "a variable name"),
        ('"closure"', "a function"),
        ('"any"', "a type that matches all types, so"),
        ("", "that there are no objects of it"),
        ('"list"', "a list"),
        ('"raw"', "a vector of bytes"),
    ]
    sheet = Sheet()
    for line, (name, meaning) in enumerate(rows):
        sheet.write(60, 100 + PITCH * line, name, mono=True)
        sheet.write(150, 100 + PITCH * line, meaning)
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table) if row[0]] == [name for name, _ in rows if name]


def test_small_labels_under_a_capital_heading_are_rows_of_their_own() -> None:
    rows = [
        ["Operation", "Timeout", "Affected by deadlines"],
        ["sleep", "no", "since version 1.4"],
        ["read-line, etc.", "no", "yes"],
        ["[wait-for], page 63", "yes", "yes"],
        ["[join-thread], page 97", "yes", "yes"],
    ]
    sheet = Sheet()
    sheet.write_rows([60, 220, 300], 100, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_heads_of_groups_across_columns_are_rows_of_a_table_without_rules() -> None:
    rows = [
        ["Rye", "found near villages"],
        ["Oats", "kept in dry rooms"],
        ["Barley", "rare in the hills"],
        ["Wheat", "used since 1911"],
        ["Maize", "sold by the metre"],
        ["Millet", "common in summer"],
    ]
    sheet = Sheet()
    for line, text in enumerate(("Crop", "Remarks")):
        sheet.write(60 + 60 * line, 100, text, bold=True)
    sheet.write(60, 100 + PITCH, "Cereals of the north")
    sheet.write_rows([60, 120], 100 + 2 * PITCH, rows[:3])
    sheet.write(60, 100 + 5 * PITCH, "Cereals of the south")
    sheet.write_rows([60, 120], 100 + 6 * PITCH, rows[3:])
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == [
        "Crop", "Cereals of the north", "Rye", "Oats", "Barley",
        "Cereals of the south", "Wheat", "Maize", "Millet",
    ]  # fmt: skip


def test_a_line_of_text_below_an_indented_table_gives_it_no_column_for_its_margin() -> None:
    rows = [
        ["'h'", "short"], ["'hh'", "char"], ["'j'", "intmax_t"], ["'l'", "long"],
        ["'ll'", "long long"], ["'t'", "ptrdiff_t"], ["'z'", "size_t"],
    ]  # fmt: skip
    sheet = Sheet()
    y = sheet.write_rows([80, 140], 100, rows)
    sheet.write(50, y, "and")
    sheet.write(71, y, "the types that are said above, of which four are of this page")
    separators, _, body = best_columns(text_lines(read_tokens(sheet.page().words)))
    assert len(separators) == 1
    assert len(body) == len(rows)
