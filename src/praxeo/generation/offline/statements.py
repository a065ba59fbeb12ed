"""Which statements tell the main fact about their subject, so that they may be asked from memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from praxeo.generation.offline.clauses import subject_name
from praxeo.generation.offline.grammar import is_hedged, is_negated, last_of_clause, root_of
from praxeo.generation.offline.lexicon import EVALUATIVE

SHORTEST_PREDICATE = 4  # words with the verb; "was greatly improved" says nothing

_LOOSE = re.compile(
    r"\b(?:also|however|again|therefore|thus|hence|actually|of course|soon|still|yet|instead|then|later|"
    r"now|already|following|as follows|such as this|see|described in|below|above|example|not|never|"
    r"sometimes known|will be|probably|by definition|the very \w+ of|perhaps|arguably)\b|:$|§",
    re.IGNORECASE,
)
_NAMING = frozenset({"known", "called", "named"})  # only another name for the same


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A plain statement: what it is about, where grammar tells, and whether it tells a fact."""

    name: str | None
    telling: bool


def statement_of(doc: Any, names: set[str]) -> Statement:
    """The statement that a parsed sentence makes. `names` keep their capital in a question."""
    return Statement(name=subject_name(doc, names), telling=_is_telling(doc))


def is_announcement(text: str) -> bool:
    """Whether a sentence points at something else in the text rather than saying it."""
    return bool(_LOOSE.search(text)) or not text.rstrip("\"'”’)").endswith(
        (".", "!", "。", "！", "।")
    )


def _is_telling(doc: Any) -> bool:
    """Whether the main clause affirms something of its subject that can be right or wrong."""
    root = root_of(doc)
    if root is None or is_negated(root) or is_hedged(root) or is_announcement(doc.text):
        return False
    if any(kid.dep_ == "aux" and kid.tag_ == "MD" for kid in root.children):
        return False
    if root.lower_ in _NAMING or last_of_clause(doc) - root.i + 1 < SHORTEST_PREDICATE:
        return False
    if any(kid.dep_ == "acomp" for kid in root.children):  # "is useful", "is often confusing"
        return False
    complements = [kid for kid in root.children if kid.dep_ in {"attr", "dobj"} and kid.i > root.i]
    return not any(
        word.lower_ in EVALUATIVE for kid in complements for word in (kid, *kid.children)
    )
