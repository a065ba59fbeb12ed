"""Labels that stand in a list of meanings: what its others say tells how the rest of them is to be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.grammar import is_address
from praxeo.authors.offline.harvest.entries import Entry
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST_KNOWN = 2  # meanings under one heading that are surely some
MOST_LEFT = 0.5  # of the labels there that are not
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CLAUSES = frozenset({"relcl", "acl"})  # "fine particles that settle"
_MADE = re.compile(
    r"[A-Za-z][\w-]+ (?:made|formed|found|used|kept|taken|left|built) (?:of|by|in|for|from|to|up|when)\b"
)
_ARTICLES = frozenset({"a", "an", "the", "any"})

Labelled = tuple[Entry, RoledBlock]


def in_company(known: Sequence[Labelled], found: Sequence[Labelled]) -> list[Labelled]:
    """Those of a list's other labels whose text is a phrase, too, if half of the list surely gives meanings. English."""
    sure = Counter(one.topic for _, one in known)
    all_of_it = Counter(one.topic for _, one in found)
    rest = [
        (entry, one)
        for entry, one in found
        if (entry, one) not in known
        and sure[one.topic] >= FEWEST_KNOWN
        and sure[one.topic] >= all_of_it[one.topic] * MOST_LEFT
    ]
    docs = english.parse([entry.meaning for entry, _ in rest])
    return [
        pair for pair, doc in zip(rest, docs, strict=False) if doc is not None and _is_phrase(doc)
    ]


def _is_phrase(doc: Any) -> bool:
    """Whether a text names a thing: begun by an article, or a noun with nothing that is done."""
    if is_address(doc):
        return False
    if doc[0].lower_ in _ARTICLES:
        return True
    if len(doc) > 2 and doc[0].lower_ == "how" and doc[1].pos_ in ("ADJ", "ADV"):
        return True  # "how fast something moves"
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    acts = any(
        t.tag_ in _FINITE and not _CLAUSES & {a.dep_ for a in (t, *t.ancestors)} for t in doc
    )
    if _MADE.match(doc.text):
        return True
    return root is not None and root.pos_ in ("NOUN", "PROPN") and not acts
