"""Gap sentences: which word of a sentence is worth asking for, and can be known from the rest."""

from __future__ import annotations

import re
from typing import Any

from praxeo.domain.spec import Cloze
from praxeo.generation.offline.cleaning import key, words
from praxeo.generation.offline.grammar import is_hedged, root_of, term_of
from praxeo.generation.offline.keyterms import Vocabulary, marks_in
from praxeo.generation.offline.lexicon import GENERIC, PRONOUNS, RARE_WORD, frequency
from praxeo.generation.offline.material import Candidate, Sentence

LONGEST_GAP = 4  # words
LONGEST_SENTENCE = 32  # words
SHORTEST_REST = 6  # words around the gap that carry meaning
_LABEL = re.compile(r"^[A-Z][^:.?!]{1,40}: [A-Z]")  # "How it works: Dishes are ..."
_SHORT_FORM = re.compile(r"^\s\([^()\s]{1,12}\)")  # "(mRNA)" behind a gap gives it away
WORN_TERM = 14  # uses from which a word is what the whole source is about, and no riddle
ENOUGH_SCORE = 1.6  # weight of the gap and of the statement around it
ENOUGH_WEIGHT = 1.6  # of the vocabulary; below it a phrase is not worth asking for


def gap_candidates(sentence: Sentence, doc: Any, vocabulary: Vocabulary) -> list[Candidate]:
    """At most one gap for a plain statement: its best key term, with the initials as a hint."""
    if not is_plain(doc):
        return []
    marked = {key(term) for term in marks_in(sentence)}
    best: tuple[float, str] | None = None
    for chunk in doc.noun_chunks:
        answer = term_of(doc, chunk.root, allow_the=True)
        if answer is None or vocabulary.uses_of(answer) > WORN_TERM:
            continue
        if len(answer.split()) > LONGEST_GAP or _is_one_of_many(chunk.root):
            continue
        named = key(answer) in marked or vocabulary.is_named(answer)
        if not named and not _is_defined_here(chunk.root, answer):
            continue
        weight = vocabulary.weight(answer) + (1.5 if key(answer) in marked else 0.0)
        if weight >= ENOUGH_WEIGHT and (best is None or weight > best[0]):
            best = (weight, answer)
    if best is None:
        return []
    score = 0.4 * best[0] + _statement(doc, vocabulary, best[1])
    if score < ENOUGH_SCORE:
        return []
    made = gap(sentence, best[1], rule="key_term", score=min(score, 1.5), hint=True)
    return [made] if made else []


def _is_defined_here(head: Any, answer: str) -> bool:
    """Whether the sentence says what the phrase is: "A flashing is a sheet of metal that ..."."""
    verb = head.head
    return (
        head.dep_ == "nsubj"
        and verb.lower_ in {"is", "are", "was", "were"}
        and any(kid.dep_ == "attr" and kid.i > verb.i for kid in verb.children)
        and min(map(frequency, words(answer))) < RARE_WORD
    )


def is_plain(doc: Any) -> bool:
    """A statement with a subject of its own that tells the reader nothing to do."""
    root = root_of(doc)
    if (
        root is None
        or root.pos_ not in {"VERB", "AUX"}
        or (
            root.tag_ == "VB"
            and not any(k.tag_ in {"MD", "VBZ", "VBP", "VBD"} for k in root.children)
        )
    ):
        return False
    subject = next((k for k in root.children if k.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in PRONOUNS or _LABEL.match(doc.text):
        return False
    return not any(t.lower_ in {"you", "your", "yours", "i", "we", "our", "if"} for t in doc)


def _initials(answer: str) -> str:
    return " ".join(f"{word[0]}…" for word in answer.split())


def gap(
    sentence: Sentence,
    answer: str,
    *,
    rule: str,
    score: float,
    accept: tuple[str, ...] = (),
    hint: bool = False,
) -> Candidate | None:
    """The sentence with the answer cut out, if the answer stands in it just once."""
    text = sentence.prompt
    found = list(re.finditer(rf"(?<![\w-]){re.escape(answer)}(?![\w-])", text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    after = _SHORT_FORM.sub("", text[end:])
    item = Cloze(
        before=text[:start],
        answer=answer,
        after=f" ({_initials(answer)})" * hint + after,
        evidence=(sentence.reference,),
        accept=accept,
    )
    return Candidate(
        kind="cloze",
        item=item,
        prompt=f"{text[:start]}____{after}",  # the hint is no part of what is judged
        answer=answer,
        quote=sentence.text,
        rule=rule,
        score=score,
    )


def _is_one_of_many(head: Any) -> bool:
    """Whether the phrase is one member of a list: its place there cannot be known."""
    if head.dep_ == "conj" or any(kid.dep_ == "conj" for kid in head.children):
        return True
    return bool(head.dep_ == "pobj" and head.head.lower_ in {"like", "as", "including"})


def _statement(doc: Any, vocabulary: Vocabulary, answer: str) -> float:
    """How much a sentence states a fact that pins the gap down."""
    root = root_of(doc)
    if root is None:
        return -1.0
    others = sum(
        1
        for chunk in doc.noun_chunks
        if answer not in chunk.text and vocabulary.weight(chunk.text) >= 1.0
    )
    rare = sum(
        1
        for w in words(doc.text)
        if w.lower() not in GENERIC | PRONOUNS and frequency(w) < RARE_WORD
    )
    score = min(others, 3) * 0.4 + min(rare, 4) * 0.15
    if is_hedged(root):
        score -= 0.6
    return score - (0.4 if len(doc) > LONGEST_SENTENCE else 0.0)
