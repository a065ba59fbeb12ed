"""What a parser's process can be asked for by name, and the bytes that it answers with."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from praxeo.domain.blocks import Extraction
from praxeo.domain.pages import PageImage
from praxeo.sources.documents.extraction_json import to_json
from praxeo.sources.documents.readers import page_drawer, read, read_recognised, reader

Task = Callable[[Path], bytes]
Purpose = Literal["draw_page", "draw_scan"]
RECOGNISED = "recognised"
FIGURES = "pdf:figures"
"""Cuts figures out of the pages of a PDF; which ones it is given as JSON (`figure_cuts.Cut`)."""
NAMED_PICTURES = "mhtml:pictures"
"""Gives as JSON the addresses of the pictures that a saved page names."""


def task_of(name: str) -> Task:
    """The task of that name with all that it needs imported: a reader's, a `page_task`, a `recognised_task`, FIGURES
    or NAMED_PICTURES."""
    label, _, wanted = name.partition(":")
    if name == FIGURES:
        from praxeo.sources.documents.pdf.figure_cuts import cut_figures

        return lambda path: _answer(cut_figures(path, json.load(sys.stdin.buffer)))
    if name == NAMED_PICTURES:
        from praxeo.sources.documents.html.named_pictures import named_pictures

        return lambda path: json.dumps(named_pictures(path)).encode()
    if wanted == RECOGNISED:
        from praxeo.sources.documents.ocr.found import found_from_json

        reader(label)
        return lambda path: _answer(
            read_recognised(label, path, found_from_json(sys.stdin.buffer.read()))
        )
    if wanted:
        from PIL import PngImagePlugin  # noqa: F401  (before the limits are put on)

        purpose, _, number = wanted.partition(":")
        draw = page_drawer(label, purpose)
        return lambda path: picture_bytes(draw(path, int(number)))
    reader(name)
    return lambda path: _answer(read(name, path))


def page_task(label: str, number: int, purpose: Purpose = "draw_page") -> str:
    """The name of the task that draws page `number` of a document of this format."""
    return f"{label}:{purpose}:{number}"


def recognised_task(label: str) -> str:
    """The name of the task that reads a document with the pages that were recognised, as JSON of `ocr.found`."""
    return f"{label}:{RECOGNISED}"


def _answer(extraction: Extraction) -> bytes:
    return to_json(extraction).encode("utf-8", "replace")


def picture_bytes(image: PageImage) -> bytes:
    """A line with the page's size in points, the picture's resolution, ink and lines to be written on, then the PNG."""
    return (
        json.dumps([image.width, image.height, image.dpi, image.ink, image.lines]).encode()
        + b"\n"
        + image.png
    )


def picture_of(answer: bytes) -> PageImage:
    """What `picture_bytes` wrote."""
    size, _, png = answer.partition(b"\n")
    width, height, dpi, ink, lines = json.loads(size)
    lines = tuple(map(tuple, lines))
    return PageImage(png=png, width=width, height=height, dpi=dpi, ink=ink, lines=lines)
