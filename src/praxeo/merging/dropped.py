"""Facts that a person took out of a spec: they stay out, also when an author asks them in another form.

A fact is told by a text of an item (its term, its question, its answer) at the place of the source that the
item comes from. Exercises of several rows are told by their words alone, as all items are.
"""

from __future__ import annotations

import hashlib

from praxeo.compile.ids import ID_HEX_DIGITS, words_of
from praxeo.domain.spec import WHOLE_KINDS, Item
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.placed_parts import PlacedSpec
from praxeo.spec.sheet import ActivityPiece, Sheet
from praxeo.spec.sheet_cutting import cut
from praxeo.spec.text import read_spec

PREFIX = "f"  # tells the ids of facts from those of words, beside which they are kept


def facts_in(text: str) -> frozenset[str]:
    """What the items of a spec text ask, as short ids that their kind and form do not change."""
    return frozenset(fact for item in _items(text) for fact in _facts(item))


def without_dropped(text: str, removed: frozenset[str], *, kept: str, base: str) -> str:
    """The text without the items that ask a removed fact, unless the spec that is kept asks it too.

    Items that the `base` has word for word are left: what became of them is seen there.
    """
    facts = frozenset(each for each in removed if each.startswith(PREFIX))
    sheet = _sheet(text) if facts else None
    if sheet is None:
        return text
    there, before = facts_in(kept), _words_in(base)
    for activity in _single(sheet):
        activity.items = [
            piece
            for piece in activity.items
            if piece.item is None
            or tuple(words_of(piece.item)) in before
            or not (_facts(piece.item) & facts)
            or _facts(piece.item) & there
        ]
    for section in sheet.sections:
        section.activities = [each for each in section.activities if each.items or not each.kind]
    return sheet.text()


def _facts(item: Item) -> frozenset[str]:
    return frozenset(
        _id(reference, words)
        for reference in item.evidence
        for words in words_of(item)
        if words.strip()
    )


def _words_in(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(item)) for item in _items(text))


def _items(text: str) -> list[Item]:
    sheet = _sheet(text)
    activities = _single(sheet) if sheet else []
    return [piece.item for activity in activities for piece in activity.items if piece.item]


def _id(reference: str, words: str) -> str:
    told = f"{reference}\x1f{' '.join(words.casefold().split())}".encode("utf-8", "surrogatepass")
    return PREFIX + hashlib.sha256(told).hexdigest()[:ID_HEX_DIGITS]


def _single(sheet: Sheet) -> list[ActivityPiece]:
    return [
        activity
        for section in sheet.sections
        for activity in section.activities
        if activity.kind and activity.kind not in WHOLE_KINDS
    ]


def _sheet(text: str) -> Sheet | None:
    """The pieces of a spec; None of one that is written as a whole or not to be read."""
    try:
        placed: PlacedSpec = read_spec(text)
    except SpecInvalid:
        return None
    return None if placed.head.bespoke or placed.blocking else cut(text, placed)
