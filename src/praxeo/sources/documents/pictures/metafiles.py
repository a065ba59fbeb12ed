"""The bitmap in a Windows metafile (EMF, WMF), where it is all that the metafile draws.

Records by MS-EMF and MS-WMF. A metafile that draws lines or letters is not drawn here, nor is a part of it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from praxeo.sources.documents.pictures.fitting import PictureUnreadable

EMF_SIGN = b" EMF"
PLACEABLE = b"\xd7\xcd\xc6\x9a"
RECORDS_MAX = 20_000
# EMF: BITBLT, STRETCHBLT, SETDIBITSTODEVICE, STRETCHDIBITS and ALPHABLEND, and where each says its bitmap lies.
EMF_BITMAPS = {76: 84, 77: 84, 80: 48, 81: 48, 114: 84}
# POLYBEZIER … POLYLINETO16, ELLIPSE to PIE, texts, paths: what draws something that is no bitmap.
EMF_DRAWS = frozenset(
    {*range(2, 9), *range(41, 48), 54, 55, *range(62, 65), 83, 84, *range(85, 98), 108}
)
WMF_BITMAPS = {0x0F43: 22, 0x0B41: 20, 0x0940: 16, 0x0D33: 18}
WMF_DRAWS = frozenset(
    {0x0213, 0x0324, 0x0325, 0x0418, 0x041B, 0x0521, 0x0538, 0x061C, 0x0817, 0x081A, 0x0830, 0x0A32}
)
HEADER_BYTES = 40  # of a bitmap
BITMAP_FILE = 14


def is_metafile(data: bytes) -> bool:
    """Whether the bytes are an EMF or a WMF."""
    return data[40:44] == EMF_SIGN or data.startswith(PLACEABLE) or _is_bare_wmf(data)


def bitmap_inside(data: bytes) -> bytes:
    """The largest bitmap, as a BMP file. Raises PictureUnreadable("unknown_kind") where there is more, or none."""
    found: list[bytes] = []
    try:
        for bitmap, draws in _emf(data) if data[40:44] == EMF_SIGN else _wmf(data):
            if draws:
                raise PictureUnreadable("unknown_kind")
            found.append(bitmap)
        return _as_file(max(found, key=len))
    except (struct.error, ValueError, IndexError) as error:
        raise PictureUnreadable("unknown_kind") from error


def _is_bare_wmf(data: bytes) -> bool:
    return (
        data[:2] in (b"\1\0", b"\2\0")
        and data[2:4] == b"\x09\0"
        and data[4:6] in (b"\0\1", b"\0\3")
    )


def _emf(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Each bitmap, or that a record draws something else."""
    at = 0
    for _ in range(RECORDS_MAX):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind == 14:  # the end
            return
        if kind in EMF_BITMAPS:
            header, header_size, bits, bits_size = struct.unpack_from(
                "<IIII", data, at + EMF_BITMAPS[kind]
            )
            if header_size >= HEADER_BYTES:
                start = at + header
                yield (
                    data[start : start + header_size] + data[at + bits : at + bits + bits_size],
                    False,
                )
        elif kind in EMF_DRAWS:
            yield b"", True
        at += size


def _wmf(data: bytes) -> Iterator[tuple[bytes, bool]]:
    at = (22 if data.startswith(PLACEABLE) else 0) + 18
    for _ in range(RECORDS_MAX):
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3 or not kind:
            return
        if kind in WMF_BITMAPS and words * 2 > WMF_BITMAPS[kind] + 6 + HEADER_BYTES:
            yield data[at + 6 + WMF_BITMAPS[kind] : at + words * 2], False
        elif kind in WMF_DRAWS:
            yield b"", True
        at += words * 2


def _as_file(bitmap: bytes) -> bytes:
    """A bitmap as it lies in memory, with the head of a file before it."""
    (size,) = struct.unpack_from("<I", bitmap)
    bits, compression = struct.unpack_from("<HI", bitmap, 14)
    (colours,) = struct.unpack_from("<I", bitmap, 32)
    table = (colours or (1 << bits if bits <= 8 else 0)) * 4 + (
        12 if compression == 3 and size == 40 else 0
    )
    return (
        b"BM"
        + struct.pack("<IHHI", BITMAP_FILE + len(bitmap), 0, 0, BITMAP_FILE + size + table)
        + bitmap
    )
