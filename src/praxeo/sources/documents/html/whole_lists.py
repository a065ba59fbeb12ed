"""Keeps lists whole: the options of a question and its answers are short, and no model knows that they matter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.tree import Element, name_of

LISTS = {"ol", "ul", "dl", "menu"}
LEAST_SHARE = 0.3
"""A list of which this share of words was chosen is content as a whole."""
LONGEST_ITEM_WORDS = 40
"""A list with longer items is made of texts, such as the posts of a forum: each is judged by itself."""
LINKED_SHARE = 0.1
"""A list with more linked text leads elsewhere."""


def keep_whole_lists(view: PageView, kept: NDArray[np.bool_]) -> None:
    """Add the items of lists that are partly kept, or that belong to the kept text right before them."""
    for around, numbers in _lists(view):
        characters = sum(len(view.units[n].text) for n in numbers)
        linked = sum(view.units[n].link_characters for n in numbers)
        longest = max(len(view.words[n]) for n in numbers)
        if linked > LINKED_SHARE * characters or longest > LONGEST_ITEM_WORDS:
            continue
        if _share(view, kept, numbers) >= LEAST_SHARE or _follows(view, kept, around, numbers[0]):
            kept[numbers] = True


def _lists(view: PageView) -> list[tuple[Element, list[int]]]:
    """Each outermost list with the numbers of its units."""
    found: dict[Element, list[int]] = {}
    for number, line in enumerate(view.lines):
        lists = [element for element in line if name_of(element) in LISTS]
        if lists:
            found.setdefault(lists[-1], []).append(number)
    return list(found.items())


def _share(view: PageView, kept: NDArray[np.bool_], numbers: Sequence[int]) -> float:
    words = sum(len(view.words[n]) for n in numbers)
    return sum(len(view.words[n]) for n in numbers if kept[n]) / max(1, words)


def _follows(view: PageView, kept: NDArray[np.bool_], around: Element, first: int) -> bool:
    """Whether the text right before a list is kept and stands in the same element."""
    parent = around.getparent()
    return first > 0 and bool(kept[first - 1]) and parent in view.lines[first - 1]
