"""Headings that their look alone does not give away, and prose in which nothing is one."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.pdf.reader import read_pdf
from praxeo.sources.documents.pdf.source import read_pages
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf, write_pdf

TEXT = [
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side",
    "that faces it, so that the water there rises into a bulge which the coast passes.",
]


def _headings(path: Path) -> list[tuple[str, int]]:
    return [(b.text, b.level) for b in read_pdf(path).blocks if b.kind == "heading"]


def _parted(sheet: Sheet, parts: list[tuple[str, int]], y: float = 80) -> Sheet:
    """Short lines, each with so many paragraphs below it; more space above a line than below."""
    for line, count in parts:
        sheet.text(72, y, line)
        y += 18
        for _ in range(count):
            sheet.lines(72, y, TEXT)
            y += 30
        y += 14
    return sheet


def test_a_text_in_one_look_has_headings_where_space_sets_short_lines_apart(tmp_path: Path) -> None:
    parts = [("The tides", 0), ("How tides arise", 2), ("Spring tides", 2), ("Tidal power", 2)]
    path = write_pdf(tmp_path, _parted(Sheet(), parts))
    assert _headings(path) == [
        ("The tides", 1), ("How tides arise", 2), ("Spring tides", 2), ("Tidal power", 2),
    ]  # fmt: skip


def test_short_paragraphs_of_ordinary_prose_are_no_headings(tmp_path: Path) -> None:
    sheet, y = Sheet(), 80.0
    for line in ("It rained", "Nobody came", "The gate was shut"):
        sheet.lines(72, y, TEXT)
        sheet.text(72, y + 30, line)
        y += 48
    assert _headings(write_pdf(tmp_path, sheet)) == []


def test_numbered_headings_of_one_kind_agree(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(72, 80, "1 Introduction", font="F2").lines(72, 98, TEXT)
    sheet.text(72, 140, "2 Theory", font="F2").text(72, 156, "after the old school", size=8)
    sheet.text(72, 190, "3 Practice", font="F2").lines(72, 208, TEXT)
    path = write_pdf(tmp_path, sheet)
    assert [text for text, _ in _headings(path)] == ["1 Introduction", "2 Theory", "3 Practice"]


def test_a_heading_above_a_table_is_one_like_the_others(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, name in enumerate(("Springs", "Neaps")):
        sheet.text(72, 80 + 60 * number, name, size=13, font="F2")
        sheet.lines(72, 98 + 60 * number, TEXT)
    sheet.text(72, 200, "Ranges", size=13, font="F2")
    for row in range(4):
        for column, text in enumerate(
            (*("Port", "Reef", "Cove", "Bay")[row : row + 1], "2.5", "1.5")
        ):
            sheet.text(72 + 90 * column, 222 + 14 * row, text)
    assert [text for text, _ in _headings(write_pdf(tmp_path, sheet))] == [
        "Springs",
        "Neaps",
        "Ranges",
    ]


def test_a_label_that_each_page_numbers_is_no_furniture(tmp_path: Path) -> None:
    sheets = [
        Sheet().text(72, 60, f"Exercise {n}").text(72, 76, f"Add {n} and seven to {n + 3}.")
        for n in range(1, 5)
    ]
    text = " ".join(block.text for block in read_pdf(write_pdf(tmp_path, *sheets)).blocks)
    assert all(f"Exercise {n}" in text for n in range(1, 5))


def test_a_title_that_goes_on_stays_above_the_text_of_its_page(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 42, "Notes on the sea (continued)", size=8).text(295, 802, "62")
    for part in range(3):
        sheet.lines(72, 90 + 40 * part, [*TEXT, TEXT[0]])
    texts = [block.text for block in read_pdf(write_pdf(tmp_path, sheet)).blocks]
    assert "Notes on the sea (continued)" in texts
    assert "62" not in texts


def _small_capitals(sheet: Sheet, x: float, y: float, number: str, name: str) -> None:
    """A number and a name whose letters after the first are small capitals; Helvetica's capitals are .72 wide."""
    sheet.text(x, y, number).text(x + 18, y, name[0])
    sheet.text(x + 18 + {"I": 2.8, "M": 8.4, "R": 7.3}[name[0]], y, name[1:], size=8)


def test_roman_numbers_and_small_capitals_head_sections_and_italic_letters_their_parts(
    tmp_path: Path,
) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "Tides of the northern coasts", size=22)
    y = 100.0
    for number, name in (("I.", "INTRODUCTION"), ("II.", "METHODS"), ("III.", "RESULTS")):
        _small_capitals(sheet, 240, y, number, name)
        sheet.lines(72, y + 18, TEXT)
        y += 54
        if name == "METHODS":
            sheet.text(72, y, "A. Measuring the water", font="F3").lines(72, y + 18, TEXT)
            y += 54
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == [
        "Tides of the northern coasts", "I. INTRODUCTION", "II. METHODS", "A. Measuring the water", "III. RESULTS",
    ]  # fmt: skip


