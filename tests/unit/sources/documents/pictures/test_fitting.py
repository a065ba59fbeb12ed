"""Pictures of any kind become WebP of bounded size; what cannot be decoded safely says why."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from praxeo.sources.documents.pictures.fitting import (
    LADDER,
    PictureUnreadable,
    decoded,
    fingerprint,
    fitted,
)
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing, photograph


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "PPM"])
def test_each_common_kind_is_fitted_to_webp(kind: str) -> None:
    made = fitted(decoded(bytes_of(drawing(), kind)))
    shown = Image.open(io.BytesIO(made.data))
    assert (shown.format, shown.size) == ("WEBP", (400, 300))


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_colour_is_shown_as_it_looks(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "F", "I") else "PNG"
    source = drawing(mode="L").convert("I;16") if mode == "I;16" else drawing(mode=mode)
    shown = decoded(bytes_of(source, kind)).convert("L")
    assert shown.getpixel((200, 5)) > 240, "the ground stays white"
    assert shown.getpixel((31, 100)) < 60, "the axis stays black"


def test_what_is_transparent_lies_on_white() -> None:
    assert (
        decoded(bytes_of(Image.new("RGBA", (60, 60), (0, 0, 0, 0)))).getpixel((9, 9)) == (255,) * 3
    )


def test_a_turned_photograph_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = bytes_of(photograph(300, 200), "JPEG", exif=exif.tobytes())
    assert decoded(data).size == (200, 300)


def test_a_wide_picture_is_no_wider_than_the_rung_and_keeps_its_shape() -> None:
    made = fitted(photograph(2_400, 1_200))
    assert (made.width, made.height) == (1_000, 500)


def test_each_rung_down_is_smaller() -> None:
    sizes = [len(fitted(photograph(1_200, 900), rung).data) for rung in LADDER]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 1.5 * sizes[-1]


def test_a_drawing_of_few_colours_keeps_every_pixel() -> None:
    flat = Image.new("RGB", (200, 200), "white")
    flat.paste((200, 0, 0), (50, 50, 150, 150))
    shown = Image.open(io.BytesIO(fitted(flat).data)).convert("RGB")
    assert shown.tobytes() == flat.tobytes()


def test_the_same_picture_in_two_kinds_has_one_fingerprint() -> None:
    png, bmp = (decoded(bytes_of(drawing(), kind)) for kind in ("PNG", "BMP"))
    assert fingerprint(png) == fingerprint(bmp) != fingerprint(drawing(seed=2))


def _png_that_says(width: int, height: int) -> bytes:
    """A PNG whose head promises so many pixels; its body is a few bytes of nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [5_000, 13_000, 30_000, 60_000])
def test_a_bomb_of_pixels_is_refused_before_it_is_decoded(side: int) -> None:
    with pytest.raises(PictureUnreadable, match="too_many_pixels"):
        decoded(_png_that_says(side, side))


def test_what_is_no_picture_is_told_from_a_damaged_one() -> None:
    with pytest.raises(PictureUnreadable, match="unknown_kind"):
        decoded(b"\x01\x00\x00\x00 EMF")
    with pytest.raises(PictureUnreadable, match="damaged"):
        decoded(bytes_of(drawing())[:200])


@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_damage_anywhere_gives_a_picture_or_a_reason(noise: bytes, at: int) -> None:
    whole = bytes_of(drawing(120, 90), "JPEG")
    with suppress(PictureUnreadable):
        shown = decoded(whole[:at] + noise + whole[at + len(noise) :])
        assert shown.mode == "RGB"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "ICO"])
@pytest.mark.filterwarnings("ignore")
def test_damaged_bytes_are_decoded_or_refused_and_nothing_else(kind: str) -> None:
    sound, chance = bytes_of(drawing(120, 110), kind), Random(1)
    for _ in range(60):
        spoilt = bytearray(sound)
        for _ in range(chance.choice((1, 4, 20))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        with suppress(PictureUnreadable):
            assert decoded(bytes(spoilt)).size
