"""Counts what a page holds, apart from the layout that is read from it: text, unreadable signs, remarks."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from praxeo.sources.documents.pdf.page_text import readable
from praxeo.sources.documents.pdf.repairs import GONE

MAX_ANNOTATIONS = 2_000  # of one page
MAX_REMARK = 20_000  # bytes of one (two for each character)
# What people write onto a page; a link's text is a tip, a popup repeats its parent's.
REMARKS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
    }
    | {
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
        raw.FPDF_ANNOT_STAMP,
    }
    | {raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_INK}
)
# Signs of which the file does not say what letters they are; bullets of fonts of signs stand from U+F000 on.
UNKNOWN = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ufffd\ue000-\uefff]")
LINE_END = re.compile("[-\u2010\x02\ufffe\u00ad][\r\n]+")
UNHYPHENED = re.compile("[\x02\ufffe\u00ad]")


def page_text(text: str) -> tuple[str, int]:
    """The text of a page's characters in the order of the file, and how many of its signs are unknown."""
    unknown = len(UNKNOWN.findall(text))
    joined = UNHYPHENED.sub("", LINE_END.sub("", text))
    return readable(joined.replace(GONE, "")), unknown


def page_remarks(page: Any) -> Iterator[str]:
    """What people wrote onto a page, as notes beside it or marks on it."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) in REMARKS and (said := _contents(annotation)):
                yield said
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: Any) -> str:
    size = min(raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0), MAX_REMARK)
    units = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, b"Contents", units, size)
    return bytes(units)[:size].decode("utf-16-le", "replace").strip("\0 \r\n\t")
