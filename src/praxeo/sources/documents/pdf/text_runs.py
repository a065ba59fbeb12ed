"""How the characters of each text object look: face, size, angle, and whether a person sees them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping
from typing import NamedTuple

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.faces import read_face
from praxeo.sources.documents.pdf.page import NO_FACE, Face
from praxeo.sources.documents.pdf.pdfium import call
from praxeo.sources.documents.pdf.view import View

MIN_SIZE = 1.0  # points; smaller text cannot be read by a person
INVISIBLE_MODES = frozenset({3, 7})  # text render modes that paint nothing
WHITE_FLOOR = 250  # each colour part from here on counts as white (0-255)
BLACK = (0, 0, 0, 255)  # red, green, blue, opacity
SAME_BASELINE = 0.08  # heights of the font by which the parts of a word may differ


class TextRun(NamedTuple):
    """What is the same for all characters of one text object.

    `rise` is the distance from the lower edge of a character's box to the baseline (points).
    """

    face: Face
    size: float
    angle: int
    invisible: bool
    white: bool
    baseline: float
    rise: float
    clip: Box | None


def looks_different(run: TextRun, other: TextRun) -> bool:
    """Whether a word changes its look inside, e.g. at a superscript."""
    return (
        abs(run.size - other.size) > 0.1
        or abs(run.baseline - other.baseline) > SAME_BASELINE * run.size
        or (run.angle, run.invisible, run.white) != (other.angle, other.invisible, other.white)
    )


class TextRunReader:
    """Reads the run of each text object of a page once; `clips` bounds what is painted of some."""

    def __init__(self, page: int, view: View, clips: Mapping[int, Box]) -> None:
        self.clips = clips
        self.page = page
        self.view = view
        self.runs: dict[int, TextRun] = {}
        self.faces: dict[int, Face] = {}
        self.rises: dict[tuple[int, float], float] = {}
        self.text_object = call("FPDFText_GetTextObject")
        self.get_matrix = call("FPDFText_GetMatrix")
        self.get_size = call("FPDFText_GetFontSize")
        self.get_font = call("FPDFTextObj_GetFont")
        self.get_mode = call("FPDFTextObj_GetTextRenderMode")
        self.get_color = call("FPDFPageObj_GetFillColor")
        self.matrix = raw.FS_MATRIX()
        self.matrix_at = ctypes.addressof(self.matrix)
        self.color_values = (ctypes.c_uint * 4)()
        self.color_at = ctypes.addressof(self.color_values)

    def run(self, at: int) -> TextRun:
        key = self.text_object(self.page, at)
        return self.runs.get(key) or self.read_run(key, at)

    def read_run(self, key: int | None, at: int) -> TextRun:
        matrix = self.matrix
        self.get_matrix(self.page, at, self.matrix_at)
        font_size = self.get_size(self.page, at)
        size = round(font_size * math.hypot(matrix.c, matrix.d), 2)
        angle = 0
        if matrix.b or matrix.a <= 0 or self.view.turns:
            turned = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90
            angle = (turned - 90 * self.view.turns) % 360
        baseline = self.view.point(matrix.e, matrix.f)[1]
        face, invisible, white, font = NO_FACE, False, False, 0
        if key:
            mode = self.get_mode(key)
            red, green, blue, opacity = self.color(key)
            white = mode == 0 and min(red, green, blue) >= WHITE_FLOOR
            invisible = mode in INVISIBLE_MODES or opacity == 0 or size < MIN_SIZE
            font = self.get_font(key) or 0
            face = self.face(font)
        rise = self.rise(at, font, size) if angle == 0 else 0.0
        run = TextRun(face, size, angle, invisible, white, baseline, rise, self.clips.get(key or 0))
        self.runs[key or 0] = run
        return run

    def color(self, key: int) -> tuple[int, int, int, int]:
        at = self.color_at
        if not self.get_color(key, at, at + 4, at + 8, at + 12):
            return BLACK  # the fill is a pattern
        red, green, blue, opacity = self.color_values
        return red, green, blue, opacity

    def rise(self, at: int, font: int, size: float) -> float:
        """How far the baseline lies above the lower edge of the boxes of a font at a size."""
        known = self.rises.get((font, size))
        if known is None:
            origin = (ctypes.c_double * 2)()
            box = raw.FS_RECTF()
            start = ctypes.addressof(origin)
            call("FPDFText_GetCharOrigin")(self.page, at, start, start + 8)
            call("FPDFText_GetLooseCharBox")(self.page, at, ctypes.addressof(box))
            lower = self.view.box(box.left, box.bottom, box.right, box.top)[3]
            known = lower - self.view.point(origin[0], origin[1])[1]
            self.rises[(font, size)] = known
        return known

    def face(self, font: int) -> Face:
        known = self.faces.get(font)
        if known is None:
            known = self.faces[font] = read_face(font)
        return known
