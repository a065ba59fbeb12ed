"""Pictures of Word, PowerPoint and Excel files become figures where a reader of the pages sees them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from praxeo.domain.blocks import Block, Extraction
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office
from tests.hostile.builders.pictured_files import (
    media,
    pictured_docx,
    pictured_pptx,
    slide_picture,
    word_drawing,
    word_line,
)
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

PICTURES = {f"p{n}": bytes_of(drawing(seed=n)) for n in range(1, 4)}


def seen(extraction: Extraction) -> list[str]:
    return [_shown(block) for block in extraction.blocks]


def _shown(block: Block) -> str:
    if block.picture is None:
        return block.text
    return f"[{block.picture.alt}|{block.text}]"


@pytest.fixture
def word(tmp_path: Path):
    def reading(body: str, pictures: dict[str, bytes] = PICTURES) -> Extraction:
        path = tmp_path / "a.docx"
        path.write_bytes(pictured_docx(body, pictures))
        return read("docx", path)

    return reading


def test_a_picture_follows_the_paragraph_in_which_it_stands(word) -> None:
    found = word(
        word_line("Before it", word_drawing("p1", "A bar chart"), "and after it.")
        + word_line("An anchor first.", word_drawing("p2", "Another", kind="anchor"))
        + word_line("The end.")
    )
    assert seen(found) == [
        "Before itand after it.",
        "[A bar chart|]",
        "An anchor first.",
        "[Another|]",
        "The end.",
    ]
    assert set(found.pictures) == {b.picture.content_hash for b in found.blocks if b.picture}


@pytest.mark.parametrize("style", ["Caption", ""])
def test_a_caption_is_known_by_its_style_or_by_the_field_that_counts_it(word, style: str) -> None:
    counted = '<w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    found = word(
        word_line(word_drawing("p1", "Bars"))
        + word_line("Growth ", counted, ": how tall they grew.", style=style)
        + word_line("The text goes on.")
    )
    assert seen(found) == ["[Bars|Growth 1: how tall they grew.]", "The text goes on."]


def test_a_picture_and_its_caption_in_one_paragraph_belong_together(word) -> None:
    line = "<w:r><w:br/></w:r>"
    found = word(
        word_line(word_drawing("p1"))
        + word_line("Figure 1: The first.", style="Caption")
        + word_line(word_drawing("p2"), line, "Figure 2: The second.", style="Caption")
    )
    assert seen(found) == ["[|Figure 1: The first.]", "[|Figure 2: The second.]"]


def test_pictures_in_text_boxes_and_of_the_older_language_are_found_once(word) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><w:txbxContent>"
        + word_line(word_drawing("p1", "In a box"))
        + word_line("Figure 1: Boxed.", style="Caption")
        + "</w:txbxContent></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata "
        'r:id="p1"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    old = '<w:r><w:pict><v:shape alt="An old one"><v:imagedata r:id="p2"/></v:shape></w:pict></w:r>'
    found = word(word_line("Text.", box) + word_line(old))
    assert seen(found) == ["Text.", "[In a box|Figure 1: Boxed.]", "[An old one|]"]


def test_what_is_marked_as_decoration_is_left_out_without_a_word(word) -> None:
    found = word(word_line("Text.", word_drawing("p1", decorative=True)))
    assert seen(found) == ["Text."]
    assert not found.warnings


def test_what_is_hidden_is_not_shown(word) -> None:
    hidden = word_drawing("p1").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    off = word_drawing("p2").replace('name="Picture 1"', 'name="Picture 1" hidden="1"')
    deleted = f"<w:del>{word_drawing('p3')}</w:del>"
    assert seen(word(word_line("Text.", hidden, off, deleted))) == ["Text."]


def test_a_crop_is_applied(word) -> None:
    found = word(word_line("Text.", word_drawing("p1", crop='l="25000" r="25000" t="10000"')))
    (picture,) = [b.picture for b in found.blocks if b.picture]
    assert (picture.width, picture.height) == (200, 270)
    shown = Image.open(io.BytesIO(found.pictures[picture.content_hash]))
    whole = drawing(seed=1).crop((100, 30, 300, 300))
    assert (
        abs(sum(shown.convert("L").histogram()[:128]) - sum(whole.convert("L").histogram()[:128]))
        < 900
    )


def test_a_picture_is_turned_as_the_page_shows_it(word) -> None:
    turned = word_drawing("p1").replace(
        "</pic:blipFill>", '</pic:blipFill><pic:spPr><a:xfrm rot="5400000" flipH="1"/></pic:spPr>'
    )
    found = word(word_line("Text.", turned))
    (picture,) = [b.picture for b in found.blocks if b.picture]
    assert (picture.width, picture.height) == (300, 400)
    shown = Image.open(io.BytesIO(found.pictures[picture.content_hash]))
    whole = drawing(seed=1).transpose(Image.Transpose.FLIP_LEFT_RIGHT).rotate(-90, expand=True)
    apart = [abs(a - b) for a, b in zip(shown.tobytes(), whole.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 3


def test_pictures_that_are_missing_damaged_or_of_unknown_kind_are_told(word) -> None:
    pictures = {"p1": b"\x01\0\0\0" + b"EMF" * 50, "p2": PICTURES["p2"][:200]}
    body = "".join(word_line("Text.", word_drawing(f"p{n}")) for n in (1, 2, 3))
    told = [(w.code, w.details) for w in word(body, pictures).warnings]
    assert told == [
        ("pictures_left_out", {"damaged": 1}),
        ("pictures_left_out", {"missing": 1}),
        ("pictures_left_out", {"unknown_kind": 1}),
    ]


def _table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
        )
        + "</w:tbl>"
    )


def test_a_table_that_only_arranges_pictures_gives_figures_with_captions(word) -> None:
    found = word(
        _table(
            (word_line(word_drawing("p1", "Bars")), word_line(word_drawing("p2", "More bars"))),
            (word_line("A sunny year"), word_line("A rainy year")),
        )
    )
    assert seen(found) == ["[Bars|A sunny year]", "[More bars|A rainy year]"]


def test_pictures_in_a_table_of_data_follow_it(word) -> None:
    found = word(
        _table(
            (word_line("Plant"), word_line("Leaf")),
            (word_line("Oak"), word_line(word_drawing("p1", "A lobed leaf"))),
        )
    )
    assert seen(found) == ["Plant | Leaf\nOak | ", "[A lobed leaf|]"]


def test_pictures_of_slides_stand_among_their_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    first = office.shape("Growth", "title") + slide_picture("p1", "Bars") + office.shape("A text")
    path.write_bytes(pictured_pptx((first,), PICTURES))
    assert seen(read("pptx", path)) == ["Growth", "[Bars|]", "A text"]


def test_a_picture_at_one_place_of_three_slides_adorns(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    logo = slide_picture("p1", at=(50, 50))
    slides = tuple(office.shape(f"Slide {n}", "title") + logo for n in range(3))
    moved = (office.shape("Last", "title") + slide_picture("p1", "Bars", at=(90, 90)),)
    path.write_bytes(pictured_pptx(slides + moved, PICTURES))
    assert seen(read("pptx", path)) == ["Slide 0", "Slide 1", "Slide 2", "Last", "[Bars|]"]


def test_an_embedded_object_is_shown_by_the_picture_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    frame = (
        f'<p:graphicFrame><a:graphic><a:graphicData><mc:AlternateContent xmlns:mc="{office.MC}">'
        "<mc:Choice><p:oleObj><p:embed/></p:oleObj></mc:Choice>"
        f"<mc:Fallback><p:oleObj><p:embed/>{slide_picture('p1', 'A sheet')}</p:oleObj></mc:Fallback>"
        "</mc:AlternateContent></a:graphicData></a:graphic></p:graphicFrame>"
    )
    path.write_bytes(pictured_pptx((office.shape("Rates", "title") + frame,), PICTURES))
    assert seen(read("pptx", path)) == ["Rates", "[A sheet|]"]


def test_pictures_over_a_sheet_follow_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    parts = office.xlsx_parts()
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = office.relations(
        ("drawing", "../drawings/drawing1.xml")
    )
    picture = slide_picture("p1", "Rates as bars").replace("<p:", "<xdr:").replace("</p:", "</xdr:")
    parts["xl/drawings/drawing1.xml"] = (
        f'<xdr:wsDr xmlns:xdr="x" xmlns:a="{office.A}"><xdr:twoCellAnchor>{picture}</xdr:twoCellAnchor></xdr:wsDr>'
    )
    parts |= media("xl/drawings/", "xl/drawings/_rels/drawing1.xml.rels", PICTURES, parts)
    path.write_bytes(office.zipped(parts))
    assert seen(read("xlsx", path))[:3] == [
        "Rates",
        "Enzyme | Rate\nLipase | 12.5",
        "[Rates as bars|]",
    ]
