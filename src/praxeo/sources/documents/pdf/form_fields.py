"""Reads what people have filled into the fields of a form, as words at the places of the fields."""

from __future__ import annotations

import ctypes
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import NO_FACE, Word
from praxeo.sources.documents.pdf.text_runs import MIN_SIZE, WHITE_FLOOR
from praxeo.sources.documents.pdf.view import View

MAX_FIELDS = 2_000  # fields of one page; the rest is not read
MAX_VALUE = 20_000  # bytes of a value (two for each character); the rest is cut off
UNSEEN = 2 | 32  # annotation flags (PDF 32000-1, table 165): hidden, not for viewing
PASSWORD = 1 << 13  # field flag (table 228)
WITH_VALUE = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
WITH_TICK = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
TICK = "\u2612"

SMALLEST = 4.0  # points; in a lower or narrower field nothing can be read
NEAR = 6.0  # heights of the font between a text and the field that goes on with it
SPACE = 0.3  # heights of the font between words
CHARACTER = 0.5  # heights of the font that a character takes
FREE_SIZE = 11.0  # points, in a field beside no text
LEADING = 1.2  # heights of the font between lines of a value


class Field(NamedTuple):
    """A field with something in it, and whether a person sees that."""

    value: str
    box: Box
    seen: bool


def start_forms(document: Any) -> None:
    """Make the fields of a document readable; to be called before its pages are counted."""
    with suppress(pypdfium2.PdfiumError):  # a form that is broken is a document without one
        document.init_forms()


def with_fields(
    document: Any, page: Any, view: View, words: Sequence[Word]
) -> tuple[list[Word], int, int]:
    """The words of a page with those of its fields, each behind the text that it goes on with.

    Also how many values these are, and how many words of fields were left out because nobody can see them.
    """
    found = list(words)
    values = hidden = 0
    if document.formenv is None:
        return found, values, hidden
    for field in _loaded_fields(document.formenv.raw, page, view):
        if not field.seen:
            hidden += len(field.value.split())
            continue
        values += 1
        before = _text_before(found, field.box)
        place = len(found) if before is None else found.index(before) + 1
        found[place:place] = _words(field, before, found)
    return found, values, hidden


def _loaded_fields(form: Any, page: Any, view: View) -> list[Field]:
    """The fields of a page; PDFium knows their looks only while it is told that the page is shown."""
    raw.FORM_OnAfterLoadPage(page, form)
    try:
        return list(_fields(form, page, view))
    finally:
        raw.FORM_OnBeforeClosePage(page, form)


def _fields(form: Any, page: Any, view: View) -> Iterator[Field]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            corners = raw.FS_RECTF()
            value = _value(form, annotation)
            if value and raw.FPDFAnnot_GetRect(annotation, corners):
                box = view.box(corners.left, corners.bottom, corners.right, corners.top)
                yield Field(value, box, _can_be_seen(form, annotation, box, view))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _value(form: Any, annotation: Any) -> str:
    """What a field shows: its text, or a tick; empty for a field that is not shown."""
    if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
        return ""
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if raw.FPDFAnnot_GetFlags(annotation) & UNSEEN:
        return ""
    if kind in WITH_TICK:
        return TICK if raw.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind not in WITH_VALUE or raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD:
        return ""
    size = raw.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    units = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetFormFieldValue(form, annotation, units, size)
    return bytes(units)[: min(size, MAX_VALUE)].decode("utf-16-le", "replace").strip("\0 \r\n\t")


def _can_be_seen(form: Any, annotation: Any, box: Box, view: View) -> bool:
    """Whether a person sees what is in a field: it is large enough, on the page and not white."""
    left, top, right, bottom = box
    wide, high = view.size
    if min(right - left, bottom - top) < SMALLEST or not (right > 0 and bottom > 0):
        return False
    if left >= wide or top >= high:
        return False
    size = ctypes.c_float()
    if raw.FPDFAnnot_GetFontSize(form, annotation, size) and 0 < size.value < MIN_SIZE:
        return False
    color = [ctypes.c_uint() for _ in range(3)]
    known = raw.FPDFAnnot_GetFontColor(form, annotation, *color)
    return not known or min(part.value for part in color) < WHITE_FLOOR


def _text_before(words: Sequence[Word], box: Box) -> Word | None:
    """The word to the left on whose line a field stands, if it is near."""
    left, top, _, bottom = box
    on_line = [
        word
        for word in words
        if not word.angle
        and top < word.baseline <= bottom
        and word.box[0] < left
        and left - word.box[2] < NEAR * word.size
    ]
    return max(on_line, key=lambda word: word.box[2], default=None)


def _words(field: Field, before: Word | None, others: Sequence[Word]) -> list[Word]:
    """The words of a field's value, set on the line of the text before it or in its own box."""
    left, top, right, bottom = field.box
    line = 1 + max((word.line for word in others), default=0)
    size, face = max(1.0, min(FREE_SIZE, 0.7 * (bottom - top))), NO_FACE
    baseline = min(bottom - 0.25 * size, top + size)
    if before is not None:
        size, face, line, baseline = before.size, before.face, before.line, before.baseline
        left = min(left, before.box[2] + SPACE * size)
    rows = _rows(field.value, max(1, int((right - left) / (CHARACTER * size))))
    found: list[Word] = []
    for number, row in enumerate(rows):
        y = baseline + number * LEADING * size
        x = left
        for text in row.split():
            end = x + CHARACTER * size * len(text)
            place = (x, y - 0.8 * size, end, y + 0.2 * size)
            found.append(Word(text, place, y, size, face, line + number))
            x = end + SPACE * size
    return found


def _rows(value: str, width: int) -> list[str]:
    """The lines of a value, as wide as its field."""
    return [row for line in value.splitlines() for row in textwrap.wrap(line, max(width, 20))]
