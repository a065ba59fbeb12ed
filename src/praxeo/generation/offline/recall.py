"""Retrieval practice in every section: say it from memory, then compare with the key sentence."""

from __future__ import annotations

from praxeo.domain.spec import Card
from praxeo.generation.offline.cleaning import even, key, words
from praxeo.generation.offline.keyterms import Vocabulary
from praxeo.generation.offline.material import Candidate, Part, Sentence
from praxeo.generation.offline.matter import is_practisable
from praxeo.generation.offline.phrases import Phrases

BEST_LENGTH = 18  # words of an ideal key sentence
MOST_WORDS = 40


def heading_questions(part: Part) -> list[Candidate]:
    """A heading that asks is answered by the first sentence below it."""
    found = []
    blocks = part.practised
    for index, block in enumerate(blocks[:-1]):
        question = even(block.text).lstrip("0123456789.) ")
        if (
            block.kind != "heading"
            or not question.endswith(("?", "？"))
            or len(question.split()) < 4
        ):
            continue
        answer = next(
            (s for s in part.sentences if s.block is blocks[index + 1] and s.number == 1), None
        )
        if answer is None or not is_practisable(answer.text):
            continue
        found.append(card(question, answer.prompt, (answer,), rule="heading_question", score=2.5))
    return found


def key_sentences(part: Part, vocabulary: Vocabulary) -> list[Sentence]:
    """The practisable sentences of a section, the one that says most first."""
    title = set(key(part.title).split())
    return sorted(
        (s for s in part.sentences if is_practisable(s.text)),
        key=lambda s: (-_weight(s, vocabulary, title), s.block.locator.page or 0, s.reference),
    )


def recall_candidates(part: Part, vocabulary: Vocabulary, phrases: Phrases) -> list[Candidate]:
    """What a section may ask from memory, best first; the gate picks the first that stands."""
    question = phrases.main_point.format(part.title)
    return [
        card(question, sentence.prompt, (sentence,), rule="key_sentence", score=1.0)
        for sentence in key_sentences(part, vocabulary)[:12]
    ]


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
