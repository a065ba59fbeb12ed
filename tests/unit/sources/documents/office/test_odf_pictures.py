"""Pictures of OpenDocument texts, slides and sheets become figures where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

PICTURES: office.Parts = {f"Pictures/p{n}.png": bytes_of(drawing(seed=n)) for n in range(1, 4)}
STYLES = (
    '<style:style style:name="Illustration"/>'
    '<style:style style:name="P1" style:parent-style-name="Illustration"/>'
)


def frame(number: int, alt: str = "", more: str = "") -> str:
    return (
        f'<draw:frame {more}><draw:image xlink:href="Pictures/p{number}.png"/>'
        f"<svg:title>Picture {number}</svg:title><svg:desc>{alt}</svg:desc></draw:frame>"
    )


@pytest.fixture
def odf(tmp_path: Path):
    def reading(body: str, kind: str = "text", label: str = "odt") -> Extraction:
        parts = office.odf_parts(body, kind, STYLES) | PICTURES
        spaces = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="svg" xmlns:loext="lo" '
        content = str(parts["content.xml"]).replace("xmlns:text", f"{spaces}xmlns:text", 1)
        path = tmp_path / "a"
        path.write_bytes(office.zipped(parts | {"content.xml": content}))
        return read(label, path)

    return reading


def seen(extraction: Extraction) -> list[str]:
    return [f"[{b.picture.alt}|{b.text}]" if b.picture else b.text for b in extraction.blocks]


def test_a_picture_follows_its_paragraph_and_stands_above_its_caption(odf) -> None:
    found = odf(
        f"<text:p>Before{frame(1, 'Bars')} and after.</text:p>"
        f'<text:p><draw:frame><draw:text-box><text:p text:style-name="P1">{frame(2)}Abbildung 1: Wachstum'
        "</text:p></draw:text-box></draw:frame></text:p><text:p>The end.</text:p>"
    )
    assert seen(found) == ["Before and after.", "[Bars|]", "[|Abbildung 1: Wachstum]", "The end."]
    assert not found.warnings


def test_pictures_in_cells_and_lists_follow_their_block(odf) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    found = odf(
        "<table:table><table:table-row>" + cell("Plant") + cell("Leaf") + "</table:table-row>"
        "<table:table-row>"
        + cell("Oak")
        + cell(frame(1, "Lobes"))
        + "</table:table-row></table:table>"
        f"<text:list><text:list-item><text:p>Item{frame(2)}</text:p></text:list-item></text:list>"
    )
    assert seen(found) == ["Plant | Leaf\nOak | ", "[Lobes|]", "Item", "[|]"]


def test_what_adorns_is_left_out_and_what_is_missing_told(odf) -> None:
    adorns = 'loext:decorative="true"'
    found = odf(
        f"<text:p>Text{frame(1, more=adorns)}{frame(9)}</text:p><text:p>More text.</text:p>"
    )
    assert seen(found) == ["Text", "More text."]
    assert [w.details for w in found.warnings] == [{"missing": 1}]


def test_pictures_of_slides_stand_on_them_but_not_the_logo(odf) -> None:
    page = "<draw:page>{}<draw:frame><draw:text-box><text:p>Slide</text:p></draw:text-box></draw:frame></draw:page>".format
    logo = frame(1, more='svg:x="1cm" svg:y="1cm"')
    found = odf(page(logo) * 3 + page(frame(2, "Bars")), "presentation", "odp")
    assert seen(found) == ["Slide", "Slide", "Slide", "[Bars|]", "Slide"]


def test_pictures_over_a_sheet_follow_it(odf) -> None:
    found = odf(
        f'<table:table table:name="Rates"><table:shapes>{frame(1, "Bars")}</table:shapes><table:table-row>'
        "<table:table-cell><text:p>Rate</text:p></table:table-cell></table:table-row></table:table>",
        "spreadsheet",
        "ods",
    )
    assert seen(found)[-1] == "[Bars|]"
