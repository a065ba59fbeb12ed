"""Reads the words of one page from PDFium's text layer, each with box, face and baseline."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from praxeo.documents.pdf.page import Face, Word
from praxeo.documents.pdf.pdfium import call, handle, object_color
from praxeo.documents.pdf.view import View

MAX_CHARACTERS = 400_000  # characters of one page; the rest is not read
MIN_SIZE = 1.0  # points; smaller text cannot be read by a person
INVISIBLE_MODES = frozenset({3, 7})  # text render modes that paint nothing
WHITE_FLOOR = 250  # each colour part from here on counts as white (0-255)
BOLD_WEIGHT = 600  # CSS-like weight
FIXED_PITCH_FLAG, ITALIC_FLAG, FORCE_BOLD_FLAG = 1, 64, 1 << 18  # PDF 32000-1, table 123

TOKEN = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\n")
BOLD_NAME = re.compile(
    r"bold|black|heavy|semib|demi|(?<=[-,.])(?:b|bd|bi)$|[a-z](?<=-)bx|cmbx|sfbx|-medi|\.b$|ebx",
    re.I,
)
ITALIC_NAME = re.compile(r"ital|obli|slant|(?<=[-,.])(?:i|it|bi)$|cmti|cmsl|sfti|\.i$", re.I)
MONO_NAME = re.compile(
    r"mono|courier|consol|typewriter|cmtt|sftt|lmtt|menlo|inconsol|fixed|-code", re.I
)


class Run(NamedTuple):
    """What is the same for all characters of one text object."""

    face: Face
    size: float
    angle: int
    invisible: bool
    white: bool


class TextLayer(NamedTuple):
    """The words that a person can see, and those that only a program would find."""

    words: list[Word]
    invisible: list[Word]
    white: list[Word]


def read_text_layer(text_page: Any, view: View) -> TextLayer:
    """Read all words of a loaded text page."""
    return _Reader(text_page, view).read()


class _Reader:
    """One pass over a text page; holds the buffers that PDFium writes into."""

    def __init__(self, text_page: Any, view: View) -> None:
        self.page = handle(text_page)
        self.view = view
        self.box = raw.FS_RECTF()
        self.box_at = ctypes.addressof(self.box)
        self.origin = (ctypes.c_double * 2)()
        self.origin_at = ctypes.addressof(self.origin)
        self.runs: dict[int, Run] = {}
        self.faces: dict[int, Face] = {}
        self.text_object = call("FPDFText_GetTextObject")
        self.loose_box = call("FPDFText_GetLooseCharBox")
        self.char_origin = call("FPDFText_GetCharOrigin")

    def read(self) -> TextLayer:
        layer = TextLayer([], [], [])
        line = 0
        text = _characters(self.page)
        for token in TOKEN.finditer(text):
            start, end = token.span()
            if text[start] == "\n":
                line += 1
                continue
            hyphen = text[end - 1] in "\x02\ufffe"
            glued = False
            for first, last in self.pieces(start, end):
                word, run = self.word(
                    text, first, last, line, glued=glued, hyphen=hyphen and last == end
                )
                glued = True
                if run.invisible:
                    layer.invisible.append(word)
                elif run.white:
                    layer.white.append(word)
                else:
                    layer.words.append(word)
            line += hyphen
        return layer

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Split characters start..end where the text object changes to another look."""
        if end - start == 1 or self.text_object(self.page, start) == self.text_object(
            self.page, end - 1
        ):
            yield start, end
            return
        first = start
        look = self.look(start)
        for at in range(start + 1, end):
            following = self.look(at)
            if following != look:
                yield first, at
                first, look = at, following
        yield first, end

    def look(self, at: int) -> tuple[Run, float]:
        """Run and baseline of one character; superscripts differ in the latter."""
        run = self.run(at)
        self.char_origin(self.page, at, self.origin_at, self.origin_at + 8)
        across = self.origin[0] if run.angle in (90, 270) else self.origin[1]
        return run, round(across)

    def word(
        self, text: str, first: int, last: int, line: int, *, glued: bool, hyphen: bool
    ) -> tuple[Word, Run]:
        run = self.run(first)
        box = self.box
        self.loose_box(self.page, first, self.box_at)
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        if last - first > 1:
            self.loose_box(self.page, last - 1, self.box_at)
            x0, y0 = min(x0, box.left), min(y0, box.bottom)
            x1, y1 = max(x1, box.right), max(y1, box.top)
        self.char_origin(self.page, first, self.origin_at, self.origin_at + 8)
        baseline = self.view.point(self.origin[0], self.origin[1])[1]
        word = Word(
            _readable(text[first:last]),
            self.view.box(x0, y0, x1, y1),
            baseline,
            run.size,
            run.face,
            line,
            glued,
            hyphen,
            run.angle,
        )
        return word, run

    def run(self, at: int) -> Run:
        key = self.text_object(self.page, at) or 0
        known = self.runs.get(key)
        if known is None:
            known = self.runs[key] = self.read_run(key, at)
        return known

    def read_run(self, key: int, at: int) -> Run:
        matrix = raw.FS_MATRIX()
        call("FPDFText_GetMatrix")(self.page, at, ctypes.addressof(matrix))
        size = call("FPDFText_GetFontSize")(self.page, at) * math.hypot(matrix.c, matrix.d)
        turned = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90
        angle = (turned - 90 * self.view.turns) % 360
        if not key:
            return Run(Face("", False, False, False), size, angle, False, False)
        mode = call("FPDFTextObj_GetTextRenderMode")(key)
        red, green, blue, opacity = object_color(key, stroke=False)
        white = mode == 0 and min(red, green, blue) >= WHITE_FLOOR
        unseen = mode in INVISIBLE_MODES or opacity == 0 or size < MIN_SIZE
        return Run(self.face(call("FPDFTextObj_GetFont")(key) or 0), size, angle, unseen, white)

    def face(self, font: int) -> Face:
        known = self.faces.get(font)
        if known is None:
            known = self.faces[font] = _read_face(font)
        return known


