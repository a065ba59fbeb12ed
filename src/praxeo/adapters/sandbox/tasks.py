"""What a parser's process can be asked for by name, and the bytes that it answers with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.sources.documents.extraction_json import to_json
from praxeo.sources.documents.readers import read, reader

if TYPE_CHECKING:  # a process that reads a document need not load the ports
    from praxeo.ports.documents import PageImage

Task = Callable[[Path], bytes]
PAGE = "pdf-page-"


def task_of(name: str) -> Task:
    """The task of that name with all that it needs imported: a reader's, or a `page_task`."""
    if name.startswith(PAGE):
        from PIL import PngImagePlugin  # noqa: F401  (before the limits are put on)

        from praxeo.sources.documents.pdf.pictures import draw_page

        number = int(name.removeprefix(PAGE))
        return lambda path: picture_bytes(draw_page(path, number))
    reader(name)
    return lambda path: to_json(read(name, path)).encode("utf-8", "replace")


def page_task(number: int) -> str:
    """The name of the task that draws page `number` of a PDF."""
    return f"{PAGE}{number}"


def picture_bytes(image: PageImage) -> bytes:
    """A line with the page's size in points, then the PNG."""
    return json.dumps([image.width, image.height]).encode() + b"\n" + image.png


def picture_of(answer: bytes) -> PageImage:
    """What `picture_bytes` wrote."""
    from praxeo.ports.documents import PageImage

    size, _, png = answer.partition(b"\n")
    width, height = json.loads(size)
    return PageImage(png=png, width=float(width), height=float(height))
