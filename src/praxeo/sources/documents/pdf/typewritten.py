"""Tells running text and headlines set in a face of fixed pitch, as typewriters, OCR and taste set them, from code."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from praxeo.sources.documents.pdf.composing import keeps_hyphen
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.page import Page

LARGER = 1.12  # times the usual size of the text
MONO_SHARE = 0.8  # of a document's characters, from which on fixed pitch is its usual face
TYPEWRITTEN = (
    0.6  # of the words of pages, from which on tables in fixed pitch are no print of a program
)
PROSE_SHARE = 0.75  # of a passage's tokens that must be plain words for it to be running text
WORD = re.compile(
    r"^[(\[\"'“‘]*[^\W\d_]+(?:['’-][^\W\d_]+)*[.,;:!?)\]\"'”’]*$|^\d+(?:[.,]\d+)*[.,;:%]?$"
)


def is_typewritten(pages: Iterable[Page]) -> bool:
    """Whether most words of pages are set in fixed pitch."""
    mono = [word.face.mono for page in pages for word in page.words]
    return sum(mono) > TYPEWRITTEN * len(mono)


def typewritten_as_text(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with running text as text where most of the document is set in fixed pitch.

    Elsewhere only what is set larger than the text is: code is never larger, headlines are.
    """
    total = sum(len(draft.text) for draft in drafts if not draft.is_table)
    mono = sum(len(draft.text) for draft in drafts if draft.mono)
    least = 0.0 if mono >= MONO_SHARE * total else LARGER * _usual_size(drafts)
    return [
        _as_text(draft) if draft.mono and draft.size >= least and _is_prose(draft) else draft
        for draft in drafts
    ]


def _usual_size(drafts: Sequence[Draft]) -> float:
    sizes: Counter[float] = Counter()
    for draft in drafts:
        if not draft.mono and not draft.is_table:
            sizes[draft.size] += len(draft.text)
    return sizes.most_common(1)[0][0] if sizes else math.inf


def _is_prose(draft: Draft) -> bool:
    tokens = draft.text.split()
    words = sum(bool(WORD.match(token)) for token in tokens)
    return words >= PROSE_SHARE * len(tokens)


def _as_text(draft: Draft) -> Draft:
    """The same passage with its line ends as spaces and its broken words mended."""
    lines = [" ".join(line.split()) for line in draft.text.splitlines()]
    text = lines[0]
    for line in lines[1:]:
        last = text.rsplit(None, 1)[-1]
        if len(last) > 1 and last.endswith("-"):
            text = (text if keeps_hyphen(last, line.split(None, 1)[0]) else text[:-1]) + line
        else:
            text += " " + line
    face = draft.face._replace(mono=False)
    return replace(draft, text=text, marks=(), mono=False, face=face)
