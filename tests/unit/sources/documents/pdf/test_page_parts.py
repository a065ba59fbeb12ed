from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.sources.documents.pdf.figures import without_labels
from praxeo.sources.documents.pdf.furniture import furniture_keys, split_furniture
from praxeo.sources.documents.pdf.lines import build_lines, join_words
from praxeo.sources.documents.pdf.metadata import PLACEHOLDER
from praxeo.sources.documents.pdf.page import NO_FACE, Page, Word
from praxeo.sources.documents.pdf.paragraphs import split_region
from praxeo.sources.documents.pdf.reader import read_pdf
from praxeo.sources.documents.pdf.regions import build_regions
from praxeo.sources.documents.pdf.repairs import mend_th
from praxeo.sources.documents.pdf.source import read_pages
from praxeo.sources.documents.pdf.view import View
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf


def words(text: str, x: float, y: float, *, size: float = 10.0, line: int = 0) -> list[Word]:
    """Words of a line, five points to each character."""
    out = []
    for token in text.split():
        wide = 5.0 * len(token)
        out.append(Word(token, (x, y - 8, x + wide, y + 2), y, size, NO_FACE, line))
        x += wide + 3
    return out


def page_of(rows: list[list[Word]], **more: object) -> Page:
    placed = [word._replace(line=n) for n, row in enumerate(rows) for word in row]
    return Page(number=1, width=595, height=842, words=tuple(placed), **more)  # type: ignore[arg-type]


def test_a_gap_as_wide_as_a_gutter_parts_a_line() -> None:
    row = words("left words", 60, 100) + words("right words", 300, 100)
    assert [line.text for line in build_lines(row, 1)] == ["left words", "right words"]


def test_a_narrow_gutter_is_found_by_what_many_lines_share() -> None:
    row = [
        words("some words here", 60, 100 + 12 * n, line=n)
        + words("and more there", 147, 100 + 12 * n, line=n)
        for n in range(8)
    ]
    lines = build_lines([word for line in row for word in line], 1)
    assert {line.text for line in lines} == {"some words here", "and more there"}


def test_one_wide_space_does_not_part_a_line() -> None:
    row = words("some words here", 60, 100) + words("and more there", 147, 100)
    assert len(build_lines(row, 1)) == 1


def test_a_list_marker_far_from_its_text_stays_with_it() -> None:
    row = words("(a)", 60, 100) + words("the first case", 100, 100)
    assert [line.text for line in build_lines(row, 1)] == ["(a) the first case"]


def test_small_raised_words_become_superscripts() -> None:
    row = words("energy of mc", 60, 100)
    raised = Word("2", (127, 90, 130, 96), 96.0, 6.0, NO_FACE, 0, True)
    assert build_lines([*row, raised], 1)[0].text == "energy of mc²"


@given(st.lists(st.sampled_from(["cell", "of", "a", "membrane"]), min_size=1, max_size=12))
def test_lines_hold_every_word_once(tokens: list[str]) -> None:
    row = words(" ".join(tokens), 60, 100)
    lines = build_lines(row, 1)
    assert [w.text for line in lines for w in line.words] == tokens
    assert join_words(lines[0].words) == " ".join(tokens)


def kept(pages: list[Page], index: int) -> list[str]:
    laid_out = [build_lines(page.words, page.number) for page in pages]
    repeats: Counter[tuple[str, int, bool]] = Counter()
    for page, lines in zip(pages, laid_out, strict=True):
        repeats.update(furniture_keys(lines, page).keys())
    text, _ = split_furniture(laid_out[index], pages[index], repeats)
    return [line.text for line in text]


BODY = [
    words(f"body line {letter} of the page", 60, 200 + 12 * n)
    for n, letter in enumerate("abcdefghij")
]


def test_a_head_on_two_pages_is_furniture_though_its_number_differs() -> None:
    pages = [page_of([words(f"Cells {n}", 60, 40), *BODY]) for n in (4, 5)]
    assert kept(pages, 0)[0] == "body line a of the page"


def test_a_first_line_of_text_that_differs_stays() -> None:
    pages = [
        page_of([words("Cells are small", 60, 60), words("and many", 60, 72), *BODY]),
        page_of([words("They also divide", 60, 60), words("when old", 60, 72), *BODY]),
    ]
    assert kept(pages, 0)[0] == "Cells are small"


def test_a_lone_small_line_at_the_foot_of_a_single_page_is_furniture() -> None:
    page = page_of([*BODY, words("Journal of Cells 12 (2020)", 60, 815, size=8.0)])
    assert kept([page], 0)[-1] == "body line j of the page"


