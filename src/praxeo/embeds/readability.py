"""Colours of a theme that can be read: contrast of text and accent with their ground, by WCAG 2 (AA, 4.5 to 1)."""

from __future__ import annotations

from collections.abc import Mapping

READABLE = 4.5
STEPS = 100
_SURFACE = "--praxeo-surface"
_ON_SURFACE = ("--praxeo-text", "--praxeo-accent")
_GROUNDS = {"light": "#ffffff", "dark": "#14181c"}  # of apps, where a theme sets none
_ENDS = ("#000000", "#ffffff")


def readable(theme: Mapping[str, str]) -> dict[str, str]:
    """The theme with each colour that could not be read on its ground moved to the nearest that can.

    Where the ground is the reader's own, light or dark, the app moves them as it is shown.
    """
    ground = theme.get(_SURFACE) or _GROUNDS.get(theme.get("scheme", ""))
    if ground is None:
        return dict(theme)
    moved = {name: _nearest(theme[name], ground) for name in _ON_SURFACE if name in theme}
    return {**theme, **moved}


def contrast(one: str, other: str) -> float:
    """From 1 to 21: (L1 + 0.05) / (L2 + 0.05) of the relative luminances of two colours, #rgb or #rrggbb."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _nearest(ink: str, ground: str) -> str:
    """Darker or lighter, whichever is the smaller step; the colour itself if it can be read."""
    if contrast(ink, ground) >= READABLE:
        return ink
    shifted = (_mixed(ink, end, step / STEPS) for step in range(STEPS + 1) for end in _ENDS)
    return next(colour for colour in shifted if contrast(colour, ground) >= READABLE)


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_parts(one), _parts(other), strict=True)
    # As browsers round, since the studio offers the same colour.
    return "#" + "".join(f"{int(a + (b - a) * share + 0.5):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> list[int]:
    """Red, green and blue from 0 to 255."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
