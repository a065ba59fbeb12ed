"""Three-way merge of texts: *base* is what the machine wrote before, *ours* what the person made of
it, *theirs* what the machine writes now.

A stretch that only one side changed is that side's; one that both changed alike is taken once, also
where one side changed lines beside it; all else is a conflict. Two changes with nothing unchanged between them are one stretch. So no line that
a person wrote or took out is ever dropped without being shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from praxeo.merging.hunks import split_lines
from praxeo.merging.matching import matches
from praxeo.merging.merged import Merged, Region, joined

LINE_CHARACTERS_MAX = 400  # longer lines of code (data, minified scripts) are merged piece by piece

_PIECE = re.compile(r"[^,;{}>]*[,;{}>]|[^,;{}>]+")
_WORD = re.compile(r"\s*\S+\s*|\s+")

Split = Callable[[str], Sequence[str]]


def merge_code(base: str, ours: str, theirs: str) -> Merged:
    """The merge of program text: by lines, and by pieces of lines that are long."""
    return _merge(base, ours, theirs, split_pieces)


def merge_prose(base: str, ours: str, theirs: str) -> Merged:
    """The merge of prose: by lines, then by words within lines that both sides changed."""
    parts: list[str | Region] = []
    for part in _merge(base, ours, theirs, split_lines).parts:
        if isinstance(part, Region):
            closer = _merge(part.base, part.ours, part.theirs, split_words)
            parts += [part] if closer.regions else closer.parts
        else:
            parts.append(part)
    return joined(parts)


def split_pieces(text: str) -> list[str]:
    """Lines with their ends; long ones in pieces that end with a mark of punctuation."""
    pieces: list[str] = []
    for line in split_lines(text):
        if len(line) <= LINE_CHARACTERS_MAX:
            pieces.append(line)
        else:
            pieces += _PIECE.findall(line)
    return pieces


def split_words(text: str) -> list[str]:
    """Words, each with the blanks after it."""
    return _WORD.findall(text)


def _merge(base: str, ours: str, theirs: str, split: Split) -> Merged:
    if theirs in (base, ours):
        return joined([ours])
    if ours == base:
        return joined([theirs])
    a, b, c = split(ours), split(base), split(theirs)
    parts: list[str | Region] = []
    for b_part, a_part, c_part in _stretches(b, a, c):
        was, mine, new = "".join(b_part), "".join(a_part), "".join(c_part)
        if mine == new or new == was:
            parts.append(mine)
        elif mine == was or _has_all_of(c_part, a_part, b_part):
            parts.append(new)
        elif _has_all_of(a_part, c_part, b_part):
            parts.append(mine)
        else:
            parts.append(Region(base=was, ours=mine, theirs=new))
    return joined(parts)


def _has_all_of(more: Sequence[str], fewer: Sequence[str], base: Sequence[str]) -> bool:
    """Whether one side changed, token by token, what the other did and in the same way, and more beside it."""
    if not len(more) == len(fewer) == len(base):
        return False
    return all(one in (was, other) for one, other, was in zip(fewer, more, base, strict=True))


def _stretches(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The three texts cut at the same places: at every token that all of them have in common."""
    in_ours, in_theirs = _places(base, ours), _places(base, theirs)
    b_at = a_at = c_at = 0  # up to here the texts are given out
    b_to = a_to = c_to = 0  # from there to here all three are the same
    for b, a in (*in_ours.items(), (len(base), len(ours))):
        c = in_theirs.get(b, None if b < len(base) else len(theirs))
        if c is None:
            continue
        if b == b_to and a == a_to and c == c_to and b < len(base):
            b_to, a_to, c_to = b + 1, a + 1, c + 1
            continue
        yield base[b_at:b_to], ours[a_at:a_to], theirs[c_at:c_to]
        yield base[b_to:b], ours[a_to:a], theirs[c_to:c]
        b_at, a_at, c_at = b, a, c
        b_to, a_to, c_to = b + 1, a + 1, c + 1


def _places(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Where each token of the base that the other text kept stands there, in order."""
    return {
        match.a + step: match.b + step
        for match in matches(base, other)
        for step in range(match.size)
    }
