"""Joins what columns and pages have parted, and writes the blocks of the extraction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.blocks import Block, Locator, Mark
from praxeo.sources.documents.pdf.certainty import block_confidence, joined_confidence
from praxeo.sources.documents.pdf.composing import keeps_hyphen
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.formula_regions import reads_as_formula
from praxeo.sources.documents.pdf.paragraphs import BULLET, NUMBER, SENTENCE_END
from praxeo.sources.documents.pdf.roles import Role
from praxeo.sources.documents.pdf.text_styles import Style

MAX_PARTS_BETWEEN = 40  # captions, tables and notes that a parted paragraph may run around
FULL_LINE = 3.0  # heights of the font that may stay free at the end of a line that is full
INDENT_STEP = 0.6  # heights of the font by which a deeper list item is indented
MAX_INDENT_STEP = 6.0
MAX_DEPTH = 6  # of nested lists
# "crust: the outer layer", which goes on in no other entry
ENTRY = re.compile(r"[^\W\d_][^:.;!?–—]{0,40}(?::| [–—])\s+\S")
NOTE_SIZE = 0.93  # times the body's size; smaller text at the foot is a note


def join_parted(
    drafts: Sequence[Draft], roles: Sequence[Role], style: Style
) -> list[tuple[Draft, Role]]:
    """Put the parts of each parted paragraph together, at the place of the first part."""
    items = list(zip(drafts, roles, strict=True))
    used: set[int] = set()
    joined: list[tuple[Draft, Role]] = []
    for index, (draft, role) in enumerate(items):
        if index in used:
            continue
        at = index
        while role.kind in ("paragraph", "list_item"):
            following = _continuation(items, at, used, draft, style)
            if following is None:
                break
            used.add(following)
            draft = _joined(draft, items[following][0])
            at = following
        joined.append((draft, role))
    return joined


def _continuation(
    items: Sequence[tuple[Draft, Role]], at: int, used: set[int], draft: Draft, style: Style
) -> int | None:
    last = items[at][0]
    if not _is_open(draft, last):
        return None
    for index in range(at + 1, min(at + 2 + MAX_PARTS_BETWEEN, len(items))):
        following, role = items[index]
        if index in used or role.kind in ("caption", "table") or _is_note(following, style, last):
            continue
        if role.kind in ("heading", "code"):
            if reads_as_formula(following.text):
                continue
            return None
        if not _same_look(last, following) or reads_as_formula(following.text):
            continue
        if role.kind == "paragraph" and _goes_on(items[at][1], draft, last, following):
            return index
        if following.face == last.face or role.kind == "list_item":
            return None
    return None


def _is_open(draft: Draft, last: Draft) -> bool:
    if draft.angle or draft.is_table or SENTENCE_END.search(draft.text):
        return False
    return (last.free_end < FULL_LINE or draft.text.endswith(("-", ","))) and not reads_as_formula(
        draft.text
    )


def _goes_on(role: Role, draft: Draft, last: Draft, following: Draft) -> bool:
    """Whether a paragraph starts in the middle of a sentence that another one has left open."""
    if following.angle or _are_entries(draft, following):
        return False
    first = following.text[:1]
    if first.islower() or draft.text.endswith("-"):
        return True
    below = following.page == last.page and following.place[1] > last.place[3] - 2
    if below and abs(following.column[0] - last.column[0]) < 2 * last.size:
        return False
    if following.indented and role.kind != "list_item":
        return False
    if not first.isalnum():
        return first in "(–—“‘["
    # A capital or a digit may go on only at the top of another column or page.
    return last.line_count > 1 and following.line_count > 1 and last.free_end < 1.5


def _are_entries(draft: Draft, following: Draft) -> bool:
    """Whether both say what a term means that stands before it: behind a colon, or in bold."""
    return all(
        any(mark.start == 0 and mark.style == "strong" for mark in one.marks)
        for one in (draft, following)
    ) or bool(ENTRY.match(draft.text) and ENTRY.match(following.text))


def _same_look(a: Draft, b: Draft) -> bool:
    return abs(a.size - b.size) < 0.06 * a.size + 0.1 and a.mono == b.mono


def _is_note(draft: Draft, style: Style, last: Draft) -> bool:
    """Small print between the columns: a footnote or the text of a figure."""
    return draft.size < NOTE_SIZE * min(style.size, last.size)


def _joined(first: Draft, second: Draft) -> Draft:
    text = first.text
    if text.endswith(("-", "‐")):
        last_word = text.rsplit(None, 1)[-1]
        if not keeps_hyphen(last_word, second.text.split(None, 1)[0]):
            text = text[:-1]
    else:
        text += " "
    shifted = tuple(
        replace(mark, start=mark.start + len(text), end=mark.end + len(text))
        for mark in second.marks
    )
    return replace(
        first,
        text=text + second.text,
        marks=first.marks + shifted,
        free_end=second.free_end,
        line_count=first.line_count + second.line_count,
        confidence=joined_confidence(
            first.confidence, len(first.text), second.confidence, len(second.text)
        ),
    )


def write_blocks(items: Sequence[tuple[Draft, Role]]) -> list[Block]:
    """Number the blocks, nest the lists and move list markers out of the text."""
    return [_block(index + 1, draft, role) for index, (draft, role) in enumerate(nest_lists(items))]


def nest_lists(items: Sequence[tuple[Draft, Role]]) -> list[tuple[Draft, Role]]:
    """Give list items the depth by which they are indented below the items before them."""
    nested: list[tuple[Draft, Role]] = []
    indents: list[float] = []
    page = 0
    for draft, role in items:
        if role.kind != "list_item" or draft.page != page:
            indents = []
        page = draft.page
        if role.kind == "list_item":
            step = INDENT_STEP * draft.size
            left = draft.place[0]
            while indents and left < indents[-1] - step:
                indents.pop()
            if not indents or left > indents[-1] + step:
                # A start far to the right is another column, not a deeper item.
                if indents and left > indents[-1] + MAX_INDENT_STEP * draft.size:
                    indents = []
                indents.append(left)
            role = replace(role, level=min(len(indents), MAX_DEPTH))
        nested.append((draft, role))
    return nested


def _block(number: int, draft: Draft, role: Role) -> Block:
    text, marks = draft.text, draft.marks
    if role.kind == "list_item":
        marker = BULLET.match(text) or NUMBER.match(text)
        cut = marker.end() if marker else 0
        cut += len(text[cut:]) - len(text[cut:].lstrip())
        text = text[cut:]
        marks = tuple(_cut(marks, cut))
    return Block(
        id=f"b{number}",
        kind=role.kind,
        text=text,
        level=role.level,
        number=role.number,
        marks=() if role.kind in ("heading", "code", "table") else marks,
        cells=draft.cells,
        locator=Locator(page=draft.page, box=_rounded(draft)),
        ocr_confidence=block_confidence(text, draft.confidence),
    )


def _cut(marks: Sequence[Mark], count: int) -> list[Mark]:
    return [
        replace(mark, start=max(0, mark.start - count), end=mark.end - count)
        for mark in marks
        if mark.end > count
    ]


def _rounded(draft: Draft) -> tuple[float, float, float, float]:
    left, top, right, bottom = draft.box
    return (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
