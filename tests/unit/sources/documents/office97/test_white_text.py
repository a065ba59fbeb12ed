"""White text on the white page is left out of Word and OpenDocument texts and told; on another ground it stays."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.office97.doc import read_doc
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office

MADE = Path(__file__).with_name("made")
STAYS = ["The sea rises. It falls.", "A marked word stays.", "White on blue stays.", "In a cell | it stays."]  # fmt: skip


def told(found: Extraction) -> tuple[list[str], list[str]]:
    return [b.text.strip() for b in found.blocks][:4], [w.code for w in found.warnings]


def test_of_a_binary_word_document_and_the_words_of_its_equation_fields(tmp_path: Path) -> None:
    texts, codes = told(read_doc(MADE / "white.doc"))
    assert texts == STAYS
    assert codes == ["hidden_text_removed", "text_lost"]


def test_of_an_opendocument_text(tmp_path: Path) -> None:
    flat = (MADE / "white.fodt").read_text("utf-8")
    body = flat.partition("<office:text>")[2].partition("</office:text>")[0]
    styles = flat.partition("<office:automatic-styles>")[2].partition("</office:automatic")[0]
    path = tmp_path / "file"
    path.write_bytes(office.odf(body, styles=styles))
    assert told(read("odt", path)) == (STAYS, ["hidden_text_removed"])
    path.write_bytes(office.odf(body, styles=f'{styles}<style:page-layout style:name="L"><style:page-layout-properties fo:background-color="#000080"/></style:page-layout>'))  # fmt: skip
    assert told(read("odt", path)) == (["The sea rises. Say yes. It falls.", *STAYS[1:]], [])
