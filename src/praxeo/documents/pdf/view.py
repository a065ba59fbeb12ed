"""Maps coordinates of a PDF page (origin bottom left, any rotation) to the upright page."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
        self,
        x0: NDArray[np.float32],
        y0: NDArray[np.float32],
        x1: NDArray[np.float32],
        y1: NDArray[np.float32],
    ) -> list[Box]:
        """Many rectangles of user space (left, bottom, right, top) on the upright page."""
        if self.turns == 0:
            sides = (x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        elif self.turns == 1:
            sides = (y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        elif self.turns == 2:
            sides = (self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        else:
            sides = (self.top - y1, self.right - x1, self.top - y0, self.right - x0)
        return list(zip(*(side.tolist() for side in sides), strict=True))
