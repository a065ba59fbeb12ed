"""The form of a definition: a choice where three siblings stand beside its term, else a card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.cleaning import capital
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.siblings import gives_away, is_code, siblings_of
from praxeo.domain.spec import Card, Choice, Term

_IN_ACCUSATIVE = re.compile(r"(?:den|einen)\s(?:[a-zäöüß]+en|[A-ZÄÖÜ]\w+)\b")

_QUOTES = frozenset([('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("'", "'"), ("‘", "’")])  # fmt: skip

# What a thing can do may be true of its siblings, too; that it was made by somebody or for something is not.
_TELLS_AN_ABILITY = re.compile(
    r"\b(?:which|that) (?:supports?|works?|can|may|allows?|permits?|offers?|provides?|has|have)\b"
)


def definition_candidates(concepts: Sequence[Definition], phrases: Phrases) -> list[list[Candidate]]:  # fmt: skip
    """For each concept its forms, the best first."""
    found = []
    for definition in concepts:
        siblings = (
            []
            if gives_away(definition.term, definition.meaning)
            or _TELLS_AN_ABILITY.search(definition.meaning)
            else siblings_of(definition, concepts)
        )
        choice = [_choice(definition, siblings, phrases)] if siblings else []
        told = _meant(definition, phrases) if _IN_ACCUSATIVE.match(definition.meaning) else _term(definition)  # fmt: skip
        found.append([*choice, told])
    return found  # fmt: skip


def _meant(definition: Definition, phrases: Phrases) -> Candidate:
    """ "Was versteht man unter …?", whose answer is in the case in which the source has it."""
    question = phrases.what_meant.format(definition.term)
    return replace(
        _term(definition),
        kind="flashcards",
        item=Card(
            front=question, back=_unquoted(definition.meaning), evidence=definition.references
        ),
        prompt=question,
    )


def _term(definition: Definition) -> Candidate:
    meaning = _unquoted(definition.meaning)
    return Candidate(
        kind="terms",
        item=Term(term=definition.term, definition=meaning, evidence=definition.references),
        prompt=definition.term,
        answer=meaning,
        quote=definition.sentence.text,
        rule=definition.rule,
        subject=definition.term,
    )  # fmt: skip


def _unquoted(meaning: str) -> str:
    """A meaning without the quotation marks that are all around it."""
    inner = meaning[1:-1]
    around = (meaning[:1], meaning[-1:]) in _QUOTES and not set(inner) & {meaning[0], meaning[-1]}
    return inner if around else meaning


def _choice(definition: Definition, siblings: list[Definition], phrases: Phrases) -> Candidate:
    """ "Which of these fits …?" with the terms of its siblings as wrong options."""
    question = phrases.which_is.format(_unquoted(definition.meaning))
    return Candidate(
        kind="choice",
        item=Choice(
            question=question,
            answer=shown_option(definition),
            distractors=tuple(map(shown_option, siblings)),
            evidence=definition.references,
        ),
        prompt=question,
        answer=definition.term,
        quote=definition.sentence.text,
        rule=definition.rule,
        subject=definition.term,
    )


def shown_option(definition: Definition) -> str:
    """Options all begin with a capital, so that their case gives nothing away; code stays code."""
    return definition.term if is_code(definition) else capital(definition.term)