def test_a_page_number_above_a_lone_foot_is_dropped_with_it() -> None:
    page = page_of([*BODY, words("199", 500, 790), words("Published in 1997", 60, 815, size=8.0)])
    assert kept([page], 0)[-1] == "body line j of the page"


def test_a_page_number_far_below_the_text_is_furniture_however_deep_the_margin_is() -> None:
    assert kept([page_of([*BODY, words("7", 110, 700)])], 0)[-1] == "body line j of the page"
    last = [words("and the last line of all", 60, 200), words("8", 110, 700)]
    assert kept([page_of([*BODY, words("7", 110, 700)]), page_of(last)], 1) == [
        "and the last line of all"
    ]


def test_a_last_number_that_is_not_centred_or_stands_close_stays() -> None:
    assert kept([page_of([*BODY, words("7", 60, 700)])], 0)[-1] == "7"
    assert kept([page_of([*BODY, words("7", 110, 325)])], 0)[-1] == "7"


def test_a_running_head_in_parts_is_furniture_on_a_single_page() -> None:
    head = words("Cells", 60, 60) + words("Volume 3", 160, 60)
    assert kept([page_of([head, *BODY])], 0)[0] == "body line a of the page"
    without_a_figure = words("Cells", 60, 60) + words("Growth", 160, 60)
    assert kept([page_of([without_a_figure, *BODY])], 0)[:2] == ["Cells", "Growth"]


def chart(labels: list[list[Word]], around: list[list[Word]]) -> tuple[list[str], int]:
    page = page_of([*around, *labels], drawings=((100.0, 500.0, 300.0, 700.0),))
    regions = build_regions(build_lines(page.words, 1))
    passages = [passage for region in regions for passage in split_region(region)]
    left, count = without_labels(passages, page)
    return [line.text for passage in left for line in passage.lines], count


LABELS = [
    words(text, 110 + 40 * n, 520 + 35 * n)
    for n, text in enumerate(["10", "20", "growth", "days", "x"])
]


def test_labels_inside_a_chart_are_left_out_and_counted() -> None:
    around = [
        words("a sentence of the text around it that is long", 60, 100 + 12 * n) for n in range(9)
    ]
    text, count = chart(LABELS, around)
    assert count == len(LABELS)
    assert len(text) == 9


def test_the_short_texts_of_a_slide_stay() -> None:
    text, count = chart(LABELS, [words("Cells and growth", 60, 100)])
    assert count == 0
    assert len(text) == len(LABELS) + 1


def test_the_lost_ligature_th_is_put_back_where_it_is_lost_often() -> None:
    row = words("*e cell and *is one are cells*", 60, 100)
    assert join_words(mend_th(row)) == "The cell and This one are cells*"


def test_a_single_asterisk_is_left_alone() -> None:
    assert join_words(mend_th(words("*e cell", 60, 100))) == "*e cell"


def test_an_accent_drawn_over_a_letter_is_put_onto_it(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Jan Novak wrote it").text(78.5, 100, "´")
    (page,) = read_pages(write_pdf(tmp_path, sheet))
    assert join_words(page.words).startswith("Ján Novak")


def test_an_accent_in_a_face_of_its_own_leaves_no_empty_word(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "u").text(73.1, 100, "´", font="F2").text(75.6, 101, "n", size=7)
    (page,) = read_pages(write_pdf(tmp_path, sheet))
    assert all(word.text for word in page.words)
    assert "ú" in join_words(page.words)


def test_rules_and_filled_areas_are_told_apart(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(72, 100, "x")
        .draw("1 w 72 700 m 300 700 l S 72 600 0.5 80 re f 0.9 g 72 400 200 100 re f")
    )
    (page,) = read_pages(write_pdf(tmp_path, sheet))
    assert [rule.horizontal for rule in page.rules] == [True, False]
    assert [area.color for area in page.areas] == [(230, 230, 230)]


def test_a_curve_is_a_drawing_and_no_rule(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "x").draw("72 600 m 100 700 200 700 300 600 c S")
    (page,) = read_pages(write_pdf(tmp_path, sheet))
    assert page.rules == ()
    assert len(page.drawings) == 1


def test_text_clipped_away_inside_a_figure_is_hidden(tmp_path: Path) -> None:
    figure = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font <<"
        " /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length 101 >>\nstream\n"
        "0 0 595 300 re W n BT /F1 10 Tf 72 200 Td (seen) Tj ET BT /F1 10 Tf 72 600 Td (clipped) Tj ET     "
    )
    content = figure.split("stream\n", 1)[1]
    figure = figure.replace("/Length 101", f"/Length {len(content)}") + "\nendstream"
    path = write_pdf(tmp_path, Sheet().text(72, 100, "text").draw("q /Fig Do Q"), figure=figure)
    (page,) = read_pages(path)
    assert [word.text for word in page.words] == ["text", "seen"]
    assert page.hidden == 1


