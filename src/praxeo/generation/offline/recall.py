"""Retrieval practice in every section: say it from memory, then compare with the key sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from praxeo.domain.spec import Card
from praxeo.generation.offline.cleaning import count_words, key, words
from praxeo.generation.offline.keyterms import Vocabulary
from praxeo.generation.offline.material import Candidate, Part, Sentence
from praxeo.generation.offline.matter import is_practisable
from praxeo.generation.offline.outline import clean_title
from praxeo.generation.offline.phrases import Phrases

BEST_LENGTH = 18  # words of an ideal key sentence
MOST_WORDS = 40
MOST_CANDIDATES = 16
LONGEST_OPENING = 50  # words
DEFINED = 1.2  # how much less a sentence is worth that is practised as a term already


def recall_candidates(
    part: Part,
    vocabulary: Vocabulary,
    phrases: Phrases,
    statements: dict[str, str | None],
    defined: frozenset[str],
    *,
    unparsed: bool,
    openings: bool = True,
) -> list[Candidate]:
    """What a section may ask from memory, best first; the gate picks the first that stands.

    `statements` holds, by reference, the sentences that are plain statements and what each is
    about, where the grammar tells. `unparsed` says whether other sentences may do as well, `openings`
    whether the first two sentences of a paragraph may stand together.
    `defined` are the references of definitions, which are practised as terms already.
    """
    title = _place(part.title)
    best = _key_sentences(part, vocabulary, statements, defined, unparsed=unparsed)
    main = [
        card(
            phrases.main_point.format(_place(s.topic) or title),
            s.prompt,
            (s,),
            rule="key_sentence",
            score=0.5,
        )
        for s in best
    ]
    about = [
        card(phrases.about_term.format(name), s.prompt, (s,), rule="about", score=1.0)
        for s in best
        if (name := statements.get(s.reference))
    ]
    if best and best[0].number == 1 and set(key(title).split()) & set(key(best[0].prompt).split()):
        about, main = main[:1] + about, main[1:]
    return about + main + (_openings(part, phrases, title) if openings else [])


def _place(title: str) -> str:
    """A heading as it is named in a question: without the number of a divided section."""
    return clean_title(re.sub(r" \(\d+\)$", "", title))


def _openings(part: Part, phrases: Phrases, title: str) -> list[Candidate]:
    """The first two sentences of each paragraph together, for sections where none stands alone."""
    found = []
    for first, second in pairwise(part.sentences):
        if first.number == 1 and second.number == 2 and first.block is second.block:
            text = f"{first.prompt} {second.prompt}"
            if count_words(text) <= LONGEST_OPENING and is_practisable(second.text):
                question = phrases.main_point.format(_place(first.topic) or title)
                found.append(card(question, text, (first, second), rule="opening", score=0.3))
    return found


def _key_sentences(
    part: Part,
    vocabulary: Vocabulary,
    statements: dict[str, str | None],
    defined: frozenset[str],
    *,
    unparsed: bool,
) -> list[Sentence]:
    """The practisable sentences of a section, the one that says most first; few of them."""
    title = set(key(part.title).split())
    fit = [s for s in part.sentences if is_practisable(s.text)]
    plain = [s for s in fit if s.reference in statements]
    chosen = plain or (fit if unparsed else [])

    def worth(sentence: Sentence) -> float:
        defines = DEFINED * (sentence.reference in defined)
        return _weight(sentence, vocabulary, title) - defines

    ranked = sorted(enumerate(chosen), key=lambda pair: (-worth(pair[1]), pair[0]))
    return [sentence for _, sentence in ranked[:MOST_CANDIDATES]]


def card(
    front: str, back: str, sentences: tuple[Sentence, ...], *, rule: str, score: float
) -> Candidate:
    """A recall card on the evidence of these sentences."""
    evidence = tuple(sentence.reference for sentence in sentences)
    return Candidate(
        kind="recall",
        item=Card(front=front, back=back, evidence=evidence),
        prompt=front,
        answer=back,
        quote=" ".join(sentence.text for sentence in sentences),
        rule=rule,
        score=score,
    )


def _weight(sentence: Sentence, vocabulary: Vocabulary, title: set[str]) -> float:
    found = words(sentence.prompt)
    names = set(key(sentence.prompt).split())
    known = sum(min(vocabulary.weights.get(name, 0.0), 2.0) for name in names)
    length = abs(len(found) - BEST_LENGTH) / BEST_LENGTH
    early = 0.8 if sentence.number == 1 else 0.0
    return (
        min(known, 4.0)
        + len(title & names) * 0.7
        + early
        - length
        - (3.0 if len(found) > MOST_WORDS else 0.0)
    )
