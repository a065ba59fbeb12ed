"""Causes and effects stated outright: "X leads to Y", "X because Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.drafts.clauses import cut_statement, inside
from praxeo.authors.offline.grammar import child, is_negated, last_of_clause, root_of, text_between
from praxeo.authors.offline.lexicon import PRONOUNS
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

LONGEST_SIDE = 20  # words
SHORTEST_REASON = 4

_NEXT_STATEMENT = re.compile(
    r"^([^,]+), (?:and|so|but) .*"
)  # "..., and imported goods become cheaper"
_CROWD = re.compile(
    r"(?:most |many |some )?(?:\w+ists|\w+ians|consumers|users|experts|people|customers|employees|workers|companies|firms|"
    r"readers|visitors|students|teachers|beginners|members|participants) \w",
    re.IGNORECASE,
)

# form -> base form, for verbs whose subject brings about their object
_VERBS = {
    "causes": "cause",
    "cause": "cause",
    "caused": "cause",
    "triggers": "trigger",
    "trigger": "trigger",
    "triggered": "trigger",
    "leads": "lead to",
    "lead": "lead to",
    "led": "lead to",
    "results": "result in",
    "resulted": "result in",
    "result": "result in",
    "prevents": "prevent",
    "prevent": "prevent",
    "stimulates": "stimulate",
    "stimulate": "stimulate",
    "inhibits": "inhibit",
    "inhibit": "inhibit",
    "prevented": "prevent",
    "sparked": "spark",
    "induces": "induce",
    "induce": "induce",
}
_PARTICLE = {"lead to": "to", "result in": "in"}
_SINGLE_EFFECT = frozenset({"prevent", "inhibit", "stimulate"})


@dataclass(frozen=True, kw_only=True)
class Causation:
    """A cause and its effect in the source's words, and a question for the one or the other."""

    cause: str
    effect: str
    question: str
    answer: str
    sentence: Sentence
    paired: bool


def causes_in(sentence: Sentence, doc: Any, names: set[str]) -> list[Causation]:
    """What the sentence says about cause and effect; at most one statement."""
    root = root_of(doc)
    if root is None or is_negated(root):
        return []
    found = _verb(sentence, doc, root, names) or _because(sentence, doc, root)
    return [found] if found else []


def _verb(sentence: Sentence, doc: Any, root: Any, names: set[str]) -> Causation | None:
    base = _VERBS.get(root.lower_)
    subject = next((kid for kid in root.children if kid.dep_ == "nsubj"), None)
    if base is None or subject is None or subject.left_edge.i > 1 or _leans_back(subject):
        return None
    particle = _PARTICLE.get(base)
    start = root.i + 1
    if particle:
        if start >= len(doc) or doc[start].lower_ != particle:
            return None
        start += 1
    cause = text_between(doc, subject.left_edge.i, subject.right_edge.i)
    effect = cut_statement(text_between(doc, start, last_of_clause(doc)))
    if (
        "," in cause
        or doc[subject.right_edge.i].pos_ in {"ADP", "SCONJ"}
        or not _is_side(doc, subject.left_edge.i, cause)
        or not _is_side(doc, start, effect)
    ):
        return None
    modal = next((kid for kid in root.children if kid.dep_ == "aux"), None)
    if modal is not None and modal.tag_ != "MD":
        return None
    plural = subject.tag_ in {"NNS", "NNPS"} or any(k.dep_ == "conj" for k in subject.children)
    auxiliary = (
        modal.lower_ if modal else "did" if root.tag_ == "VBD" else "do" if plural else "does"
    )
    return Causation(
        cause=cause,
        effect=effect,
        question=f"What {auxiliary} {inside(doc, subject, names)} {base}?",
        answer=effect,
        sentence=sentence,
        paired=base not in _SINGLE_EFFECT,
    )


def _because(sentence: Sentence, doc: Any, root: Any) -> Causation | None:
    marks = [t for t in doc if t.lower_ == "because" and t.dep_ in {"mark", "prep"}]
    if len(marks) != 1:
        return None
    mark = marks[0]
    if mark.i == 0:
        return None
    effect = text_between(doc, 0, mark.i - 1).rstrip(" ,")
    reason = _NEXT_STATEMENT.sub(r"\1", text_between(doc, mark.i, last_of_clause(doc)).rstrip("."))
    if (
        not SHORTEST_REASON < len(words(reason)) <= LONGEST_SIDE + 6
        or len(words(effect)) < SHORTEST_REASON
    ):
        return None
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or _leans_back(subject) or _CROWD.match(effect):
        return None
    loose = {"it", "they", "this", "that", "these", "he", "she", "its", "their"}
    if ";" in effect or (len(words(effect)) > 8 and any(t.lower_ in loose for t in doc[mark.i :])):
        return None
    if root.i > mark.i or any(
        t.lower_ in {"although", "but", "while", "not", "if"} for t in doc[: mark.i]
    ):
        return None
    cause = text_between(doc, mark.i + 1, last_of_clause(doc))
    return Causation(
        cause=cause,
        effect=effect,
        question=f"Why is this so? “{effect}.”",
        answer=reason,
        sentence=sentence,
        paired=False,
    )


def _leans_back(subject: Any) -> bool:
    """Whether a subject means a thing of the lines before it: "the currency", not "the end of the war"."""
    definite = subject.left_edge.lower_ == "the" and subject.pos_ != "PROPN"
    return definite and not any(kid.i > subject.i for kid in subject.children)


def _is_side(doc: Any, first: int, text: str) -> bool:
    return (
        1 <= len(words(text)) <= LONGEST_SIDE
        and doc[first].lower_ not in PRONOUNS
        and doc[first].tag_ not in {"PRP", "PRP$", "RB", "IN", "WRB", "TO"}
        and not any(mark in text for mark in ";:—–")
    )


def cause_card(found: Causation) -> Candidate:
    """A question for the effect of a cause, or the reason of a fact."""
    return Candidate(
        kind="flashcards",
        item=Card(front=found.question, back=found.answer, evidence=(found.sentence.reference,)),
        prompt=found.question,
        answer=found.answer,
        quote=found.sentence.text,
        rule="cause_verb" if found.paired else "because",
        score=1.8,
    )
