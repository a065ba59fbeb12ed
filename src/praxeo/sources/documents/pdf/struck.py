"""Leaves out words that are struck out: no sentence may teach both what was meant before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.pdf.page import Page, Word

LOW, HIGH = 0.14, 0.42  # heights of the font above the baseline, between which a stroke runs
THICK = 0.14  # heights of the font; a thicker bar hides or shades
COVERED = 0.85  # of a word's width, from which on it is struck
OVERHANG = 0.45  # heights of the font by which a stroke may reach past the words it strikes
SLACK = 0.01  # points, for what rounding makes of a height
RULES_MAX = 400  # of a page; one with more is a drawing


def without_struck(page: Page, collected: BlockList) -> Page:
    """The page without the words through whose middle a stroke runs; they are told in the ledger."""
    strokes = [rule.box for rule in page.rules if rule.horizontal]
    if not strokes or len(page.rules) > RULES_MAX:
        return page
    struck: set[int] = set()
    by_height = sorted((word.baseline, at) for at, word in enumerate(page.words) if not word.angle)
    reach = HIGH * max((word.size for word in page.words), default=0.0)
    for stroke in strokes:
        middle = (stroke[1] + stroke[3]) / 2
        first = bisect_left(by_height, (middle, -1))
        last = bisect_right(by_height, (middle + reach + SLACK, len(page.words)))
        near = sorted([at for _, at in by_height[first:last]])
        struck |= _struck_by(stroke, page.words, near)
    if not struck:
        return page
    told = InlineText()
    for at in sorted(struck):
        told.add(page.words[at].text + " ", ("struck",))
    collected.tell_struck(told)
    return replace(page, words=tuple(_closed_up(page.words, struck)))


def _closed_up(words: Sequence[Word], struck: set[int]) -> Iterator[Word]:
    """The words that are left; the one before a struck word takes its room, so that no gap parts the line."""
    kept: list[Word] = []
    room: Box | None = None  # at the start of a line, for the word that follows
    for at, word in enumerate(words):
        if at not in struck:
            if room and abs(room[3] - word.box[3]) < word.size / 2:
                word = word._replace(box=(min(room[0], word.box[0]), *word.box[1:]), glued=False)
            kept.append(word)
            room = None
        elif kept and room is None and abs(kept[-1].baseline - word.baseline) < word.size / 2:
            left, top, right, bottom = kept[-1].box
            kept[-1] = kept[-1]._replace(box=(left, top, max(right, word.box[2]), bottom))
        else:
            room = room or word.box
    return iter(kept)


def _struck_by(stroke: Box, words: Sequence[Word], near: Sequence[int]) -> set[int]:
    """The words that a stroke runs through, if it begins and ends with them, as no rule of a table does.

    `near` are the words, by their places in the file, whose letters may reach up to the stroke.
    """
    left, top, right, bottom = stroke
    middle = (top + bottom) / 2
    through = [
        at
        for at in near
        if LOW * words[at].size <= words[at].baseline - middle <= HIGH * words[at].size
        and words[at].box[0] < right
        and words[at].box[2] > left
    ]
    found = [
        at
        for at in through
        if min(words[at].box[2], right) - max(words[at].box[0], left)
        >= COVERED * (words[at].box[2] - words[at].box[0])
    ]
    if not found or bottom - top > THICK * words[found[0]].size:
        return set()
    reach = OVERHANG * words[found[0]].size
    first, last = min(words[at].box[0] for at in found), max(words[at].box[2] for at in found)
    return set(found) if first - left <= reach and right - last <= reach else set()
