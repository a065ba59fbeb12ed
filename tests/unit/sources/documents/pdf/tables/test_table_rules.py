"""What holds for every table that is found, whatever stands on the page."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from praxeo.sources.documents.pdf.page import Page, Rule, Word
from praxeo.sources.documents.pdf.tables import Table, find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import BOLD, PLAIN, Sheet

# Shrinking a page of words takes minutes and shows little; a failing page is printed whole.
FAST = settings(max_examples=100, deadline=None, phases=[Phase.explicit, Phase.generate])
TEXT = st.text("abcxyzABC0123456789.,%-–()•", min_size=1, max_size=8)


@st.composite
def wild_pages(draw: st.DrawFn) -> Page:
    """Words and rules anywhere, near a raster so that columns and grids come about."""
    sheet = Sheet()
    column = st.integers(0, 5)
    row = st.integers(0, 12)
    for line in range(draw(st.integers(0, 45))):
        x = 40.0 + 80 * draw(column) + draw(st.integers(0, 20))
        y = 60.0 + 14 * draw(row) + draw(st.sampled_from([0.0, 0.0, 0.0, 3.0, 7.0]))
        text = draw(TEXT)
        size = draw(st.sampled_from([6.0, 10.0]))
        box = (x, y - 0.8 * size, x + 0.5 * size * len(text), y + 0.2 * size)
        face = draw(st.sampled_from([PLAIN, BOLD]))
        glued, angle = draw(st.booleans()), draw(st.sampled_from([0, 0, 0, 0, 90, 270]))
        sheet.words.append(Word(text, box, y, size, face, line, glued, False, angle))
    for _ in range(draw(st.integers(0, 16))):
        if draw(st.booleans()):
            left = 35.0 + 80 * draw(column)
            y = 50.0 + 14 * draw(row)
            length = 80 * draw(st.integers(1, 5))
            sheet.rules.append(Rule((left, y, left + length, y + 0.5), True))
        else:
            x = 35.0 + 80 * draw(column)
            top = 50.0 + 14 * draw(row)
            height = 14 * draw(st.integers(1, 9))
            sheet.rules.append(Rule((x, top, x + 0.5, top + height), False))
    return sheet.page()


def places(table: Table) -> list[tuple[int, int]]:
    return [
        (cell.row + down, cell.column + right)
        for cell in table.cells
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]


@FAST
@given(wild_pages())
def test_cells_never_overlap_and_words_stand_in_one_table_only(page: Page) -> None:
    tables = find_tables(page)
    for table in tables:
        assert len(places(table)) == len(set(places(table)))
        assert len({cell.row for cell in table.cells}) > 1
        assert len({cell.column for cell in table.cells}) > 1
    used = [index for table in tables for index in table.words]
    assert len(used) == len(set(used))


@FAST
@given(wild_pages())
def test_the_text_of_the_cells_is_the_text_of_the_covered_words(page: Page) -> None:
    for table in find_tables(page):
        said = sorted("".join(cell.text for cell in table.cells).replace(" ", ""))
        covered = sorted("".join(page.words[index].text for index in table.words))
        # Dot leaders between a label and its figure are words of the table, but no text of it.
        assert [c for c in said if c not in ".…"] == [c for c in covered if c not in ".…"]


@FAST
@given(wild_pages())
def test_finding_tables_twice_gives_the_same(page: Page) -> None:
    assert find_tables(page) == find_tables(page)
