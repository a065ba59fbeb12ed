"""Finds headings that their look alone does not give away: set apart by space, or numbered like others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from praxeo.sources.documents.pdf.captions import CAPTION
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.page import Face
from praxeo.sources.documents.pdf.text_styles import look_of

MAX_WORDS = 10  # of a heading that space alone sets apart
WIDER = 1.2  # times the usual distance of paragraphs, which it has above
FREE = 6.0  # heights of the font that stay free behind it
MIN_RUN = 3  # headings numbered one after the other
MIN_APART = 2  # such lines; one alone may be anything
TITLE_SIZE = 1.08  # times the body's size, from which on the first line of a slide is its title
MIN_TITLES = 3  # slides whose titles are set alike
SAME_TOP = 8.0  # points within which they begin
MAX_SHARE = 0.45  # of all passages; more are verse or talk
KNOWN = 0.5  # share of a look's lines that are headings, from which on others are, too
NEAR_BELOW = 2.0  # heights of the font from a heading to what stands below it
SAME_SIZE = 0.06  # ratio by which the sizes of numbered headings may differ
NUMBER = re.compile(r"^((?:\d{1,2}\.)*)(\d{1,2})\.?\s+[^\W\d_]")
ROMAN = re.compile(r"[IVX]{1,5}\.\s+[^\W\d_]")
LETTERED = re.compile(r"[A-Z]\.\s+[A-Z]")
END = re.compile(r"[.,:;!]$")


def set_apart(
    drafts: Sequence[Draft], shaped: Sequence[bool], running: Sequence[bool]
) -> tuple[set[int], int | None]:
    """Short lines with more space above than paragraphs have, before running text; and the title above the first.

    For texts in one look only, as text recognition leaves them.
    """
    texts = [i for i, is_text in enumerate(running) if is_text]
    gaps = [gap for i in texts if (gap := drafts[i].gap_above) is not None]
    if len(gaps) < 2:
        return set(), None
    usual = median(gaps)
    found = {
        i
        for i in range(len(drafts) - 1)
        if shaped[i] and running[i + 1] and _is_apart(drafts[i], drafts[i + 1], usual)
    }
    if len(found) < MIN_APART or len(found) > MAX_SHARE * len(drafts):
        return set(), None
    first = min(found)
    is_title = first == 1 and shaped[0] and _is_short(drafts[0])
    return found | ({0} if is_title else set()), 0 if is_title else None


def _is_apart(draft: Draft, below: Draft, usual: float) -> bool:
    above = draft.gap_above
    return (
        _is_short(draft)
        and (above is None or (above >= WIDER * usual and above > (below.gap_above or 0.0)))
        and below.gap_above is not None
    )


def _is_short(draft: Draft) -> bool:
    return (
        draft.line_count == 1
        and len(draft.text.split()) <= MAX_WORDS
        and draft.text[:1].isupper()
        and not END.search(draft.text)
    )


def numbered_siblings(
    drafts: Sequence[Draft], shaped: Sequence[bool], headings: set[int], body: Face
) -> set[int]:
    """Lines whose number follows, or is followed by, that of a heading which is set alike."""
    numbers = {
        i: (match[1], int(match[2]))
        for i, d in enumerate(drafts)
        if (match := NUMBER.match(d.text))
    }
    found: set[int] = set()
    growing = True
    while growing:
        known = [(numbers[i], i) for i in headings | found if i in numbers]
        more = {
            i
            for i, (prefix, number) in numbers.items()
            if shaped[i] and i not in headings | found
            for (other, near), at in known
            if (
                other == prefix
                and (number - near, i > at) in ((1, True), (-1, False))
                and _set_alike(drafts[i], drafts[at])
            )
            or (
                prefix == f"{other}{near}."
                and number == 1
                and _is_part(drafts[i], drafts[at], body)
            )
        }
        found |= more
        growing = bool(more)
    return found


def numbered_runs(looks: Sequence[Sequence[int]], drafts: Sequence[Draft]) -> set[int]:
    """Lines of one look above running text that are numbered 1, 2, 3, whatever else is set in that look."""
    found: set[int] = set()
    for members in looks:
        numbers = {
            i: int(match[2])
            for i in members
            if (match := NUMBER.match(drafts[i].text)) and not match[1]
        }
        if len(numbers) >= MIN_RUN and all(
            below == above + 1 for above, below in pairwise(numbers.values())
        ):
            found |= set(numbers)
    return found


def lettered_below(
    drafts: Sequence[Draft],
    shaped: Sequence[bool],
    leads: Sequence[bool],
    headings: set[int],
) -> set[int]:
    """Italic or bold lines that begin with a letter, where headings with Roman numbers stand above: their parts."""
    if sum(bool(ROMAN.match(drafts[i].text)) for i in headings) < MIN_APART:
        return set()
    return {
        i
        for i, draft in enumerate(drafts)
        if shaped[i]
        and leads[i]
        and (draft.italic or draft.bold)
        and draft.line_count == 1
        and LETTERED.match(draft.text)
    }


def _is_part(draft: Draft, heading: Draft, body: Face) -> bool:
    """Whether a line is set as the first heading of the next level is: slanted, bold or in the face of headings, and no larger."""
    apart = draft.italic or draft.bold or draft.face == heading.face != body
    return apart and draft.size <= (1 + SAME_SIZE) * heading.size


def _set_alike(one: Draft, other: Draft) -> bool:
    return (
        one.bold == other.bold
        and one.capitals == other.capitals
        and abs(one.size - other.size) <= SAME_SIZE * other.size
    )


def leading_to_tables(
    drafts: Sequence[Draft], shaped: Sequence[bool], accepted: Sequence[Sequence[int]]
) -> set[int]:
    """Lines in a look that headings have, which lead to a table instead of running text."""
    looks = {look_of(drafts[good[0]]) for good in accepted if len(good) >= MIN_APART}
    return {
        i
        for i, draft in enumerate(drafts)
        if shaped[i] and look_of(draft) in looks and _leads_to_table(drafts, i)
    }


def in_known_looks(
    drafts: Sequence[Draft], shaped: Sequence[bool], accepted: Sequence[Sequence[int]], size: float
) -> set[int]:
    """Lines in a look that headings have and little else, above short lines in the size of the text, such as a list."""
    looks = {look_of(drafts[good[0]]): len(good) for good in accepted if len(good) >= MIN_APART}
    members = Counter(look_of(draft) for draft in drafts)
    return {
        i
        for i, (draft, below) in enumerate(pairwise(drafts))
        if shaped[i]
        and _is_short(draft)
        and looks.get(look := look_of(draft), 0) >= KNOWN * members[look]
        and look_of(below) != look
        and 0.94 * size <= below.size <= draft.size
        and not below.angle
        and below.place[1] - draft.place[3] < NEAR_BELOW * draft.size
    }


def _leads_to_table(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a table follows, with its caption or without."""
    below = drafts[index + 1 : index + 3]
    return any(draft.is_table for draft in below) and (
        below[0].is_table or bool(CAPTION.match(below[0].text))
    )


def slide_titles(drafts: Sequence[Draft], shaped: Sequence[bool], size: float) -> set[int]:
    """What stands first on wide pages in one larger look at one height, whatever follows: lists, drawings, a few words."""
    first: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        if draft.page_size[0] > draft.page_size[1] and not draft.is_table:
            top = first.setdefault(draft.page, index)
            if draft.place[3] < drafts[top].place[1]:
                first[draft.page] = index
    titles = {
        i: (drafts[i].face.font, drafts[i].size, round(drafts[i].place[1] / SAME_TOP))
        for i in first.values()
        if shaped[i] and drafts[i].size >= TITLE_SIZE * size
    }
    looks = Counter(titles.values())
    return {i for i, look in titles.items() if looks[look] >= MIN_TITLES}
