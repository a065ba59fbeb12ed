"""Scans and photographs are read with Tesseract: marked as such, told honestly, and only where there is no text."""

from __future__ import annotations

import io
import random
import threading
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.domain.blocks import Extraction
from praxeo.domain.cancellation import Cancellation, Cancelled, cancellable_by
from praxeo.domain.errors import Refused
from praxeo.domain.pages import AS_USUAL, OcrWish
from tests.unit.sources.documents.ocr.scans import TIDES, picture, saved, scanned_pdf, sheet
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

PATH = find_tesseract()
pytestmark = pytest.mark.skipif(PATH is None, reason="needs Tesseract (apt install tesseract-ocr)")
ENGINE = Tesseract(PATH or "")
PARAGRAPH = " ".join(TIDES)
GERMAN = (
    "Die Gezeiten entstehen, weil der Mond das Wasser der Meere anzieht. Auf der Seite, die ihm",
    "zugewandt ist, hebt sich das Wasser zu einem Berg. Für die Küste heißt das: Zweimal am Tag",
    "gibt es Flut. Größere Fluten gibt es, wenn auch die Sonne mit dem Mond zieht.",
)
ORIENTATION = 0x0112


def read(tmp_path: Path, data: bytes, **more: object) -> Extraction:
    path = tmp_path / "scan"
    path.write_bytes(data)
    return DocumentReader(engine=ENGINE)(path, name="scan", **more)  # type: ignore[arg-type]


def codes(extraction: Extraction) -> list[str]:
    return [warning.code for warning in extraction.warnings]


def says_the_tides(found: Extraction) -> bool:
    return [(block.kind, block.text) for block in found.blocks] == [
        ("heading", "The tides of the sea"),
        ("paragraph", PARAGRAPH),
    ]


def test_a_scan_is_read_with_its_headings_and_said_to_be_recognised(tmp_path: Path) -> None:
    found = read(tmp_path, scanned_pdf([picture(sheet())]))
    assert says_the_tides(found)
    assert all((block.ocr_confidence or 0) > 80 for block in found.blocks)
    assert codes(found) == ["ocr_read"]
    assert found.warnings[0].details["pages"] == "1"
    assert found.metadata.language == "en"
    left, top, right, bottom = found.blocks[1].locator.box or (0, 0, 0, 0)
    assert (left, top) == pytest.approx((72, 121), abs=6)
    assert (right - left, bottom - top) == pytest.approx((330, 40), abs=25)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_a_picture_of_every_kind_reads_as_the_page_it_shows(format: str, tmp_path: Path) -> None:
    found = read(tmp_path, saved(picture(sheet()).convert("RGB"), format))
    assert says_the_tides(found)
    assert found.metadata.page_count == 1


def test_a_photograph_in_heic_is_read_with_the_optional_package(tmp_path: Path) -> None:
    pytest.importorskip("pi_heif")
    data = Path(__file__).with_name("page.heic").read_bytes()
    assert says_the_tides(read(tmp_path, data))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_was_laid_down_wrong_is_turned(degrees: int, tmp_path: Path) -> None:
    turned = picture(sheet()).rotate(degrees, expand=True)
    assert says_the_tides(read(tmp_path, saved(turned, "PNG")))


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    lying = picture(sheet()).rotate(90, expand=True)
    assert says_the_tides(read(tmp_path, saved(lying, "JPEG", exif=exif, quality=90)))


def test_a_slanted_noisy_scan_keeps_its_paragraph(tmp_path: Path) -> None:
    page = picture(sheet()).rotate(1.3, fillcolor=255)
    dice = random.Random(4)
    for _ in range(1500):
        page.putpixel((dice.randrange(page.width), dice.randrange(page.height)), 0)
    found = read(tmp_path, saved(page, "PNG"))
    assert (
        PARAGRAPH.split()[:12]
        == next(block for block in found.blocks if block.kind == "paragraph").text.split()[:12]
    )


