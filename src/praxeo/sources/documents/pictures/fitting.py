"""Brings a picture of any common kind into the one form in which pictures are kept: WebP of bounded size."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from PIL import Image, ImageOps, UnidentifiedImageError

PIXELS_MAX = (
    24_000_000  # of a picture that is decoded; at four bytes each a quarter of the process's memory
)
SIDE_PIXELS_MAX = 12_000
KINDS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "ICO", "PPM", "AVIF", "JPEG2000")
FEW_COLOURS = 16  # a drawing with no more of them is smaller without loss
FINGERPRINT_SIDE = 64
WHITE = (255, 255, 255)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rung:
    """One step of fitting: at most so many pixels wide (and half as many again high), at this quality (0–100)."""

    width: int
    quality: int


LADDER = (
    Rung(width=1_000, quality=75),
    Rung(width=800, quality=65),
    Rung(width=640, quality=55),
)


class PictureUnreadable(Exception):
    """The bytes are no picture that can be decoded within the limits; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """A picture as it is kept: WebP bytes and its size in pixels."""

    data: bytes
    width: int
    height: int

    @property
    def content_hash(self) -> str:
        return sha256(self.data).hexdigest()


def decoded(data: bytes, *, width: int = LADDER[0].width) -> Image.Image:
    """The first frame as a viewer shows it: turned upright, on white, in RGB. Raises PictureUnreadable.

    `width` is the most that will be shown of it; a JPEG is decoded no larger than that needs.
    """
    Image.MAX_IMAGE_PIXELS = PIXELS_MAX
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=KINDS) as opened:
                if opened.width * opened.height > PIXELS_MAX or max(opened.size) > SIDE_PIXELS_MAX:
                    raise PictureUnreadable("too_many_pixels")
                opened.draft("RGB", (width, width))
                return _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureUnreadable("too_many_pixels") from error
    except UnidentifiedImageError as error:
        raise PictureUnreadable("unknown_kind") from error
    # What the decoders of damaged files raise, as their documentation and tests have it.
    except (OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError, EOFError) as error:
        raise PictureUnreadable("damaged") from error
    except (ArithmeticError, RuntimeError, AttributeError, struct.error, zlib.error) as error:
        raise PictureUnreadable("damaged") from error


def fitted(picture: Image.Image, rung: Rung = LADDER[0]) -> Fitted:
    """The picture no larger than the rung, as WebP: without loss where it has few colours and is smaller so."""
    width, height = picture.size
    share = min(1.0, rung.width / width, rung.width * 1.5 / height)
    if share < 1.0:
        size = (max(1, round(width * share)), max(1, round(height * share)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    data = _webp(picture, quality=rung.quality)
    if picture.getcolors(FEW_COLOURS):
        exact = _webp(picture, lossless=True)
        data = min(data, exact, key=len)
    return Fitted(data=data, width=picture.width, height=picture.height)


def fingerprint(picture: Image.Image) -> str:
    """The same for pictures that look the same, whatever their bytes."""
    small = picture.resize((FINGERPRINT_SIDE, FINGERPRINT_SIDE), Image.Resampling.BOX)
    return sha256(small.tobytes()).hexdigest()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        drawn = picture.convert("RGBA")
        ground = Image.new("RGB", drawn.size, WHITE)
        ground.paste(drawn, mask=drawn.getchannel("A"))
        return ground
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        # Sixteen bits a pixel, as scanners give, which a plain conversion would cut off.
        wide = picture.convert("F")
        low, high = cast(tuple[float, float], wide.getextrema())
        scale = 255.0 / max(1.0, high - low)
        picture = wide.point(lambda value: value * scale - low * scale).convert("L")
    return picture.convert("RGB")


def _webp(picture: Image.Image, *, quality: int = 75, lossless: bool = False) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, lossless=lossless, method=4)
    return out.getvalue()
