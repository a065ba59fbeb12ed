"""Small questions about a parsed sentence that several extractors ask."""

from __future__ import annotations

from typing import Any

from praxeo.authors.offline.lexicon import (
    COMMON_WORD,
    EVALUATIVE,
    GENERIC,
    PRONOUNS,
    QUANTIFIERS,
    frequency,
)

LONGEST_TERM = 6  # words
FORMS_OF_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
ARTICLES = frozenset({"a", "an", "the"})


def text_between(doc: Any, first: int, last: int) -> str:
    """The literal text from token `first` to token `last`, both included."""
    return str(doc[first : last + 1].text).strip()


def root_of(doc: Any) -> Any | None:
    """The main verb of the sentence, if the parser sees exactly one."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 else None


def child(token: Any, *labels: str) -> Any | None:
    """The first child with one of these dependency labels."""
    return next((kid for kid in token.children if kid.dep_ in labels), None)


def is_negated(token: Any) -> bool:
    """Whether the verb is denied: "is not", "never causes"."""
    return any(
        kid.dep_ == "neg" or kid.lower_ in {"never", "hardly", "rarely", "not"}
        for kid in token.children
    )


def is_hedged(verb: Any) -> bool:
    """Whether the verb only may or should hold: "may cause", "would be"."""
    return any(
        kid.dep_ == "aux" and kid.lower_ in {"may", "might", "could", "would", "should", "must"}
        for kid in verb.children
    )


def base_of(verb: Any) -> str:
    """The verb's base form as it is usually spelled: of "installed" not "instal"."""
    base = str(verb.lemma_)
    return f"{base}l" if base.endswith("l") and frequency(f"{base}l") > frequency(base) else base


def last_of_clause(doc: Any) -> int:
    """Index of the last token before the closing full stop."""
    last = len(doc) - 1
    while last > 0 and (doc[last].is_punct and doc[last].text not in ')]”’"%'):
        last -= 1
    return last


def term_of(doc: Any, head: Any, *, allow_the: bool = False) -> str | None:
    """A noun phrase as a term without its article, or None if it does not name something.

    Names nothing: a pronoun, "this process", "our results", "many cells", "the study".
    """
    first, last = head.left_edge.i, head.i
    for kid in head.children:  # a clause or bracket after the head is no part of the term
        if (
            kid.i > head.i
            and kid.dep_ == "prep"
            and kid.lower_ == "of"
            and kid.right_edge.i - kid.i < 4
        ):
            last = kid.right_edge.i
    while first < head.i and doc[first].is_punct:
        first += 1
    start = doc[first]
    if start.lower_ in ARTICLES:
        if start.lower_ == "the" and not allow_the and first + 1 == last and head.pos_ != "PROPN":
            return None
        first += 1
    if last + 1 < len(doc) and doc[last + 1].text in {"-", "–", "‑", "/"}:
        return None
    span = doc[first : last + 1]
    if any(token.lower_ in PRONOUNS or token.lower_ in ARTICLES for token in span[1:]):
        return None
    if not len(span) or not is_term_text(span.text):
        return None
    lowered = [token.lower_ for token in span]
    if any(word in PRONOUNS or word in QUANTIFIERS for word in lowered[:1]):
        return None
    if any(t.tag_ in {"PRP", "PRP$", "WDT", "WP", "CD", "POS"} and t.i < head.i for t in span):
        return None
    if any(token.dep_ in {"cc", "conj", "punct"} and token.text not in "-–" for token in span):
        return None
    if lowered[0] in EVALUATIVE or span[0].tag_ in {"JJR", "JJS", "RB", "RBR", "RBS", "VBD"}:
        return None
    return str(span.text)


def is_term_text(text: str) -> bool:
    """Whether the words could be a term at all: few, not too common, not a bare generic noun."""
    parts = text.split()
    if not parts or len(parts) > LONGEST_TERM or not any(c.isalpha() for c in text):
        return False
    if len(text) < 2 or any(c in text for c in '{}<>|=[]"“”()/;:'):
        return False
    head = parts[-1].lower()
    if len(parts) == 1:
        return head not in GENERIC and head not in PRONOUNS and frequency(head) < COMMON_WORD
    return not all(part.lower() in GENERIC or frequency(part) > 6.0 for part in parts)


def is_address(doc: Any) -> bool:
    """Whether a text speaks to its reader or of its writer: "you", "your", "we"."""
    return any(t.lower_ in {"you", "your", "yours", "we", "our", "i", "my"} for t in doc)


def is_sentence(doc: Any) -> bool:
    """Whether a text is a whole sentence with subject and verb, not a phrase."""
    root = root_of(doc)
    return root is not None and child(root, "nsubj", "nsubjpass", "expl") is not None
