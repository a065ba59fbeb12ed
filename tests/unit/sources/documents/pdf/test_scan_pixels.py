"""A scan is given to text recognition with the pixels that it has."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from praxeo.sources.documents.pdf.pictures import SCAN_PIXELS_MAX, draw_scan
from tests.unit.sources.documents.ocr.scans import picture, scanned_pdf, sheet

OFF_BY_ONE = [(1654, 2339), (1655, 2339), (1653, 2341), (2339, 1654)]


def drawn(data: bytes, folder: Path) -> Image.Image:
    path = folder / "scan.pdf"
    path.write_bytes(data)
    return Image.open(io.BytesIO(draw_scan(path, 1).png))


@pytest.mark.parametrize("size", OFF_BY_ONE)
def test_no_row_of_pixels_is_added_or_lost(size: tuple[int, int], tmp_path: Path) -> None:
    page = picture(sheet()).resize(size)
    found = drawn(scanned_pdf([page]), tmp_path)
    assert found.size == size
    (held,) = pypdfium2.PdfDocument(scanned_pdf([page]))[0].get_objects()
    apart = ImageChops.difference(found, held.get_bitmap().to_pil().convert("L"))
    assert apart.getextrema() == (0, 0)


def test_a_scan_that_its_page_turns_keeps_them_too(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(scanned_pdf([picture(sheet()).resize((1654, 2339))]))
    document[0].set_rotation(90)
    turned = io.BytesIO()
    document.save(turned)
    assert drawn(turned.getvalue(), tmp_path).size == (2339, 1654)


def test_a_finer_scan_is_reduced_evenly_and_a_poster_to_what_there_is_room_for(
    tmp_path: Path,
) -> None:
    fine = picture(sheet(), dpi=400)
    assert drawn(scanned_pdf([fine], dpi=400), tmp_path).width == pytest.approx(
        fine.width * 0.75, abs=1
    )
    poster = Image.new("L", (4000, 4000), 255)
    found = drawn(scanned_pdf([poster], dpi=150), tmp_path)
    assert found.width * found.height == pytest.approx(SCAN_PIXELS_MAX, rel=0.01)
