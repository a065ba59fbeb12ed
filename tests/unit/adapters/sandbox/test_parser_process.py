"""A parser lives in a process that may die, hang or grow; the caller gets a sentence."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from praxeo.adapters.sandbox import child
from praxeo.adapters.sandbox.page_images import PageImages
from praxeo.adapters.sandbox.process import ProcessLimits, ask, parsing, result_of, unless_stopped
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import NotFound, Refused, TooLarge, Unavailable
from praxeo.domain.pages import PageImage
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.documents.pdf.pictures import PIXELS_MAX
from tests.hostile.builders.pdf_files import TEXT, objects, pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, WIDTH, Sheet, build_pdf

CONFINED = """
import sys
from praxeo.adapters.sandbox.child import confine
confine(200 * 2**20, 5, 64)
try:
    {deed}
except Exception as error:
    print(type(error).__name__)
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Enzymes speed up reactions.\n" * 2000, "utf-8")
    return path


def run(reader: str, path: Path, limits: ProcessLimits | None = None) -> Extraction:
    """What the named reader finds in the file."""
    return from_json(ask(parsing(reader, path, limits)))


def code_of(reader: str, path: Path, limits: ProcessLimits | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        run(reader, path, limits=limits)
    assert refusal.value.message.endswith(".")
    return refusal.value.code


def test_what_the_parser_found_comes_back(text: Path) -> None:
    found = run("txt", text)
    assert found.blocks[0].text.startswith("Enzymes speed up reactions.")


def test_a_parser_that_takes_too_long_is_stopped(text: Path) -> None:
    assert code_of("txt", text, ProcessLimits(wall_seconds=0.0)) == "too_complex"


def test_a_parser_that_needs_too_much_memory_is_stopped(text: Path) -> None:
    text.write_bytes(b"word " * 2**21)
    assert code_of("txt", text, ProcessLimits(memory_bytes=2**23)) == "too_complex"


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        (signal.SIGSEGV, "parser_crashed"),
        (signal.SIGABRT, "parser_crashed"),
        (signal.SIGXCPU, "too_complex"),
    ],
)
def test_a_parser_that_dies_leaves_a_clear_sentence(sign: signal.Signals, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        unless_stopped(b"", -sign)
    assert refusal.value.code == code


def test_a_result_beyond_its_size_is_refused(text: Path) -> None:
    with pytest.raises(TooLarge):
        run("txt", text, limits=ProcessLimits(result_bytes=100))


def test_an_error_of_the_reader_keeps_its_code(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\5\6 no directory")
    assert code_of("docx", path) == "truncated"


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        ("open('{folder}/left', 'w')", "PermissionError"),
        ("__import__('socket').socket()", "PermissionError"),
        ("__import__('subprocess').run(['true'])", "PermissionError"),
        ("__import__('os').system('true')", "PermissionError"),
        ("bytearray(2**30)", "MemoryError"),
        ("[open('/dev/null') for _ in range(99)]", "OSError"),
    ],
)
def test_a_confined_process_may_only_read_and_think(deed: str, error: str, tmp_path: Path) -> None:
    code = CONFINED.format(deed=deed.format(folder=tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == error
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits processor time this way")
def test_a_confined_process_that_spins_is_ended() -> None:
    code = (
        "from praxeo.adapters.sandbox.child import confine\nconfine(2**28, 1, 64)\nwhile True: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode < 0


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    upright = (
        Sheet().text(72, 100, "Enzymes speed up reactions.").draw("1 0 0 rg 72 700 60 30 re f")
    )
    sideways = Sheet(rotate=90).text(72, 100, "Heat denatures them.")
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf([upright, sideways]))
    return path


def drawn(path: Path, number: int) -> tuple[PageImage, Image.Image]:
    image = PageImages()(path, number, media_type="application/pdf", content_hash="0" * 64)
    return image, Image.open(io.BytesIO(image.png))


def test_a_page_is_drawn_with_its_size_in_points(two_pages: Path) -> None:
    image, picture = drawn(two_pages, 1)
    assert (image.width, image.height) == (WIDTH, HEIGHT)
    scale = picture.width / image.width
    assert picture.height == pytest.approx(image.height * scale, abs=1)
    red = picture.getpixel((round(100 * scale), round((HEIGHT - 715) * scale)))
    assert red == (255, 0, 0)


def test_a_page_lies_as_its_blocks_are_measured(two_pages: Path) -> None:
    block = next(b for b in run("pdf", two_pages).blocks if b.locator.page == 2)
    image, picture = drawn(two_pages, 2)
    assert block.locator.box is not None
    scale = picture.width / image.width
    box = [round(side * scale) for side in block.locator.box]
    darkest, _ = picture.convert("L").crop((box[0], box[1], box[2], box[3])).getextrema()
    assert darkest < 100  # the words are in the box, and nothing is outside of it
    around = picture.convert("L")
    around.paste(255, (box[0] - 4, box[1] - 4, box[2] + 4, box[3] + 4))
    assert around.getextrema() == (255, 255)


def test_a_poster_is_drawn_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    parts = objects(TEXT)
    parts[3] = parts[3].replace(b"[0 0 612 792]", b"[0 0 14400 14400]")
    path.write_bytes(pdf(parts))
    image, picture = drawn(path, 1)
    assert image.width == 14400
    assert picture.width * picture.height <= PIXELS_MAX * 1.01


def test_a_page_that_is_not_there_is_said_to_be_missing(two_pages: Path) -> None:
    with pytest.raises(NotFound) as missing:
        PageImages()(two_pages, 3, media_type="application/pdf", content_hash="0" * 64)
    assert missing.value.code == "no_such_page"


def test_a_page_that_was_drawn_lately_is_not_drawn_again(two_pages: Path) -> None:
    images = PageImages()
    first = images(two_pages, 1, media_type="application/pdf", content_hash="0" * 64)
    two_pages.unlink()
    assert images(two_pages, 1, media_type="application/pdf", content_hash="0" * 64) is first


def test_a_library_that_is_not_installed_is_no_fault_of_the_file(
    text: Path, tmp_path: Path
) -> None:
    hidden = tmp_path / "lxml"  # found before the real one, and without what readers take from it
    hidden.mkdir()
    (hidden / "__init__.py").write_text("")
    command = [sys.executable, str(child.__file__), "html", str(text), str(2**29), "20", "64"]
    done = subprocess.run(
        command, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, check=True
    )
    with pytest.raises(Unavailable) as told:
        result_of(done.stdout)
    assert told.value.code == "reader_missing"
    assert "`praxeo doctor`" in told.value.message
    assert told.value.details["library"].startswith("lxml")
