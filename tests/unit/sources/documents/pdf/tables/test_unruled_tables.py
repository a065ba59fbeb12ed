from praxeo.sources.documents.pdf.tables import find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import PITCH, Sheet, texts, write_prose

ROWS = [["Brazil", "50,000", "43,000"], ["China", "700,000", "455,000"], ["India", "40", "5,000"]]


def test_figures_aligned_under_headings_are_a_table() -> None:
    sheet = Sheet()
    sheet.write_rows([60, 200, 300], 100, [["Country", "2009", "2010"], *ROWS])
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Country", "2009", "2010"], *ROWS]


def test_prose_around_aligned_figures_stays_outside() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 450, 6)
    sheet.write_rows([60, 200, 300], 160, [["Country", "2009", "2010"], *ROWS])
    write_prose(sheet, 50, 240, 450, 6)
    (table,) = find_tables(sheet.page())
    assert len(table.words) == 3 + sum(len(row) for row in ROWS)


def test_two_columns_of_prose_are_no_table() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 235, 50)
    write_prose(sheet, 310, 60, 235, 50)
    assert find_tables(sheet.page()) == []


def test_a_bulleted_list_is_no_table() -> None:
    sheet = Sheet()
    for line in range(8):
        sheet.write(60, 100 + 14 * line, "•")
        sheet.write(80, 100 + 14 * line, f"point number {line} of the list")
    assert find_tables(sheet.page()) == []


def test_numbered_references_are_no_table() -> None:
    sheet = Sheet()
    for line in range(10):
        sheet.write(60, 100 + 14 * line, f"{line + 1}.")
        sheet.write(85, 100 + 14 * line, "Author A, Author B. A title of some length. Journal")
    assert find_tables(sheet.page()) == []


def test_a_page_without_words_has_no_table() -> None:
    sheet = Sheet()
    sheet.grid([50, 150, 250], [100, 120, 140])
    assert find_tables(sheet.page()) == []
    assert find_tables(Sheet().page()) == []


def test_a_table_of_contents_is_no_table() -> None:
    sheet = Sheet()
    titles = ["Catalysts", "Enzymes and their names", "Kinetics", "Inhibitors", "Further reading"]
    for line, title in enumerate(titles):
        end = sheet.write(60, 100 + 14 * line, title)
        sheet.write(end + 4, 100 + 14 * line, "." * int((400 - end) / 5))
        sheet.write(420, 100 + 14 * line, str(3 + 9 * line))
    assert find_tables(sheet.page()) == []


def test_numbered_equations_are_no_table() -> None:
    sheet = Sheet()
    for line in range(4):
        sheet.write(150, 100 + 24 * line, f"v = k{line} s")
        sheet.write(420, 100 + 24 * line, f"({line + 1})")
    assert find_tables(sheet.page()) == []


def test_exercises_set_side_by_side_are_no_table() -> None:
    sheet = Sheet()
    for line in range(5):
        for column, x in enumerate((60, 200, 340)):
            sheet.write(x, 100 + 16 * line, f"{3 * line + column + 1}) {line + 2} + {column}")
    assert find_tables(sheet.page()) == []


def test_an_index_in_three_columns_is_no_table() -> None:
    sheet = Sheet()
    for line in range(20):
        for x in (60, 220, 380):
            sheet.write(x, 100 + 12 * line, f"{chr(97 + line)}word, {line + 3}, {x}")
    assert find_tables(sheet.page()) == []


