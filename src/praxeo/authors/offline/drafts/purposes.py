"""Question forms about purposes: what something is used for, or ensures.

Each takes a clause and gives (question, literal answer, score), or None where it does not fit.
"""

from __future__ import annotations

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.drafts.clauses import Clause, tail
from praxeo.authors.offline.grammar import child, text_between
from praxeo.authors.offline.keyterms import Vocabulary
from praxeo.authors.offline.lexicon import PRONOUNS

Asked = tuple[str, str, float]

SHORTEST_PURPOSE = 3  # words
LONGEST_TOOL = 5  # words of what is used
_ENSURING = frozenset({"ensure", "require", "guarantee", "imply", "recommend", "mean", "state"})


def used_for(clause: Clause, vocabulary: Vocabulary) -> Asked | None:
    """ "X is used to purify water" and "models use X to predict rain" ask what for."""
    doc, root = clause.doc, clause.root
    if root.lemma_ != "use" or root.i + 1 >= len(doc):
        return None
    following = doc[root.i + 1]
    if clause.passive and following.lower_ in {"to", "for", "as"}:
        answer = tail(doc, root.i + 1)
        if answer is None or len(words(answer)) < SHORTEST_PURPOSE:
            return None
        word = "as" if following.lower_ == "as" else "for"
        answer = answer.removeprefix("as ") if word == "as" else answer
        return f"What {clause.auxiliary} {clause.shown} {clause.verb} {word}?", answer, 2.0
    tool = child(root, "dobj")
    if clause.passive or tool is None or tool.lower_ in PRONOUNS or tool.left_edge.i != root.i + 1:
        return None
    end = tool.right_edge.i + 1
    if end >= len(doc) or doc[end].lower_ != "to" or end - tool.left_edge.i > LONGEST_TOOL:
        return None
    answer = tail(doc, end)
    if answer is None or len(words(answer)) < SHORTEST_PURPOSE:
        return None
    name = text_between(doc, tool.left_edge.i, tool.right_edge.i)
    return f"What {clause.auxiliary} {clause.shown} {clause.verb} {name} for?", answer, 2.0


def ensures(clause: Clause, vocabulary: Vocabulary) -> Asked | None:
    """ "Blockchain ensures that every transaction is recorded" asks what it ensures."""
    doc, root = clause.doc, clause.root
    if clause.passive or root.lemma_ not in _ENSURING or root.i + 2 >= len(doc):
        return None
    if doc[root.i + 1].lower_ != "that" or child(root, "ccomp") is None:
        return None
    if doc[root.i + 2].lower_ in PRONOUNS:
        return None
    answer = tail(doc, root.i + 1)
    if answer is None or len(words(answer)) < SHORTEST_PURPOSE + 1:
        return None
    return f"What {clause.auxiliary} {clause.shown} {clause.verb}?", answer, 1.8
