"""The parts of a clause as a question and its answer have them."""

from __future__ import annotations

import re

from praxeo.authors.offline.drafts.clauses import Clause, end_of_first
from praxeo.authors.offline.grammar import last_of_clause, text_between
from praxeo.authors.offline.harvest.told.form import PREFIX, Told

STATES = frozenset({"be", "become", "die", "have"})


def turned(clause: Clause) -> str:
    """Verb and subject as a question has them: "do leaves turn", "is the sky"."""
    if clause.root.lemma_ == "be" and clause.root.text != "be":
        return f"{clause.root.text} {clause.shown}"
    return f"{clause.auxiliary} {clause.shown} {clause.verb}"


def rest_of(clause: Clause, end: int) -> str:
    """What stands between the verb and a token."""
    last = min(end - 1, last_of_clause(clause.doc))
    return (
        text_between(clause.doc, clause.root.i + 1, last).rstrip(" ,")
        if last > clause.root.i
        else ""
    )


def answer_from(clause: Clause, start: int) -> str:
    """What stands from a token to the end of the statement."""
    return (
        text_between(clause.doc, start, end_of_first(clause.doc)).rstrip(" ,")
        if start < len(clause.doc)
        else ""
    )


def asked_of(rule: str, asked: str, answer: str, clause: Clause) -> Told:
    """The question with its answer, rated by the rule."""
    past = clause.root.tag_ == "VBD" or clause.auxiliary in {"was", "were", "did", "had"}
    question = re.sub(r"\s{2,}", " ", asked).strip() + "?"
    return Told(
        rule=PREFIX + rule, question=question, answer=answer, subject=clause.shown, past=past
    )
