"""Draft items out of plain English sentences: questions, causes, instructions and gaps for key terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.drafts.antecedents import with_antecedents
from praxeo.authors.offline.drafts.causes import cause_card, causes_in
from praxeo.authors.offline.drafts.gaps import gap, is_plain
from praxeo.authors.offline.drafts.instructions import instruction_cards
from praxeo.authors.offline.drafts.questions import question_cards
from praxeo.authors.offline.grammar import is_address
from praxeo.authors.offline.keyterms import Vocabulary, note_phrases, note_structure
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.standing_alone import leans_on_others

STOPS = (".", "!", ".”", '."', ".)")  # what a whole statement ends with


def sentence_drafts(
    placed: Sequence[RoledBlock], sentences: Iterable[Sentence], concepts: Sequence[Definition]
) -> list[Candidate]:
    """What could be asked about single sentences, unjudged. The whole of the text is parsed for it."""
    fit = [s for s in sentences if not leans_on_others(s.prompt)]
    pairs = list(zip(fit, english.parse([s.prompt for s in fit]), strict=False))
    vocabulary = _vocabulary(placed, pairs, concepts)
    found = [card for sentence, doc in pairs for card in instruction_cards(sentence, doc)]
    whole = [(s, doc) for s, doc in pairs if s.prompt.endswith(STOPS) and not is_address(doc)]
    for sentence, doc, meant in with_antecedents(whole, vocabulary):
        found += [cause_card(cause) for cause in causes_in(sentence, doc, vocabulary.names)]
        found += question_cards(sentence, doc, vocabulary, meant)
    return found + list(_gaps(pairs, concepts))


def _vocabulary(
    placed: Sequence[RoledBlock], pairs: list[tuple[Sentence, Any]], concepts: Sequence[Definition]
) -> Vocabulary:
    vocabulary = Vocabulary()
    note_structure(vocabulary, [one.block for one in placed])
    for _, doc in pairs:
        note_phrases(vocabulary, doc)
    vocabulary.names -= vocabulary.ordinary
    for definition in concepts:
        vocabulary.raise_to(definition.term, 2.0)
    return vocabulary


def _gaps(pairs: list[tuple[Sentence, Any]], concepts: Sequence[Definition]) -> Iterator[Candidate]:
    """The first plain sentence on each concept, other than its definition, with the term as gap."""
    left = {d.term: d.sentence.reference for d in concepts}
    for sentence, doc in pairs:
        term = next(
            (t for t in left if t in sentence.prompt and left[t] != sentence.reference), None
        )
        if term is not None and is_plain(doc):
            made = gap(sentence, term, rule="term_gap", score=1.0)
            if made is not None:
                del left[term]
                yield made
