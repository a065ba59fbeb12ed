"""Finds formulas that stand on lines of their own and in two dimensions: fractions, roots, sums, matrices.

Read as text such a formula is mangled, so it is shown as a picture; on one line it reads well and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_parts import inside, touch, union
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page

PIECES_MAX = 400  # of one page that are put together
NEAR_ACROSS, NEAR_DOWN = 2.5, 0.9  # heights of the font between the pieces of one formula
BESIDE = (
    40.0  # points beside a formula in which text on its height says that it stands within a line
)
SAME_LEFT = 1.5  # points
OWN_LINE = 1.15  # heights of the font from one line of a list to the next, at least
LEVELS = 0.45  # heights of the font between baselines from which on there are two levels
# Faces made for mathematics, by the names that typesetters give them.
MATH_FACE = re.compile(
    r"math|CM(?:MI|SY|EX|BSY)|MS[AB]M|EU[FSR]M|RSFS|MT-?Extra|Euclid|STIX.*(?:Ital|Gen|Siz)|Symbol(?:MT)?$",
    re.IGNORECASE,
)
# Signs of a statement or of a large operation, which a table of numbers does not have.
STRONG = re.compile("[=≈≠≡≤≥≪≫∝→⇒⇔∑∏∫∮√∂∇∈⊂⊆∪∩]")
NUMBER = re.compile(r"[\d\s.,;:()%±*∗+\-−–/]*")
NUMBERS_SHARE = 0.5  # of its pieces that may be numbers alone
FUNCTION = re.compile(
    r"(?:a(?:rc)?)?(?:sin|cos|tan|cot|sec|csc)h?|log|ln|lg|exp|lim|max|min|sup|inf|arg|det|dim|ker|gcd|mod|Pr|"
    r"if|for|and|or|otherwise|und|falls|sonst|wenn",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3,}")


def find_formulas(page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> list[list[Line]]:
    """The lines of each such formula; none that lies in a table or a figure (`taken`)."""
    if all(_is_prose(line) for line in lines if _has_math(line)):
        return []
    prose = [line for line in lines if _is_prose(line)]
    told = set(map(id, prose))
    pieces = [
        line
        for line in lines
        if not line.angle
        and not line.mono
        and id(line) not in told
        and not any(inside(line.box, box) for box in taken)
    ]
    if len(pieces) > PIECES_MAX:
        return []
    return [
        group
        for group in _groups(pieces)
        if any(map(_has_math, group))
        and (_has_wide_root(group, page) or (_has_levels(group) and not _are_lines(group)))
        and not _is_of_numbers(group)
        and not _stands_in_text(group, prose)
    ]


def formula_box(group: Sequence[Line], page: Page) -> Box:
    """The box of a formula, with the bars of its fractions and roots."""
    box = union([line.box for line in group])
    size = max(line.size for line in group)
    bars = [
        *(rule.box for rule in page.rules if rule.horizontal),
        *page.drawings,
        *(area.box for area in page.areas if area.box[3] - area.box[1] < 3),
    ]
    near = [bar for bar in bars if touch(bar, box, 0.3 * size) and _is_short(bar, box, size)]
    return union([box, *near])


def _is_short(bar: Box, box: Box, size: float) -> bool:
    """Whether what is drawn belongs to the formula by its size, unlike a frame around it."""
    return (
        bar[2] - bar[0] <= box[2] - box[0] + 2 * size
        and bar[3] - bar[1] <= box[3] - box[1] + 2 * size
    )


def _groups(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces that stand together, each group with those near any of its own."""
    made: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: line.box[1]):
        near = [group for group in made if any(_is_near(piece, other) for other in group)]
        made = [group for group in made if all(group is not one for one in near)]
        made.append([piece, *(line for group in near for line in group)])
    return [sorted(group, key=lambda line: line.order) for group in made]


def _is_near(a: Line, b: Line) -> bool:
    size = max(word.size for line in (a, b) for word in line.words)  # that of a sum sign, if any
    across = max(a.box[0], b.box[0]) - min(a.box[2], b.box[2])
    down = max(_top(a), _top(b)) - min(_bottom(a), _bottom(b))
    return across < NEAR_ACROSS * size and down < NEAR_DOWN * size


def _top(line: Line) -> float:
    return line.baseline - 0.8 * line.size


def _bottom(line: Line) -> float:
    return line.baseline + 0.25 * line.size


def _has_levels(group: Sequence[Line]) -> bool:
    """Whether it is written on more than one level, beyond raised and lowered signs of the same line."""
    if len(group) == 1:
        return False
    size = max(line.size for line in group)
    baselines = sorted(line.baseline for line in group)
    steps = baselines[-1] - baselines[0]
    overlapping = any(
        min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0
        and abs(a.baseline - b.baseline) > LEVELS * size
        for a in group
        for b in group
    )
    return steps > LEVELS * size and (overlapping or any("√" in line.text for line in group))


def _has_wide_root(group: Sequence[Line], page: Page) -> bool:
    """Whether the bar of a root reaches over more than one word: without it "√h + 8" would be said."""
    return any(
        sum(bar.box[0] < (word.box[0] + word.box[2]) / 2 < bar.box[2] for word in line.words) > 1
        for line in group
        if "√" in line.text
        for bar in page.rules
        if bar.horizontal
        and _top(line) - 0.5 * line.size < bar.box[1] < line.baseline - 0.4 * line.size
        and any(
            word.box[0] < bar.box[0] < word.box[2] + 0.6 * line.size
            for word in line.words
            if "√" in word.text
        )
    )


def _stands_in_text(group: Sequence[Line], prose: Sequence[Line]) -> bool:
    """Whether a line of text runs on at its height: then it is a part of a sentence."""
    box = union([line.box for line in group])
    top, bottom = min(map(_top, group)), max(map(_bottom, group))
    return any(
        top < line.baseline - 0.3 * line.size < bottom
        and line.box[0] < box[2] + BESIDE
        and line.box[2] > box[0] - BESIDE
        for line in prose
    )


def _has_math(line: Line) -> bool:
    """Typewriter faces are those of program code."""
    return not line.mono and any(STRONG.search(word.text) for word in line.words)


def _are_lines(group: Sequence[Line]) -> bool:
    """Whether its pieces stand below each other from one left edge on, as the lines of a list do."""
    lefts = [line.box[0] for line in group]
    heights = sorted(line.baseline for line in group)
    steps = [below - above for above, below in pairwise(heights)]
    return max(lefts) - min(lefts) < SAME_LEFT and min(steps) > OWN_LINE * group[0].size


def _is_of_numbers(group: Sequence[Line]) -> bool:
    """Whether it is rather a piece of a table."""
    numbers = sum(
        NUMBER.fullmatch(line.text) is not None and any(map(str.isdigit, line.text))
        for line in group
    )
    return numbers > NUMBERS_SHARE * len(group)


def reads_as_formula(text: str) -> bool:
    """Whether a passage is a formula on a line of its own, which no sentence goes on from or into."""
    if not STRONG.search(text):
        return False
    return sum(not FUNCTION.fullmatch(word) for word in WORD.findall(text)) < 2


def _is_prose(line: Line) -> bool:
    """Whether it holds two words of a language or more, or one of some length."""
    words = [
        word
        for part in line.words
        if not MATH_FACE.search(part.face.font)
        for word in WORD.findall(part.text)
        if not FUNCTION.fullmatch(word) and word.isascii() | word.islower()
    ]
    return len(words) >= 2 or any(len(word) > 6 for word in words)
