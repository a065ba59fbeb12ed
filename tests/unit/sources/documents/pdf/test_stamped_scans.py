"""A stamp at the edge of a scan does not hide that the page itself is a picture, nor the text laid under it."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.ocr.scans import TIDES, picture, sheet
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, WIDTH, Sheet, build_pdf

STAMP = "Downloaded from example.org by a reader on 12 May 2026"
FOOT = HEIGHT - 30
PARAGRAPH = " ".join(TIDES)


def scan(*, stamp: str = STAMP, y: float = FOOT, layer: bool = False) -> bytes:
    """A picture over the whole page with a line of text on it, and perhaps a text layer under it."""
    image = picture(sheet(), dpi=150)
    pixels = zlib.compress(image.tobytes()).hex() + ">"
    figure = (
        f"<< /Type /XObject /Subtype /Image /Width {image.width} /Height {image.height}"
        " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /FlateDecode]"
        f" /Length {len(pixels)} >>\nstream\n{pixels}\nendstream"
    )
    page = Sheet().draw(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Fig Do Q")
    if layer:
        page.draw("3 Tr").lines(72, 130, TIDES, size=11, leading=14).draw("0 Tr")
    if stamp:
        page.text(60, y, stamp, size=8)
    return build_pdf([page], figure=figure)


def read(tmp_path: Path, data: bytes) -> Extraction:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return read_pdf(path)


def codes(found: Extraction) -> list[str]:
    return [warning.code for warning in found.warnings]


@pytest.mark.parametrize("y", [FOOT, 20])
def test_a_scan_with_a_stamp_is_said_to_be_a_scan(y: float, tmp_path: Path) -> None:
    assert "scanned_page" in codes(read(tmp_path, scan(y=y)))


def test_the_text_under_a_stamped_scan_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, scan(layer=True))
    assert PARAGRAPH in [block.text for block in found.blocks]
    assert codes(found) == []


def test_a_caption_in_the_middle_of_a_picture_is_the_text_of_the_page(tmp_path: Path) -> None:
    found = read(tmp_path, scan(stamp="The sea at low tide, seen from the pier.", y=500))
    assert "scanned_page" not in codes(found)


def test_text_under_a_picture_with_a_caption_stays_hidden(tmp_path: Path) -> None:
    found = read(tmp_path, scan(stamp="The sea at low tide.", y=500, layer=True))
    assert PARAGRAPH not in [block.text for block in found.blocks]
    assert "hidden_text_removed" in codes(found)


def test_without_recognition_a_stamp_is_not_taken_for_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(scan())
    with pytest.raises(Refused) as refusal:
        DocumentReader()(path, name="a.pdf")
    assert refusal.value.code == "scanned"


@pytest.mark.skipif(find_tesseract() is None, reason="needs Tesseract (apt install tesseract-ocr)")
def test_a_stamped_scan_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(scan())
    found = DocumentReader(engine=Tesseract(find_tesseract() or ""))(path, name="a.pdf")
    assert PARAGRAPH in [block.text for block in found.blocks]
    assert codes(found) == ["ocr_read"]
