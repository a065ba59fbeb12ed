"""Scans and photographs: their pages (the frames of a TIFF) as pictures, upright, none larger than is safe."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Each kind is imported here, before the limits of the process are put on.
from PIL import (  # noqa: F401
    AvifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from praxeo.domain.errors import NotFound, Refused
from praxeo.domain.pages import PageImage
from praxeo.sources.documents.ocr.gap_lines import gap_lines
from praxeo.sources.documents.ocr.ink import ink_map
from praxeo.sources.documents.ocr.lighting import evenly_lit
from praxeo.sources.documents.ocr.resolution import drawn_dpi, page_dpi, stated_dpi

PIXELS_MAX = (
    64_000_000  # of one frame; a page of A3 at 600 dpi has 70 million, a phone's photo 12 to 50
)
FRAMES_MAX = 200
SHOWN_PIXELS = 1_600  # of the longer side, for the eye
POINTS_PER_INCH = 72
KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "AVIF")
SUBFILE_TYPE, REDUCED = 254, 1  # TIFF: a frame that only repeats another one in small
DAMAGED = "This picture is damaged or incomplete. Open it in its own program and save it anew."
# What Pillow raises on files that are not what they seem.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    OverflowError,
    ZeroDivisionError,
    RuntimeError,
)


def check_heic() -> None:
    """Raises Refused("no_heic_reader") where photographs in HEIC cannot be decoded."""
    if not _reads_heif():
        raise Refused(
            "no_heic_reader",
            "Photographs in HEIC need the package pi-heif, which is not installed here: install it "
            "(pip install pi-heif), or save the photograph as JPEG and add that.",
        )


def count_pages(path: Path) -> int:
    """How many pages the file has. Raises Refused("too_many_pages", "picture_too_large", "damaged")."""
    with _opened(path) as image:
        return len(_pages(image))


def draw_scan(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) in shades of grey, as large as text recognition needs it."""
    with _opened(path) as image:
        _turn_to(image, number)
        dpi = page_dpi(image.size, stated_dpi(image))
        image.draft("L", image.size)
        upright = _upright(image, "L")
        return _drawn(upright, dpi, drawn_dpi(dpi) / dpi)


def draw_page(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) as it is shown to a person."""
    with _opened(path) as image:
        _turn_to(image, number)
        dpi = page_dpi(image.size, stated_dpi(image))
        upright = _upright(image, "RGB")
        return _drawn(upright, dpi, min(1.0, SHOWN_PIXELS / max(upright.size)))


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    kinds = (*KINDS, "HEIF") if _reads_heif() else KINDS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are judged below
            with Image.open(path, formats=kinds) as image:
                _check_size(image)
                yield image
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large() from error
    except UnidentifiedImageError as error:
        raise Refused("damaged", DAMAGED) from error
    except BROKEN as error:
        raise Refused("damaged", DAMAGED) from error


def _reads_heif() -> bool:
    """Whether the optional package for HEIC is installed."""
    try:
        import pi_heif
    except ImportError:
        return False
    pi_heif.register_heif_opener(thumbnails=False)
    return True


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > PIXELS_MAX:
        raise _too_large()


def _too_large() -> Refused:
    millions = PIXELS_MAX // 1_000_000
    return Refused(
        "picture_too_large",
        f"This picture has more than {millions} million pixels. Save it smaller and add that.",
        details={"limit": millions},
    )


def _pages(image: Image.Image) -> list[int]:
    """The frames that are pages; only a TIFF has several."""
    if image.format != "TIFF":
        return [0]
    found = []
    for frame in range(FRAMES_MAX + 1):
        try:
            image.seek(frame)
        except EOFError:
            break
        if frame == FRAMES_MAX:
            raise Refused(
                "too_many_pages",
                f"This picture has more than {FRAMES_MAX} pages. Split it into parts and add each of them.",
                details={"limit": FRAMES_MAX},
            )
        _check_size(image)
        kind = image.tag_v2.get(SUBFILE_TYPE, 0)  # type: ignore[attr-defined]
        if not kind & REDUCED:
            found.append(frame)
    return found


def _turn_to(image: Image.Image, number: int) -> None:
    pages = _pages(image)
    if not 1 <= number <= len(pages):
        raise NotFound("no_such_page", f"This document has {len(pages)} pages.")
    image.seek(pages[number - 1])


def _upright(image: Image.Image, mode: str) -> Image.Image:
    """As its camera was held, laid on white."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        ground.alpha_composite(upright)
        upright = ground
    return upright.convert(mode)


def _drawn(image: Image.Image, dpi: float, factor: float) -> PageImage:
    """A PNG that is larger or smaller by this factor, with the size of its page in points."""
    width, height = (side * POINTS_PER_INCH / dpi for side in image.size)
    if abs(factor - 1) > 0.02:
        size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    dpi = image.width * POINTS_PER_INCH / width
    if image.mode == "L":
        image = evenly_lit(image, dpi)
    png = io.BytesIO()
    image.save(png, "PNG", compress_level=1)
    ink, lines = (ink_map(image, dpi), gap_lines(image, dpi)) if image.mode == "L" else ("", ())
    return PageImage(png=png.getvalue(), width=width, height=height, dpi=dpi, ink=ink, lines=lines)
