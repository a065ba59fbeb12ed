"""Reads what is drawn on a page besides text: ruling lines, filled areas, pictures, charts."""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Area, Rule
from praxeo.sources.documents.pdf.pdfium import (
    IDENTITY,
    Matrix,
    call,
    handle,
    multiply,
    object_bounds,
    object_color,
    object_matrix,
)
from praxeo.sources.documents.pdf.view import View

MAX_OBJECTS = 20_000  # page objects looked at on one page
MAX_SEGMENTS = 6_000  # path segments looked at on one page
MAX_PATH_SEGMENTS = 1_500  # segments of one path; a longer path is a drawing
MAX_FORM_DEPTH = 6  # form objects inside form objects
MAX_CLIPS = 8  # clip paths of one text object
MAX_CLIP_SEGMENTS = 16  # segments of one clip path
MAX_RULE_WIDTH = 3.0  # points; a filled rectangle up to this thickness is a line
MIN_RULE_LENGTH = 3.4  # points; the bar of a fraction of two digits in small print
SAMPLE = 24  # segments after which a path must have shown that it is made of rules
STRAIGHT = 0.6  # points by which the ends of a straight line may differ
MIN_OPACITY = 8  # of 255; fainter drawings are not seen
LINE_TO, MOVE_TO = 0, 2  # FPDF_SEGMENT_*

Point = tuple[float, float]


class Drawings(NamedTuple):
    """Everything drawn on a page that is not text, and what clips text.

    `clips` holds, for text objects inside form objects (figures taken from other documents), the
    box outside of which they are not painted; the keys are PDFium's handles.
    """

    rules: list[Rule]
    areas: list[Area]
    pictures: list[Box]
    drawings: list[Box]
    clips: dict[int, Box]


def read_drawings(page: Any, view: View) -> Drawings:
    """Read the drawings of a loaded page."""
    reader = _Reader(view)
    at = handle(page)
    count = call("FPDFPage_CountObjects")(at)
    get = call("FPDFPage_GetObject")
    for index in range(min(count, MAX_OBJECTS)):
        reader.add(get(at, index) or 0, IDENTITY, 0)
    return reader.found


