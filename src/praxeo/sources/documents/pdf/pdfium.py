"""Typed access to the few PDFium calls that are made once per word or drawing.

pypdfium2 converts each pointer argument, which costs more than the calls themselves; here handles
are plain integers.
"""

from __future__ import annotations

import ctypes
from ctypes import c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from functools import cache
from typing import Any

import pypdfium2.raw as raw

_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "FPDFText_GetTextObject": (c_void_p, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, c_int, c_void_p),
    "FPDFText_GetCharOrigin": (c_int, c_void_p, c_int, c_void_p, c_void_p),
    "FPDFText_GetUnicode": (c_uint, c_void_p, c_int),
    "FPDFText_IsGenerated": (c_int, c_void_p, c_int),
    "FPDFText_GetMatrix": (c_int, c_void_p, c_int, c_void_p),
    "FPDFText_GetFontSize": (c_double, c_void_p, c_int),
    "FPDFTextObj_GetFont": (c_void_p, c_void_p),
    "FPDFTextObj_GetTextRenderMode": (c_int, c_void_p),
    "FPDFFont_GetBaseFontName": (c_ulong, c_void_p, c_void_p, c_ulong),
    "FPDFFont_GetWeight": (c_int, c_void_p),
    "FPDFFont_GetGlyphWidth": (c_int, c_void_p, c_uint, c_float, c_void_p),
    "FPDFFont_GetFlags": (c_int, c_void_p),
    "FPDFFont_GetItalicAngle": (c_int, c_void_p, c_void_p),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, c_int),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "FPDFPageObj_GetBounds": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetClipPath": (c_void_p, c_void_p),
    "FPDFClipPath_CountPaths": (c_int, c_void_p),
    "FPDFClipPath_CountPathSegments": (c_int, c_void_p, c_int),
    "FPDFClipPath_GetPathSegment": (c_void_p, c_void_p, c_int, c_int),
    "FPDFPageObj_GetFillColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetStrokeColor": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPath_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFPathSegment_GetClose": (c_int, c_void_p),
}

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@cache
def call(name: str) -> Any:
    """The PDFium function of that name, taking handles as integers."""
    result, *arguments = _SIGNATURES[name]
    address = ctypes.cast(getattr(raw, name), c_void_p).value or 0
    # These calls are short: holding on to the interpreter lock is cheaper than giving it back.
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def handle(pointer: Any) -> int:
    """The address behind a pypdfium2 handle; 0 for none."""
    return ctypes.cast(pointer, c_void_p).value or 0


def object_matrix(page_object: int) -> Matrix:
    """The transformation of a page object."""
    m = raw.FS_MATRIX()
    if not call("FPDFPageObj_GetMatrix")(page_object, ctypes.addressof(m)):
        return IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def object_color(page_object: int, *, stroke: bool) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity (0-255) with which an object is drawn; black where unknown."""
    values = (c_uint * 4)(0, 0, 0, 255)
    at = ctypes.addressof(values)
    name = "FPDFPageObj_GetStrokeColor" if stroke else "FPDFPageObj_GetFillColor"
    call(name)(page_object, at, at + 4, at + 8, at + 12)
    return (values[0], values[1], values[2], values[3])


def object_bounds(page_object: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object in the space of its parent."""
    values = (c_float * 4)()
    at = ctypes.addressof(values)
    call("FPDFPageObj_GetBounds")(page_object, at, at + 4, at + 8, at + 12)
    return (values[0], values[1], values[2], values[3])
