"""Decides what each draft is: heading, list item, caption, code, table or paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxeo.domain.blocks import DOUBTFUL_BELOW, BlockKind
from praxeo.sources.documents.pdf.captions import is_caption
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.headings import find_headings, levels_of
from praxeo.sources.documents.pdf.lettered import is_initial
from praxeo.sources.documents.pdf.paragraphs import BOX, BULLET, NUMBER
from praxeo.sources.documents.pdf.text_styles import Style

NOTE_SIZE = 0.93  # times the body's size; an asterisk before smaller text marks a note

# signs that hardly stand in a line of text in fixed pitch, but in one of code
CODE = re.compile(r"[{}\\]|[;:]$|\w\(|[<>=]=?\s|^(?:[$>%]|R>|>>>)\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """What a draft is; `level` as in a block."""

    kind: BlockKind
    level: int = 0
    number: str = ""


def assign_roles(drafts: Sequence[Draft], style: Style, *, stated_title: str = "") -> list[Role]:
    """One role for each draft, with heading levels that fit together; `stated_title` as the file gives it."""
    headings, title = find_headings(drafts, style, stated_title=stated_title)
    below = [i for i in sorted(headings) if i != title]
    levels = dict(zip(below, levels_of([drafts[i] for i in below]), strict=True))
    texts = [draft.text for draft in drafts]
    roles: list[Role] = []
    for index, draft in enumerate(drafts):
        if index == title:
            roles.append(Role(kind="heading", level=1))
        elif index in headings:
            roles.append(Role(kind="heading", level=levels[index]))
        else:
            role = _plain_role(draft, style)
            initial = role.number and is_initial(texts, index)
            roles.append(Role(kind="paragraph") if initial else role)
    return roles


def without_doubtful_headings(drafts: Sequence[Draft], roles: Sequence[Role]) -> list[Role]:
    """The roles, none of them that of a heading for what may be specks or a drawing."""
    return [
        replace(role, kind="paragraph", level=0)
        if role.kind == "heading" and (draft.confidence or 100) < DOUBTFUL_BELOW
        else role
        for draft, role in zip(drafts, roles, strict=True)
    ]


def _plain_role(draft: Draft, style: Style) -> Role:
    if draft.is_table:
        return Role(kind="table")
    if is_caption(draft.text):
        return Role(kind="caption")
    if draft.mono and (draft.line_count > 1 or draft.indented or CODE.search(draft.text)):
        return Role(kind="code")
    bullet = BULLET.match(draft.text)
    is_note = draft.text.startswith("*") and draft.size < NOTE_SIZE * style.size
    if bullet and len(draft.text) > bullet.end() and not is_note:
        return Role(kind="list_item", level=1)
    if BOX.match(draft.text):
        return Role(kind="list_item", level=1)
    number = NUMBER.match(draft.text)
    if number:
        return Role(kind="list_item", level=1, number=number.group())
    return Role(kind="paragraph")
