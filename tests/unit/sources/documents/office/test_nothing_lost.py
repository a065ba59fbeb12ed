"""What an Office file or a book holds beside its plain text is read, or said to be left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import TooLarge
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.office.docx import read_docx
from praxeo.sources.documents.office.epub import read_epub
from praxeo.sources.documents.office.pptx import read_pptx
from praxeo.sources.documents.office.xlsx import read_xlsx
from tests.hostile.builders import office_files as office

CHUNK = f'<w:altChunk xmlns:r="{office.R}" r:id="rId90"/>'
MAIL = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html\r\n\r\n<html><body><p>From the chunk.</p></body></html>\r\n--b--\r\n"
)


def told(found: Extraction) -> list[tuple[str, dict]]:
    return [(warning.code, warning.details) for warning in found.warnings]


def word_with_chunk(folder: Path, name: str, data: bytes | None) -> Extraction:
    parts = office.docx_parts(
        office.word_paragraph("Before.") + CHUNK + office.word_paragraph("After.")
    )
    related = parts.get("word/_rels/document.xml.rels", office.relations())
    assert isinstance(related, str)
    relation = (
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        f'Target="{name}"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = related.replace("</Relationships>", relation)
    if data is not None:
        parts[f"word/{name}"] = data
    path = folder / "a"
    path.write_bytes(office.zipped(parts))
    return read_docx(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("c.html", b"<html><body><p>From the chunk.</p></body></html>"),
        ("c.mht", MAIL),
        ("c.txt", b"From the chunk."),
    ],
)
def test_a_chunk_of_another_format_is_read_where_it_stands(
    tmp_path: Path, name: str, data: bytes
) -> None:
    found = word_with_chunk(tmp_path, name, data)
    assert [block.text for block in found.blocks] == ["Before.", "From the chunk.", "After."]
    assert told(found) == []


@pytest.mark.parametrize(
    ("name", "data"), [("c.bin", b"\0\1"), ("c.mht", b"x"), ("gone.html", None)]
)
def test_a_chunk_that_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes | None) -> None:
    found = word_with_chunk(tmp_path, name, data)
    assert [block.text for block in found.blocks] == ["Before.", "After."]
    assert told(found) == [("part_not_read", {"part": name})]


def test_a_hidden_slide_is_left_out_and_told(tmp_path: Path) -> None:
    parts = office.pptx_parts(
        (office.slide(office.shape("Shown")), office.slide(office.shape("Answers")))
    )
    hidden = parts["ppt/slides/slide2.xml"]
    assert isinstance(hidden, str)
    parts["ppt/slides/slide2.xml"] = hidden.replace("<p:sld ", '<p:sld show="0" ', 1)
    path = tmp_path / "a"
    path.write_bytes(office.zipped(parts))
    found = read_pptx(path)
    assert "Answers" not in [block.text for block in found.blocks]
    assert told(found) == [("hidden_text_removed", {"slide": 2})]


def book(folder: Path, change: str) -> Extraction:
    parts = office.epub_parts("<p>One.</p>", "<p>Two.</p>")
    listing = parts["OEBPS/book.opf"]
    assert isinstance(listing, str)
    if change == "case":
        parts["OEBPS/C1.XHTML"] = parts.pop("OEBPS/c1.xhtml")
    elif change == "missing":
        del parts["OEBPS/c2.xhtml"]
    elif change == "no spine":
        parts["OEBPS/book.opf"] = listing[: listing.index("<spine>")] + "<spine></spine></package>"
    path = folder / "a"
    path.write_bytes(office.zipped(parts, stored=("mimetype",)))
    return read_epub(path)


@pytest.mark.parametrize("change", ["case", "no spine"])
def test_chapters_are_found_as_readers_of_books_find_them(tmp_path: Path, change: str) -> None:
    found = book(tmp_path, change)
    assert [block.text for block in found.blocks] == ["One.", "Two."]
    assert told(found) == []


def test_a_missing_chapter_is_told(tmp_path: Path) -> None:
    found = book(tmp_path, "missing")
    assert [block.text for block in found.blocks] == ["One."]
    assert told(found) == [("chapters_missing", {"missing": 1, "chapters": 2})]


def test_hidden_text_in_two_chapters_is_told_once(tmp_path: Path) -> None:
    chapter = '<p>Shown.</p><p style="display:none">Hidden!</p>'
    path = tmp_path / "a"
    path.write_bytes(office.epub(chapter, chapter))
    assert told(read_epub(path)) == [("hidden_text_removed", {"characters": 7})]


def test_a_formula_without_a_result_is_shown_and_told(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{office.text_cell("A1", "River")}{office.text_cell("B1", "Twice")}</row>'
        f'<row r="2">{office.text_cell("A2", "Rhine")}<c r="B2"><f>A2*2</f></c></row>'
        f'<row r="3">{office.text_cell("A3", "Elbe")}<c r="B3"><f>A3*2</f><v>8</v></c></row>'
    )
    path = tmp_path / "a"
    path.write_bytes(office.xlsx(rows))
    found = read_xlsx(path)
    assert "River | Twice\nRhine | =A2*2\nElbe | 8" in [block.text for block in found.blocks]
    assert told(found) == [("formulas_not_calculated", {"cells": 1})]


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15"])
def test_a_page_that_lies_about_its_encoding_is_read(encoding: str) -> None:
    words = "Der Käse ist ein Erzeugnis aus Milch. Größe und Süße hängen von der Reife ab, sagt man in Österreich."
    page = f'<html><head><meta charset="utf-8"></head><body><p>{words}</p></body></html>'
    found = read_html(page.encode(encoding))
    assert found.blocks[0].text == words
    assert told(found) == []


def test_bytes_that_no_encoding_reads_are_told() -> None:
    words = "Käse und Größe. " * 40
    page = f"<html><body><p>{words}</p></body></html>".encode() + b"<p>bad \xff\xfe here</p>"
    found = read_html(page)
    assert [code for code, _ in told(found)] == ["characters_unreadable"]


def test_the_documents_of_a_master_document_are_told(tmp_path: Path) -> None:
    body = f'<w:p><w:r><w:t>Tides.</w:t></w:r><w:subDoc xmlns:r="{office.R}" r:id="rId9"/></w:p>'
    path = tmp_path / "a"
    path.write_bytes(office.docx(body))
    assert [code for code, _ in told(read_docx(path))] == ["embedded_left_out"]


def test_a_chapter_that_is_no_page_is_told_and_an_empty_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    parts = office.epub_parts("<p>One.</p>", "")
    path.write_bytes(office.zipped(parts, stored=("mimetype",)))
    assert told(read_epub(path)) == []
    parts["OEBPS/c2.xhtml"] = "<html"
    path.write_bytes(office.zipped(parts, stored=("mimetype",)))
    assert told(read_epub(path)) == [("part_not_read", {"part": "OEBPS/c2.xhtml"})]


def test_a_text_that_the_parser_would_cut_is_refused_with_all_that_follows(tmp_path: Path) -> None:
    long, path = "w" * 10_000_001, tmp_path / "file"
    path.write_bytes(office.docx(office.word_paragraph(long) + office.word_paragraph("The end.")))
    with pytest.raises(TooLarge, match="longer than 10,000,000"):
        read_docx(path)
    shared = f"<si><t>{long}</t></si><si><t>end</t></si>"
    path.write_bytes(office.xlsx(strings=shared))
    with pytest.raises(TooLarge, match="longer than 10,000,000"):
        read_xlsx(path)
