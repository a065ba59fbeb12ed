"""Links between key terms for a concept map: subject, verb and object of plain statements."""

from __future__ import annotations

from typing import Any

from praxeo.domain.spec import Link
from praxeo.generation.offline.cleaning import key
from praxeo.generation.offline.grammar import child, is_hedged, is_negated, root_of, term_of
from praxeo.generation.offline.keyterms import Vocabulary
from praxeo.generation.offline.material import Candidate, Sentence

ENOUGH_WEIGHT = 1.2  # of both terms in the vocabulary
LONGEST_LABEL = 5  # words
FEWEST_LINKS, MOST_LINKS = 3, 7


def links_in(sentence: Sentence, doc: Any, vocabulary: Vocabulary, group: str) -> list[Candidate]:
    """The link that a sentence states between two key terms, if it does."""
    root = root_of(doc)
    if root is None or is_negated(root) or is_hedged(root):
        return []
    subject = child(root, "nsubj", "nsubjpass")
    target = child(root, "dobj", "attr")
    if target is None:
        preposition = next(
            (k for k in root.children if k.dep_ in {"prep", "agent"} and k.i > root.i), None
        )
        target = child(preposition, "pobj") if preposition is not None else None
    if subject is None or target is None or subject.left_edge.i > 1:
        return []
    start, end = term_of(doc, subject), term_of(doc, target)
    if start is None or end is None or key(start) == key(end):
        return []
    if min(vocabulary.weight(start), vocabulary.weight(end)) < ENOUGH_WEIGHT:
        return []
    if any(k.dep_ in {"conj", "relcl"} for t in (subject, target) for k in t.children):
        return []
    first = next(t.i for t in doc[target.left_edge.i :] if end.startswith(t.text))
    label = doc[subject.right_edge.i + 1 : first].text.strip()
    if not 1 <= len(label.split()) <= LONGEST_LABEL or not label.replace(" ", "").isalpha():
        return []
    return [
        Candidate(
            kind="concept_map",
            item=Link(start=start, label=label, end=end, evidence=(sentence.reference,)),
            prompt=f"{start} {label}",
            answer=end,
            quote=sentence.text,
            rule="statement",
            score=2.0,
            group=group,
        )
    ]
