"""Multiple choice from definitions; the wrong options are other defined terms of the same source."""

from __future__ import annotations

from praxeo.authors.offline.cleaning import capital, key, words
from praxeo.authors.offline.definition_filter import same_family
from praxeo.authors.offline.definitions import Definition
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Choice

MOST_DISTRACTORS = 3
FEWEST_DISTRACTORS = 2


def definition_choice(
    definition: Definition, others: list[Definition], phrases: Phrases
) -> Candidate | None:
    """ "Which of these is ...?" with the defined terms of the source as options.

    `others` are the definitions of the source, the nearest first. None when fewer than two of
    their terms are fit to stand beside the right one.
    """
    distractors = fit_terms(definition, others)
    if len(distractors) < FEWEST_DISTRACTORS:
        return None
    question = phrases.which_is.format(definition.meaning)
    sentence = definition.sentence
    return Candidate(
        kind="choice",
        item=Choice(
            question=question,
            answer=_shown(definition.term, definition),
            distractors=tuple(_shown(term, definition) for term in distractors),
            evidence=(sentence.reference,),
        ),
        prompt=question,
        answer=definition.term,
        quote=sentence.text,
        rule="definition_choice",
        score=1.8 + definition.strength,
    )


def _shown(term: str, definition: Definition) -> str:
    """Options all begin with a capital, so that their case gives nothing away; code stays code."""
    return term if definition.rule.startswith("code") else capital(term)


def fit_terms(definition: Definition, others: list[Definition]) -> list[str]:
    """Terms of the same kind that cannot be right too, at most three."""
    found: list[str] = []
    taken = [key(definition.term)]
    for other in others:
        name = key(other.term)
        if len(found) == MOST_DISTRACTORS:
            break
        if any(_overlap(name, old) for old in taken) or not _same_kind(definition, other):
            continue
        if _related(definition, other) or _related(other, definition):
            continue
        found.append(other.term)
        taken.append(name)
    return found


def _overlap(one: str, two: str) -> bool:
    left, right = set(one.split()), set(two.split())
    return left <= right or right <= left


def _same_kind(one: Definition, two: Definition) -> bool:
    return (
        one.plural == two.plural
        and one.proper == two.proper
        and _shape(one) == _shape(two)
        and (_shape(one) != "words" or same_family(one.genus, two.genus))
    )


def _shape(definition: Definition) -> str:
    """Words, or what kind of code: an option, a command, a call, a tag, a name."""
    term = definition.term
    if not definition.rule.startswith("code"):
        return "words"
    if term.startswith("-"):
        return "option"
    shapes = (("(", "call"), ("<", "tag"), (" ", "command"))
    return next((shape for sign, shape in shapes if sign in term), "name")


def _related(one: Definition, two: Definition) -> bool:
    """Whether the sentence of the one speaks of the other, or both mean nearly the same."""
    if f" {key(two.term)} " in f" {key(one.sentence.text)} ":
        return True
    left = {w.lower() for w in words(one.meaning) if len(w) > 3}
    right = {w.lower() for w in words(two.meaning) if len(w) > 3}
    return len(left & right) > 0.6 * max(1, min(len(left), len(right)))
