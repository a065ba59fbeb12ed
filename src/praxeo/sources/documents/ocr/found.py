"""What text recognition found on a page, and how it is handed to the process that reads the document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from praxeo.sources.documents.ocr.words import OcrWord


@dataclass(frozen=True, kw_only=True, slots=True)
class OcrPage:
    """What was found on the picture of page `number` (from 1), which has `dpi` pixels per inch.

    `width` and `height` are the page's in points, as a viewer shows it.
    """

    number: int
    width: float
    height: float
    dpi: float
    words: tuple[OcrWord, ...]


def found_to_json(pages: Iterable[OcrPage]) -> bytes:
    """The pages as JSON, each as its fields in their order."""
    rows = [[page.number, page.width, page.height, page.dpi, page.words] for page in pages]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def found_from_json(data: bytes) -> list[OcrPage]:
    """What `found_to_json` wrote."""
    return [
        OcrPage(
            number=number,
            width=width,
            height=height,
            dpi=dpi,
            words=tuple(
                OcrWord(text, (box[0], box[1], box[2], box[3]), confidence, line)
                for text, box, confidence, line in words
            ),
        )
        for number, width, height, dpi, words in json.loads(data)
    ]
