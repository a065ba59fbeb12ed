"""The part of a picture that its document shows."""

from __future__ import annotations

Crop = tuple[float, float, float, float]  # shares of its sides cut off: left, top, right, bottom
WHOLE: Crop = (0.0, 0.0, 0.0, 0.0)
LEAST_SHARE = 0.02  # of a side that a crop must leave


def is_whole(crop: Crop) -> bool:
    """Whether all is shown; so it is where a crop would leave nothing."""
    left, top, right, bottom = (max(0.0, share) for share in crop)
    return not (left or top or right or bottom) or max(left + right, top + bottom) > 1 - LEAST_SHARE


def cropped_box(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in pixels. A share below 0 widens the frame, where nothing is to be seen."""
    left, top, right, bottom = (max(0.0, share) for share in crop)
    return (
        round(left * width),
        round(top * height),
        round((1.0 - right) * width),
        round((1.0 - bottom) * height),
    )
