"""English clauses that say why something is so, or how it is done."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.drafts.clauses import Clause
from praxeo.authors.offline.grammar import child
from praxeo.authors.offline.harvest.told.asking import (
    STATES,
    answer_from,
    asked_of,
    rest_of,
    turned,
)
from praxeo.authors.offline.harvest.told.form import Told

_REASON = re.compile(
    r"^(?:because|in order to|due to|owing to|thanks to|as a result of|(?:as|since) (?:it|they) (?!(?:was|were) \w+ed\b)(?:is|are|was|were|has|have|had|can|do|does|did)\b)"
)
_LARGELY = re.compile(
    r",? (?:largely|mainly|partly|mostly|primarily|simply|chiefly|only|often|in part)$"
)
_SAYING = frozenset(
    {
        "say",
        "state",
        "claim",
        "think",
        "believe",
        "argue",
        "hold",
        "suggest",
        "remain",
        "note",
        "find",
        "observe",
        "show",
    }
)
_EVALUATED = re.compile(
    r"\b(?:is|are|was|were|be) (?:very|rather|quite|so|too|particularly|especially|somewhat|often|sometimes) \w"
)
FEWEST_STATED = (
    2  # words of what a thing is, of which a reason is asked: "willing" alone is half a thought
)


def why_of(clause: Clause, when: str) -> Told | None:
    """Why the clause holds, by the one reason that it gives; `when` is " in 1709" or ""."""
    starts = [
        t.i
        for t in clause.doc
        if _REASON.match(clause.doc[t.i : t.i + 4].text) and t.i > clause.root.i
    ]
    if clause.root.lemma_ in _SAYING or _EVALUATED.search(clause.doc.text):
        return None
    if (
        len(starts) != 1
        or "," in rest_of(clause, starts[0] - 1)
        or not _of_the_verb(clause, starts[0])
    ):
        return None
    rest = _LARGELY.sub("", f" {rest_of(clause, starts[0])}").strip()
    if clause.root.lemma_ in STATES and count_words(rest) < FEWEST_STATED:
        return None
    return asked_of(
        "why",
        f"Why {turned(clause)} {rest}{when}",
        answer_from(clause, starts[0]),
        clause,
    )


def _of_the_verb(clause: Clause, start: int) -> bool:
    """Whether a reason is that of the main clause, not of a clause within it."""
    token = clause.doc[start]
    verbs = [t for t in token.ancestors if t.pos_ in {"VERB", "AUX"} and t.dep_ != "auxpass"]
    own = verbs[1:] if token.dep_ in {"mark", "aux"} or token.lower_ == "in" else verbs
    return not own or own[0] == clause.root or token.head == clause.root


def how_of(clause: Clause, when: str) -> Told | None:
    """How something is done: "by mixing …"."""
    by = next(
        (
            k
            for k in clause.root.children
            if k.lower_ == "by" and (act := child(k, "pcomp")) and act.tag_ == "VBG"
        ),
        None,
    )
    rest = rest_of(clause, by.i) if by is not None else ""
    if by is None or by.i < clause.root.i + 2 or "," in rest:
        return None
    return asked_of("how", f"How {turned(clause)} {rest}{when}", answer_from(clause, by.i), clause)
