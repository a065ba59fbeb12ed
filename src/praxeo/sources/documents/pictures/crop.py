"""The part of a picture that its document shows, and how it is turned."""

from __future__ import annotations

from typing import NamedTuple


class Crop(NamedTuple):
    """Shares of its sides that are cut off, then quarter turns to the right, then whether it is mirrored."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    turns: int = 0
    mirrored: bool = False


WHOLE = Crop()
LEAST_SHARE = 0.02  # of a side that a crop must leave


def is_whole(crop: Crop) -> bool:
    """Whether all is shown; so it is where a crop would leave nothing."""
    left, top, right, bottom = (max(0.0, share) for share in crop[:4])
    return not (left or top or right or bottom) or max(left + right, top + bottom) > 1 - LEAST_SHARE


def cropped_box(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in pixels. A share below 0 widens the frame, where nothing is to be seen."""
    left, top, right, bottom = (max(0.0, share) for share in crop[:4])
    return (
        round(left * width),
        round(top * height),
        round((1.0 - right) * width),
        round((1.0 - bottom) * height),
    )