def test_the_first_part_of_a_numbered_section_is_a_heading_though_no_other_is_set_so(
    tmp_path: Path,
) -> None:
    sheet = Sheet()
    sheet.text(72, 80, "1. Introduction", font="F2").lines(72, 98, TEXT)
    sheet.text(72, 140, "1.1. Tides of the coast", font="F3").lines(72, 158, TEXT)
    sheet.text(72, 200, "2. Methods", font="F2").lines(72, 218, TEXT)
    assert [text for text, _ in _headings(write_pdf(tmp_path, sheet))] == [
        "1. Introduction", "1.1. Tides of the coast", "2. Methods",
    ]  # fmt: skip


def test_the_names_of_authors_in_larger_type_are_no_heading(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "Tides of the northern coasts", size=22)
    sheet.text(72, 90, "Ada Brook, Ben J. Field, Eva Stone", size=12)
    sheet.lines(72, 118, TEXT)
    sheet.text(72, 160, "Spring tides and neap tides", size=14).lines(72, 180, TEXT)
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == ["Tides of the northern coasts", "Spring tides and neap tides"]


def test_names_of_sections_are_headings_where_their_look_has_other_uses(tmp_path: Path) -> None:
    sheet, names = Sheet().text(60, 60, "Tides of the north", size=18), ["Introduction", "Results"]
    for at, name in enumerate(names):
        sheet.text(60, 100 + 250 * at, name, font="F2")
        sheet.lines(60, 116 + 250 * at, TEXT * 4).lines(60, 226 + 250 * at, TEXT * 2, font="F2")
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == ["Tides of the north", *names]


def test_headings_right_below_each_other_are_read_one_by_one(tmp_path: Path) -> None:
    sheet = _parted(Sheet(), [("", 2)])
    sheet.lines(72, 180, ["4 Tides", "4.1 How tides arise", "4.1.1 The pull"], font="F2")
    sheet.lines(72, 222, TEXT * 3)
    assert [text for text, _ in _headings(write_pdf(tmp_path, sheet))] == [
        "4 Tides", "4.1 How tides arise", "4.1.1 The pull",
    ]  # fmt: skip


def test_the_lines_of_a_heading_in_larger_type_stay_together(tmp_path: Path) -> None:
    sheet = _parted(Sheet(), [("", 4)])
    sheet.lines(
        72,
        260,
        ["2.1 Tides that are higher than", "others at new moon"],
        size=17,
        font="F2",
        leading=22,
    )
    sheet.lines(72, 306, TEXT * 4)
    assert [text for text, _ in _headings(write_pdf(tmp_path, sheet))] == [
        "2.1 Tides that are higher than others at new moon"
    ]  # fmt: skip


def test_a_part_in_the_face_of_the_numbered_headings_is_a_heading(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 700, TEXT * 3, font="F5")
    for y, line in (
        (120, "1 INTRODUCTION"),
        (200, "2 TIDES OF THE SEA"),
        (280, "2.1 Spring tides"),
        (360, "2.2 Neap tides"),
    ):
        sheet.text(72, y, line, font="F5").lines(72, y + 16, TEXT * 2)
    path = write_pdf(tmp_path, sheet, strong_face="Biolinum-Regular")
    assert [text for text, _ in _headings(path)] == [
        "1 INTRODUCTION", "2 TIDES OF THE SEA", "2.1 Spring tides", "2.2 Neap tides",
    ]  # fmt: skip


