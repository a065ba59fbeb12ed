"""Labels whose text tells about them in a clause: "Verb: sagt, was jemand tut", "Osmosis: water moves through …"."""

from __future__ import annotations

import re
from collections import Counter

from praxeo.authors.offline.harvest.entries import Entry
from praxeo.authors.offline.language import is_in
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST_TOGETHER = 3  # such labels under one heading
LONGEST_LABEL = 4  # words

_NO_NAME = re.compile(r"\d|^(?:der|die|das|le|la|les|el|los|las|kapitel|chapitre|capítulo)\b|[?!]$", re.IGNORECASE)  # fmt: skip
# "il", "sie", "it" at the beginning stand for the label itself.
_LEANS = re.compile(
    r"^(?:dies\w*|das|es|dabei|damit|dazu|hier|so|dann|ab|beispiel\w*|ce|cela|ici|este|esta|esto|aquí|this|here|then|there|for example|e\.g)\b|"
    r"\b(?:ich|mich|wir|uns|je|nous|yo|I|we|our|these|those|diese[rmns]?|jene[rmns]?|cet|cette|ces|estos|estas)\b|[?!:]$|^\d",
    re.IGNORECASE,
)


def told_labels(found: list[tuple[Entry, RoledBlock]], language: str) -> list[tuple[Entry, RoledBlock]]:  # fmt: skip
    """Those that stand with others like them under one heading, and are understood alone."""
    fit = [(entry, one) for entry, one in found if _tells(entry, language)]
    together = Counter(one.topic for _, one in fit)
    return [(entry, one) for entry, one in fit if together[one.topic] >= FEWEST_TOGETHER]


def _tells(entry: Entry, language: str) -> bool:
    if _NO_NAME.search(entry.term) or len(entry.term.split()) > LONGEST_LABEL:
        return False
    return is_in(entry.meaning, language) and not _LEANS.search(entry.meaning)
