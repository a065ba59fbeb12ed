"""A note that a table's cell refers to stands below that table with its sign; the text's own notes stand behind the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office

WANTED = [
    "Rain falls. [1]",
    "Hull [2] | 7 m",
    "[2] At spring tide.",
    "End.",
    "[1] In most places.",
]


def word(path: Path) -> Extraction:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'

    def referring(text: str, number: int) -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{text} </w:t><w:footnoteReference w:id="{number}"/></w:r></w:p>'

    cells = f"<w:tc>{referring('Hull', 4)}</w:tc><w:tc>{office.word_paragraph('7 m')}</w:tc>"
    body = f"{referring('Rain falls.', 3)}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{office.word_paragraph('End.')}"
    notes = f'<w:footnotes xmlns:w="{office.W}">{note(3, "In most places.")}{note(4, "At spring tide.")}</w:footnotes>'
    path.write_bytes(office.docx(body, **{"word__footnotes.xml": notes}))
    return read("docx", path)


def open_document(path: Path) -> Extraction:
    def note(number: int, text: str) -> str:
        return f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation><text:note-body><text:p>{text}</text:p></text:note-body></text:note>'

    cells = f"<table:table-cell><text:p>Hull {note(2, 'At spring tide.')}</text:p></table:table-cell><table:table-cell><text:p>7 m</text:p></table:table-cell>"
    body = (
        f"<text:p>Rain falls. {note(1, 'In most places.')}</text:p>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table><text:p>End.</text:p>"
    )
    path.write_bytes(office.odf(body))
    return read("odt", path)


def markdown(path: Path) -> Extraction:
    path.write_text(
        "Rain falls. [^1]\n\n| Hull [^2] | 7 m |\n|---|---|\n\nEnd.\n\n[^1]: In most places.\n[^2]: At spring tide.\n"
    )
    return read("markdown", path)


@pytest.mark.parametrize("written", [word, open_document, markdown])
def test_the_notes_of_a_table_follow_it(written, tmp_path: Path) -> None:
    found = written(tmp_path / "a")
    assert [block.text for block in found.blocks] == WANTED
    assert found.warnings == ()
    assert {line.kind: line.kept for line in found.ledger}["notes"] == 2


def test_a_note_of_the_text_that_a_table_repeats_stays_behind_the_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("Rain.[^1]\n\n| Hull[^1] |\n|---|\n\nEnd.\n\n[^1]: Often.\n")
    texts = [block.text for block in read("markdown", tmp_path / "a").blocks]
    assert texts == ["Rain.[1]", "Hull [1]", "End.", "[1] Often."]


def test_a_note_in_a_table_within_a_table_is_no_text_of_a_cell(tmp_path: Path) -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Low.</text:p></text:note-body></text:note>'
    inner = f"<table:table><table:table-row><table:table-cell><text:p>Ebb {note}</text:p></table:table-cell></table:table-row></table:table>"
    body = f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row></table:table><text:p>End.</text:p>"
    (tmp_path / "a").write_bytes(office.odf(body))
    found = read("odt", tmp_path / "a")
    assert [block.text for block in found.blocks] == ["Ebb [1]", "[1] Low.", "End."]
