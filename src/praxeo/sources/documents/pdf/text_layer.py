"""Reads the words of one page from PDFium's text layer, each with box, face and baseline."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import NO_FACE, Word
from praxeo.sources.documents.pdf.page_text import readable
from praxeo.sources.documents.pdf.pdfium import call, handle
from praxeo.sources.documents.pdf.repairs import GONE, mend_accents
from praxeo.sources.documents.pdf.text_runs import TextRun, TextRunReader, looks_different
from praxeo.sources.documents.pdf.view import View

NO_SPACE = 0.06  # heights of the font; a narrower gap is no space
RAISED = 0.6  # heights of the font by which a raised or lowered word may stand off its line
THIN_SPACE = 0.19  # heights of the font, behind a comma in formulas
CORNERS = 16  # bytes of an FS_RECTF: left, top, right, bottom as four-byte floats
HYPHEN_MARKS = "\x02\ufffe"  # how PDFium marks a hyphen at a line end

NEW = tuple.__new__
DECIMAL = re.compile(r"(?<![\d.,])\d{1,3},$")  # the start of a number with a decimal comma
TOKEN = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\n")


class TextLayer(NamedTuple):
    """The words that a person can see, and those that only a program would find."""

    words: list[Word]
    invisible: list[Word]
    white: list[Word]


# Characters first..last (last excluded) of one word in one run; line, glued and hyphen of the word.
_WordSpan = tuple[int, int, TextRun, int, bool, bool]


def read_text_layer(
    text_page: Any, characters: str, view: View, clips: Mapping[int, Box]
) -> TextLayer:
    """Read all words of a loaded text page with these characters; `clips` bounds what is painted of some objects."""
    page = handle(text_page)
    text = mend_accents(page, characters)
    spans = list(_word_spans(TextRunReader(page, view, clips), text))
    layer = TextLayer([], [], [])
    at_line, right, end, face, baseline = -1, 0.0, -1, NO_FACE, 0.0
    plain = text.isascii() and "\x02" not in text
    boxes = _boxes(page, spans, view)
    for span, box in zip(spans, boxes, strict=True):
        first, last, run, line, glued, hyphen = span
        near = abs(box[0] - right) < NO_SPACE * run.size and not run.angle
        if near and line == at_line:
            glued |= _space_is_made_up(page, text, end, first, run.face != face)
        elif line == at_line and text[end - 1] == "," and text[first].isdigit():
            glued |= box[0] - right < THIN_SPACE * run.size and bool(
                DECIMAL.search(text, max(0, end - 6), end)
            )
        elif near:  # PDFium takes a raised number for a new line
            glued = abs(run.baseline - baseline) < RAISED * run.size
        at_line, right, end, face, baseline = line, box[2], last, run.face, run.baseline
        said = text[first:last] if plain else readable(text[first:last], run.face.font)
        if not said:  # an accent in a face of its own, which stands on its letter now
            continue
        baseline_seen = round(box[3] - run.rise if run.angle else run.baseline, 2)
        # made at once: a class that takes its fields by name is a third slower, and pages have a thousand words
        word = NEW(
            Word,
            (said, box, baseline_seen, run.size, run.face, line, glued, hyphen, run.angle, None),
        )
        if run.invisible or (run.clip and not is_inside(box, run.clip)):
            layer.invisible.append(word)
        elif run.white:
            layer.white.append(word)
        else:
            layer.words.append(word)
    return layer


def _space_is_made_up(page: int, text: str, end: int, first: int, other_face: bool) -> bool:
    """Whether PDFium took an accent or a change of font for the space between end and first."""
    if GONE in text[end:first]:
        return True
    overhangs = text[end - 1] == "f"  # hangs over the space behind it
    alone = other_face and not overhangs and first == end + 1
    return alone and bool(call("FPDFText_IsGenerated")(page, end) == 1)


def _without_gone(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of start..end without places of accents at its ends."""
    while start < end and text[start] == GONE:
        start += 1
    while start < end and text[end - 1] == GONE:
        end -= 1
    return start, end


def is_inside(box: Box, clip: Box) -> bool:
    """Whether the middle of a box can be seen."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]


def _boxes(page: int, spans: list[_WordSpan], view: View) -> list[Box]:
    """The boxes of all words: PDFium writes all corners into one array, turned column by column."""
    corners = array("f", bytes(2 * CORNERS * len(spans)))
    at = corners.buffer_info()[0]
    loose_box = call("FPDFText_GetLooseCharBox")
    for span in spans:
        loose_box(page, span[0], at)
        loose_box(page, span[1] - 1, at + CORNERS)
        at += 2 * CORNERS
    values = corners.tolist()
    return view.boxes(
        _lower(values[0::8], values[4::8]),
        _lower(values[3::8], values[7::8]),
        _higher(values[2::8], values[6::8]),
        _higher(values[1::8], values[5::8]),
    )


def _lower(some: list[float], others: list[float]) -> list[float]:
    return [a if a < b else b for a, b in zip(some, others, strict=True)]


def _higher(some: list[float], others: list[float]) -> list[float]:
    return [a if a > b else b for a, b in zip(some, others, strict=True)]


def _word_spans(reader: TextRunReader, text: str) -> Iterator[_WordSpan]:
    """The words of a page's text, parted where their look changes."""
    page, runs, text_object = reader.page, reader.runs, reader.text_object
    mended = GONE in text
    line = 0
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if text[start] == "\n":
            line += 1
            continue
        if mended:
            start, end = _without_gone(text, start, end)
            if start == end:
                continue
        key = text_object(page, start)
        run = runs.get(key) or reader.read_run(key, start)
        hyphen = text[end - 1] in HYPHEN_MARKS
        if end - start == 1 or key == text_object(page, end - 1):
            yield start, end, run, line, False, hyphen
        else:
            yield from _split(reader, start, end, line, hyphen)
        line += hyphen


def _split(
    reader: TextRunReader, start: int, end: int, line: int, hyphen: bool
) -> Iterator[_WordSpan]:
    """Split characters start..end where the text object changes to another look."""
    first = start
    run = reader.run(start)
    for at in range(start + 1, end):
        key = reader.text_object(reader.page, at)
        if not key:  # a hyphen that PDFium made up
            continue
        following = reader.runs.get(key) or reader.read_run(key, at)
        if following.face != run.face or looks_different(run, following):
            yield first, at, run, line, first != start, False
            first, run = at, following
    yield first, end, run, line, first != start, hyphen
