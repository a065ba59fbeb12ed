"""Whether a meaning found in German, French or Spanish prose fits its term alone, and does not name it."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.empty_meanings import says_nothing_alone
from praxeo.authors.offline.harvest.told.words import LOOSE_FIRST

SHORTEST_NAME, STEM = 4, 5  # letters

_ONE_OF_MANY = re.compile(
    r"^(?:eine[rs]? der|l['’]une? des|une? des|un[oa] de l[oa]s|el nombre|die Heimat|la patrie|la cuna)\b",
    re.IGNORECASE,
)
_STILL_SO = re.compile(
    r"\b(?:noch heute|bis heute|toujours|encore aujourd['’]hui|todavía|aún hoy)\b"
)  # tells how long, not what
_READING = re.compile(
    r"^(?:un peu|etwas|un poco|plus de|moins de)\b|^(?:\S+ ){1,4}\d[\d.,]*(?: \S+)?$"
)  # what was measured, or which of several
_NO_TERM = re.compile(
    r"^(?:Haupt|Star|Groß)attraktion|^(?:atracción|attraction|siguiente|suivante?|únic[oa]|seule?|de|nombres?|noms?|graphique|courbe|gráfic[oa]|curva|Graph|Kurve|Diagramm)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:,\s\w{1,3}|\s\w|\b(?:von|mit|für|de|la|le|du|des|et|que|qui|y|el|del|con|por|para))$"
)
_NAME = re.compile(
    r"\b(?:von|in|bei|an|de|d['’]|du|des|del)\s?(?:l[ae]s?\s|l['’])?(?P<name>[A-ZÄÖÜÀ-Ý]\w+)"
)


def is_pinned(term: str, meaning: str, *, called: bool = False) -> bool:
    """Whether the meaning is whole, tells one thing and not one of several, and does not give its name away.

    What a sentence says to be `called` so may name the kind: "kinetic energy" is "the energy that a body has …".
    """
    if (
        _ONE_OF_MANY.match(meaning)
        or _STILL_SO.search(meaning)
        or _NO_TERM.match(term)
        or _HANGS.search(meaning)
        or says_nothing_alone(meaning)
    ):
        return False
    if key(term).split()[0] in LOOSE_FIRST:
        return False
    named = {found["name"].lower() for found in _NAME.finditer(term)}
    said = set(re.findall(r"\w+", meaning.lower()))
    if any(name in said for name in named if len(name) >= SHORTEST_NAME):
        return False
    parts = key(term).split()
    stems = {word[:STEM] for word in parts if len(word) >= STEM} if len(parts) > 1 else set()
    again = stems & {word[:STEM] for word in said}
    return not again or (called and parts[-1][:STEM] not in again)
