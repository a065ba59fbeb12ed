"""A glossary whose terms and meanings are paragraphs of two styles arrives entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.office.docx import read_docx
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office
from tests.hostile.builders.office_files import word_paragraph as p

STYLES = {"Definition Term": "Definition", "List Heading": "List Contents"}


def word_styles(*names: str) -> str:
    added = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return office.WORD_STYLES.replace("</w:styles>", f"{added}</w:styles>")


def bold(extraction: Extraction) -> list[str]:
    return [b.text[m.start : m.end] for b in extraction.blocks for m in b.marks]


@pytest.fixture(params=STYLES.items(), ids=["Pandoc", "LibreOffice"])
def word(request: pytest.FixtureRequest, tmp_path: Path):
    term, meaning = request.param

    def reading(*lines: tuple[str, str]) -> Extraction:
        style = {"term": term.replace(" ", ""), "meaning": meaning.replace(" ", ""), "": ""}
        parts = office.docx_parts("".join(p(text, style[role]) for role, text in lines))
        parts |= {"word/styles.xml": word_styles(term, meaning)}
        (tmp_path / "a").write_bytes(office.zipped(parts))
        return read_docx(tmp_path / "a")

    return reading


def test_a_term_of_a_word_file_stands_in_bold_before_its_meaning(word) -> None:
    found = word(("term", "capital"), ("meaning", "money to invest"), ("", "After."))
    assert [b.text for b in found.blocks] == ["capital: money to invest", "After."]
    assert bold(found) == ["capital"]
    assert not found.warnings


@pytest.mark.parametrize(
    "lines",
    [
        [("meaning", "A sentence in a box."), ("", "After.")],
        [("term", "capital"), ("", "After.")],
        [("term", "Why did it begin?"), ("meaning", "Because of coal.")],
        [("term", "long " * 20), ("meaning", "Because of coal.")],
    ],
)
def test_what_is_no_term_or_has_no_meaning_stays_as_it_is(word, lines) -> None:
    assert [b.text for b in word(*lines).blocks] == [text.strip() for _, text in lines]


@pytest.mark.parametrize(
    ("term", "meaning"), [*STYLES.items(), ("Definition Term", "Definition Definition")]
)
def test_the_same_holds_for_opendocument(tmp_path: Path, term: str, meaning: str) -> None:
    styles = "".join(
        f'<style:style style:family="paragraph" style:name="{name.replace(" ", "_20_")}"/>'
        for name in (term, meaning)
    )
    body = "".join(
        f'<text:p text:style-name="{name.replace(" ", "_20_")}">{text}</text:p>'
        for name, text in ((term, "capital"), (meaning, "money to <text:span>invest</text:span>"))
    )
    (tmp_path / "a").write_bytes(office.odf(body, styles=styles))
    found = read("odt", tmp_path / "a")
    assert [b.text for b in found.blocks] == ["capital: money to invest"]
    assert bold(found) == ["capital"]