def test_headings_in_small_capitals_of_the_text_face_are_headings(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, first, rest in ((80, "O", "bservation"), (160, "D", "iscussion"), (240, "M", "ethods")):
        wide = {"O": 7.78, "D": 7.22, "M": 8.33}[first]
        sheet.text(72, y, first).text(72 + wide, y, rest, size=7.5).lines(72, y + 18, TEXT * 2)
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == ["Observation", "Discussion", "Methods"]


def test_fonts_without_a_name_are_told_apart_by_their_widths(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, "ABCAB", font="U0").text(72, 100, "ABCAB", font="U1")
    path = tmp_path / "unnamed.pdf"
    path.write_bytes(build_pdf([sheet, sheet], alphabet="eta", unnamed=(500, 580)))
    faces = [{word.face for word in page.words} for page in read_pages(path)]
    assert len(faces[0]) == 2
    assert faces[0] == faces[1]


def test_listings_that_take_most_of_a_text_hide_no_heading(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, line in ((80, "Reading a file"), (320, "Writing a file")):
        sheet.text(72, y, line, size=12, font="F2").lines(72, y + 18, TEXT)
        for at in range(14):
            sheet.text(60, y + 52 + 12 * at, f"{at + 1}", size=8)
            sheet.text(
                72,
                y + 52 + 12 * at,
                "with open(path) as file: lines.append(file.readline())",
                size=9,
                font="F4",
            )
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == ["Reading a file", "Writing a file"]


def test_a_heading_of_two_ideographs_is_one(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, line in ((80, "AB"), (200, "CD")):
        sheet.text(72, y, line, size=14, font="F6").lines(72, y + 20, TEXT * 3)
    path = tmp_path / "ideographs.pdf"
    path.write_bytes(build_pdf([sheet], alphabet="\u5f15\u8a00\u7ed3\u8bba"))
    assert [text for text, _ in _headings(path)] == ["\u5f15\u8a00", "\u7ed3\u8bba"]


def test_headings_numbered_one_after_the_other_are_headings_beside_labels_in_their_look(
    tmp_path: Path,
) -> None:
    sheets = []
    for number, line in enumerate(("Overview", "Tides", "Model"), start=1):
        sheet = (
            Sheet().text(72, 80, f"{number} {line}", size=12, font="F2").lines(72, 100, TEXT * 2)
        )
        for at in range(8):
            sheet.text(
                90 + 140 * (at % 2),
                240 + 60 * at,
                f"Box of the code list {number}{at}",
                size=12,
                font="F2",
            )
        sheets.append(sheet)
    headings = [text for text, _ in _headings(write_pdf(tmp_path, *sheets))]
    assert headings == ["1 Overview", "2 Tides", "3 Model"]


def test_a_bold_start_that_goes_on_in_the_next_line_is_no_heading(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, "Tides", size=14, font="F2").lines(72, 100, TEXT * 2)
    sheet.text(
        72,
        180,
        "Refundable credit for all the taxes on water of a prior year or of most of",
        font="F2",
    )
    sheet.text(72, 192, "this year.", font="F2").text(
        122, 192, "It is paid to nobody who has not asked for it."
    )
    sheet.text(72, 204, TEXT[0]).text(72, 216, TEXT[1])
    assert [text for text, _ in _headings(write_pdf(tmp_path, sheet))] == ["Tides"]


def test_an_address_below_the_title_of_a_paper_is_no_heading(tmp_path: Path) -> None:
    sheet = Sheet().text(120, 80, "The tides of two oceans", size=18, font="F2")
    sheet.text(220, 110, "New York University", size=12).text(
        200, 124, "715, Broadway, New York, NY, 10003", size=12
    )
    sheet.text(72, 160, "Abstract", size=12, font="F2").lines(72, 178, TEXT * 2)
    sheet.text(72, 250, "1 Introduction", size=12, font="F2").lines(72, 268, TEXT * 4)
    headings = [text for text, _ in _headings(write_pdf(tmp_path, sheet))]
    assert headings == ["The tides of two oceans", "Abstract", "1 Introduction"]


def test_heads_in_capitals_above_two_columns_of_small_print_stand_over_their_columns(
    tmp_path: Path,
) -> None:
    sheet = Sheet().text(72, 80, "Gauges of wood in three harbours", size=18, font="F2")
    sheet.text(72, 120, "ARTICLE INFO", size=8).text(220, 120, "ABSTRACT", size=8)
    sheet.lines(
        72,
        136,
        ["Received: May 2", "Accepted: June 9", "Keywords:", "Tide", "Gauge"],
        size=8,
        leading=10,
    )
    abstract = [
        "We asked whether a gauge of wood keeps its height for a year and how it may",
        "be read from afar. Twelve gauges were set up in three harbours, and pupils",
        "read each of them week by week. They sank by four millimetres at the most,",
        "so that wood is good enough for lessons once it has stood for a month.",
    ]
    sheet.lines(220, 136, abstract, size=8, leading=10)
    sheet.text(72, 230, "Introduction", size=12, font="F2").lines(72, 248, TEXT * 8)
    blocks = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert [b.text for b in blocks if b.kind == "heading"][1:3] == ["ARTICLE INFO", "ABSTRACT"]
    starts = [b.text.split()[0] for b in blocks]
    order = [starts.index(word) for word in ("ARTICLE", "Received:", "Tide", "ABSTRACT", "We")]
    assert order == sorted(order)


def test_lines_that_only_space_sets_apart_are_headings_below_a_title(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, "The sea and its tides", size=20, font="F2").lines(72, 110, TEXT)
    parts = [("How tides arise", 2), ("Spring tides", 2), ("Tidal power", 2)]
    path = write_pdf(tmp_path, _parted(sheet, parts, y=160))
    assert [text for text, _ in _headings(path)] == [
        "The sea and its tides", "How tides arise", "Spring tides", "Tidal power",
    ]  # fmt: skip
