"""Reads the words of one page from PDFium's text layer, each with box, face and baseline."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import NO_FACE, Face, Word
from praxeo.sources.documents.pdf.pdfium import call, handle
from praxeo.sources.documents.pdf.repairs import GONE, mend_accents
from praxeo.sources.documents.pdf.view import View

MAX_CHARACTERS = 400_000  # characters of one page; the rest is not read
MIN_SIZE = 1.0  # points; smaller text cannot be read by a person
INVISIBLE_MODES = frozenset({3, 7})  # text render modes that paint nothing
WHITE_FLOOR = 250  # each colour part from here on counts as white (0-255)
BOLD_WEIGHT = 600  # CSS-like weight
FIXED_PITCH_FLAG, ITALIC_FLAG, FORCE_BOLD_FLAG = 1, 64, 1 << 18  # PDF 32000-1, table 123

NO_SPACE = 0.06  # heights of the font; a narrower gap is no space
SAME_BASELINE = 0.08  # heights of the font by which the parts of a word may differ
BLACK = (0, 0, 0, 255)  # red, green, blue, opacity
CORNERS = 16  # bytes of an FS_RECTF: left, top, right, bottom as four-byte floats
HYPHEN_MARKS = "\x02\ufffe"  # how PDFium marks a hyphen at a line end

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


class TextLayer(NamedTuple):
    """The words that a person can see, and those that only a program would find."""

    words: list[Word]
    invisible: list[Word]
    white: list[Word]


# Characters first..last (last excluded) of one word in one run; line, glued and hyphen of the word.
_Piece = tuple[int, int, Run, int, bool, bool]


def read_text_layer(text_page: Any, view: View, clips: Mapping[int, Box]) -> TextLayer:
    """Read all words of a loaded text page; `clips` bounds what is painted of some objects."""
    page = handle(text_page)
    text = mend_accents(page, _characters(page))
    pieces = list(_Reader(page, view, clips).pieces(text))
    layer = TextLayer([], [], [])
    at_line, right, end, face = -1, 0.0, -1, NO_FACE
    is_generated = call("FPDFText_IsGenerated")
    plain = text.isascii() and "\x02" not in text
    boxes = _boxes(page, pieces, view)
    for piece, box in zip(pieces, boxes, strict=True):
        first, last, run, line, glued, hyphen = piece
        if (
            line == at_line
            and abs(box[0] - right) < NO_SPACE * run.size
            and not run.angle
            and (
                GONE in text[end:first]
                or (
                    run.face != face
                    and text[end - 1] != "f"  # hangs over the space behind it
                    and first == end + 1
                    and is_generated(page, end) == 1
                )
            )
        ):
            glued = True  # PDFium takes a change of font or an accent for a space
        at_line, right, end, face = line, box[2], last, run.face
        word = Word(
            text[first:last] if plain else _readable(text[first:last]),
            box,
            round(box[3] - run.rise, 2),
            run.size,
            run.face,
            line,
            glued,
            hyphen,
            run.angle,
        )
        if run.invisible or (run.clip and not _is_inside(box, run.clip)):
            layer.invisible.append(word)
        elif run.white:
            layer.white.append(word)
        else:
            layer.words.append(word)
    return layer


def _without_gone(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of start..end without places of accents at its ends."""
    while start < end and text[start] == GONE:
        start += 1
    while start < end and text[end - 1] == GONE:
        end -= 1
    return start, end


def _differs(run: Run, other: Run) -> bool:
    """Whether a word changes its look inside, e.g. at a superscript."""
    return (
        abs(run.size - other.size) > 0.1
        or abs(run.baseline - other.baseline) > SAME_BASELINE * run.size
        or (run.angle, run.invisible, run.white) != (other.angle, other.invisible, other.white)
    )


def _is_inside(box: Box, clip: Box) -> bool:
    """Whether the middle of a box can be seen."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]


def _boxes(page: int, pieces: list[_Piece], view: View) -> list[Box]:
    """The boxes of all pieces: PDFium writes all corners into one array, turned column by column."""
    corners = array("f", bytes(2 * CORNERS * len(pieces)))
    at = corners.buffer_info()[0]
    loose_box = call("FPDFText_GetLooseCharBox")
    for piece in pieces:
        loose_box(page, piece[0], at)
        loose_box(page, piece[1] - 1, at + CORNERS)
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


class _Reader:
    """Finds the words of a text page and the run of each."""

    def __init__(self, page: int, view: View, clips: Mapping[int, Box]) -> None:
        self.clips = clips
        self.page = page
        self.view = view
        self.runs: dict[int, Run] = {}
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

    def pieces(self, text: str) -> Iterator[_Piece]:
        """The words of a page's text, parted where their look changes."""
        page, runs, text_object = self.page, self.runs, self.text_object
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
            run = runs.get(key) or self.read_run(key, start)
            hyphen = text[end - 1] in HYPHEN_MARKS
            if end - start == 1 or key == text_object(page, end - 1):
                yield start, end, run, line, False, hyphen
            else:
                yield from self.split(start, end, line, hyphen)
            line += hyphen

    def split(self, start: int, end: int, line: int, hyphen: bool) -> Iterator[_Piece]:
        """Split characters start..end where the text object changes to another look."""
        first = start
        run = self.run(start)
        for at in range(start + 1, end):
            key = self.text_object(self.page, at)
            if not key:  # a hyphen that PDFium made up
                continue
            following = self.runs.get(key) or self.read_run(key, at)
            if following.face != run.face or _differs(run, following):
                yield first, at, run, line, first != start, False
                first, run = at, following
        yield first, end, run, line, first != start, hyphen

    def run(self, at: int) -> Run:
        key = self.text_object(self.page, at)
        return self.runs.get(key) or self.read_run(key, at)

    def read_run(self, key: int | None, at: int) -> Run:
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
        run = Run(face, size, angle, invisible, white, baseline, rise, self.clips.get(key or 0))
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
        text = units.tobytes()[: 2 * count].decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, units[:count]))
    # Control characters were left out, so the indexes no longer agree: ask for each.
    code = call("FPDFText_GetUnicode")
    return "".join(chr(code(page, at)) for at in range(count))


LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    GONE: "", "\ufb05": "st", "\ufb06": "st", "\x02": "-", "\ufffe": "-", "\u00ad": "-",
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
        return NO_FACE
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
