"""The characters of one page as PDFium counts them, and words of them as a person reads them."""

from __future__ import annotations

import ctypes
import re
from array import array

import pypdfium2.raw as raw

from praxeo.sources.documents.pdf.pdfium import call
from praxeo.sources.documents.pdf.repairs import GONE
from praxeo.sources.documents.pdf.unnamed_signs import with_unnamed_signs
from praxeo.sources.documents.symbol_font import PRIVATE_USE, symbol_text

MAX_CHARACTERS = 400_000  # characters of one page; the rest is not read


def page_characters(page: int) -> str:
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
        return with_unnamed_signs(text if len(text) == count else "".join(map(chr, units[:count])))
    # Control characters were left out, so the indexes no longer agree: ask for each.
    code = call("FPDFText_GetUnicode")
    return with_unnamed_signs("".join(chr(code(page, at)) for at in range(count)))


LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    GONE: "", "\ufb05": "st", "\ufb06": "st", "\x02": "-", "\ufffe": "-", "\u00ad": "-",
}  # fmt: skip


_ODD = re.compile("[" + "".join(LIGATURES) + "\ud800-\udfff]")


def readable(text: str, font: str = "") -> str:
    """Ligatures as letters, the marks of line-end hyphens as hyphens, surrogate pairs joined, signs of fonts of
    signs as what they look like."""
    if text.isascii() and "\x02" not in text:
        return text
    if PRIVATE_USE.search(text) and font.lower().startswith(("symbol", "wingdings")):
        text = symbol_text(text, font.partition("-")[0])
    if not _ODD.search(text):
        return text
    text = "".join(LIGATURES.get(character, character) for character in text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
