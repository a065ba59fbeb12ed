"""Kinds of things that may stand beside each other as options, by the head nouns of their meanings."""

from __future__ import annotations

from typing import Any

from praxeo.authors.offline.grammar import child
from praxeo.authors.offline.lexicon import word_set

_LOOKED_THROUGH = word_set(
    "type form kind sort set group class category variety series collection state part one"
)
_FAMILIES = tuple(
    word_set(family)
    for family in (
        """organelle organ structure tissue cell part layer opening stack membrane gland vessel region fold tube
        chamber cavity sac pore bone muscle nerve fiber fibre duct""",
        """organism animal plant species bacterium fungus virus parasite predator microbe""",
        """protein molecule substance compound chemical element gas liquid metal acid hormone enzyme
        mineral material mixture fluid pigment powder catalyst""",
        "war battle conflict revolt rebellion revolution campaign",
        "act law treaty agreement amendment",
        "point line circle plane sphere pole axis",
        "device machine instrument",
        "disease disorder condition infection illness syndrome injury",
    )
)


def same_family(one: str, two: str) -> bool:
    """Whether two kinds of thing ("membrane", "gland") may stand as options side by side."""
    return one == two or any(one in family and two in family for family in _FAMILIES)


def genus_of(doc: Any | None) -> str:
    """The head noun of a parsed meaning, looking through "a type of …"; "" where it begins with none."""
    if doc is None:
        return ""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in {"NOUN", "PROPN"}:
        first = next(iter(doc.noun_chunks), None)
        root = first.root if first is not None and first.start <= 1 else None
    while root is not None and root.lemma_.lower() in _LOOKED_THROUGH:
        of = next((kid for kid in root.children if kid.lower_ == "of"), None)
        inner = child(of, "pobj") if of is not None else None
        if inner is None:
            break
        root = inner
    return str(root.lemma_.lower()) if root is not None else ""
