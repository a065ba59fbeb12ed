"""Pictures are decoded upright, on white, page by page; one that is too large is never decoded at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from praxeo.domain.errors import NotFound, Refused
from praxeo.sources.documents.ocr import images
from praxeo.sources.documents.ocr.images import count_pages, draw_page, draw_scan
from praxeo.sources.documents.ocr.resolution import drawn_dpi, page_dpi

ORIENTATION = 0x0112


def kept(tmp_path: Path, image: Image.Image, format: str, **options: object) -> Path:
    path = tmp_path / "picture"
    image.save(path, format, **options)
    return path


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def marked(size: tuple[int, int] = (900, 1200)) -> Image.Image:
    """White, with a black upper left corner."""
    image = Image.new("L", size, 255)
    image.paste(0, (0, 0, size[0] // 3, size[1] // 3))
    return image


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_every_kind_of_picture_is_drawn_in_grey(format: str, tmp_path: Path) -> None:
    page = draw_scan(kept(tmp_path, marked().convert("RGB"), format), 1)
    drawn = opened(page.png)
    assert drawn.mode == "L"
    assert drawn.getpixel((20, 20)) < 20
    assert drawn.getpixel((drawn.width - 20, drawn.height - 20)) > 235


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1)), (2, (1, 0)), (5, (0, 0))],
)
def test_a_photograph_lies_as_its_camera_was_held(
    orientation: int, corner: tuple[int, int], tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = kept(tmp_path, marked(), "JPEG", exif=exif)
    for page in (draw_scan(path, 1), draw_page(path, 1)):
        drawn = opened(page.png).convert("L")
        assert (drawn.width > drawn.height) is (orientation >= 5)
        assert (page.width > page.height) is (orientation >= 5)
        at = [20 if side == 0 else most - 20 for side, most in zip(corner, drawn.size, strict=True)]
        assert drawn.getpixel((at[0], at[1])) < 20


def test_what_is_see_through_lies_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    assert opened(draw_scan(kept(tmp_path, clear, "PNG"), 1).png).getextrema() == (255, 255)


def test_sixteen_bits_become_eight_and_not_white(tmp_path: Path) -> None:
    grey = Image.new("I;16", (300, 300), 0x4000)
    low, high = opened(draw_scan(kept(tmp_path, grey, "PNG"), 1).png).getextrema()
    assert (low, high) == (0x40, 0x40)


def test_a_tiff_has_its_frames_as_pages_without_those_in_small(tmp_path: Path) -> None:
    small = Image.new("L", (90, 120), 9)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    frames = [marked(), Image.new("L", (900, 1200), 77), small]
    path = tmp_path / "a.tiff"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with path.open("rb+") as file, Image.open(file) as written:
        written.seek(2)
        reduced = written.tag_v2.get(254, 0) & 1
    assert count_pages(path) == 3 - reduced
    assert opened(draw_scan(path, 2).png).getextrema() == (77, 77)
    with pytest.raises(NotFound):
        draw_scan(path, 9)


def test_more_frames_than_allowed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "FRAMES_MAX", 3)
    frame = Image.new("1", (8, 8))
    path = tmp_path / "a.tiff"
    frame.save(path, save_all=True, append_images=[frame] * 2)
    assert count_pages(path) == 3
    frame.save(path, save_all=True, append_images=[frame] * 3)
    with pytest.raises(Refused) as refusal:
        count_pages(path)
    assert refusal.value.code == "too_many_pages"


def test_a_picture_beyond_the_limit_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(tmp_path, marked(), "PNG")
    monkeypatch.setattr(images, "PIXELS_MAX", 900 * 1200 - 1)
    for look in (count_pages, lambda path: draw_scan(path, 1), lambda path: draw_page(path, 1)):
        with pytest.raises(Refused) as refusal:
            look(path)
        assert refusal.value.code == "picture_too_large"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_a_picture_that_is_cut_off_is_damaged(format: str, tmp_path: Path) -> None:
    noise = Image.effect_noise((900, 1200), 90)
    path = kept(tmp_path, noise, format)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(Refused) as refusal:
        draw_scan(path, 1)
    assert refusal.value.code == "damaged"


@pytest.mark.parametrize(
    ("size", "stated", "dpi"),
    [
        ((1654, 2339), 200.0, 200.0),
        ((1654, 2339), 0.0, 200.0),  # A4, if nothing is said
        ((3024, 4032), 0.0, 365.7),
        ((40, 30), 300.0, 3.6),  # a tenth of an inch: nobody prints that
    ],
)
def test_the_page_is_as_large_as_said_or_as_usual(
    size: tuple[int, int], stated: float, dpi: float
) -> None:
    assert page_dpi(size, stated) == pytest.approx(dpi, abs=0.1)


@pytest.mark.parametrize(
    ("dpi", "drawn"), [(600, 300), (300, 300), (200, 200), (100, 150), (20, 60)]
)
def test_recognition_gets_as_many_pixels_as_help_it(dpi: float, drawn: float) -> None:
    assert drawn_dpi(dpi) == drawn