def test_a_table_of_words_under_its_caption_is_found() -> None:
    sheet = Sheet()
    sheet.write(60, 100, "Table 2. Tools and what they are for")
    rows = [["Tool", "Use"], ["hammer", "driving nails"], ["saw", "cutting boards"], ["plane", "-"]]
    sheet.write_rows([60, 200], 124, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_words_in_three_even_columns_are_a_table() -> None:
    sheet = Sheet()
    rows = [
        ["Brand", "Maker", "Market"],
        ["Ariel", "Procter", "high"],
        ["Skip", "Lever", "high"],
        ["Dash", "Colgate", "middle"],
        ["Gama", "Henkel", "low"],
    ]
    sheet.write_rows([60, 180, 300], 100, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_a_source_line_under_aligned_figures_stays_outside() -> None:
    sheet = Sheet()
    sheet.write_rows([60, 200, 300], 100, [["Country", "2009", "2010"], *ROWS])
    sheet.write_rows([60, 200], 150, [["Source: customs", "office"]])
    (table,) = find_tables(sheet.page())
    assert texts(table)[-1] == ROWS[-1]


def test_headings_centred_over_groups_of_columns_span_them() -> None:
    sheet = Sheet()
    sheet.write(163, 100, "North")
    sheet.write(303, 100, "South")
    sheet.write_rows([140, 200, 280, 340], 112, [["men", "women", "men", "women"]])
    rows = [["1995", "59.0", "64.2", "49.7", "70.5"], ["2000", "64.2", "70.1", "54.1", "72.8"]]
    sheet.write_rows([60, 140, 200, 280, 340], 124, [*rows, ["2005", "1.5", "2.5", "3.5", "4.5"]])
    (table,) = find_tables(sheet.page())
    spans = {cell.text: (cell.column, cell.column_span) for cell in table.cells if cell.row == 0}
    assert spans == {"North": (1, 2), "South": (3, 2)}


def test_dot_leaders_belong_to_the_table_but_not_to_its_text() -> None:
    sheet = Sheet()
    sheet.write_rows([60, 250, 320], 100, [["Country", "2009", "2010"]])
    for line, (name, one, two) in enumerate(ROWS):
        end = sheet.write(60, 112 + 12 * line, name)
        sheet.write(end + 3, 112 + 12 * line, "." * 20)
        sheet.write_rows([250, 320], 112 + 12 * line, [[one, two]])
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == ROWS
    assert table.words == frozenset(range(len(sheet.words)))


def test_prose_beside_a_table_without_rules_stays_prose() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 100, 230, 12)
    rows = [[str(n), f"Place {n}", f"{n}.5 m", f"{n}.1 m"] for n in range(12)]
    sheet.write_rows([310, 340, 420, 470], 100, rows)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_texts_side_by_side_that_go_on_below_are_no_table() -> None:
    sheet = Sheet()
    left = ["Received: May 2", "Keywords:", "Tide", "Gauge", "School"]
    right = [
        "Results: the wooden gauges sank by four millimetres and by no more",
        "than one millimetre afterwards, as far as anybody was able to tell.",
        "Conclusion: a gauge of wood is good enough for lessons about tides",
        "once it has stood in the water of a harbour for a month or longer.",
        "Pupils can read it by themselves after a lesson of half an hour.",
    ]
    sheet.across(90, 50, 500)
    sheet.write_rows([50, 150], 104, [list(pair) for pair in zip(left, right, strict=True)])
    sheet.across(170, 50, 500)
    assert find_tables(sheet.page()) == []


def test_a_column_of_sentences_between_labels_and_figures_is_of_the_table() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 450, 6)
    rows = [
        [place, "The keeper of the old harbour measures the tide twice on each day", figure, "1.5"]
        for place, figure in (("Reef", "12"), ("Cave", "340"), ("Dune", "7"), ("Cliff", "56"))
    ]
    sheet.write_rows([60, 110, 460, 510], 160, [["Place", "What", "Times", "Range"], *rows])
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Place", "What", "Times", "Range"], *rows]


def test_lines_that_begin_with_the_word_for_table_name_none() -> None:
    for first in ("table of what lakes hold", "table des lacs du nord", "tab. a line of words"):
        sheet = Sheet()
        left = [first, "the brooks bring more of it", "and so do the leaves of trees"]
        right = [
            "lakes last for a long time",
            "but the small ones fill soon",
            "with what comes down",
        ]
        for row, (one, other) in enumerate(zip(left, right, strict=True)):
            sheet.write(50, 100 + PITCH * row, one)
            sheet.write(320, 100 + PITCH * row, other)
        assert find_tables(sheet.page()) == []


def test_names_over_the_values_of_one_thing_are_a_table_of_two_rows() -> None:
    rows = [["Crop", "Use", "2019", "Depth"], ["Hand lens", "195.5", "305.14", "96"]]
    sheet = Sheet()
    write_prose(sheet, 50, 60, 450, 4)
    sheet.write_rows([60, 140, 200, 260], 130, rows)
    write_prose(sheet, 50, 172, 450, 4)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows
    assert [cell.header for cell in table.cells] == [True] * 4 + [False] * 4


def test_two_lines_of_words_with_wide_gaps_are_no_table_of_two_rows() -> None:
    sheet = Sheet()
    sheet.write_rows(
        [60, 200, 340], 130, [["Anna Berg", "Carl Dorn", "Eva Fink"], ["Bonn", "Bern", "Wien"]]
    )
    assert find_tables(sheet.page()) == []