def test_a_worksheet_photographed_in_bad_light_keeps_its_gaps(tmp_path: Path) -> None:
    lines = ("1. The sun heats the sea and the water", "2. Rain and snow fall from")
    page = picture(sheet("Chapter 4: The water cycle", lines), dpi=200)
    draw = ImageDraw.Draw(page)
    draw.line((770, 366, 950, 366), fill=20, width=3)
    draw.line((575, 405, 775, 405), fill=20, width=3)
    shade = Image.linear_gradient("L").resize(page.size).point(lambda light: 90 + light * 5 // 8)
    photo = ImageChops.multiply(page, shade).rotate(0.6, fillcolor=120)
    found = read(tmp_path, saved(photo, "JPEG", quality=85))
    assert found.metadata.title == "Chapter 4: The water cycle"
    assert sum("____" in block.text for block in found.blocks) == 2


def test_every_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    titles = ("First of all", "Then the second", "And the third")
    first, *others = (picture(sheet(title)) for title in titles)
    heard: list[float] = []
    found = read(
        tmp_path, saved(first, "TIFF", save_all=True, append_images=others), progress=heard.append
    )
    headings = [(b.text, b.locator.page) for b in found.blocks if b.kind == "heading"]
    assert headings == [(title, number) for number, title in enumerate(titles, 1)]
    assert found.metadata.page_count == 3
    assert heard == pytest.approx([0, 1 / 3, 2 / 3])


def test_only_pages_without_text_are_recognised(tmp_path: Path) -> None:
    born = sheet("Born digital")
    name = tmp_path / "mixed.pdf"
    name.write_bytes(mixed(born, picture(sheet("A scanned page"))))
    found = DocumentReader(engine=ENGINE)(name, name="mixed.pdf")
    sure = {block.text: block.ocr_confidence for block in found.blocks if block.kind == "heading"}
    assert sure["Born digital"] is None
    assert sure["A scanned page"] is not None
    assert [w.details["pages"] for w in found.warnings if w.code == "ocr_read"] == ["2"]


def mixed(born: Sheet, scan: Image.Image) -> bytes:
    """A PDF of a page with text and a page that is a picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(build_pdf([born]))
    document.import_pages(pypdfium2.PdfDocument(scanned_pdf([scan])))
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_german_is_recognised_as_german_though_nobody_said_so(tmp_path: Path) -> None:
    if "deu" not in ENGINE.languages():
        pytest.skip("needs tesseract-ocr-deu")
    found = read(tmp_path, saved(picture(sheet("Ebbe und Flut", GERMAN)), "PNG"))
    assert "Für die Küste heißt das" in found.blocks[-1].text
    assert found.warnings[0].details["language"] == "deu"


def test_a_language_that_is_not_there_is_told_with_its_package(tmp_path: Path) -> None:
    class OnlyEnglish(Tesseract):
        def languages(self) -> tuple[str, ...]:
            return ("eng", "osd")

    path = tmp_path / "a.png"
    path.write_bytes(saved(picture(sheet("Ebbe und Flut", GERMAN)), "PNG"))
    found = DocumentReader(engine=OnlyEnglish(PATH or ""))(path, name="a")
    told = next(w for w in found.warnings if w.code == "ocr_language_missing")
    assert told.details == {"language": "de", "package": "tesseract-ocr-deu"}


def test_a_wished_language_is_kept_to(tmp_path: Path) -> None:
    page = saved(picture(sheet("Ebbe und Flut", GERMAN)), "PNG")
    found = read(tmp_path, page, ocr=OcrWish(language="eng"))
    assert found.warnings[0].details["language"] == "eng"


@pytest.mark.parametrize(
    ("reader", "wish", "code"),
    [
        (DocumentReader(), AS_USUAL, "scanned"),
        (DocumentReader(absence="not_here"), AS_USUAL, "scanned_ocr_not_here"),
        (DocumentReader(engine=ENGINE), OcrWish(on=False), "scanned_ocr_off"),
    ],
)
def test_without_recognition_a_scan_is_refused_with_the_way_to_it(
    reader: DocumentReader, wish: OcrWish, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(scanned_pdf([picture(sheet())]))
    with pytest.raises(Refused) as refusal:
        reader(path, name="a.pdf", ocr=wish)
    assert refusal.value.code == code
    path.write_bytes(mixed(sheet("Born digital"), picture(sheet())))
    found = reader(path, name="a.pdf", ocr=wish)
    told = {"scanned": "ocr_not_installed"}.get(code, code.removeprefix("scanned_"))
    assert codes(found) == ["scanned_page", told]


def test_a_picture_without_text_is_refused_as_unreadable(tmp_path: Path) -> None:
    for image in (Image.new("L", (1200, 1600), 255), Image.effect_noise((1200, 1600), 120)):
        with pytest.raises(Refused) as refusal:
            read(tmp_path, saved(image, "PNG"))
        assert refusal.value.code == "scanned_unreadable"


def test_an_unreadable_page_among_others_is_told(tmp_path: Path) -> None:
    pages = [picture(sheet()), Image.effect_noise((1654, 2339), 120)]
    found = read(tmp_path, scanned_pdf(pages))
    assert codes(found) == ["ocr_unreadable", "ocr_read"]
    assert found.warnings[0].page == 2


def test_recognition_stops_between_two_pages(tmp_path: Path) -> None:
    mark = Cancellation()
    heard: list[float] = []

    def heard_and_stopped(share: float) -> None:
        heard.append(share)
        if len(heard) == 2:
            mark.cancel()

    pages = scanned_pdf([picture(sheet())] * 4)
    with cancellable_by(mark), pytest.raises((Cancelled, Refused)):
        read(tmp_path, pages, progress=heard_and_stopped)
    assert len(heard) == 2
    assert threading.active_count() < 20


def test_a_page_that_is_too_much_for_the_engine_is_told(tmp_path: Path) -> None:
    class Overwhelmed(Tesseract):
        def recognise(self, png: bytes, **more: object) -> str:  # type: ignore[override]
            raise Refused("too_complex", "Too much.")

    path = tmp_path / "a.pdf"
    path.write_bytes(mixed(sheet("Born digital"), picture(sheet())))
    found = DocumentReader(engine=Overwhelmed(PATH or ""))(path, name="a.pdf")
    assert codes(found) == ["ocr_gave_up"]
    assert replace(found.blocks[0]).text == "Born digital"


@dataclass(frozen=True)
class LosesAParagraph(Tesseract):
    """Passes over the lower half of a page in one way of looking for text, as the engine may do."""

    lost_when_oriented: bool = True

    def recognise(self, png: bytes, *, oriented: bool = True, **more: object) -> str:  # type: ignore[override]
        table = ENGINE.recognise(png, oriented=True, **more)  # type: ignore[arg-type]
        if oriented is not self.lost_when_oriented:
            return table
        rows = [row.split("\t") for row in table.split("\n")]
        words = [row for row in rows if row[0] == "5"]
        middle = sum(int(row[7]) for row in words) / len(words)
        return "\n".join("\t".join(row) for row in rows if row[0] != "5" or int(row[7]) < middle)


@pytest.mark.parametrize("lost_when_oriented", [True, False])
def test_the_way_of_looking_that_covers_more_of_the_ink_is_taken(
    lost_when_oriented: bool, tmp_path: Path
) -> None:
    engine = LosesAParagraph(PATH or "", lost_when_oriented)
    path = tmp_path / "scan"
    path.write_bytes(scanned_pdf([picture(sheet(lines=TIDES * 4))]))
    found = DocumentReader(engine=engine)(path, name="scan")
    assert " ".join(block.text for block in found.blocks).count("every lunar day") == 4
    assert codes(found) == ["ocr_read"]
