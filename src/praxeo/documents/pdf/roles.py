"""Decides what each draft is: heading, list item, caption, code, table or paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxeo.documents.pdf.draft import LETTERS, Draft
from praxeo.documents.pdf.page import Face
from praxeo.documents.pdf.paragraphs import BULLET, NUMBER
from praxeo.domain.blocks import BlockKind

MAX_HEADING_WORDS = 30
MAX_HEADING_LINES = 4
LARGER = 1.08  # times the body's size; from here on larger type alone makes a heading
SMALLEST_HEADING = 0.93  # times the body's size

CAPTION = re.compile(
    r"^(?:supplementary |supplemental |extended data |online |appendix )?"
    r"(?:fig(?:ure)?s?\.?|tab(?:le|\.)|scheme|plate|chart|graph|box|listing|algorithm|exhibit|map|photo)"
    r"\s*\.?\s*(?:[A-Z]{0,2}[-.]?\d+(?:[.-]\d+)*[a-z]?|[IVXL]+)(?=\s*[.:|)–—-]|\s+[A-Z(]|\s*$)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.|[IVX]{1,5}\.|[A-Z]\.\d(?:\.\d)*\.?)\s+(?=\S)"
)
DEPTH = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s")


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """The look of most of a document's running text."""

    size: float
    face: Face


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """What a draft is; `level` as in a block."""

    kind: BlockKind
    level: int = 0
    number: str = ""


def body_style(drafts: Iterable[Draft]) -> Style:
    """The size and face in which most characters are set."""
    sizes: Counter[float] = Counter()
    faces: Counter[tuple[float, Face]] = Counter()
    for draft in drafts:
        if draft.is_table or draft.angle or draft.mono:
            continue
        weight = len(draft.text) * (1 if draft.line_count > 1 else 0.5)
        size = round(draft.size * 2) / 2
        sizes[size] += int(weight)
        faces[(size, draft.face)] += int(weight)
    if not sizes:
        return Style(size=10.0, face=Face("", False, False, False))
    size = sizes.most_common(1)[0][0]
    face = max((f for s, f in faces if s == size), key=lambda f: faces[(size, f)])
    return Style(size=size, face=face)


def assign_roles(drafts: Sequence[Draft], style: Style) -> list[Role]:
    """One role for each draft, with heading levels that fit together."""
    candidates = [_is_heading(draft, style) for draft in drafts]
    title = _title(drafts, candidates, style)
    looks = _ranked_looks([d for i, d in enumerate(drafts) if candidates[i] and i != title], style)
    roles: list[Role] = []
    for index, draft in enumerate(drafts):
        if index == title:
            roles.append(Role(kind="heading", level=1))
        elif candidates[index]:
            roles.append(Role(kind="heading", level=_level(draft, looks, style)))
        else:
            roles.append(_plain_role(draft))
    return roles


def _plain_role(draft: Draft) -> Role:
    if draft.is_table:
        return Role(kind="table")
    if CAPTION.match(draft.text):
        return Role(kind="caption")
    if draft.mono and (draft.line_count > 1 or draft.indented):
        return Role(kind="code")
    bullet = BULLET.match(draft.text)
    if bullet and len(draft.text) > bullet.end():
        return Role(kind="list_item", level=1)
    number = NUMBER.match(draft.text)
    if number:
        return Role(kind="list_item", level=1, number=number.group())
    return Role(kind="paragraph")


def _is_heading(draft: Draft, style: Style) -> bool:
    text = draft.text
    if draft.is_table or draft.angle or draft.mono or draft.line_count > MAX_HEADING_LINES:
        return False
    words = text.split()
    if len(words) > MAX_HEADING_WORDS or len(LETTERS.findall(text)) < 3:
        return False
    if draft.size < SMALLEST_HEADING * style.size or CAPTION.match(text) or BULLET.match(text):
        return False
    if text[:1].islower() or text.endswith((",", ";", "-")) or "@" in text:
        return False
    numbered = bool(NUMBERED.match(text))
    if text.endswith(".") and not numbered and draft.size < 1.3 * style.size:
        return False
    if draft.size >= LARGER * style.size:
        return True
    if draft.bold and not style.face.bold:
        return True
    if draft.capitals and not text.endswith("."):
        return draft.line_count <= 2
    stands_apart = (draft.gap_above is None or draft.gap_above > 1.5) and draft.line_count <= 2
    if numbered and stands_apart and len(words) <= 14 and not text.endswith((".", ":")):
        return draft.face != style.face
    if draft.italic and not style.face.italic and stands_apart:
        return len(words) <= 14 and draft.free_end > 2
    return False


def _title(drafts: Sequence[Draft], candidates: list[bool], style: Style) -> int | None:
    """The largest heading of the first page with text, if it is clearly larger than the body."""
    first = next((d.page for d in drafts if not d.is_table and d.text), 0)
    on_first = [i for i, d in enumerate(drafts) if candidates[i] and d.page == first]
    large = [i for i in on_first if drafts[i].size >= 1.15 * style.size]
    if not large:
        return None
    size = max(drafts[i].size for i in large)
    return next(i for i in large if drafts[i].size >= 0.97 * size)


Look = tuple[float, bool, bool]


def _look(draft: Draft) -> Look:
    return (round(draft.size * 2) / 2, draft.bold, draft.capitals)


def _ranked_looks(headings: Sequence[Draft], style: Style) -> list[Look]:
    """The looks of headings from most to least prominent."""
    looks = {_look(draft) for draft in headings}
    return sorted(looks, key=lambda look: (-look[0], not look[1], not look[2]))


def _level(draft: Draft, looks: list[Look], style: Style) -> int:
    depth = DEPTH.match(draft.text)
    if depth:
        return min(depth.group(1).count(".") + 2, 6)
    return min(looks.index(_look(draft)) + 2, 6)
