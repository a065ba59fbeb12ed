"""English clauses that say who made, was or did something."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import capital
from praxeo.authors.offline.drafts.clauses import Clause, cut_statement, end_of_first
from praxeo.authors.offline.grammar import child, text_between
from praxeo.authors.offline.harvest.told.asking import STATES, answer_from, asked_of, turned
from praxeo.authors.offline.harvest.told.attributes import is_person
from praxeo.authors.offline.harvest.told.form import PREFIX, Told
from praxeo.authors.offline.harvest.told.verbs import DID, MADE

_VOLUMES = re.compile(
    r"(?:volumes|books|works|essays|many|several|some|numerous|extensively|little|much|similar|new|questions|an? (?:new|similar|second|different)) "
)


def maker_of(clause: Clause, when: str) -> Told | None:
    """Who made the one thing that is named: "Who discovered the …?"; `when` is " in 1709" or ""."""
    doc, root = clause.doc, clause.root
    after = doc[root.i + 1].lower_
    if (
        clause.passive
        and root.lower_ in MADE
        and after == "by"
        and doc[root.i + 2].pos_ in {"PROPN", "DET"}
    ):
        return asked_of(
            "maker", f"By whom {turned(clause)}{when}", answer_from(clause, root.i + 2), clause
        )
    if (
        clause.passive
        or root.lower_ not in DID
        or clause.subject.pos_ != "PROPN"
        or child(root, "dobj") is None
    ):
        return None
    made = cut_statement(answer_from(clause, root.i + 1))
    if not re.match(r"the |[A-Z]", made) or _VOLUMES.match(made):
        return None
    return Told(
        rule=f"{PREFIX}maker",
        question=f"Who {root.text} {made}{when}?",
        answer=capital(clause.shown) if clause.doc[0].pos_ == "PROPN" else clause.shown,
        subject=clause.shown,
        past=True,
    )


def extreme_of(clause: Clause, when: str) -> Told | None:
    """Who or what is or became the first, the only or the largest."""
    told = child(clause.root, "attr")
    if (
        clause.root.lemma_ not in {"be", "become"}
        or told is None
        or clause.doc[clause.root.i + 1].lower_ != "the"
    ):
        return None
    if not any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "only"} for t in told.lefts):
        return None
    told_of = cut_statement(answer_from(clause, clause.root.i + 1))
    named = [t for t in clause.doc[clause.subject.left_edge.i : clause.root.i] if t.pos_ == "PROPN"]
    if (
        not named
        or clause.auxiliary not in {"is", "are", "was", "were", "did"}
        or " and " in told_of
    ):
        return None
    who = (
        "Who"
        if is_person(told.lemma_.lower())
        else "Which"
        if clause.root.lemma_ == "be"
        else "What"
    )
    asked = f"{who} {clause.root.text} {told_of}{when}?"
    return Told(
        rule=f"{PREFIX}extreme",
        question=asked,
        answer=clause.shown,
        subject=clause.shown,
        past=True,
    )


def deed_of(clause: Clause, when: str) -> Told | None:
    """What somebody with a name did in a year."""
    if not when or clause.auxiliary != "did" or clause.root.lemma_ in STATES:
        return None
    if clause.shown.startswith("the ") and not clause.subject.text[:1].isupper():
        return None  # "the official": which?
    deed = text_between(clause.doc, clause.root.i, end_of_first(clause.doc)).rstrip(" ,")
    return asked_of("deed", f"What did {clause.shown} do{when}", deed, clause)
