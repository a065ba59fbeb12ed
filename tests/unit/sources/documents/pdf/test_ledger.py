"""What a PDF holds beside its text is counted, offered or told: remarks, attachments, signs without letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.hostile.builders import pdf_files as pdf

NAMED = b"/Names << /EmbeddedFiles << /Names [(quiz.csv) 7 0 R] >> >>"


def told(found: Extraction) -> list[tuple[str, dict]]:
    return [(warning.code, warning.details) for warning in found.warnings]


def read(folder: Path, parts: pdf.Objects) -> Extraction:
    path = folder / "a.pdf"
    path.write_bytes(pdf.pdf(parts))
    return read_pdf(path)


def with_annotation(annotation: bytes) -> pdf.Objects:
    parts = pdf.objects()
    parts[3] = parts[3].replace(b"/Contents", b"/Annots [6 0 R] /Contents")
    parts[6] = b"<< /Type /Annot /Rect [72 700 200 716] " + annotation + b" >>"
    return parts


def test_all_words_of_a_sound_page_are_kept(tmp_path: Path) -> None:
    found = read(tmp_path, pdf.objects())
    assert told(found) == []
    assert (found.ledger[0].seen, found.ledger[0].kept) == (12, 12)


@pytest.mark.parametrize("kind", [b"/Text", b"/FreeText", b"/Highlight"])
def test_what_people_wrote_onto_a_page_waits_in_a_channel(tmp_path: Path, kind: bytes) -> None:
    found = read(tmp_path, with_annotation(b"/Subtype " + kind + b" /Contents (Ask about heat.)"))
    assert [(a.channel, a.block.text, a.block.locator.page) for a in found.asides] == [
        ("comments", "Ask about heat.", 1)
    ]
    assert told(found) == [("comments_left_out", {"count": 1})]


def test_the_tip_of_a_link_is_no_remark(tmp_path: Path) -> None:
    assert told(read(tmp_path, with_annotation(b"/Subtype /Link /Contents (Open the page)"))) == []


def test_a_file_that_is_attached_is_told(tmp_path: Path) -> None:
    parts = pdf.objects()
    parts[1] = b"<< /Type /Catalog /Pages 2 0 R " + NAMED + b" >>"
    parts[7] = b"<< /Type /Filespec /F (quiz.csv) /UF (quiz.csv) /EF << /F 8 0 R >> >>"
    parts[8] = pdf.stream(b"a,b", b"/Type /EmbeddedFile")
    assert told(read(tmp_path, parts)) == [("embedded_left_out", {"count": 1, "names": "quiz.csv"})]


def test_signs_of_which_the_file_does_not_say_the_letters_are_told(tmp_path: Path) -> None:
    content = pdf.TEXT + b" BT /F1 12 Tf 72 690 Td <0103040506070F10> Tj ET"
    found = read(tmp_path, pdf.objects(content))
    ((code, details),) = told(found)
    assert code == "characters_unreadable"
    assert int(details["count"]) >= 7


def test_the_head_that_every_page_repeats_is_left_out_on_purpose(tmp_path: Path) -> None:
    head = b"BT /F1 9 Tf 72 770 Td (Biology for everybody) Tj ET "
    parts = pdf.objects(head + pdf.TEXT)
    parts[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    parts[6] = parts[3].replace(b"5 0 R", b"7 0 R")
    parts[7] = pdf.stream(head + pdf.TEXT.replace(b"Enzymes", b"Hormones"))
    found = read(tmp_path, parts)
    assert told(found) == []
    assert dict(found.ledger[0].left_out) == {"page_furniture": 6}
