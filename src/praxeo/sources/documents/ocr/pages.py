"""A page as text recognition saw it, in the form in which the layout of PDF pages is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from praxeo.domain.blocks import Box
from praxeo.sources.documents.ocr.found import OcrPage
from praxeo.sources.documents.ocr.line_runs import sized_lines
from praxeo.sources.documents.ocr.turning import levelled, quarter_turns, slant, turned
from praxeo.sources.documents.ocr.type_sizes import with_even_sizes
from praxeo.sources.documents.ocr.words import OcrWord
from praxeo.sources.documents.pdf.page import NO_FACE, Page, Word

RISE = 0.9  # sizes of the type from the baseline up to the upper edge of a word's box, as in PDF
FALL = 0.21
POINTS_PER_INCH = 72


def laid_out_pages(found: Iterable[OcrPage]) -> Mapping[int, Page]:
    """The pages by their number, upright, level, with even sizes of type."""
    return {page.number: page for page in with_even_sizes([_page(one) for one in found])}


def _page(found: OcrPage) -> Page:
    scale = POINTS_PER_INCH / found.dpi
    turns = quarter_turns(found.words)
    width, height = (found.height, found.width) if turns % 2 else (found.width, found.height)
    words = [
        word._replace(box=turned(_scaled(word.box, scale), turns, found.width, found.height))
        for word in found.words
    ]
    angle = slant(words)
    if angle:
        words = [word._replace(box=levelled(word.box, angle, width, height)) for word in words]
    return Page(
        number=found.number,
        width=width,
        height=height,
        words=tuple(_set(words)),
        quarter_turns=turns,
    )


def _scaled(box: Box, scale: float) -> Box:
    left, top, right, bottom = box
    return (left * scale, top * scale, right * scale, bottom * scale)


def _set(words: list[OcrWord]) -> Iterator[Word]:
    """Each line's words on one baseline in one size, that of the lines around it."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    for line, size, baseline in sized_lines(lines):
        size, baseline = round(size, 2), round(baseline, 2)
        for word in line:
            box = (word.box[0], baseline - RISE * size, word.box[2], baseline + FALL * size)
            yield Word(
                text=word.text,
                box=box,
                baseline=baseline,
                size=size,
                face=NO_FACE,
                line=word.line,
                confidence=word.confidence,
            )
