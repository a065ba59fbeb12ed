"""Figures of a PDF: found by their captions, cut out of the page, put where the text has them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.domain.blocks import Block, Extraction
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, Sheet, write_pdf

PROSE = [
    "The leaf takes in carbon dioxide through its pores and gives off",
    "oxygen, and the rate of both depends on light and on temperature",
    "as long as there is enough of water in the ground below the tree.",
]


def curve(left: float, top: float, right: float, bottom: float, *, colour: str = "0 0 1") -> str:
    """A thick curve through the box, and its axes."""
    low, high = HEIGHT - bottom, HEIGHT - top
    middle = (left + right) / 2
    return (
        f"q {colour} RG 3 w {left} {low} m {middle} {high} {middle} {low} {right} {high} c S Q "
        f"q 0 0 0 RG 1 w {left} {high} m {left} {low} l {right} {low} l S Q"
    )


def bitmap(left: float, top: float, wide: float, high: float, *, pixels: int = 8) -> str:
    """A chequered bitmap of that size."""
    row = "".join("FF0000" if x % 2 else "0000FF" for x in range(pixels))
    return (
        f"q {wide} 0 0 {high} {left} {HEIGHT - top - high} cm BI /W {pixels} /H {pixels} /BPC 8 "
        f"/CS /RGB /F /AHx ID {row * pixels}> EI Q"
    )


def read(tmp_path: Path, *sheets: Sheet, figures: bool = True) -> Extraction:
    path = write_pdf(tmp_path, *sheets)
    return DocumentReader(figures=figures)(path, name="leaf.pdf")


def told(extraction: Extraction) -> list[str]:
    return [f"[{b.text}]" if b.picture else b.text.split(" ")[0] for b in extraction.blocks]


def figures_of(extraction: Extraction) -> list[Block]:
    return [block for block in extraction.blocks if block.picture]


def page_with(
    *drawn: str, caption: str = "Figure 1. The rate of a leaf.", at: float = 330
) -> Sheet:
    sheet = Sheet().lines(72, 80, PROSE)
    for part in drawn:
        sheet.draw(part)
    return sheet.text(72, at, caption, size=9).lines(72, at + 40, PROSE)


def test_a_drawing_above_its_caption_is_cut_out_and_stands_where_the_page_has_it(
    tmp_path: Path,
) -> None:
    extraction = read(tmp_path, page_with(curve(100, 150, 400, 310)))
    assert told(extraction) == ["The", "[Figure 1. The rate of a leaf.]", "The"]
    (figure,) = figures_of(extraction)
    assert figure.picture
    shown = Image.open(io.BytesIO(extraction.pictures[figure.picture.content_hash])).convert("RGB")
    assert shown.width / shown.height == pytest.approx(304 / 164, rel=0.03)
    blue = sum(1 for r, _, b in shown.resize((100, 60)).get_flattened_data() if b - r > 60)
    assert blue > 50, "the curve is on it"


def test_a_bitmap_is_cut_out_as_a_drawing_is(tmp_path: Path) -> None:
    extraction = read(tmp_path, page_with(bitmap(100, 150, 300, 160)))
    assert told(extraction) == ["The", "[Figure 1. The rate of a leaf.]", "The"]


def test_labels_are_the_words_of_the_picture_and_not_of_the_text(tmp_path: Path) -> None:
    sheet = page_with(curve(100, 150, 400, 300))
    sheet.text(200, 200, "light", size=8).text(240, 312, "Time (hours)", size=8)
    extraction = read(tmp_path, sheet)
    (figure,) = figures_of(extraction)
    assert figure.picture
    assert set(figure.picture.alt.split()) == {"light", "Time", "(hours)"}
    assert not any("hours" in block.text for block in extraction.blocks)


def test_panels_are_one_figure_and_neighbours_with_captions_of_their_own_are_two(
    tmp_path: Path,
) -> None:
    panels = read(tmp_path, page_with(curve(90, 150, 240, 310), curve(265, 150, 420, 310)))
    assert len(figures_of(panels)) == 1
    sheet = Sheet().lines(72, 80, PROSE)
    sheet.draw(curve(72, 150, 270, 310)).text(72, 325, "Figure 1. Light and rate.", size=9)
    sheet.draw(curve(300, 150, 500, 310)).text(300, 325, "Figure 2. Heat and rate.", size=9)
    two = read(tmp_path, sheet.lines(72, 380, PROSE))
    assert {b.text for b in figures_of(two)} == {
        "Figure 1. Light and rate.",
        "Figure 2. Heat and rate.",
    }


def test_a_caption_above_its_drawing_is_found_too(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, PROSE).text(72, 150, "Figure 1. The rate of a leaf.", size=9)
    extraction = read(tmp_path, sheet.draw(curve(100, 165, 400, 310)).lines(72, 360, PROSE))
    assert told(extraction) == ["The", "[Figure 1. The rate of a leaf.]", "The"]


def test_a_picture_without_a_caption_stands_where_it_is(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, PROSE).draw(bitmap(100, 150, 300, 160)).lines(72, 400, PROSE)
    assert told(read(tmp_path, sheet)) == ["The", "[]", "The"]


@pytest.mark.parametrize(
    "adorning",
    [
        bitmap(0, 0, 595, 842),
        bitmap(72, 20, 460, 60),
        bitmap(300, 300, 20, 20),
        "q 0.9 0.9 1 rg 60 600 480 200 re f Q",
        "q 0 0 0 RG 0.5 w 72 500 m 520 500 l S Q",
    ],
    ids=["a ground", "a banner", "a badge", "a box around text", "a rule"],
)
def test_what_adorns_the_page_is_no_figure(tmp_path: Path, adorning: str) -> None:
    sheet = Sheet().draw(adorning).lines(72, 80, PROSE).lines(72, 400, PROSE)
    assert not figures_of(read(tmp_path, sheet))


def test_a_logo_that_stands_on_every_page_is_no_figure(tmp_path: Path) -> None:
    sheets = [
        Sheet()
        .draw(bitmap(420, 130, 110, 110))
        .lines(72, 80 + 5 * n, PROSE)
        .text(72, 400, f"Part {n}")
        for n in range(4)
    ]
    assert not figures_of(read(tmp_path, *sheets))


def test_a_turned_page_is_cut_as_a_viewer_shows_it(tmp_path: Path) -> None:
    sheet = page_with(curve(100, 150, 400, 310))
    sheet.rotate = 90
    (figure,) = figures_of(read(tmp_path, sheet))
    assert figure.picture
    assert figure.picture.height > figure.picture.width


def test_without_figures_only_the_text_is_read_and_what_is_uncut_is_told(tmp_path: Path) -> None:
    extraction = read(tmp_path, page_with(curve(100, 150, 400, 310)), figures=False)
    (figure,) = figures_of(extraction)
    assert figure.picture
    assert not figure.picture.content_hash
    assert not extraction.pictures
    assert figure.text == "Figure 1. The rate of a leaf."


def test_a_sentence_that_begins_with_a_number_of_a_figure_takes_none(tmp_path: Path) -> None:
    sheet = page_with(
        curve(100, 150, 400, 310), caption="Figure 1 shows how the rate depends on light."
    )
    (figure,) = figures_of(read(tmp_path, sheet)) or (None,)
    assert figure is None or not figure.text


def fraction(left: float, top: float) -> Sheet:
    """T = 2 pi / w on a line of its own, as a fraction."""
    sheet = Sheet().lines(72, 80, PROSE)
    sheet.text(left, top, "T =", font="F3").text(left + 34, top - 8, "2 x + 1", font="F3")
    sheet.draw(
        f"q 0 0 0 RG 0.8 w {left + 30} {HEIGHT - top + 3} m {left + 76} {HEIGHT - top + 3} l S Q"
    )
    return sheet.text(left + 44, top + 8, "y - 3", font="F3").lines(72, top + 60, PROSE)


def test_a_formula_of_two_levels_is_shown_as_its_picture_and_never_as_mangled_text(
    tmp_path: Path,
) -> None:
    extraction = read(tmp_path, fraction(200, 160))
    assert told(extraction) == ["The", "[]", "The"]
    (figure,) = figures_of(extraction)
    assert figure.picture
    assert set(figure.picture.alt.split()) == {"T", "=", "2", "x", "+", "1", "y", "-", "3"}
    assert figure.picture.width < 200, "it is shown about as large as the text"


def test_a_formula_of_one_line_stays_text(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, PROSE).text(200, 160, "E = m c", font="F3").lines(72, 220, PROSE)
    extraction = read(tmp_path, sheet)
    assert [b.text for b in extraction.blocks][1] == "E = m c"


def test_a_fraction_within_a_line_of_text_stays_in_its_sentence(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, PROSE)
    sheet.text(72, 160, "so that the period of the pendulum is").text(262, 155, "2 x", size=7)
    sheet.text(262, 164, "y", size=7).text(285, 160, "= T as long as nothing else pulls at it")
    assert not figures_of(read(tmp_path, sheet.lines(72, 220, PROSE)))


def test_a_formula_takes_no_sentence_from_the_paragraphs_around_it(tmp_path: Path) -> None:
    first = Sheet().lines(72, 700, PROSE[:2]).text(250, 760, "v = b x")
    second = Sheet().lines(72, 80, [PROSE[2], *PROSE])
    texts = [block.text for block in read(tmp_path, first, second).blocks]
    assert "v = b x" in texts


def test_large_pictures_of_one_size_at_one_place_are_figures(tmp_path: Path) -> None:
    sheets = [
        Sheet()
        .draw(bitmap(72, 80, 300, 160, pixels=4 + n))
        .text(72, 255, f"Figure {n}. A leaf.", size=9)
        .lines(72, 300, PROSE)
        for n in range(1, 5)
    ]
    assert len(figures_of(read(tmp_path, *sheets))) == 4


def test_a_formula_right_above_a_figure_stays_whole_and_outside_its_picture(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, PROSE).text(200, 150, "T =", font="F3")
    sheet.text(234, 142, "2 x + 1", font="F3").text(244, 158, "y - 3", font="F3")
    sheet.draw(f"q 0 0 0 RG 0.8 w 230 {HEIGHT - 147} m 276 {HEIGHT - 147} l S Q")
    sheet.draw(bitmap(72, 168, 300, 140)).text(72, 330, "Figure 1. The rate of a leaf.", size=9)
    formula, figure = figures_of(read(tmp_path, sheet.lines(72, 370, PROSE)))
    assert formula.picture
    assert set(formula.picture.alt.split()) == {"T", "=", "2", "x", "+", "1", "y", "-", "3"}
    assert not formula.text
    assert figure.picture
    assert (figure.picture.alt, figure.text) == ("", "Figure 1. The rate of a leaf.")


def test_the_last_number_of_a_formula_at_the_foot_of_a_page_is_not_that_of_the_page(
    tmp_path: Path,
) -> None:
    foot = HEIGHT - 70
    sheet = Sheet().lines(72, 80, [*PROSE * 4])
    sheet.text(250, foot, "y =", font="F3").text(282, foot - 8, "a", font="F3")
    sheet.text(280, foot + 8, "17", font="F3")
    sheet.draw(f"q 0 0 0 RG 0.8 w 278 {HEIGHT - foot + 3} m 294 {HEIGHT - foot + 3} l S Q")
    (figure,) = figures_of(read(tmp_path, sheet))
    assert figure.picture
    assert figure.picture.alt == "y = a 17"


@pytest.mark.parametrize("inside", ["92 0 R", "92 0 R 91 0 R"], ids=["a tree", "a circle"])
def test_what_a_tagged_file_says_of_a_figure_is_its_alternative_text(
    tmp_path: Path, inside: str
) -> None:
    drawing = f"/Figure << /MCID 0 >> BDC {curve(100, 140, 400, 310)} EMC"
    path = write_pdf(tmp_path, page_with(drawing))
    path.write_bytes(tagged(path.read_bytes(), "A curve that rises and falls", inside))
    (figure,) = figures_of(DocumentReader(figures=True)(path, name="leaf.pdf"))
    assert figure.picture
    assert figure.picture.alt == "A curve that rises and falls"


def tagged(pdf: bytes, alt: str, inside: str) -> bytes:
    """The file with a structure of one figure for its first page; readers find the objects by their heads."""
    body = pdf[: pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))]
    body = body.replace(
        b"/Type /Catalog", b"/Type /Catalog /MarkInfo << /Marked true >> /StructTreeRoot 90 0 R"
    )
    body = body.replace(b"/Type /Page /Parent", b"/Type /Page /StructParents 0 /Parent")
    structure = (
        "90 0 obj\n<< /Type /StructTreeRoot /K 91 0 R /ParentTree << /Nums [0 [92 0 R]] >> >>\nendobj\n"
        f"91 0 obj\n<< /Type /StructElem /S /Document /P 90 0 R /K [{inside}] >>\nendobj\n"
        f"92 0 obj\n<< /Type /StructElem /S /Figure /P 91 0 R /Pg 3 0 R /K 0 /Alt ({alt}) >>\nendobj\n"
        "trailer\n<< /Size 93 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    )
    return body + structure.encode()