def _characters(page: int) -> str:
    """The text of the page, one UTF-16 unit for each of PDFium's character indexes."""
    count = min(raw.FPDFText_CountChars(ctypes.cast(page, raw.FPDF_TEXTPAGE)), MAX_CHARACTERS)
    if count <= 0:
        return ""
    units = array("H", bytes(2 * (count + 1)))
    written = raw.FPDFText_GetText(
        ctypes.cast(page, raw.FPDF_TEXTPAGE),
        0,
        count,
        (ctypes.c_ushort * (count + 1)).from_buffer(units),
    )
    if written == count + 1:
        return "".join(map(chr, units[:count]))
    # Control characters were left out, so the indexes no longer agree: ask for each.
    code = call("FPDFText_GetUnicode")
    return "".join(chr(code(page, at)) for at in range(count))


LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\x02": "-", "\ufffe": "-", "\u00ad": "-",
}  # fmt: skip
_ODD = re.compile("[" + "".join(LIGATURES) + "\ud800-\udfff]")


def _readable(text: str) -> str:
    """Ligatures as letters, the marks of line-end hyphens as hyphens, surrogate pairs joined."""
    if text.isascii() and "\x02" not in text:
        return text
    if not _ODD.search(text):
        return text
    text = "".join(LIGATURES.get(character, character) for character in text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read_face(font: int) -> Face:
    if not font:
        return Face("", False, False, False)
    buffer = ctypes.create_string_buffer(256)
    call("FPDFFont_GetBaseFontName")(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace")
    name = name.partition("+")[2] or name
    flags = max(0, call("FPDFFont_GetFlags")(font))
    weight = call("FPDFFont_GetWeight")(font)
    angle = ctypes.c_int()
    call("FPDFFont_GetItalicAngle")(font, ctypes.addressof(angle))
    bold = bool(BOLD_NAME.search(name)) or weight >= BOLD_WEIGHT or bool(flags & FORCE_BOLD_FLAG)
    italic = bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG) or angle.value != 0
    mono = bool(flags & FIXED_PITCH_FLAG) or bool(MONO_NAME.search(name))
    return Face(name, bold, italic, mono)
