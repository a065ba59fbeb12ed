"""Retrieval practice: say from memory the main fact of a section, then compare with its sentence."""

from __future__ import annotations

import re

from praxeo.authors.offline.boilerplate import is_practisable
from praxeo.authors.offline.cleaning import key, singular, words
from praxeo.authors.offline.keyterms import Vocabulary
from praxeo.authors.offline.material import Candidate, Part, Sentence
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.statements import Statement, is_announcement
from praxeo.domain.spec import Card

BEST_LENGTH = 18  # words of an ideal key sentence
MOST_WORDS = 40
MOST_CANDIDATES = 16

_EXAMPLE = re.compile(r"^(?:\W|\d|\.)*(?:an? )?(?:examples?|exercises?|case stud(?:y|ies))\b", re.I)


def recall_candidates(
    part: Part,
    vocabulary: Vocabulary,
    phrases: Phrases,
    statements: dict[str, Statement],
    defined: frozenset[str],
) -> list[Candidate]:
    """What a section may ask from memory, best first; the gate picks the first that stands.

    `statements` holds, by reference, the sentences that are plain statements, `defined` the references of
    definitions. Only those are asked for: to what else a source says of a name, "what do you know of it" has as
    many answers as the source has sentences.
    """
    found: list[tuple[float, Candidate]] = []
    for sentence in part.sentences:
        statement = statements.get(sentence.reference)
        if statement is None or statement.name is None or sentence.reference not in defined:
            continue
        if _EXAMPLE.match(sentence.topic):
            continue
        if is_announcement(sentence.prompt) or not is_practisable(sentence.text):
            continue
        worth = _weight(sentence, vocabulary, _stems(f"{part.title} {sentence.topic}"))
        front = phrases.about_term.format(statement.name)
        found.append((worth, card(front, sentence, rule="about", score=1.0)))
    found.sort(key=lambda pair: -pair[0])
    return [candidate for _, candidate in found[:MOST_CANDIDATES]]


def key_sentences(
    part: Part, vocabulary: Vocabulary, phrases: Phrases, statements: dict[str, Statement] | None
) -> list[Candidate]:
    """Statements to recall under their heading, best first, where no grammar tells more.

    `statements` are the plain ones, None where the language is not parsed.
    """
    title = set(key(part.title).split())
    fit = [
        s
        for s in part.sentences
        if is_practisable(s.text)
        and not is_announcement(s.prompt)
        and not _EXAMPLE.match(s.topic)
        and (statements is None or s.reference in statements)
    ]
    ranked = sorted(fit, key=lambda s: -_weight(s, vocabulary, title))
    return [
        card(
            phrases.main_point.format(_place(s.topic) or _place(part.title)),
            s,
            rule="key_sentence",
            score=0.5,
        )
        for s in ranked[:MOST_CANDIDATES]
    ]


def _stems(text: str) -> set[str]:
    return {singular(word) for word in key(text).split()} - {"the", "a", "an"}


def _place(title: str) -> str:
    """A heading as it is named in a question: without the number of a divided section."""
    return clean_title(re.sub(r" \(\d+\)$", "", title))


def card(front: str, sentence: Sentence, *, rule: str, score: float) -> Candidate:
    """A recall card on the evidence of one sentence."""
    return Candidate(
        kind="recall",
        item=Card(front=front, back=sentence.prompt, evidence=(sentence.reference,)),
        prompt=front,
        answer=sentence.prompt,
        quote=sentence.text,
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
