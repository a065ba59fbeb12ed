"""Formulas that are embedded in OpenDocument files stand where the document shows them, or are told missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office.opendocument import read_opendocument
from tests.hostile.builders import office_files as office

MATHML = "http://www.w3.org/1998/Math/MathML"
XLINK = "http://www.w3.org/1999/xlink"
ENERGY = (
    f'<math xmlns="{MATHML}" display="block"><semantics><mrow><mi>E</mi><mo stretchy="false">=</mo><mi>m</mi>'
    '<msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="StarMath 5.0">E = m c^2</annotation>'
    "</semantics></math>"
)


def frame(number: int) -> str:
    return (
        f'<draw:frame xmlns:draw="{office.ODF}:drawing:1.0" xmlns:xlink="{XLINK}">'
        f'<draw:object xlink:href="./Object%20{number}"/><draw:image xlink:href="./ObjectReplacements/Object {number}"/>'
        "<svg:desc xmlns:svg='s'>formula</svg:desc></draw:frame>"
    )


def read(tmp_path: Path, body: str, *objects: str, kind: str = "text") -> Extraction:
    parts = office.odf_parts(body, kind)
    for number, content in enumerate(objects, 1):
        parts[f"Object {number}/content.xml"] = content
    path = tmp_path / "a"
    path.write_bytes(office.zipped(parts, stored=("mimetype",)))
    return read_opendocument(path)


def test_a_formula_stands_in_its_sentence_and_its_program_s_own_notation_does_not(
    tmp_path: Path,
) -> None:
    found = read(tmp_path, f"<text:p>Energy is {frame(1)} at rest.</text:p>", ENERGY)
    (block,) = found.blocks
    assert block.text == "Energy is E = mc² at rest."
    (mark,) = block.marks
    assert block.text[mark.start : mark.end] == "E = mc²"
    assert mark.formula
    assert mark.formula.mathml.startswith("<math><mrow><mi>E</mi>")
    assert "StarMath" not in mark.formula.mathml
    assert found.warnings == ()


def test_a_formula_alone_in_its_paragraph_or_on_a_slide_is_a_block(tmp_path: Path) -> None:
    text = read(tmp_path, f"<text:p>{frame(1)}</text:p>", ENERGY)
    slide = read(tmp_path, f"<draw:page>{frame(1)}</draw:page>", ENERGY, kind="presentation")
    for found in (text, slide):
        (mark,) = found.blocks[0].marks
        assert mark.formula
        assert mark.formula.mathml.startswith('<math display="block">')


def test_a_formula_that_holds_nothing_readable_is_told(tmp_path: Path) -> None:
    empty = f'<math xmlns="{MATHML}"><mrow/></math>'
    found = read(tmp_path, f"<text:p>Energy is {frame(1)} at rest.</text:p>", empty)
    assert found.blocks[0].text == "Energy is at rest."
    assert [(w.code, w.details) for w in found.warnings] == [("formulas_not_read", {"count": 1})]


def test_an_object_that_is_no_formula_is_left_alone(tmp_path: Path) -> None:
    chart = '<office:document-content xmlns:office="o"/>'
    found = read(tmp_path, f"<text:p>A chart {frame(1)} here.</text:p>", chart)
    assert found.blocks[0].text == "A chart here."
    assert found.warnings == ()


def test_entities_in_a_formula_are_refused(tmp_path: Path) -> None:
    bomb = f'<!DOCTYPE math [<!ENTITY a "b">]><math xmlns="{MATHML}"><mi>&a;</mi></math>'
    with pytest.raises(Refused, match="entities"):
        read(tmp_path, f"<text:p>{frame(1)}</text:p>", bomb)


def test_a_formula_too_deep_to_show_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    deep = f'<math xmlns="{MATHML}">{"<mrow>" * 5_000}<mi>x</mi>{"</mrow>" * 5_000}</math>'
    found = read(tmp_path, f"<text:p>Before {frame(1)} after.</text:p>", deep)
    assert found.blocks[0].text == "Before after."
    assert [w.code for w in found.warnings] == ["formulas_not_read"]
