"""Definitions in English prose: "X is a ... that", "X refers to", "... is called X", "X, a ...,".

Each gives a term and its meaning in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.grammar import (
    FORMS_OF_BE,
    child,
    is_hedged,
    is_negated,
    last_of_clause,
    root_of,
    term_of,
    text_between,
)
from praxeo.authors.offline.keyterms import marks_in
from praxeo.authors.offline.lexicon import (
    EVALUATIVE,
    GENERIC,
    GENUS_WITH_CLAUSE,
    NOT_A_GENUS,
    PRONOUNS,
)
from praxeo.authors.offline.material import Sentence

SHORTEST_MEANING = 4  # words
LONGEST_MEANING = 34  # words
FEWEST_MARKED = 3  # words of the meaning of a marked term that needs no clause

_CLAUSE_END = re.compile(
    r",? (?:but|although|though|(?<!ed )(?<!ing )while|whereas|however|so that you|and (?:it|they|is|are|was|were|has|have|can|you|we|there|this|these|its))\b|; | – | — |: "
)
_AND_VERB = re.compile(r",? and (?:is|are|was|were|has|have)\b")
_RELATIVE = re.compile(r"\b(?:which|that|who) (?:is|are|was|were|has|have)\b")
_REASON = re.compile(r",? (?:because|since)\b")  # what needs a reason is claimed, not defined
_DENIES = re.compile(  # "is no longer the shepherd", "not only of …", "no more a waste than oxygen is"
    r"\b(?:no longer|no more|not only|not merely|not just|not so much|neither|nothing but|never)\b|\bthan \w+ (?:is|are)\b",
    re.IGNORECASE,
)
_NOT_FLATLY = frozenset(
    {"just", "also", "now", "only", "still", "simply", "already", "merely", "actually"}
)
_NAMING = frozenset({"called", "termed", "named", "dubbed"})
_ARTICLE = re.compile(r"^(?:a )?(?:an )?(?:the )?")
_MEANING_VERBS = frozenset({"refers", "refer", "means", "denotes", "signifies"})


def definitions_in(sentence: Sentence, doc: Any) -> Iterator[Definition]:
    """Every definition that the sentence states outright."""
    root = root_of(doc)
    if root is None or _DENIES.search(doc.text):
        return
    found = _copula(sentence, doc, root) or _meaning_verb(sentence, doc, root)
    found = found or _called(sentence, doc, root)
    if found:
        yield found
    if root.tag_ != "VB":  # "Read about the gateway, an extension ..." tells the reader to read
        yield from _appositions(sentence, doc, root)


def cut_meaning(text: str) -> str | None:
    """The meaning cut before a second statement; None when what is left says too little."""
    cut = _CLAUSE_END.search(text)
    while cut and (len(text[: cut.start()].split()) < SHORTEST_MEANING + 1 or _goes_on(text, cut)):
        cut = _CLAUSE_END.search(text, cut.end())
    if cut:
        text = text[: cut.start()]
    text = text.strip(" ,;:.")
    if not SHORTEST_MEANING <= len(text.split()) <= LONGEST_MEANING:
        return None
    if _REASON.search(text):
        return None
    if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return None
    return text


def _goes_on(text: str, cut: re.Match[str]) -> bool:
    """Whether a relative clause goes on: "stones which are connected …, and are of the same colour"."""
    return bool(_AND_VERB.match(cut[0]) and _RELATIVE.search(text[: cut.start()]))


def _copula(sentence: Sentence, doc: Any, root: Any) -> Definition | None:
    if root.lower_ not in {"is", "are", "was", "were"} or is_negated(root) or is_hedged(root):
        return None
    subject, genus = child(root, "nsubj"), child(root, "attr")
    if subject is None or genus is None or not _states_flatly(doc, root, subject, genus):
        return None
    bold = {key(text) for text in marks_in(sentence)}
    whole = key(text_between(doc, subject.left_edge.i, subject.i))
    term = term_of(doc, subject, allow_the=whole in bold)
    marked = term is not None and key(term) in bold
    if term is None or not _is_genus(genus, marked=marked) or _has_loose_subject(subject):
        return None
    heads = {subject.lower_, subject.lemma_.lower()}
    if not marked and (heads & NOT_A_GENUS or (" " not in term and heads & GENERIC)):
        return None
    meaning = cut_meaning(text_between(doc, genus.left_edge.i, last_of_clause(doc)))
    if meaning is None:
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule=_rule(root, marked=marked),
        plural=subject.tag_ in {"NNS", "NNPS"},
        proper=subject.pos_ == "PROPN",
        genus=genus.lemma_.lower(),
    )


def _rule(root: Any, *, marked: bool) -> str:
    """What was so is told of a thing rather than said to define it."""
    rule = "marked" if marked else "is_a"
    return rule if root.lower_ in {"is", "are"} else f"{rule}_was"


def _states_flatly(doc: Any, root: Any, subject: Any, genus: Any) -> bool:
    """Whether a sentence says what its subject is: right at its start, of no one else, without praise."""
    if not subject.i < root.i < genus.i or subject.left_edge.i > 1 or root.i - subject.i > 8:
        return False
    if subject.tag_ == "NNPS" or _means_others(doc, genus):  # "The Romans were masters of ..."
        return False
    before = [t for t in genus.subtree if t.i < genus.i]
    if doc[root.i + 1].lower_ in _NOT_FLATLY or any(t.tag_ in {"JJS", "RBS"} for t in before):
        return False
    return not any(
        kid.dep_ in {"advcl", "prep", "advmod"} and kid.i < subject.left_edge.i
        for kid in root.children
    )


def _means_others(doc: Any, genus: Any) -> bool:
    """Whether "it" or "them" in a meaning can only be what stood before: "a force that presses it together"."""
    pronoun = next((t for t in doc[genus.i :] if t.lower_ in {"it", "them", "him", "her"}), None)
    if pronoun is None:
        return False
    return not any(t.pos_ in {"NOUN", "PROPN"} for t in doc[genus.i + 1 : pronoun.i])


def _has_loose_subject(subject: Any) -> bool:
    """ "Memory in this sense is ..." or "The idea that ..." do not define their head noun."""
    return any(
        kid.i > subject.i
        and (
            kid.dep_ in {"relcl", "acl", "conj", "cc"}
            or (kid.dep_ == "prep" and kid.lower_ != "of")
        )
        for kid in subject.children
    )


def _is_genus(genus: Any, *, marked: bool = False) -> bool:
    """A head noun with something that tells it apart: "a protein that carries oxygen".

    Where the source prints the term bold, it means to define it, and less is asked for.
    """
    kids = list(genus.children)
    clause = any(kid.i > genus.i and kid.dep_ in {"relcl", "acl"} for kid in kids)
    if genus.pos_ not in {"NOUN", "PROPN"}:
        return False
    named = {genus.lower_, genus.lemma_.lower()}
    if named & NOT_A_GENUS and not (named & GENUS_WITH_CLAUSE and (clause or marked)):
        return False
    if any(kid.tag_ in {"PRP$", "WP$"} for kid in kids):
        return False
    if any(
        kid.dep_ == "det" and kid.lower_ in {"this", "that", "these", "no", "another", "some"}
        for kid in kids
    ):
        return False
    if any(
        kid.tag_ == "JJS" or (kid.dep_ in {"amod", "compound"} and kid.lower_ in EVALUATIVE)
        for kid in kids
    ):
        return False
    told = clause or any(kid.i > genus.i and kid.dep_ == "prep" for kid in kids)
    return told or (marked and len(list(genus.subtree)) > FEWEST_MARKED)


def _meaning_verb(sentence: Sentence, doc: Any, root: Any) -> Definition | None:
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or subject.left_edge.i > 1 or is_negated(root) or is_hedged(root):
        return None
    start = None
    if root.lower_ in _MEANING_VERBS and root.i + 1 < len(doc):
        start = root.i + 1
        if root.lower_ in {"refers", "refer"}:
            if doc[start].lower_ != "to":
                return None
            start += 1
    elif root.lower_ == "defined" and root.i + 1 < len(doc) and doc[root.i + 1].lower_ == "as":
        start = root.i + 2
    term = term_of(doc, subject) if start is not None and start < len(doc) else None
    term = _WORD_FOR.sub("", term) if term else None
    if not term or start is None or _has_loose_subject(subject):
        return None
    if doc[start].lower_ in PRONOUNS | {"how", "whether"} or child(root, "ccomp") is not None:
        return None
    meaning = cut_meaning(text_between(doc, start, last_of_clause(doc)))
    if meaning is None:
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule="marked" if key(term) in {key(text) for text in marks_in(sentence)} else "means",
        plural=subject.tag_ == "NNS",
        proper=subject.pos_ == "PROPN",
        genus=_genus_from(doc, start),
    )


_WORD_FOR = re.compile(r"^(?:term|word|name|phrase)s? (?=\S)", re.IGNORECASE)


def _genus_from(doc: Any, start: int) -> str:
    """The head noun of the phrase that begins at a token, "" if none does."""
    found = next((chunk.root for chunk in doc.noun_chunks if chunk.end > start), None)
    return str(found.lemma_.lower()) if found is not None else ""


def _called(sentence: Sentence, doc: Any, root: Any) -> Definition | None:
    """ "The process by which cells divide is called mitosis": the subject is the meaning."""
    follows = _after_naming(doc, root)
    subject, auxiliary = child(root, "nsubjpass", "nsubj"), child(root, "auxpass")
    if not follows or subject is None or auxiliary is None or auxiliary.lower_ not in FORMS_OF_BE:
        return None
    named = (t for t in doc[follows:] if t.pos_ in {"NOUN", "PROPN"} and t.head.i <= root.i + 2)
    head = next(named, None)
    if head is None or head.i - follows > 4 or is_negated(root) or not _rest_is_empty(doc, head):
        return None
    term = _ARTICLE.sub("", text_between(doc, follows, head.i)).strip("“”\"'‘’")
    meaning = text_between(doc, subject.left_edge.i, subject.right_edge.i)
    first = doc[subject.left_edge.i]
    if first.lower_ in PRONOUNS or first.tag_ == "PRP$" or doc[follows].pos_ == "ADP":
        return None  # "is named after Isaac Newton"
    if not 3 <= len(meaning.split()) <= LONGEST_MEANING or not 1 <= len(term.split()) <= 5:
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule="marked" if key(term) in {key(text) for text in marks_in(sentence)} else "named",
        plural=head.tag_ == "NNS",
        proper=head.pos_ == "PROPN",
        genus=subject.lemma_.lower(),
    )


def _after_naming(doc: Any, root: Any) -> int:
    """Where the name begins behind "called", "known as" or "referred to as"; 0 for other verbs."""
    follows = int(root.i) + 1
    if root.lower_ == "known" and follows < len(doc) and doc[follows].lower_ == "as":
        return follows + 1
    if root.lower_ == "referred" and doc[follows : follows + 2].text.lower() == "to as":
        return follows + 2
    return follows if root.lower_ in _NAMING else 0


def _rest_is_empty(doc: Any, head: Any) -> bool:
    return last_of_clause(doc) == head.i or doc[head.i + 1].text in {",", ";", "(", "”", '"', "’"}


def _appositions(sentence: Sentence, doc: Any, root: Any) -> Iterator[Definition]:
    """ "Hemoglobin, a protein that carries oxygen, is red": the apposition is the meaning."""
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "NOUN" or token.head.i > token.i:
            continue
        first, last = token.left_edge.i, token.right_edge.i
        if doc[first].lower_ not in {"a", "an", "the"} or first == 0 or doc[first - 1].text != ",":
            continue
        after = doc[last + 1].text if last + 1 < len(doc) else ""
        if after not in {",", "."} or (
            first - 2 != token.head.right_edge.i and first - 2 != token.head.i
        ):
            continue
        term = term_of(doc, token.head)
        if token.head.pos_ == "PROPN" and term and " " in term:  # a person or a firm, no term
            continue
        meaning = cut_meaning(text_between(doc, first, last))
        if term and meaning and _is_genus(token) and token.head.dep_ != "conj":
            yield Definition(
                term=term,
                meaning=meaning,
                sentence=sentence,
                rule="apposition",
                plural=token.head.tag_ == "NNS",
                proper=token.head.pos_ == "PROPN",
                genus=token.lemma_.lower(),
            )
