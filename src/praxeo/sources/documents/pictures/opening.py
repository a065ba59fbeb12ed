"""Opens the bytes of a picture of any kind that documents hold, cropped and turned as they show it."""

from __future__ import annotations

import zlib

from PIL import Image

from praxeo.sources.documents.pictures.crop import WHOLE, Crop, cropped_box, is_whole
from praxeo.sources.documents.pictures.fitting import LADDER, PictureUnreadable, decoded

GZIP = b"\x1f\x8b"
TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
UNPACKED_BYTES_MAX = 32 * 2**20


def opened(data: bytes, crop: Crop = WHOLE) -> Image.Image:
    """The picture upright, on white, in RGB. Raises PictureUnreadable, whose message is the reason."""
    if data.startswith(GZIP):
        data = _unpacked(data)
    data = _as_bitmap(data)
    return _turned(_cropped(data, crop), crop)


def _cropped(data: bytes, crop: Crop) -> Image.Image:
    if is_whole(crop):
        return decoded(data)
    share = 1.0 - max(0.0, crop[0]) - max(0.0, crop[2])
    picture = decoded(data, width=round(LADDER[0].width / share))
    return picture.crop(cropped_box(crop, *picture.size))


def _turned(picture: Image.Image, crop: Crop) -> Image.Image:
    if crop.mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    turn = TURNS.get(crop.turns % 4)
    return picture.transpose(turn) if turn is not None else picture


def _as_bitmap(data: bytes) -> bytes:
    """A drawing as a picture file that can be decoded; others as they are."""
    from praxeo.sources.documents.pictures.metafiles import bitmap_inside, is_metafile
    from praxeo.sources.documents.pictures.svg import drawn_svg, is_svg

    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and is_svg(data):
        return drawn_svg(data)
    return bitmap_inside(data) if is_metafile(data) else data


def _unpacked(data: bytes) -> bytes:
    """What a packed drawing (SVGZ, EMZ, WMZ) holds."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, UNPACKED_BYTES_MAX)
    except zlib.error as error:
        raise PictureUnreadable("damaged") from error
    if unpacker.unconsumed_tail:
        raise PictureUnreadable("too_many_pixels")
    return plain
