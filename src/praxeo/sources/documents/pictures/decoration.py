"""Tells pictures that teach from those that only adorn: rules, bullets, spacers, badges, backgrounds."""

from __future__ import annotations

from PIL import Image

SHORTEST_SIDE = 48  # pixels; a smaller one is a bullet or a badge
LONGEST_ASPECT = 12.0  # a longer one is a rule or a border
ONE_COLOUR = 0.99  # of the pixels; more of one colour is a ground or a frame, where a line drawing has some ink
COLOUR_STEP = 16  # of the 256 values of a channel, which compression makes of one colour
SMALL_SIDE = 64


def is_decoration(picture: Image.Image) -> bool:
    """Whether nothing is to be seen on it that could be spoken of."""
    width, height = picture.size
    if (
        min(width, height) < SHORTEST_SIDE
        or max(width, height) / min(width, height) > LONGEST_ASPECT
    ):
        return True
    return _share_of_one_colour(picture) > ONE_COLOUR


def _share_of_one_colour(picture: Image.Image) -> float:
    """By area, so that thin lines on white count with the ink they have."""
    small = picture.copy()
    small.thumbnail((8 * SMALL_SIDE, 8 * SMALL_SIDE), Image.Resampling.NEAREST)
    even = small.convert("L").point(lambda value: value // COLOUR_STEP)
    counts = even.histogram()
    return max(counts) / max(1, sum(counts))
