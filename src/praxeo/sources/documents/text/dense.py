"""Finds the paragraphs of plain text that has no blank lines between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median, quantiles

DENSE_LINES = (
    12  # that follow each other without a blank one; fewer are one paragraph, list or verse
)
PARAGRAPH_CHARACTERS = 160  # of a usual line; so long are no lines that an editor broke
SHORT_LINE = 0.8  # of the width of the text; a line that ends before is the last of its paragraph
INDENT = 2  # columns by which a first line may stand in

_STOPS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_STARTS = re.compile(r"[\"'“‘«„(\[¿¡]*[A-ZÀ-ÞА-ЯΑ-Ω0-9]")


def paragraphs_of(
    lines: list[str], *, is_title: Callable[[str], bool], is_item: Callable[[str], bool]
) -> Iterator[list[str]]:
    """The lines of a group, by paragraphs where they can be told apart.

    `is_title` knows the heading of a chapter, `is_item` the first line of a list's item; a list stays whole.
    """
    if len(lines) < DENSE_LINES:
        yield lines
        return
    ends = _ends_of(lines)
    start, in_list = 0, is_item(lines[0])
    for index, (line, following) in enumerate(pairwise(lines), 1):
        if is_item(following):
            parts = not in_list and bool(_STOPS.search(line))
            in_list = in_list or parts
        else:
            parts = ends(line, following)
        if parts or is_title(line) or is_title(following):
            yield lines[start:index]
            start, in_list = index, is_item(following)
    yield lines[start:]


def _ends_of(lines: Sequence[str]) -> Callable[[str, str], bool]:
    """Whether a paragraph ends between a line and the next, in lines of this kind."""
    sizes = [len(line) for line in lines]
    if median(sizes) >= PARAGRAPH_CHARACTERS:
        return lambda _line, _following: True
    width = quantiles(sizes, n=10)[-1]

    def ends(line: str, following: str) -> bool:
        if not _STOPS.search(line) or not _STARTS.match(following.strip()):
            return False
        stands_in = _indent(following) - _indent(line)
        return len(line) < SHORT_LINE * width or INDENT <= stands_in <= 2 * INDENT + 4

    return ends


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
