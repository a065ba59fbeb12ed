"""Hostile pictures: small files that stand for huge ones, frames without end, and what is cut off."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.hostile.builders.hostile_files import Hostile

TOO_LARGE = ("picture_too_large", "too_complex")
UNREAD = ("scanned", "scanned_unreadable")  # without and with an engine


def png(width: int, height: int, *, bits: int = 1, rows: int = 0) -> bytes:
    """A PNG of that size in one colour; `rows` of it are there (0: all)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    squeezer = zlib.compressobj(9)
    row = bytes(1 + (width * bits + 7) // 8)
    data = b"".join(squeezer.compress(row) for _ in range(rows or height)) + squeezer.flush()
    head = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def claiming(format: str, side: int) -> bytes:
    """A small picture whose head says that it is as wide and high as that."""
    data = bytearray(saved(Image.new("L", (16, 16)), format))
    if format == "JPEG":
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = struct.pack(">HH", side, side)
    else:
        at = data.index(b"\x9d\x01\x2a") + 3  # the key frame of WebP
        data[at : at + 4] = struct.pack("<HH", side & 0x3FFF, side & 0x3FFF)
    return bytes(data)


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, format, **options)
    return data.getvalue()


def tiff_of_frames(count: int, *, circle: bool = False) -> bytes:
    """Frames of one pixel; in a circle the last one leads back to the first."""
    entries = (
        (256, 1),
        (257, 1),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, 1),
        (279, 1),
    )
    size = 2 + 12 * len(entries) + 4
    out = bytearray(b"II*\0" + struct.pack("<I", 16) + bytes(8))
    for number in range(count):
        out += struct.pack("<H", len(entries))
        for tag, value in entries:
            out += struct.pack("<HHII", tag, 3, 1, value)
        last = number == count - 1
        following = (16 if circle else 0) if last else len(out) + 4
        out += struct.pack("<I", following)
    assert len(out) == 16 + count * size
    return bytes(out)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def noise(format: str) -> bytes:
    return saved(Image.effect_noise((400, 300), 80), format)


PICTURES: tuple[Hostile, ...] = (
    Hostile(
        name="PNG of 13,000 by 13,000 in 20 kB", build=lambda: png(13_000, 13_000), codes=TOO_LARGE
    ),
    Hostile(
        name="PNG of 30,000 by 30,000 that is not there",
        build=lambda: png(30_000, 30_000, rows=1),
        codes=TOO_LARGE,
    ),
    Hostile(
        name="PNG 60 million pixels wide and one high",
        build=lambda: png(60_000_000, 1),
        codes=(*UNREAD, *TOO_LARGE, "damaged"),
    ),
    Hostile(name="PNG of 7,900 by 7,900", build=lambda: png(7_900, 7_900), codes=UNREAD),
    Hostile(
        name="JPEG that claims 65,000 by 65,000",
        build=lambda: claiming("JPEG", 65_000),
        codes=TOO_LARGE,
    ),
    Hostile(
        name="JPEG that claims 7,000 by 7,000",
        build=lambda: claiming("JPEG", 7_000),
        codes=("damaged", *UNREAD),
    ),
    Hostile(
        name="WebP that claims 16,383 by 16,383",
        build=lambda: claiming("WEBP", 16_383),
        codes=(*TOO_LARGE, "damaged"),
    ),
    Hostile(
        name="TIFF of 10,000 frames",
        build=lambda: tiff_of_frames(10_000),
        codes=("too_many_pages",),
    ),
    Hostile(
        name="TIFF whose frames are a circle",
        build=lambda: tiff_of_frames(3, circle=True),
        codes=("too_many_pages", "damaged", *UNREAD),
    ),
    *(
        Hostile(
            name=f"truncated {format}",
            build=lambda format=format: cut(noise(format)),
            codes=("damaged", *UNREAD),
        )
        for format in ("PNG", "JPEG", "TIFF", "WEBP", "AVIF")
    ),
    Hostile(
        name="JPEG of its first bytes",
        build=lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1",
        codes=("damaged",),
    ),
    Hostile(
        name="HEIC without a picture",
        build=lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400,
        codes=("damaged", "no_heic_reader"),
    ),
)
