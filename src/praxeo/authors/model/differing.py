"""How a spec differs from the one before it, and whether an app can follow it."""

from __future__ import annotations

from difflib import SequenceMatcher, unified_diff

SAME_LINES_MIN = 0.5  # of a spec: with fewer the app is better written anew
_AROUND = 1  # lines told around each difference


def difference(before: str, after: str) -> str:
    """The lines that went and came, with those around them; "" for the same spec."""
    told = unified_diff(_lines(before), _lines(after), lineterm="", n=_AROUND)
    return "\n".join(list(told)[2:])  # without the names of files


def is_near(before: str, after: str) -> bool:
    """Whether most of the spec is as it was."""
    matcher = SequenceMatcher(a=_lines(before), b=_lines(after), autojunk=False)
    return matcher.ratio() >= SAME_LINES_MIN


def _lines(spec: str) -> list[str]:
    return [line for line in spec.splitlines() if line.strip()]
