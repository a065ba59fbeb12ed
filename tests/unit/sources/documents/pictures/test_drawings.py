"""Drawings (SVG) and metafiles (EMF, WMF) become bitmaps, whole and without what they would load, or are told."""

from __future__ import annotations

import base64
import gzip
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.fitting import PictureUnreadable
from praxeo.sources.documents.pictures.opening import opened
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

RED = (255, 0, 0)
WHITE = (255, 255, 255)
SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, size: str = 'viewBox="0 0 200 100"') -> bytes:
    return f"<svg {SPACE} {size}>{inside}</svg>".encode()


def why(data: bytes) -> str:
    with pytest.raises(PictureUnreadable) as unreadable:
        opened(data)
    return str(unreadable.value)


BOX = '<rect width="100" height="100" fill="red"/>'


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (svg(BOX), (400, 200)),
        (svg(BOX, 'width="100mm" viewBox="0 0 200 100"'), (756, 378)),
        (svg(BOX, 'width="4000" height="2000" viewBox="0 0 200 100"'), (1000, 500)),
        (svg(BOX, 'width="200" height="100"'), (400, 200)),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n" + svg(BOX), (400, 200)),
        (gzip.compress(svg(BOX)), (400, 200)),
    ],
)
def test_a_drawing_is_drawn_on_white_as_large_as_it_is_shown(
    data: bytes, size: tuple[int, int]
) -> None:
    picture = opened(data)
    assert picture.size == size
    assert picture.getpixel((10, 10)) == RED
    assert picture.getpixel((size[0] - 5, 10)) == WHITE


def test_a_small_drawing_is_a_sign_and_adorns() -> None:
    album = Album()
    assert album.take(svg(BOX, 'width="24" height="24" viewBox="0 0 100 100"')) is None
    assert album.decoration == 1


def test_a_drawing_of_nothing_keeps_the_place_of_another_and_adorns() -> None:
    album = Album()
    assert album.take(svg("<g></g>")) is None
    assert album.decoration == 1


def test_letters_and_pictures_inside_are_drawn() -> None:
    inside = base64.b64encode(bytes_of(Image.new("RGB", (50, 50), "red"))).decode()
    picture = opened(
        svg(
            f'<image xlink:href="data:image/png;base64,{inside}" width="100" height="100"/>'
            '<text x="110" y="60" font-size="30">Ag</text>'
        )
    )
    assert picture.getpixel((100, 100)) == RED
    letters = picture.crop((220, 60, 330, 140)).convert("L")
    assert letters.getextrema()[0] < 100


def test_nothing_outside_a_drawing_is_loaded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(bytes_of(Image.new("RGB", (50, 50), "red")))
    for address in (str(secret), f"file://{secret}", "https://x.test/a.png"):
        assert why(svg(f'<image href="{address}" width="100" height="100"/>')) == "missing"
    used = opened(
        svg(f'<use href="{secret}"/><use xlink:href="a.svg#b"/><rect width="9" height="9"/>')
    )
    assert used.getcolors()
    assert RED not in {colour for _, colour in used.getcolors()}


def _multiplied(wrap: str, show: str, levels: int = 12) -> bytes:
    parts = ['<g id="a0"><rect width="5" height="5"/></g>']
    for level in range(1, levels):
        inside = show.format(level - 1) * 10
        parts.append(wrap.format(level, inside))
    return svg("".join(parts) + show.format(levels - 1))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_multiplied('<g id="a{}">{}</g>', '<use href="#a{}"/>'), "too_many_pixels"),
        (
            _multiplied(
                '<pattern id="a{}" width="1" height="1">{}</pattern>',
                '<rect width="9" height="9" fill="url(#a{})"/>',
            ),
            "too_many_pixels",
        ),
        (
            svg(
                '<marker id="m">' + BOX * 900 + '</marker><path marker-mid="url(#m)" d="'
                + "M1 1L2 2" * 400 + '"/>'
            ),
            "too_many_pixels",
        ),
        (
            svg(
                "<style>.a{fill:url(#p)}</style><pattern id='p'>" + BOX * 900 + "</pattern>"
                + '<rect class="a" width="9" height="9"/>' * 500
            ),
            "too_many_pixels",
        ),
        (svg("<g opacity='.9'>" * 60 + BOX + "</g>" * 60), "too_many_pixels"),
        (svg("<filter id='f'><feTurbulence numOctaves='9999'/></filter>" + BOX), "unknown_kind"),
        (svg("<foreignObject><p>Label</p></foreignObject>" + BOX), "unknown_kind"),
        (b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + svg("&a;"), "unknown_kind"),
        (svg(BOX) + b" " * (4 * 2**20), "too_many_pixels"),
        (svg(BOX)[:60], "damaged"),
        (gzip.compress(b" " * (40 * 2**20)), "too_many_pixels"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_drawing_that_multiplies_or_cannot_be_drawn_whole_is_not_drawn(
    data: bytes, reason: str
) -> None:
    assert why(data) == reason


def test_what_points_to_itself_is_drawn_without_end() -> None:
    assert opened(svg(f'<g id="a"><use href="#a"/>{BOX}</g>')).getpixel((10, 10)) == RED


def _dib(picture: Image.Image) -> tuple[bytes, bytes]:
    data = bytes_of(picture, "BMP")
    return data[14:54], data[54:]


def emf(*records: bytes) -> bytes:
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    return head + b"".join(records) + struct.pack("<III", 14, 20, 0) + bytes(8)


def stretched(picture: Image.Image) -> bytes:
    header, bits = _dib(picture)
    fixed = (
        bytes(40) + struct.pack("<IIII", 80, len(header), 80 + len(header), len(bits)) + bytes(16)
    )
    return struct.pack("<II", 81, 8 + len(fixed) + len(header) + len(bits)) + fixed + header + bits


def test_the_bitmap_that_a_metafile_is_made_of_is_shown() -> None:
    picture = opened(emf(stretched(drawing(200, 100))))
    assert picture.tobytes() == drawing(200, 100).tobytes()
    header, bits = _dib(drawing(200, 100))
    body = struct.pack("<IHhhhhhhhh", 0xCC0020, 0, *([0] * 8)) + header + bits
    record = struct.pack("<IH", (6 + len(body)) // 2, 0x0F43) + body
    wmf = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0) + record + struct.pack("<IH", 3, 0)
    assert opened(wmf).size == (200, 100)


@pytest.mark.parametrize(
    "data",
    [
        emf(struct.pack("<II", 54, 16) + bytes(8)),
        emf(stretched(drawing(200, 100)), struct.pack("<II", 84, 16) + bytes(8)),
        emf(),
        emf(stretched(drawing(200, 100)))[:120],
        b"\xd7\xcd\xc6\x9a" + bytes(40),
        struct.pack("<II", 1, 88) + bytes(32) + b" EMF",
    ],
    ids=["lines", "letters over a bitmap", "empty", "cut", "WMF", "only a head"],
)
def test_a_metafile_that_draws_more_than_a_bitmap_is_told(data: bytes) -> None:
    assert why(data) == "unknown_kind"


def test_no_bytes_are_too_odd_for_a_metafile() -> None:
    whole = emf(stretched(drawing(120, 110)))
    for at in range(0, 300, 7):
        spoilt = whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :]
        with suppress(PictureUnreadable):
            assert opened(spoilt).size
