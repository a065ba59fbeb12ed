"""Facts that a person took out of a spec: they stay out, also when an author asks them in another form.

A fact is told by a text of an item (its term, its question, its answer) at the place of the source that the
item comes from. Exercises of several rows are told by their words alone, as all items are.
"""

from __future__ import annotations

import hashlib
from itertools import product

from praxeo.compile.ids import ID_HEX_DIGITS, words_of
from praxeo.domain.spec import WHOLE_KINDS, Item
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.placed_parts import PlacedSpec
from praxeo.spec.sheet import ActivityPiece, ItemPiece, Sheet
from praxeo.spec.sheet_cutting import cut
from praxeo.spec.text import read_spec

Fact = tuple[str, str]  # a place of the source, and a text that is asked there
PREFIX = "f"  # tells the ids of facts from those of words, beside which they are kept


def dropped_facts(before: str, after: str, dropped: frozenset[str]) -> frozenset[str]:
    """The facts that are out after an edit, as short ids: of what it took out, and those out before that it
    did not put back."""
    was, now = frozenset(_items(before)), frozenset(_items(after))
    kept = frozenset(fact for item in now for fact in _facts(item))
    gone = frozenset(fact for item in was - now for fact in _facts(item)) - kept
    back = frozenset(fact for item in now - was for fact in _facts(item))
    return dropped - frozenset(map(_id, back)) | frozenset(map(_id, gone))


def without_dropped(text: str, removed: frozenset[str], *, kept: str, base: str) -> str:
    """The text without the items that ask a removed fact, unless the spec that is kept asks it too.

    Items that the `base` has word for word are left: what became of them is seen there.
    """
    dropped = frozenset(each for each in removed if each.startswith(PREFIX))
    sheet = _sheet(text) if dropped else None
    if sheet is None:
        return text
    there = frozenset(fact for item in _items(kept) for fact in _facts(item))
    before = frozenset(tuple(words_of(item)) for item in _items(base))

    def stays(piece: ItemPiece) -> bool:
        if piece.item is None or tuple(words_of(piece.item)) in before:
            return True
        facts = _facts(piece.item)
        return bool(facts & there) or not any(_id(fact) in dropped for fact in facts)

    for activity in _single(sheet):
        activity.items = [piece for piece in activity.items if stays(piece)]
    for section in sheet.sections:
        section.activities = [each for each in section.activities if each.items or not each.kind]
    return sheet.text()


def _facts(item: Item) -> frozenset[Fact]:
    texts = (" ".join(words.casefold().split()) for words in words_of(item))
    return frozenset(product(item.evidence, filter(None, texts)))


def _id(fact: Fact) -> str:
    told = "\x1f".join(fact).encode("utf-8", "surrogatepass")
    return PREFIX + hashlib.sha256(told).hexdigest()[:ID_HEX_DIGITS]


def _items(text: str) -> list[Item]:
    sheet = _sheet(text)
    activities = _single(sheet) if sheet else []
    return [piece.item for activity in activities for piece in activity.items if piece.item]


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
