"""Questions out of plain statements: what, how, where, when, of what; the answer stays literal.

"Enzymes lower the activation energy by holding molecules together." gives "How do enzymes lower
the activation energy?". Only sentences that begin with a subject that names something qualify.
"""

from __future__ import annotations

import re
from typing import Any

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.drafts.antecedents import Antecedent
from praxeo.authors.offline.drafts.clauses import (
    LONGEST_ANSWER,
    Clause,
    clause_of,
    tail,
)
from praxeo.authors.offline.drafts.purposes import ensures, used_for
from praxeo.authors.offline.grammar import (
    child,
    last_of_clause,
    text_between,
)
from praxeo.authors.offline.keyterms import Vocabulary
from praxeo.authors.offline.lexicon import PRONOUNS, word_set
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

_LOCATED = frozenset(
    {"found", "located", "stored", "situated", "produced", "made", "kept", "formed"}
)
_PRONOUN = frozenset({"it", "they"})
_AGENTIVE = word_set(
    """caused produced driven regulated controlled triggered affected influenced determined covered
    surrounded formed mediated followed powered separated supported governed led owned founded
    invented discovered written created built designed developed introduced released secreted
    transmitted spread protected limited replaced characterized characterised"""
)
_AMOUNT = {
    "How long": re.compile(
        r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
    ),
    "How much": re.compile(r"[$€£]\s?\d|\d[\d,.]*\s?(?:dollars|euros|pounds|percent|%|kg|g|tons?)"),
}
_STARTS_AMOUNT = re.compile(  # "the project more than a year" is not how long
    r"(?:for |about |around |roughly |nearly |almost |over |up to |at least |only |just |more than |less than |"
    r"between |from )*(?:[$€£]?\d|an? |one|two|three|four|five|six|seven|eight|nine|ten|several|half|hundreds)",
    re.IGNORECASE,
)
_MADE_OF = {
    ("consists", "of"): "What does {0} consist of?",
    ("consist", "of"): "What do {0} consist of?",
    ("comprises", ""): "What does {0} comprise?",
    ("comprise", ""): "What do {0} comprise?",
    ("composed", "of"): "What {1} {0} composed of?",
    ("divided", "into"): "What {1} {0} divided into?",
    ("made", "of"): "What {1} {0} made of?",
    ("classified", "into"): "What {1} {0} classified into?",
    ("depends", "on"): "What does {0} depend on?",
    ("depend", "on"): "What do {0} depend on?",
}


def question_cards(
    sentence: Sentence, doc: Any, vocabulary: Vocabulary, antecedent: Antecedent | None = None
) -> list[Candidate]:
    """At most one question card on a parsed sentence: the most telling form that fits."""
    meant = (antecedent.name, antecedent.shown, antecedent.plural) if antecedent else None
    clause = clause_of(doc, vocabulary.names, meant)
    if clause is None:
        return []
    before = [antecedent.sentence] if antecedent and clause.subject.lower_ in _PRONOUN else []
    for form in (_parts, _how, _measure, used_for, ensures, _where, _agent):
        made = form(clause, vocabulary)
        if made is not None:
            question, answer, score = made
            if clause.before:
                question = f"{clause.before} {question[:1].lower()}{question[1:]}"
            rule = form.__name__.strip("_")
            return [_card(sentence, question, answer, rule, score, before=before)]
    return []


def _parts(clause: Clause, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    doc, root = clause.doc, clause.root
    following = doc[root.i + 1].lower_ if root.i + 1 < len(doc) else ""
    form = _MADE_OF.get((root.lower_, following)) or _MADE_OF.get((root.lower_, ""))
    if form is None:
        return None
    start = root.i + (2 if form.endswith((" of?", " into?", " on?")) else 1)
    answer = text_between(doc, start, last_of_clause(doc))
    if not 2 <= len(words(answer)) <= LONGEST_ANSWER:
        return None
    return form.format(clause.shown, clause.auxiliary), answer, 2.2


def _how(clause: Clause, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    """ "... by lowering the activation energy" answers how."""
    doc, root = clause.doc, clause.root
    by = next((k for k in root.children if k.lower_ == "by" and k.dep_ in {"prep", "agent"}), None)
    act = child(by, "pcomp") if by is not None else None
    if by is None or act is None or act.tag_ != "VBG" or by.i < root.i + 2:
        return None
    rest = text_between(doc, root.i + 1, by.i - 1)
    answer = tail(doc, by.i)
    if not 1 <= len(words(rest)) <= 14 or answer is None or "," in rest:
        return None
    return f"How {clause.auxiliary} {clause.shown} {clause.verb} {rest}?", answer, 2.4


def _where(clause: Clause, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    doc, root = clause.doc, clause.root
    if (
        root.lower_ not in _LOCATED
        or not clause.passive
        or clause.auxiliary not in {"is", "are", "was", "were"}
    ):
        return None
    place = doc[root.i + 1] if root.i + 1 < len(doc) else root
    if place.lower_ not in {"in", "on", "at", "near", "inside", "within", "between", "along"}:
        return None
    answer = tail(doc, place.i)
    if answer is None:
        return None
    return f"Where {clause.auxiliary} {clause.shown} {clause.verb}?", answer, 2.0


def _measure(clause: Clause, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    """How long something takes, how much it costs or weighs."""
    doc, root = clause.doc, clause.root
    asks = {"take": "How long", "last": "How long", "cost": "How much", "weigh": "How much"}
    ask = asks.get(root.lemma_)
    answer = tail(doc, root.i + 1) if ask and root.i + 1 < len(doc) else None
    if ask is None or answer is None or clause.passive or not _AMOUNT[ask].search(answer):
        return None
    if not _STARTS_AMOUNT.match(answer) or " or until " in doc.text:
        return None
    return f"{ask} {clause.auxiliary} {clause.shown} {clause.verb}?", answer, 2.0


def _agent(clause: Clause, vocabulary: Vocabulary) -> tuple[str, str, float] | None:
    """ "is caused by ..." asks what by."""
    doc, root = clause.doc, clause.root
    by = doc[root.i + 1] if root.i + 1 < len(doc) else None
    if by is None or by.lower_ != "by" or root.lower_ not in _AGENTIVE or not clause.passive:
        return None
    answer = tail(doc, by.i + 1)
    if answer is None or doc[by.i + 1].lower_ in PRONOUNS or doc[by.i + 1].tag_ == "VBG":
        return None
    return f"What {clause.auxiliary} {clause.shown} {clause.verb} by?", answer, 1.9


def _card(
    sentence: Sentence,
    front: str,
    back: str,
    rule: str,
    score: float,
    *,
    before: list[Sentence] | None = None,
) -> Candidate:
    """A card on a sentence; `before` holds the sentence that says what its pronoun means."""
    sentences = [*(before or []), sentence]
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=back, evidence=tuple(s.reference for s in sentences)),
        prompt=front,
        answer=back,
        quote=" ".join(s.text for s in sentences),
        rule=rule,
        score=score,
    )
