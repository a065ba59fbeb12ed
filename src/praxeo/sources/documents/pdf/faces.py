"""What a font of PDFium says of itself: its name, and whether it is bold, italic or of fixed pitch."""

from __future__ import annotations

import ctypes
import re

from praxeo.sources.documents.pdf.page import NO_FACE, Face
from praxeo.sources.documents.pdf.pdfium import call

BOLD_WEIGHT = 600  # CSS-like weight


FIXED_PITCH_FLAG, ITALIC_FLAG, FORCE_BOLD_FLAG = 1, 64, 1 << 18  # PDF 32000-1, table 123


BOLD_NAME = re.compile(
    r"bold|black|heavy|semib|demi|(?<=[-,.])(?:b|bd|bi)$|[a-z](?<=-)bx|cmbx|sfbx|-medi|\.b$|ebx|^(?:cm|ec|sf)b\d",
    re.I,
)


# The name is believed over the weight: PDFium works the weight out from the width of the stems,
# which says the same of a strong text face and of a bold one.
UPRIGHT_NAME = re.compile(
    r"regu|roman|book(?!m)|light|normal|-(?:reg|rg|rm)$"
    r"|^(?:cm(?:r|ti|sl|tt|ss|csc|u)|sf(?:rm|ti|tt|sl|ss|cc)|ec(?:rm|ti|tt|sl|ss|cc))\d+$",  # TeX's own
    re.I,
)


ITALIC_NAME = re.compile(r"ital|obli|slant|(?<=[-,.])(?:i|it|bi)$|cmti|cmsl|sfti|\.i$", re.I)


OCR_NAME = (
    "GlyphLessFont"  # of the text that Tesseract lays under a scan: it has no shapes, nor a pitch
)


MONO_NAME = re.compile(
    r"mono|courier|consol|typewriter|cmtt|sftt|ectt|lmtt|txtt|menlo|inconsol|fixed|-code|codepro|fira.?code"
    r"|nimbusmon|monaco|letter.?gothic|prestige|cousine",
    re.I,
)

TOLD_BY = "etaoinsr"  # letters whose widths name a font without a name


def read_face(font: int) -> Face:
    """The face of a font by its handle; `NO_FACE` where there is none."""
    if not font:
        return NO_FACE
    buffer = ctypes.create_string_buffer(256)
    call("FPDFFont_GetBaseFontName")(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace")
    name = name.partition("+")[2] or name or _name_by_widths(font)
    flags = max(0, call("FPDFFont_GetFlags")(font))
    weight = call("FPDFFont_GetWeight")(font)
    angle = ctypes.c_int()
    call("FPDFFont_GetItalicAngle")(font, ctypes.addressof(angle))
    heavy = weight >= BOLD_WEIGHT or bool(flags & FORCE_BOLD_FLAG)
    bold = bool(BOLD_NAME.search(name)) or (heavy and not UPRIGHT_NAME.search(name))
    italic = bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG) or angle.value != 0
    fixed = bool(flags & FIXED_PITCH_FLAG) or bool(MONO_NAME.search(name))
    mono = fixed and name != OCR_NAME
    return Face(name, bold, italic, mono)


def _name_by_widths(font: int) -> str:
    """A name for a font without one (those of Type 3, as browsers embed fonts of the web): the widths of its letters.

    It is the same on all pages of a file, so that text and headings in two such fonts can be told apart.
    """
    width = ctypes.c_float()
    glyph_width = call("FPDFFont_GetGlyphWidth")
    found = []
    for letter in TOLD_BY:
        if glyph_width(font, ord(letter), 1000.0, ctypes.addressof(width)):
            found.append(round(width.value))
    return " ".join(map(str, found)) if any(found) else ""