class _Reader:
    """Collects drawings object by object, within the limits of this module."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found = Drawings([], [], [], [], {})
        self.objects_left = MAX_OBJECTS
        self.segments_left = MAX_SEGMENTS
        self.kind = call("FPDFPageObj_GetType")

    def add(self, item: int, outer: Matrix, depth: int) -> None:
        self.objects_left -= 1
        if not item or self.objects_left < 0:
            return
        kind = self.kind(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if depth:
                self.add_clip(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self.add_path(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.found.pictures.append(self.bounds(item, outer))
        elif kind == raw.FPDF_PAGEOBJ_SHADING:
            self.found.drawings.append(self.bounds(item, outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
            matrix = multiply(object_matrix(item), outer)
            get = call("FPDFFormObj_GetObject")
            for index in range(min(call("FPDFFormObj_CountObjects")(item), self.objects_left)):
                self.add(get(item, index) or 0, matrix, depth + 1)

    def add_clip(self, item: int, outer: Matrix) -> None:
        path = call("FPDFPageObj_GetClipPath")(item)
        get, count_of = call("FPDFClipPath_GetPathSegment"), call("FPDFClipPath_CountPathSegments")
        box: Box | None = None
        for number in range(min(call("FPDFClipPath_CountPaths")(path), MAX_CLIPS) if path else 0):
            count = min(count_of(path, number), MAX_CLIP_SEGMENTS)
            points = [_point(get(path, number, at), outer) for at in range(count)]
            if not points:
                continue
            seen = [self.view.point(x, y) for x, y in points]
            left, right = min(p[0] for p in seen), max(p[0] for p in seen)
            top, bottom = min(p[1] for p in seen), max(p[1] for p in seen)
            if box is not None:
                left, top = max(left, box[0]), max(top, box[1])
                right, bottom = min(right, box[2]), min(bottom, box[3])
            box = (left, top, right, bottom)
        if box is not None:
            self.found.clips[item] = box

    def bounds(self, item: int, outer: Matrix) -> Box:
        left, bottom, right, top = object_bounds(item)
        return self.view.box(*_apply(outer, left, bottom), *_apply(outer, right, top))

    def add_path(self, item: int, outer: Matrix) -> None:
        fill, stroke = c_int(), c_int()
        call("FPDFPath_GetDrawMode")(item, ctypes.addressof(fill), ctypes.addressof(stroke))
        filled, stroked = bool(fill.value), bool(stroke.value)
        red, green, blue, opacity = object_color(item, stroke=stroked and not filled)
        if not (filled or stroked) or opacity < MIN_OPACITY:
            return
        count = call("FPDFPath_CountSegments")(item)
        if count > MAX_PATH_SEGMENTS or count > self.segments_left:
            self.found.drawings.append(self.bounds(item, outer))
            return
        self.segments_left -= count
        straight = True
        for points, is_straight in _subpaths(item, count, multiply(object_matrix(item), outer)):
            seen = [self.view.point(x, y) for x, y in points]
            straight &= is_straight and self.add_shape(seen, filled, stroked, (red, green, blue))
        if not straight:
            self.found.drawings.append(self.bounds(item, outer))

    def add_shape(
        self, points: list[Point], filled: bool, stroked: bool, color: tuple[int, int, int]
    ) -> bool:
        """Add a subpath as rules or area; False if it is neither."""
        across, along = zip(*points, strict=True)
        left, top, right, bottom = min(across), min(along), max(across), max(along)
        box = (left, top, right, bottom)
        wide, high = right - left, bottom - top
        if min(wide, high) <= MAX_RULE_WIDTH:
            if max(wide, high) >= MIN_RULE_LENGTH and (filled or min(wide, high) <= STRAIGHT):
                self.found.rules.append(Rule(box, wide >= high))
            return True
        if not _is_rectangle(points, box):
            return not filled and stroked and self.add_edges(points)
        if filled:
            self.found.areas.append(Area(box, color))
        if stroked:
            self.add_edges(points)
        return True

    def add_edges(self, points: list[Point]) -> bool:
        """Add each side of a polygon that is horizontal or vertical; False if one is neither."""
        straight = True
        for (x0, y0), (x1, y1) in pairwise(points):
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            wide, high = box[2] - box[0], box[3] - box[1]
            if min(wide, high) > STRAIGHT:
                straight = False
            elif max(wide, high) >= MIN_RULE_LENGTH:
                self.found.rules.append(Rule(box, wide >= high))
        return straight


def _subpaths(item: int, count: int, matrix: Matrix) -> list[tuple[list[Point], bool]]:
    """The subpaths of a path as points in user space, and whether each has only straight sides."""
    values = (c_float * 2)()
    at = ctypes.addressof(values)
    get, kind_of = call("FPDFPath_GetPathSegment"), call("FPDFPathSegment_GetType")
    point_of, closes = call("FPDFPathSegment_GetPoint"), call("FPDFPathSegment_GetClose")
    found: list[tuple[list[Point], bool]] = []
    points: list[Point] = []
    straight = True
    segment = 0
    for index in range(count):
        following = get(item, index)
        kind = kind_of(following)
        if kind == MOVE_TO:
            if len(points) > 1:
                found.append((_closed(points, closes(segment)), straight))
            points, straight = [], True
        elif kind != LINE_TO:
            straight = False
        segment = following
        point_of(segment, at, at + 4)
        points.append(_apply(matrix, values[0], values[1]))
        if index == SAMPLE and not (straight and _is_boxy(points)):
            return [([*points, points[0]], False)]  # a curve of a chart: its bounds are enough
    if len(points) > 1:
        found.append((_closed(points, closes(segment)), straight))
    return found


def _closed(points: list[Point], closes: int) -> list[Point]:
    return [*points, points[0]] if closes and points[0] != points[-1] else points


def _is_boxy(points: list[Point]) -> bool:
    """Whether all sides are horizontal or vertical."""
    return all(
        abs(x0 - x1) <= STRAIGHT or abs(y0 - y1) <= STRAIGHT
        for (x0, y0), (x1, y1) in pairwise(points)
    )


def _is_rectangle(points: list[Point], box: Box) -> bool:
    left, top, right, bottom = box
    return len(points) <= 6 and all(
        (abs(x - left) <= STRAIGHT or abs(x - right) <= STRAIGHT)
        and (abs(y - top) <= STRAIGHT or abs(y - bottom) <= STRAIGHT)
        for x, y in points
    )


def _point(segment: int, matrix: Matrix) -> Point:
    values = (c_float * 2)()
    at = ctypes.addressof(values)
    call("FPDFPathSegment_GetPoint")(segment, at, at + 4)
    return _apply(matrix, values[0], values[1])


def _apply(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)
