from table_pages import Sheet, texts, write_prose

from praxeo.documents.pdf.tables import find_tables

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
