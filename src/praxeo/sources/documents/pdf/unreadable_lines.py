"""Finds lines whose signs the file does not name: what nobody can read as text is shown as a picture of it."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_parts import inside
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.page_count import UNKNOWN

LEAST = 3  # unknown signs of such a line; one alone is a bullet
SHARE = 0.5  # of its signs that are unknown
MOST_LINES = 0.3  # of a page's lines; a page with more is one for text recognition
PITCH = 1.6  # heights of the font between lines that are shown together


def unreadable_lines(page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> list[list[Line]]:
    """Groups of such lines below each other; none within a table or a figure (`taken`), or on a page full of them."""
    if page.count.unreadable < LEAST:
        return []
    found = [
        line
        for line in lines
        if not line.angle
        and _is_unreadable(line)
        and not any(inside(line.box, box) for box in taken)
    ]
    if not found or len(found) > MOST_LINES * len(lines):
        return []
    groups: list[list[Line]] = []
    for line in sorted(found, key=lambda each: each.baseline):
        last = groups[-1][-1] if groups else None
        if last and _is_next(last, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def without_unknown(text: str) -> str:
    """What can be read of a text."""
    return " ".join(UNKNOWN.sub("", text).split())


def _is_unreadable(line: Line) -> bool:
    unknown = sum(len(UNKNOWN.findall(word.text)) for word in line.words if not word.text.isascii())
    return unknown >= LEAST and unknown >= SHARE * sum(len(word.text) for word in line.words)


def _is_next(above: Line, line: Line) -> bool:
    overlap = min(above.box[2], line.box[2]) - max(above.box[0], line.box[0])
    return overlap > 0 and line.baseline - above.baseline <= PITCH * line.size
