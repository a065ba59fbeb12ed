"""Groups the words of a page into tokens and text lines, the units that tables are built from."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from praxeo.sources.documents.pdf.composing import join_lines
from praxeo.sources.documents.pdf.page import Word

NEW = tuple.__new__
LEFT, BASELINE = attrgetter("left"), attrgetter("baseline")
SAME_LINE = 0.35  # of the font size, by which baselines on one text line may differ
MONO_SPACE = 1.35  # a space in a monospaced font, in spaces of other fonts
RAISED_SIZE = 0.85  # of a line's font size; smaller print may be raised or lowered
LEADER_ENDS = frozenset(".·…_")
MIN_DOTS = 4  # dots in a row from which on they lead the eye
LEADER = re.compile(r"(?:\s*[.·…_]){4,}$")
NUMBER = re.compile(
    r"^[\W\d_]*(?:\d[\d²³¹⁰-⁹⁺⁻.,  ]*)?(?:%|[a-z*†‡§¶]{0,2}|k|m|bn|pp|n/?a|n\.a\.|x|x\))\W*$", re.I
)
DIGIT = re.compile(r"\d")


class Token(NamedTuple):
    """A word with what is glued to it (a superscript, a change of face)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    words: tuple[int, ...]
    angle: int
    mono: bool = False


class TextLine(NamedTuple):
    """Tokens on one baseline, from left to right.

    `space` is the measure for gaps between words, in points: the font size, or more in a
    monospaced font, whose words stand further apart.
    """

    tokens: tuple[Token, ...]
    baseline: float
    top: float
    bottom: float
    size: float
    space: float


def read_tokens(words: Sequence[Word]) -> list[Token]:
    """The words of a page as tokens, in the order of the file; dot leaders are cut off."""
    tokens: list[Token] = []
    for index, word in enumerate(words):
        left, top, right, bottom = word.box
        text = word.text
        leader = LEADER.search(text) if text[-1:] in LEADER_ENDS else None
        if leader:
            kept = len(text) - len(leader.group())
            right = left + (right - left) * kept / len(text)
            text = text[:kept]
        last = tokens[-1] if tokens else None
        if last and word.glued and abs(left - last.right) < word.size and word.angle == last.angle:
            tokens[-1] = last._replace(
                text=last.text + text,
                right=max(right, last.right),
                top=min(top, last.top),
                bottom=max(bottom, last.bottom),
                words=(*last.words, index),
            )
            continue
        _, bold, _, mono = word.face
        # made at once, as words are: see `read_text_layer`
        values = (
            text,
            left,
            top,
            right,
            bottom,
            word.baseline,
            word.size,
            bold,
            (index,),
            word.angle,
            mono,
        )
        tokens.append(NEW(Token, values))
    return _without_dots(tokens)


def _without_dots(tokens: list[Token]) -> list[Token]:
    """The tokens, those emptied that are single dots in a row: leaders that a typesetter puts one by one."""
    run: list[int] = []
    for at in range(len(tokens) + 1):
        token = tokens[at] if at < len(tokens) else None
        if token and token.text in LEADER_ENDS:
            if run and abs(tokens[run[-1]].baseline - token.baseline) > 1:
                run = []
            run.append(at)
            continue
        if len(run) >= MIN_DOTS:
            for dot in run:
                tokens[dot] = tokens[dot]._replace(text="")
        run = []
    return tokens


def text_lines(tokens: Iterable[Token]) -> list[TextLine]:
    """Tokens grouped by baseline, from top to bottom; empty tokens (leaders) are left out."""
    lines: list[list[Token]] = []
    line: list[Token] = []
    height, measure = -math.inf, 0.0  # of the token before
    for token in sorted(tokens, key=BASELINE):
        if not token.text:
            continue
        baseline, size = token.baseline, token.size
        if baseline - height <= SAME_LINE * (size if size < measure else measure):
            line.append(token)
        else:
            line = [token]
            lines.append(line)
        height, measure = baseline, size
    return _with_raised(list(map(_line, lines)))


def _with_raised(lines: list[TextLine]) -> list[TextLine]:
    """The lines, with superscripts and subscripts that stand apart put into the line they belong to."""
    kept: list[TextLine] = []
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below and _raised(line, below):
            lines[index + 1] = _line([*line.tokens, *below.tokens])._replace(
                baseline=below.baseline, size=below.size, space=below.space
            )
        elif kept and _raised(line, kept[-1]):
            kept[-1] = _line([*line.tokens, *kept[-1].tokens])._replace(
                baseline=kept[-1].baseline, size=kept[-1].size, space=kept[-1].space
            )
        else:
            kept.append(line)
    return kept


def _raised(small: TextLine, line: TextLine) -> bool:
    """Whether the whole of a line in small print stands within the height of another."""
    middle = (small.top + small.bottom) / 2
    return small.size < RAISED_SIZE * line.size and line.top <= middle <= line.bottom


def _line(tokens: list[Token]) -> TextLine:
    if len(tokens) == 1:
        (token,) = tokens
        space = token.size * MONO_SPACE if token.mono else token.size
        return TextLine(tuple(tokens), token.baseline, token.top, token.bottom, token.size, space)
    tokens.sort(key=LEFT)
    middle = len(tokens) // 2
    _, _, tops, _, bottoms, baselines, sizes, _, _, _, monos = zip(*tokens, strict=True)
    size = sorted(sizes)[middle]
    space = size * MONO_SPACE if 2 * sum(monos) > len(tokens) else size
    baseline = sorted(baselines)[middle]
    return TextLine(tuple(tokens), baseline, min(tops), max(bottoms), size, space)


def joined(tokens: Sequence[Token]) -> str:
    """The text of tokens in reading order, lines joined by spaces, broken words mended."""
    if len(tokens) == 1:
        return tokens[0].text
    baselines = [token.baseline for token in tokens]
    if max(baselines) - min(baselines) <= SAME_LINE * min([token.size for token in tokens]):
        return " ".join([token.text for token in sorted(tokens, key=LEFT)])
    lines = text_lines(tokens)
    return join_lines([" ".join([token.text for token in line.tokens]) for line in lines])


def is_number(text: str) -> bool:
    """Whether a cell holds a figure (or a dash that stands for one) rather than words."""
    return bool(NUMBER.match(text)) and (bool(DIGIT.search(text)) or len(text) <= 3)
