"""The looks of passages, and which of them most of a document's running text has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.page import Face
from praxeo.sources.documents.pdf.paragraphs import NUMBER

NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.|[IVX]{1,5}\.|[A-Z]\.\d(?:\.\d)*\.?)\s+(?=\S)"
)

TYPED = 0.85  # share of the characters in fixed pitch, from which on that is the text's own face

Look = tuple[str, float, bool, bool, bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """The look of most of a document's running text."""

    size: float
    face: Face


def body_style(drafts: Iterable[Draft]) -> Style:
    """The size and face in which most characters are set; those of fixed pitch only where there is little else.

    Listings may take more room than the text that explains them.
    """
    drafts = list(drafts)
    if not sum(len(d.text) for d in drafts if d.face.mono) > TYPED * sum(
        len(d.text) for d in drafts
    ):
        drafts = [draft for draft in drafts if not draft.face.mono]
    sizes: Counter[float] = Counter()
    faces: Counter[tuple[float, Face]] = Counter()
    for draft in drafts:
        if draft.is_table or draft.angle or draft.mono:
            continue
        if NUMBER.match(draft.text):
            weight = len(draft.text) // 4  # bibliographies are long, too
        else:
            weight = len(draft.text) if draft.line_count > 1 else len(draft.text) // 2
        size = round(draft.size * 2) / 2
        sizes[size] += weight
        faces[(size, draft.face)] += weight
    if not sizes:
        return Style(size=10.0, face=Face("", False, False, False))
    size = sizes.most_common(1)[0][0]
    face = max((f for s, f in faces if s == size), key=lambda f: faces[(size, f)])
    return Style(size=size, face=face)


def look_of(draft: Draft) -> Look:
    """Its face, size, slant and underlining: what drafts of one kind share."""
    font = f"{draft.face.font} _" if draft.underlined else draft.face.font
    return (font, round(draft.size * 2) / 2, draft.bold, draft.italic, draft.capitals)
