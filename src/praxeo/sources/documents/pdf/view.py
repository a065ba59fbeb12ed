"""Maps coordinates of a PDF page (origin bottom left, any rotation) to the upright page."""

from __future__ import annotations

from array import array
from typing import NamedTuple

from praxeo.domain.blocks import Box


class View(NamedTuple):
    """A crop box in user space and the clockwise quarter turns under which it is read."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def turned(self, more: int) -> View:
        """The same page after further clockwise quarter turns."""
        return self._replace(turns=(self.turns + more) % 4)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the upright page."""
        if self.turns == 0:
            return (x - self.left, self.top - y)
        if self.turns == 1:
            return (y - self.bottom, x - self.left)
        if self.turns == 2:
            return (self.right - x, y - self.bottom)
        return (self.top - y, self.right - x)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of user space (any two opposite corners) on the upright page."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        if ax > bx:
            ax, bx = bx, ax
        if ay > by:
            ay, by = by, ay
        return (ax, ay, bx, by)

    def boxes(
        self, x0: list[float], y0: list[float], x1: list[float], y1: list[float]
    ) -> list[Box]:
        """Many rectangles of user space (left, bottom, right, top) on the upright page."""
        left, bottom, right, top = self[:4]
        if self.turns == 0:
            sides = (_after(x0, left), _before(top, y1), _after(x1, left), _before(top, y0))
        elif self.turns == 1:
            sides = (_after(y0, bottom), _after(x0, left), _after(y1, bottom), _after(x1, left))
        elif self.turns == 2:
            sides = (_before(right, x1), _after(y0, bottom), _before(right, x0), _after(y1, bottom))
        else:
            sides = (_before(top, y1), _before(right, x1), _before(top, y0), _before(right, x0))
        return list(zip(*sides, strict=True))


def _after(values: list[float], edge: float) -> list[float]:
    return _single([value - edge for value in values]) if edge else values


def _before(edge: float, values: list[float]) -> list[float]:
    return _single([edge - value for value in values])


def _single(values: list[float]) -> list[float]:
    """Rounded to single precision, which PDFium calculates in: more digits would be noise."""
    return array("f", values).tolist()
