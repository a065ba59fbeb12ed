"""Pictures for tests, drawn by rule, so that no file has to be kept."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

Mode = str


def drawing(
    width: int = 400, height: int = 300, *, seed: int = 1, mode: Mode = "RGB"
) -> Image.Image:
    """A simple chart: axes and bars whose heights follow from the seed."""
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    pen.line((30, 10, 30, height - 30, width - 10, height - 30), fill="black", width=3)
    for bar in range(6):
        left = 50 + bar * (width - 80) // 6
        tall = (seed * 37 + bar * 53) % (height - 80) + 20
        pen.rectangle((left, height - 30 - tall, left + 25, height - 30), fill=(40 * bar, 90, 160))
    return picture.convert(mode)


def photograph(width: int = 800, height: int = 600, *, seed: int = 1) -> Image.Image:
    """Something that compresses like a photograph: a gradient with noise."""
    from random import Random

    small = Image.frombytes("RGB", (80, 60), Random(seed).randbytes(80 * 60 * 3))
    return small.resize((width, height), Image.Resampling.BICUBIC)


def bytes_of(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
