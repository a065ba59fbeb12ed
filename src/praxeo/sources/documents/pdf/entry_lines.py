"""Knows the lines that begin entries by their face: a term in bold, and what it means behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Face

MIN_ENTRIES = 3  # of one look, from which on they are a list
ENDED = (
    0.75  # share of lines above entries on which the first word of the entry would have had room
)
ROOM = 1.0  # heights of the font that must stay free beyond that word
SENTENCE_ENDS = (".", "!", "?", ";")

Look = tuple[bool, bool, bool]


def entry_starts(rows: Sequence[Line], right: float) -> frozenset[int]:
    """Which rows of a region begin an entry that only the face of its first words tells.

    An emphasis may stand at the beginning of a line, too: entries follow lines that end early.
    """
    if len(rows) < MIN_ENTRIES:
        return frozenset()
    usual = _usual(rows)
    starts = [at for at, row in enumerate(rows) if _begins(row, rows[at - 1 : at], usual)]
    if len(starts) < MIN_ENTRIES:
        return frozenset()
    ended = [_ended(rows[at - 1], rows[at], right) for at in starts if at]
    return frozenset(starts) if sum(ended) >= ENDED * len(ended) else frozenset()


def _usual(rows: Sequence[Line]) -> Look:
    """The look of most words of a region."""
    return Counter(_look(word.face) for row in rows for word in row.words).most_common(1)[0][0]


def _begins(row: Line, above: Sequence[Line], usual: Look) -> bool:
    """Whether a row begins in bold and goes on in the look of the text, below one that ends in it."""
    looks = [_look(word.face) for word in row.words]
    return (
        row.words[0].face.bold
        and not usual[0]
        and usual in looks
        and all(_look(line.words[-1].face) == usual for line in above)
        and not any(before == usual and after[0] for before, after in pairwise(looks))
    )


def _look(face: Face) -> Look:
    return face.bold, face.italic, face.mono


def _ended(above: Line, row: Line, right: float) -> bool:
    first = row.words[0]
    room = right - above.box[2]
    return above.words[-1].text.endswith(SENTENCE_ENDS) or (
        room > first.box[2] - first.box[0] + ROOM * row.size
    )