@given(
    turns=st.integers(0, 3),
    x=st.floats(10, 500),
    y=st.floats(10, 700),
    wide=st.floats(1, 90),
    high=st.floats(1, 90),
)
def test_a_turned_view_keeps_sizes_and_stays_on_the_page(
    turns: int, x: float, y: float, wide: float, high: float
) -> None:
    view = View(0.0, 0.0, 600.0, 800.0, turns)
    left, top, right, bottom = view.box(x, y, x + wide, y + high)
    sizes = (right - left, bottom - top)
    assert abs(sum(sizes) - (wide + high)) < 1e-6
    assert 0 <= left <= right <= view.size[0]
    assert 0 <= top <= bottom <= view.size[1]


@given(turns=st.integers(0, 3), x=st.floats(0, 500), y=st.floats(0, 700))
def test_a_box_turned_for_reading_is_turned_back_as_printed(turns: int, x: float, y: float) -> None:
    printed = View(0.0, 0.0, 600.0, 800.0).box(x, y, x + 50, y + 20)
    view = View(0.0, 0.0, 600.0, 800.0, turns)
    page = Page(number=1, width=view.size[0], height=view.size[1], quarter_turns=turns)
    back = page.as_printed(view.box(x, y, x + 50, y + 20))
    assert all(abs(a - b) < 1e-6 for a, b in zip(printed, back, strict=True))


def test_a_heading_at_the_foot_of_a_page_stays_with_its_text_on_the_next(tmp_path: Path) -> None:
    first = Sheet()
    for number in range(12):
        first.text(72, 80 + 40 * number, f"Line {number} of the text tells of leaves and of light.")
    first.text(72, 770, "Exercise", size=14, font="F2")
    second = Sheet().text(72, 80, "Say what a leaf needs to make sugar.")
    texts = [block.text for block in read_pdf(write_pdf(tmp_path, first, second)).blocks]
    assert "Exercise" in texts


@pytest.mark.parametrize(
    "name", ["unit.html", "Unit 4.odt", "leaf.md", "about:blank", "https://school.example/tides"]
)
def test_the_name_or_address_of_a_file_is_no_title(name: str) -> None:
    assert PLACEHOLDER.match(name)


def test_a_gap_that_is_drawn_between_words_is_read_as_one(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Plants take in").text(200, 100, "through their leaves and")
    sheet.draw(f"0 0 0 RG 0.8 w 140 {842 - 102} m 196 {842 - 102} l S")
    sheet.text(72, 114, "give off oxygen.")
    (block,) = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert block.text == "Plants take in ____ through their leaves and give off oxygen."


def test_a_line_under_words_and_the_rules_of_a_table_are_no_gaps(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "An underlined word stays what it is in this line of text.")
    sheet.draw(f"0 0 0 RG 0.8 w 75 {842 - 102} m 140 {842 - 102} l S")
    for y in (190, 210, 230):
        sheet.draw(f"0 0 0 RG 0.8 w 72 {842 - y} m 300 {842 - y} l S")
    for x in (72, 186, 300):
        sheet.draw(f"0 0 0 RG 0.8 w {x} {842 - 190} m {x} {842 - 230} l S")
    sheet.text(76, 205, "Name").text(190, 205, "Use").text(76, 225, "Leaf")
    assert not any("____" in block.text for block in read_pdf(write_pdf(tmp_path, sheet)).blocks)


def test_rows_of_figures_at_the_foot_of_pages_are_no_running_feet(tmp_path: Path) -> None:
    sheets = []
    for page in range(2):
        sheet = Sheet().lines(
            72, 80, [f"Line {page}{n} of the text above the table." for n in range(30)]
        )
        for row, label in enumerate(("Lever", "Wedge", "Screw", "Axle")):
            y = 755 + 12 * row
            sheet.text(72, y, f"{label} {'ABCD'[page + row % 2]}")
            for column in range(3):
                sheet.text(
                    220 + 80 * column, y, f"{10 + 20 * page + 4 * row + column} ({page + 1}.{row})"
                )
        sheets.append(sheet)
    text = " ".join(block.text for block in read_pdf(write_pdf(tmp_path, *sheets)).blocks)
    for page in range(2):
        assert [n for n in range(10 + 20 * page, 25 + 20 * page, 4) if f"{n} (" not in text] == []
