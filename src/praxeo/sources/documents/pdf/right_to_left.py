"""Reads pages in Hebrew or Arabic: words in the order in which they are read, from their characters.

Files hold such text in the order of the page or in that of the language, with letters in the forms
that they take inside words; only the places of the characters are to be trusted.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.page_text import page_characters
from praxeo.sources.documents.pdf.pdfium import call, handle
from praxeo.sources.documents.pdf.reading_order import in_reading_order, is_mark, letters
from praxeo.sources.documents.pdf.text_layer import TextLayer, is_inside
from praxeo.sources.documents.pdf.text_runs import TextRun, TextRunReader
from praxeo.sources.documents.pdf.view import View

SAME_LINE = 0.45  # heights of the font by which the baselines of one line may differ
WORD_GAP = 0.25  # heights of the font; a wider gap is a space
SPACE_GAP = 0.1  # the same, where the file has a space between; many files have it elsewhere
COLUMN_GAP = 1.7  # heights of the font; a wider gap parts two columns
SAME_PLACE = 0.01  # points; characters that begin there are drawn as one (a ligature)


class Glyph(NamedTuple):
    """What stands at one place: a character, or several where they are one ligature."""

    text: str
    left: float
    right: float
    baseline: float
    run: TextRun


def is_right_to_left(layer: TextLayer) -> bool:
    """Whether most letters of a page belong to a script that runs from right to left."""
    leftward, rightward = letters(word.text for part in layer for word in part)
    return leftward > rightward


def read_leftward_layer(
    text_page: Any, view: View, clips: Mapping[int, Box], layer: TextLayer
) -> TextLayer:
    """The words of a page anew, each line from right to left; turned words stay as they were."""
    glyphs = _glyphs(handle(text_page), view, clips)
    found = TextLayer(*([word for word in part if word.angle] for part in layer))
    number = 0
    for line in _lines(glyphs):
        spaces = [(g.left + g.right) / 2 for g in line if not g.text.strip()]
        for segment in _segments(line):
            _add_words(found, _words(segment, spaces, number))
            number += 1
    return found


def _add_words(found: TextLayer, words: Iterator[tuple[Word, TextRun]]) -> None:
    """Put words where they belong by what can be seen of them."""
    for word, run in words:
        if run.invisible or (run.clip and not is_inside(word.box, run.clip)):
            found.invisible.append(word)
        elif run.white:
            found.white.append(word)
        else:
            found.words.append(word)


def _glyphs(page: int, view: View, clips: Mapping[int, Box]) -> list[Glyph]:
    reader = TextRunReader(page, view, clips)
    box, origin = raw.FS_RECTF(), (ctypes.c_double * 2)()
    start = ctypes.addressof(origin)
    found: list[Glyph] = []
    for at, character in enumerate(page_characters(page)):
        if character in "\r\n\0" or call("FPDFText_IsGenerated")(page, at) == 1:
            continue
        run = reader.run(at)
        if run.angle:
            continue
        call("FPDFText_GetLooseCharBox")(page, at, ctypes.addressof(box))
        call("FPDFText_GetCharOrigin")(page, at, start, start + 8)
        left, _, right, _ = view.box(box.left, box.bottom, box.right, box.top)
        baseline = view.point(origin[0], origin[1])[1]
        last = found[-1] if found else None
        if last and abs(last.left - left) < SAME_PLACE and abs(last.baseline - baseline) < 1:
            found[-1] = last._replace(text=last.text + character, right=max(last.right, right))
        else:
            found.append(Glyph(character, left, right, baseline, run))
    return found


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each baseline, from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        if lines and glyph.baseline - lines[-1][0].baseline < SAME_LINE * glyph.run.size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    for line in lines:
        yield _with_marks(sorted(line, key=lambda g: g.left))


def _with_marks(line: Sequence[Glyph]) -> list[Glyph]:
    """The line with vowel signs and other marks behind the letters over which they stand."""
    bases = [glyph for glyph in line if not is_mark(glyph.text)]
    for mark in line:
        if bases and is_mark(mark.text):
            middle = (mark.left + mark.right) / 2
            at = min(
                range(len(bases)),
                key=lambda i: abs((bases[i].left + bases[i].right) / 2 - middle),
            )
            bases[at] = bases[at]._replace(text=bases[at].text + mark.text)
    return bases


def _segments(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """The parts of a line that stand in one column, the right one first."""
    segments: list[list[Glyph]] = []
    inked = [glyph for glyph in line if glyph.text.strip()]
    for glyph in inked:
        if segments and glyph.left - segments[-1][-1].right <= COLUMN_GAP * glyph.run.size:
            segments[-1].append(glyph)
        else:
            segments.append([glyph])
    return segments[::-1]


def _words(
    segment: Sequence[Glyph], spaces: Sequence[float], number: int
) -> Iterator[tuple[Word, TextRun]]:
    """The words of a segment as they are read, set from its right end to its left one."""
    parts: list[list[Glyph]] = [[]]
    for glyph in in_reading_order(_spaced(segment, spaces), lambda item: item.text, _mirrored):
        if glyph.text == " ":
            parts.append([])
        else:
            parts[-1].append(glyph)
    words = [part for part in parts if part]
    wide = sum(_width(part) for part in words)
    end, start = max(g.right for g in segment), min(g.left for g in segment)
    gap = max(0.0, (end - start - wide) / max(1, len(words) - 1))
    for part in words:
        run = part[0].run
        left = end - _width(part)
        bottom = part[0].baseline + run.rise
        text = unicodedata.normalize("NFKC", "".join(glyph.text for glyph in part))
        box = (left, bottom - run.size, end, bottom)
        yield Word(text, box, part[0].baseline, run.size, run.face, number), run
        end = left - gap


def _spaced(segment: Sequence[Glyph], spaces: Sequence[float]) -> list[Glyph]:
    """The glyphs with a space in each gap as wide as one; `spaces` are the places of the file's own."""
    found = [segment[0]]
    for before, glyph in pairwise(segment):
        gap = (glyph.left - before.right) / glyph.run.size
        own = any(before.right <= x <= glyph.left for x in spaces)
        if gap > WORD_GAP or (own and gap > SPACE_GAP):
            found.append(before._replace(text=" ", left=before.right, right=glyph.left))
        found.append(glyph)
    return found


def _width(part: Sequence[Glyph]) -> float:
    return max(glyph.right for glyph in part) - min(glyph.left for glyph in part)


def _mirrored(glyph: Glyph, text: str) -> Glyph:
    return glyph._replace(text=text)
