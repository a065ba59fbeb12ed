"""Tells by their numbers whether one line is the next section behind another."""

from __future__ import annotations

import re

LEADERS = re.compile(r"(?:\s?\.){5}")  # to the page of a heading in a table of contents
SECTION = re.compile(r"^((?:\d{1,2}|[A-Z])(?:\.\d{1,2})*)\.?\s+[^\W\d_]")


def is_next_section(above: str, below: str) -> bool:
    """Whether a line of more than one number ("4.2 …") goes on where another one ("4 …", "4.1 …") stands above it."""
    if LEADERS.search(below) or LEADERS.search(above):
        return False
    first, second = _numbers(above), _numbers(below)
    depth = len(second)
    if not first or depth < 2:
        return False
    if second == [*first, "1"]:
        return True
    return (
        depth <= len(first)
        and second[:-1] == first[: depth - 1]
        and int(second[-1]) == int(first[depth - 1]) + 1
    )


def _numbers(text: str) -> list[str]:
    match = SECTION.match(text)
    return match[1].split(".") if match else []
