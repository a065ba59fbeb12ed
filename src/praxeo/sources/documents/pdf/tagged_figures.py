"""Reads what a tagged PDF says of its figures to those who cannot see them, with the place of each."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_parts import union
from praxeo.sources.documents.pdf.source import view_of
from praxeo.sources.documents.pdf.structure_tree import (
    elements,
    marks,
    parts,
    stated,
    structure_of,
)
from praxeo.sources.documents.pictures.alt_text import plain_alt

MAX_OBJECTS = 20_000  # page objects that are looked at for what is marked

Alts = list[tuple[Box, str]]


def read_alts(document: Any, index: int) -> Alts:
    """The boxes of the tagged figures of a page (index from 0) as it is printed, with what is said of each."""
    page = raw.FPDF_LoadPage(document.raw, index)
    if not page:
        return []
    try:
        with structure_of(page) as top:
            told = [
                (node, alt)
                for node in elements(top, "Figure")
                if (alt := plain_alt(stated(raw.FPDF_StructElement_GetAltText, node)))
            ]
            drawn = _marked_boxes(page) if told else {}
            placed = [(_drawn_at(node, drawn) or _stated_at(node), alt) for node, alt in told]
            view = view_of(page)
        return [(view.box(*corners), alt) for corners, alt in placed if corners]
    finally:
        raw.FPDF_ClosePage(page)


def _drawn_at(node: Any, drawn: dict[int, Box]) -> Box | None:
    """Where the content of a figure is drawn, in user space."""
    boxes = [
        drawn[mark]
        for part in (node, *parts(node))
        if part
        for mark in marks(part)
        if mark in drawn
    ]
    return union(boxes) if boxes else None


def _stated_at(node: Any) -> Box | None:
    """Where a figure says to stand, in user space. Some programs write places of their own page here."""
    for at in range(max(0, raw.FPDF_StructElement_GetAttributeCount(node))):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(node, at)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"BBox") if attribute else None
        if value and raw.FPDF_StructElement_Attr_CountChildren(value) == 4:
            left, bottom, right, top = (_number(value, side) for side in range(4))
            return (left, bottom, right, top)
    return None


def _number(value: Any, at: int) -> float:
    number = ctypes.c_float()
    side = raw.FPDF_StructElement_Attr_GetChildAtIndex(value, at)
    raw.FPDF_StructElement_Attr_GetNumberValue(side, number)
    return number.value


def _marked_boxes(page: Any) -> dict[int, Box]:
    """The boxes in user space of what is drawn on a page under each mark."""
    found: dict[int, Box] = {}
    for at in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, at)
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        sides = [ctypes.c_float() for _ in range(4)]
        if mark >= 0 and raw.FPDFPageObj_GetBounds(item, *sides):
            left, bottom, right, top = (side.value for side in sides)
            box = (left, bottom, right, top)
            found[mark] = union([found[mark], box]) if mark in found else box
    return found
