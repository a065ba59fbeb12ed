"""Puts heads that stand side by side above the columns that each of them heads."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.draft import Draft

SAME_TOP = 3.0  # points by which the tops of heads in one row may differ
NEAR = 3.0  # heights of the font from a head down to its column


def over_their_columns(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a page, a right-hand head behind the column of the left-hand one.

    Such as ARTICLE INFO beside ABSTRACT above the small print that opens a paper.
    """
    found = list(drafts)
    for at in range(len(found) - 3):
        left, right = found[at], found[at + 1]
        if not _are_side_by_side(left, right):
            continue
        place = at + 2
        while (
            place < len(found) and _is_below(found[place], left) and not _share(found[place], right)
        ):
            place += 1
        column = found[at + 2 : place]
        if (
            column
            and max(draft.line_count for draft in column) > 1
            and place < len(found)
            and _is_below(found[place], right)
            and found[place].place[1] - right.place[3] < NEAR * right.size
        ):
            found.insert(place - 1, found.pop(at + 1))
    return found


def _are_side_by_side(left: Draft, right: Draft) -> bool:
    """Whether both are single lines in one row, set as heads are."""
    return (
        left.line_count == right.line_count == 1
        and not (left.is_table or right.is_table)
        and abs(left.place[1] - right.place[1]) < SAME_TOP
        and left.place[2] < right.place[0]
        and ((left.capitals and right.capitals) or (left.bold and right.bold))
    )


def _is_below(draft: Draft, head: Draft) -> bool:
    return draft.place[1] > head.place[1] and _share(draft, head)


def _share(one: Draft, other: Draft) -> bool:
    """Whether they overlap from left to right."""
    return min(one.place[2], other.place[2]) > max(one.place[0], other.place[0])
