"""Small books and pages with what often breaks them: hidden paragraphs, captions, and formulas in three copies."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Term
from praxeo.sources.documents.html.file import read_html_file
from praxeo.sources.documents.office.epub import read_epub

CONTAINER = '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
PACKAGE = (
    '<?xml version="1.0"?><package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:identifier id=\"i\">x</dc:identifier><dc:title>Enzymes</dc:title><dc:language>en</dc:language></metadata>"
    '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)  # fmt: skip
TEXT = (
    "An enzyme is a protein that speeds up a chemical reaction. A substrate is a molecule that an enzyme acts on. "
    "A catalyst is a chemical that speeds up a reaction without being used up."
)
BESIDE = {
    "a caption": "<figure><figcaption>Figure 1: An enzyme</figcaption></figure>",
    "a caption that is read to nobody": '<figure><figcaption aria-hidden="true">Figure 1: An enzyme</figcaption></figure>',
    "a hidden paragraph": '<p hidden="hidden">x</p>',
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE.keys())
def test_a_small_book_is_asked_what_it_defines_whatever_is_hidden_in_it(
    beside: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "book.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("c.opf", PACKAGE)
        book.writestr("a.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Enzymes</title></head><body><h1>Enzymes</h1><p>{TEXT}</p>{beside}</body></html>')  # fmt: skip
    spec = write_spec(read_epub(tmp_path / "book.epub"), name="book.epub")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    assert {item.term.lower() for item in items if isinstance(item, Term)} == {"enzyme", "substrate", "catalyst"}  # fmt: skip


FORMULAS = (
    '<html lang="en"><head><title>Energy</title></head><body><article><h1>Energy</h1><p>The kinetic energy of a body is given by <math xmlns="http://www.w3.org/1998/Math/MathML">'
    "<mi>E</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>m</mi><msup><mi>v</mi><mn>2</mn></msup></math>, where m is the mass and v is the speed of the body.</p>"
    '<p>The sum <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><annotation encoding="application/x-tex">a+b</annotation></semantics></math></span>'
    '<span class="katex-html" aria-hidden="true"><span>a</span><span>+</span><span>b</span></span></span> is the sum of the two numbers that are added here.</p></article></body></html>'
)


def test_formulas_in_several_copies_stand_there_once_and_are_not_asked_in_parts(
    tmp_path: Path,
) -> None:
    (tmp_path / "energy.html").write_text(FORMULAS, "utf-8")
    read = read_html_file(tmp_path / "energy.html")
    text = " ".join(block.text for block in read.blocks)
    assert "E = ½mv², where" in text
    assert text.count("a + b") == 1
    spec = write_spec(read, name="energy.html")
    assert not [item for s in spec.sections for a in s.activities for item in a.items]
