"""Sense: an item that fails one of these checks is dropped, and the reason is known.

Every check is named, reads only the candidate, and returns True when the candidate passes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from praxeo.authors.offline.boilerplate import reports_a_study
from praxeo.authors.offline.cleaning import holds, words
from praxeo.authors.offline.lexicon import (
    GENERIC,
    frequency,
)
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.sense.marked import (
    MARKED,
    options_differ,
    says_something,
    unbroken,
    understood,
)
from praxeo.authors.offline.sense.pinned_answers import (
    good_options,
    not_leaked,
    one_answer,
    real_gap,
    specific_answer,
)
from praxeo.authors.offline.sense.standing_alone import self_contained
from praxeo.domain.spec import Link

LONGEST_PROMPT = 45  # words
LONGEST_GAP_SENTENCE = 36  # words
LONGEST_ANSWER = 50  # words

_FRAGMENT = re.compile(r"^____, an? [^,]*\.$|\b\w\.\?$")  # a gap with no verb; "of its T.?"
_WRONG_CASE = re.compile(
    r"\b(?:does|do|did|about|can|must|should|is|are|was|were) (?:A|An|The) [a-z]"
)
_LOWERED_NAME = re.compile(r"\b([a-z]\w+) ([A-Z][a-z]\w*)")
_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "le",
        "la",
        "les",
        "un",
        "une",
        "el",
        "los",
        "las",
        "una",
    ]
)
_ABOUT_THE_TEXT = re.compile(
    r"^(?:presents?|introduces?|explains?|describes?|provides? (?:an?|the|some) (?:overview|number|introduction|summary)|"
    r"discusses|covers|outlines|shows how|summari[sz]es|lists|reviews|gives an overview)\b",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(r"[?？]$|^(?:How|Why|Whether|What) |^When [^,]+$")
_DOCUMENT_TALK = re.compile(
    r"\b(?:the|this|our|presented|following|accompanying|alternative|each|these|all) (?:\w+ )?(?:course|courses|tutorials?|"
    r"lectures?|exercises|notebooks?|materials|textbook|lessons?|workshop|curriculum|slides)\b",
    re.IGNORECASE,
)
_LOOSE_TAIL = re.compile(r"\b(?:that|which|who) \w+[.”]*$")
_ODD = re.compile(
    r"\w[‑-] (?!and\b|or\b|to\b|und\b|oder\b|bzw\b|sowie\b|et\b|ou\b|o\b)[a-z]{2,}|"
    r"[âÃ](?![a-z])|â[a-z]{1,2}\b|[□�•▪►→←↑↓✓✔✗|{}<>\\^_~#]|\.{3}|…|\s[,;]|\(\s*\)|\[\s*\]|\b(?!(?:die|der|das|sie|had|that|nous|vous)\b)(\w{3,}) \1\b|…"
)


def examine(candidate: Candidate, language: str = "en") -> tuple[str, ...]:
    """The names of the checks that the candidate fails; empty when it may be shown.

    What a source marks itself needs no proof that it is worth asking, only that it came over whole. That a
    word is one of every day is known of English ones alone: "condition", "Feature" are terms elsewhere.
    """
    checks = CHECKS_OF_MARKED if candidate.rule in MARKED else CHECKS
    failed = (name for name, passes in checks.items() if not passes(candidate))
    bold_abroad = candidate.rule == "marked" and language != "en"
    return tuple(name for name in failed if not (bold_abroad and name == "specific_answer"))


def answered_by_evidence(candidate: Candidate) -> bool:
    """The answer stands literally in the evidence (each part of it, where it has several)."""
    return all(holds(candidate.quote, part) for part in candidate.answer.split("; "))


def grammatical(candidate: Candidate) -> bool:
    """Whole sentences, balanced brackets and quotes, no debris of layout."""
    text = candidate.prompt.replace("____", "gap")
    if candidate.kind in ("cloze", "recall") and candidate.rule not in (
        "heading_answer",
        "heading_list",
    ):
        whole = candidate.answer if candidate.kind == "recall" else text
        if not re.match(
            r"[\"“‘'(\[¿¡«]*(?:[^\W_a-zß-öø-ÿ$€£]|[a-z]{1,2}[A-Z]|gap\b|[$€£])", whole
        ) or not re.search(r"[.!?。！？।][\"”’')\]»]*$", whole):
            return False
    if candidate.kind == "recall" and _NO_STATEMENT.search(candidate.answer):
        return False
    if _FRAGMENT.search(candidate.prompt):
        return False
    if _WRONG_CASE.search(text) or any(
        first not in _ARTICLES and f"{first.capitalize()} {second}" in candidate.quote
        for first, second in _LOWERED_NAME.findall(candidate.prompt)
    ):
        return False
    for part in (text, candidate.answer):
        if part.count("(") != part.count(")") or part.count("[") != part.count("]"):
            return False
        if part.count("“") != part.count("”") + part.count("„") or part.count('"') % 2:
            return False
    if candidate.kind == "recall":
        return not _ODD.search(candidate.answer)
    return candidate.rule.startswith("code") or not (
        _ODD.search(text) or _ODD.search(candidate.answer)
    )


def fit_length(candidate: Candidate) -> bool:
    """Neither prompt nor answer is longer than one can hold in mind."""
    size = len(words(candidate.prompt))
    if size > (LONGEST_GAP_SENTENCE if candidate.kind == "cloze" else LONGEST_PROMPT):
        return False
    return 1 <= len(words(candidate.answer)) <= LONGEST_ANSWER or candidate.rule.startswith("code")


def general_statement(candidate: Candidate) -> bool:
    """It asks what is so, not what one study found or what somebody happened to report."""
    if candidate.rule.startswith(("table", "two_columns", "code", "abbreviation", "heading")):
        return True
    return not reports_a_study(candidate.quote)


_BY_STRUCTURE = frozenset(
    {"table_fact", "table_pair", "two_columns", "numbered_steps", "abbreviation", "date_list"}
)


def worth_asking(candidate: Candidate) -> bool:
    """It is about the subject, not about the document, and not half of a thought."""
    text = candidate.answer
    if candidate.rule not in _BY_STRUCTURE and _DOCUMENT_TALK.search(candidate.quote):
        return False
    if candidate.kind == "choice":
        text = candidate.prompt.partition("“")[2]
    if candidate.kind in ("terms", "choice") and _ABOUT_THE_TEXT.match(text):
        return False
    if candidate.rule == "because" and _LOOSE_TAIL.search(candidate.prompt):
        return False
    if candidate.kind == "concept_map" and isinstance(candidate.item, Link):
        return holds(candidate.quote, f"{candidate.item.label} {candidate.item.end}") and (
            candidate.item.end.lower() not in GENERIC and frequency(candidate.item.end) < 5.0
        )
    return True


CHECKS: dict[str, Callable[[Candidate], bool]] = {
    check.__name__: check
    for check in (
        answered_by_evidence,
        self_contained,
        grammatical,
        specific_answer,
        one_answer,
        fit_length,
        not_leaked,
        general_statement,
        worth_asking,
        good_options,
        real_gap,
    )
}
CHECKS_OF_MARKED: dict[str, Callable[[Candidate], bool]] = {
    check.__name__: check
    for check in (answered_by_evidence, unbroken, says_something, understood, options_differ)
}
