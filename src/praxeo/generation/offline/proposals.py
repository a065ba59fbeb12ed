"""All candidate items of a source: each extractor runs over each section, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from praxeo.domain.spec import Term
from praxeo.generation.offline import english
from praxeo.generation.offline.cleaning import without_citations
from praxeo.generation.offline.definitions import Definition, definitions_in
from praxeo.generation.offline.gaps import gap_candidates
from praxeo.generation.offline.keyterms import Vocabulary, note_phrases, note_structure
from praxeo.generation.offline.material import Candidate, Part, Sentence
from praxeo.generation.offline.matter import is_practisable
from praxeo.generation.offline.phrases import Phrases
from praxeo.generation.offline.recall import heading_questions, recall_candidates


@dataclass(kw_only=True)
class Proposals:
    """The candidates of one section, all kinds together; `recall` is its fallback, best first."""

    candidates: list[Candidate] = field(default_factory=list)
    recall: list[Candidate] = field(default_factory=list)


def propose(parts: list[Part], *, language: str, phrases: Phrases) -> list[Proposals]:
    """Per section, everything that could be asked about it. Nothing is judged here."""
    vocabulary = Vocabulary()
    for part in parts:
        note_structure(vocabulary, part.practised)
    parsed = _parsed(parts) if language.startswith("en") else [[] for _ in parts]
    definitions = [_definitions(pairs) for pairs in parsed]
    for pairs in parsed:
        for _, doc in pairs:
            note_phrases(vocabulary, doc)
    for found in definitions:
        for definition in found:
            vocabulary.raise_to(definition.term, 2.0)
    result = []
    for part, pairs, found in zip(parts, parsed, definitions, strict=True):
        own = Proposals()
        own.candidates += [term_candidate(definition) for definition in found]
        for sentence, doc in pairs:
            own.candidates += gap_candidates(sentence, doc, vocabulary)
        own.candidates += heading_questions(part)
        own.recall = recall_candidates(part, vocabulary, phrases)
        result.append(own)
    return result


def term_candidate(definition: Definition) -> Candidate:
    """A definition as a glossary entry."""
    sentence = definition.sentence
    return Candidate(
        kind="terms",
        item=Term(
            term=definition.term, definition=definition.meaning, evidence=(sentence.reference,)
        ),
        prompt=definition.term,
        answer=definition.meaning,
        quote=sentence.text + "; " + without_citations(sentence.text),
        rule=definition.rule,
        score=2.0 + definition.strength,
    )


def _parsed(parts: list[Part]) -> list[list[tuple[Sentence, Any]]]:
    """The sentences worth parsing with their grammar, per section; one stream through the parser."""
    chosen = [[s for s in part.sentences if is_practisable(s.text)] for part in parts]
    docs = english.parse([s.prompt for sentences in chosen for s in sentences])
    return [list(_paired(sentences, docs)) for sentences in chosen]


def _paired(sentences: list[Sentence], docs: Iterable[Any]) -> Iterable[tuple[Sentence, Any]]:
    iterator = iter(docs)
    for sentence in sentences:
        doc = next(iterator, None)
        if doc is not None:
            yield sentence, doc


def _definitions(pairs: list[tuple[Sentence, Any]]) -> list[Definition]:
    return [found for sentence, doc in pairs for found in definitions_in(sentence, doc)]
