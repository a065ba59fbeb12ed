"""English sentences that say when something came about, or by whom: "The bridge was opened in 1932 by …"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.drafts.clauses import Clause
from praxeo.authors.offline.grammar import last_of_clause, text_between
from praxeo.authors.offline.harvest.told.asking import asked_of
from praxeo.authors.offline.harvest.told.form import Told
from praxeo.authors.offline.lexicon import MONTHS

_YEAR = r"(?:1\d{3}|20[0-3]\d|\d{1,4} (?:BC|BCE|AD|CE))"
_WHEN = re.compile(rf"\b(?:in|on) (?P<when>(?:(?:early |late |mid-?)?(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{1,2}},)? )?{_YEAR})(?=$|,| (?:by|to|at|in|with|under|after|when|for|as|and|but)\b)")  # fmt: skip
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_OTHER = re.compile(
    r",|;|:|\(|\b(?:and|but|while|which|who|where|because|although|from|between|until|since)\b"
)
_GOES_ON = re.compile(r"(?:by|to|at|in|with|under|for|as) ")
_HANGS = re.compile(r"\b(?:by|to|at|in|with|under|for|as|after|during|before|of|the)$")
MAY_TELL = rf"\b(?:in|on) (?:\w+ )?(?:\d{{1,2}},? )?{_YEAR}|\b(?:was|were) (?:\w+ )?\w+(?:ed|en|n|t) by [A-Z]"


def occasion_of(clause: Clause) -> Told | None:
    """When the subject came about or was treated so, by a date that stands alone in the sentence."""
    doc, root = clause.doc, clause.root
    if clause.auxiliary not in {"was", "were", "did"} or root.lemma_ in {"be", "have", "die"}:
        return None
    rest = text_between(doc, root.i + 1, last_of_clause(doc)).rstrip(" .")
    dated = _WHEN.search(rest)
    if dated is None or len(_ANY_YEAR.findall(doc.text)) != 1 or not _is_named(clause):
        return None
    before, after = rest[: dated.start()].strip(" ,"), rest[dated.end() :].strip(" ,")
    other = _OTHER.search(after)
    after = after[: other.start()].strip() if other else after
    after = after if _GOES_ON.match(after) else ""
    if (
        _OTHER.search(before)
        or _HANGS.search(f"{before} {after}")
        or count_words(f"{before} {after}") > 14
    ):
        return None
    asked = f"When {clause.auxiliary} {clause.shown} {clause.verb} {before} {after}"
    return asked_of("when", asked, dated["when"], clause)


def agent_of(clause: Clause) -> Told | None:
    """By whom the subject was treated so, where a name says it."""
    doc, root = clause.doc, clause.root
    by = next((k for k in root.children if k.dep_ == "agent"), None)
    if not clause.passive or by is None or clause.auxiliary not in {"was", "were"}:
        return None
    who = next((k for k in by.children if k.dep_ == "pobj"), None)
    if who is None or who.pos_ != "PROPN" or any(k.dep_ in {"relcl", "acl"} for k in who.children):
        return None
    answer = text_between(doc, who.left_edge.i, who.right_edge.i)
    answer = re.split(r",| \(", answer)[0].strip()
    before = text_between(doc, root.i + 1, by.i - 1) if by.i > root.i + 1 else ""
    after = text_between(doc, who.right_edge.i + 1, last_of_clause(doc)).strip(" ,.") if who.right_edge.i < last_of_clause(doc) else ""  # fmt: skip
    other = _OTHER.search(after)
    after = after[: other.start()].strip() if other else after
    if _OTHER.search(before) or count_words(f"{before} {after}") > 14 or not _is_named(clause):
        return None
    return asked_of("agent", f"By whom {clause.auxiliary} {clause.shown} {root.text} {before} {after}", answer, clause)  # fmt: skip


def _is_named(clause: Clause) -> bool:
    """Whether the subject is one thing that a reader knows: "a bridge" or "the bridge" may be any."""
    return not re.match(r"(?:an?|some|many|most|several|two|three|four|five|other) ", clause.shown, re.IGNORECASE)  # fmt: skip
