"""Main clauses that begin with their subject, taken apart so that questions can be put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.grammar import (
    ARTICLES,
    base_of,
    child,
    is_negated,
    last_of_clause,
    root_of,
    term_of,
    text_between,
)
from praxeo.authors.offline.lexicon import PRONOUNS

LONGEST_ANSWER = 24  # words
LONGEST_SUBJECT = 9
LONGEST_BEFORE = 8

_CUT = re.compile(
    r",? (?:but|although|though|while|whereas|however|so that|which|where)\b.*$|,? because .*$|,? and (?:should|must|can|may|will|would)\b.*$|,? (?:and|since|when|if|as) (?:it|they|he|she|this|these|is|are|was|were|has|have|can|you|we)\b.*$|[;—:].*$| – .*$"
)


_PARTICIPLES = frozenset(
    [
        "grown",
        "become",
        "driven",
        "led",
        "made",
        "given",
        "taken",
        "built",
        "found",
        "brought",
        "kept",
        "lost",
        "written",
        "chosen",
    ]
)
_HAVING = frozenset({"have", "has", "had"})
_UNCERTAIN = frozenset({"may", "might", "could", "should", "would", "to", "'s"})
_SCOPES = frozenset(
    {"Traditionally", "Usually", "Normally", "Originally", "Initially", "Often", "Sometimes"}
)


@dataclass(frozen=True)
class Clause:
    """A main clause that begins with its subject, ready to be turned into a question."""

    doc: Any
    root: Any
    subject: Any
    name: str
    shown: str
    auxiliary: str
    verb: str
    before: str

    @property
    def passive(self) -> bool:
        return bool(self.subject.dep_ == "nsubjpass")


def clause_of(
    doc: Any,
    names: set[str],
    antecedent: tuple[str, str, bool] | None = None,
    *,
    any_subject: bool = False,
) -> Clause | None:
    """The main clause of a sentence, if the sentence begins with a subject that names something.

    `names` are words that keep their capital inside a sentence. `antecedent` is what an opening
    pronoun means: its name, how it is shown, and whether it is plural. With `any_subject` the caller judges
    whether the subject is a term.
    """
    root = root_of(doc)
    if root is None or is_negated(root) or root.pos_ not in {"VERB", "AUX"}:
        return None
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or not _is_plain(subject, doc):
        return None
    before = _before(doc, root, subject)
    if before is None:
        return None
    stands_for = antecedent if subject.i == 0 and subject.lower_ in {"it", "they"} else None
    told = _words_of(subject, doc).text if any_subject else term_of(doc, subject)
    name = stands_for[0] if stands_for else told
    if name is None or (
        not stands_for and any(t.lower_ in PRONOUNS for t in _words_of(subject, doc))
    ):
        return None
    plural = subject.tag_ in {"NNS", "NNPS"} or any(k.dep_ == "conj" for k in subject.children)
    asked = _asked_verb(doc, root, subject, stands_for[2] if stands_for else plural)
    if asked is None:
        return None
    shown = stands_for[1] if stands_for else inside(doc, subject, names)
    return Clause(doc, root, subject, name, shown, *asked, before)


def _words_of(subject: Any, doc: Any) -> Any:
    return doc[subject.left_edge.i : subject.right_edge.i + 1]


def _is_plain(subject: Any, doc: Any) -> bool:
    """Whether a subject is short and has no clause of its own inside."""
    held = _words_of(subject, doc)
    clauses = any(k.dep_ in {"relcl", "appos", "advcl"} for k in subject.children)
    return len(held) <= LONGEST_SUBJECT and not clauses and "," not in held.text


def _asked_verb(doc: Any, root: Any, subject: Any, plural: bool) -> tuple[str, str] | None:
    """The auxiliary that asks for the clause and the verb behind it: "do" and "divide"."""
    helpers = [k for k in root.children if k.dep_ in {"aux", "auxpass"}]
    between = doc[subject.right_edge.i + 1 : root.i]
    if any(t not in helpers and t.tag_ != "RB" for t in between):
        return None
    obliged = len(helpers) == 2 and helpers[0].tag_ == "MD" and helpers[1].lower_ == "be"
    if len(helpers) > 1 and not obliged:
        return None
    if helpers:
        auxiliary = helpers[0].lower_
        guessed = auxiliary in _HAVING and not _is_participle(root.lower_)
        if guessed or auxiliary in _UNCERTAIN:
            return None
        return auxiliary, f"be {root.text}" if obliged else root.text
    if root.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    if (root.tag_ == "VBZ") == plural and root.tag_ != "VBD":
        return None
    return "did" if root.tag_ == "VBD" else "do" if plural else "does", base_of(root)


def _is_participle(word: str) -> bool:
    """Whether a word is safely a past participle; the tagger alone is too often wrong here."""
    return word.endswith("ed") or word in _PARTICIPLES


def _before(doc: Any, root: Any, subject: Any) -> str | None:
    """What stands before the subject: nothing, or a place or time such as "In plants,"."""
    first = subject.left_edge.i
    if first == 0:
        return ""
    start = doc[0]
    if first == 2 and start.text in _SCOPES and doc[1].text == ",":
        return f"{start.text},"
    if (
        start.dep_ != "prep"
        or start.head != root
        or doc[first - 1].text != ","
        or first > LONGEST_BEFORE
    ):
        return None
    if start.lower_ not in {"in", "on", "at", "within", "inside", "during", "among", "under"}:
        return None
    if (
        any(t.lower_ in PRONOUNS or t.pos_ in {"VERB", "NUM"} for t in doc[:first])
        or "," in doc[: first - 1].text
    ):
        return None
    return str(doc[:first].text)


def subject_name(doc: Any, names: set[str]) -> str | None:
    """What a plain statement is about, as it stands inside a question."""
    root = root_of(doc)
    subject = child(root, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or subject.left_edge.i != 0 or subject.right_edge.i > LONGEST_SUBJECT:
        return None
    shown = inside(doc, subject, names)
    return shown if term_of(doc, subject) and "," not in shown else None


def tail(doc: Any, start: int) -> str | None:
    """The rest of the sentence from a token, cut before a second statement."""
    text = cut_statement(text_between(doc, start, end_of_first(doc)))
    return text if 1 <= len(words(text)) <= LONGEST_ANSWER else None


def cut_statement(text: str) -> str:
    """A text without what a relative clause, a contrast or a second sentence adds to it."""
    return _CUT.sub("", text).strip(" ,")


def end_of_first(doc: Any) -> int:
    """The last token before a second verb that shares the subject ("... and lost")."""
    root = root_of(doc)
    second = child(root, "conj") if root is not None else None
    if root is None or second is None or second.pos_ not in {"VERB", "AUX"}:
        return last_of_clause(doc)
    joints = [k.i for k in root.children if k.dep_ == "cc" and root.i < k.i < second.i]
    return joints[-1] - 1 if joints else last_of_clause(doc)


def inside(doc: Any, subject: Any, names: set[str]) -> str:
    """The subject as it stands inside a question: "The heart" becomes "the heart"."""
    first = doc[subject.left_edge.i]
    text = text_between(doc, subject.left_edge.i, subject.right_edge.i)
    if first.lower_ in ARTICLES:
        return text[:1].lower() + text[1:]
    follows_s = first.i + 1 < len(doc) and doc[first.i + 1].text in {"'s", "’s"}
    if first.pos_ == "PROPN" and follows_s:
        return text
    odd = len(first.text) < 2 or any(c.isupper() or c.isdigit() for c in first.text[1:])
    follows = doc[first.i + 1] if first.i + 1 < len(doc) else first
    full_name = first.pos_ == follows.pos_ == "PROPN" and follows.text[:1].isupper()
    paired = any(kid.dep_ == "conj" and kid.text[:1].isupper() for kid in first.children)
    return (
        text if odd or full_name or paired or first.text in names else text[:1].lower() + text[1:]
    )
