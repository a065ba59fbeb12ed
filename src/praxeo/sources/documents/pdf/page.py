"""What one PDF page holds before any layout is read: words, ruling lines, areas and pictures.

All boxes are (left, top, right, bottom) in points from the top left corner of the page as it is
read: a page whose text runs sideways is turned first, and `Page.as_printed` turns a box back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from praxeo.domain.blocks import Box


class Face(NamedTuple):
    """How a word is set. A named tuple, as are words and rules: a page has a thousand of them."""

    font: str
    bold: bool
    italic: bool
    mono: bool


NO_FACE = Face("", False, False, False)


class Word(NamedTuple):
    """Characters without a space between them, all in one face and on one baseline.

    `size` is the height of the font in points. `line` counts the lines in the order in which the
    file draws them. `glued` says that no space stands before this word on its line (a superscript,
    or a change of face inside a word). `hyphen` says that the word ends in a hyphen which the file
    marks as a line-end hyphen. `angle` is 0, 90, 180 or 270 (anticlockwise) as the page is read.
    `confidence` is that of text recognition (0-100), None for text that the file holds.
    """

    text: str
    box: Box
    baseline: float
    size: float
    face: Face
    line: int
    glued: bool = False
    hyphen: bool = False
    angle: int = 0
    confidence: float | None = None


class Rule(NamedTuple):
    """A straight ruling line, drawn as a line or as a thin filled rectangle."""

    box: Box
    horizontal: bool


class Area(NamedTuple):
    """A filled rectangle (a background) with its colour (red, green, blue; 0-255)."""

    box: Box
    color: tuple[int, int, int]


class PageCount(NamedTuple):
    """What a page holds as PDFium alone counts it: all its text, and what of it nobody sees.

    `unreadable` counts signs that the file does not say the letters of; `values` and `hidden_values` are
    fields of forms; `remarks` are what people wrote onto the page.
    """

    text: str = ""
    unseen: tuple[str, ...] = ()
    unreadable: int = 0
    values: int = 0
    hidden_values: int = 0
    remarks: tuple[str, ...] = ()


NOTHING = PageCount()


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page, upright. `number` counts from 1.

    `pictures` are the boxes of raster images, `drawings` those of paths that are neither rules nor
    rectangles (curves, charts). `count` is what stands on it by a count apart from `words`. `hidden` counts the words left out because nobody can see them. A page that is
    read from right to left is kept mirrored (`is_mirrored`), its words in reading order.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    areas: tuple[Area, ...] = ()
    pictures: tuple[Box, ...] = ()
    drawings: tuple[Box, ...] = ()
    hidden: int = 0
    count: PageCount = NOTHING
    quarter_turns: int = 0
    is_mirrored: bool = False

    def with_words(self, words: Iterable[Word]) -> Page:
        """The same page with these words instead of its own."""
        return replace(self, words=tuple(words))

    def mirrored(self) -> Page:
        """The page seen in a mirror, so that what is read from the right is laid out from the left."""
        return replace(
            self,
            words=tuple(word._replace(box=self._flipped(word.box)) for word in self.words),
            rules=tuple(rule._replace(box=self._flipped(rule.box)) for rule in self.rules),
            areas=tuple(area._replace(box=self._flipped(area.box)) for area in self.areas),
            pictures=tuple(map(self._flipped, self.pictures)),
            drawings=tuple(map(self._flipped, self.drawings)),
            is_mirrored=not self.is_mirrored,
        )

    def _flipped(self, box: Box) -> Box:
        return (self.width - box[2], box[1], self.width - box[0], box[3])

    def as_printed(self, box: Box) -> Box:
        """Turn a box of this page back to the page as a viewer shows it."""
        if self.is_mirrored:
            box = self._flipped(box)
        left, top, right, bottom = box
        if self.quarter_turns == 1:
            return (top, self.width - right, bottom, self.width - left)
        if self.quarter_turns == 2:
            return (
                self.width - right,
                self.height - bottom,
                self.width - left,
                self.height - top,
            )
        if self.quarter_turns == 3:
            return (self.height - bottom, left, self.height - top, right)
        return box
