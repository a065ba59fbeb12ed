"""Whom "it" and "they" mean at the start of a sentence: the subject of the sentence before.

Only the safe case is resolved: the sentence before is the neighbour in the same paragraph, begins
with a subject that names something, and agrees in number. All else stays unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from praxeo.authors.offline.drafts.clauses import inside
from praxeo.authors.offline.grammar import child, root_of, term_of
from praxeo.authors.offline.keyterms import Vocabulary
from praxeo.authors.offline.material import Sentence

LONGEST_SUBJECT = 5  # words of a subject that a later pronoun is taken to mean
ENOUGH_WEIGHT = 1.0  # of that subject in the vocabulary


@dataclass(frozen=True)
class Antecedent:
    """What a pronoun stands for, and the sentence that says so."""

    name: str
    shown: str
    plural: bool
    sentence: Sentence


def with_antecedents(
    pairs: Iterable[tuple[Sentence, Any]], vocabulary: Vocabulary
) -> Iterator[tuple[Sentence, Any, Antecedent | None]]:
    """The parsed sentences, each with what its opening pronoun means, where that is safe to say."""
    known: Antecedent | None = None
    last: Sentence | None = None
    for sentence, doc in pairs:
        neighbour = (
            last is not None and last.block is sentence.block and last.number + 1 == sentence.number
        )
        known = known if neighbour else None
        fits = known is not None and _pronoun_number(doc) == known.plural
        yield sentence, doc, known if fits else None
        if not fits:
            known = _named_by(sentence, doc, vocabulary)
        last = sentence


def _pronoun_number(doc: Any) -> bool | None:
    """Whether the sentence opens with "They" (True) or "It" (False) as its subject."""
    first = doc[0]
    if first.dep_ not in {"nsubj", "nsubjpass"} or first.head.dep_ != "ROOT":
        return None
    return {"it": False, "they": True}.get(first.lower_)


def _named_by(sentence: Sentence, doc: Any, vocabulary: Vocabulary) -> Antecedent | None:
    root = root_of(doc)
    subject = child(root, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or subject.left_edge.i != 0 or subject.right_edge.i > LONGEST_SUBJECT:
        return None
    name = term_of(doc, subject, allow_the=True)
    if name is None or "," in doc[: subject.right_edge.i + 1].text:
        return None
    if any(kid.dep_ in {"conj", "relcl", "acl", "appos"} for kid in subject.children):
        return None
    if not vocabulary.is_named(name) and vocabulary.weight(name) < ENOUGH_WEIGHT:
        return None
    return Antecedent(
        name=name,
        shown=inside(doc, subject, vocabulary.names),
        plural=subject.tag_ in {"NNS", "NNPS"},
        sentence=sentence,
    )
