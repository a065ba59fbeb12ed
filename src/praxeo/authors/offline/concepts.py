"""Concepts: a term with the best definition that the source gives of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.material import Sentence

FULL_GLOSSARY = 10  # entries; from there on prose adds no terms that the source does not mark

# Where a definition was found, the best place first.
STRENGTH = {
    "glossary": 5,
    "glossary_told": 5,
    "glossary_does": 4,
    "term_table": 5,
    "code_table": 4,
    "code_list": 4,
    "label": 4,
    "label_beside_code": 4,
    "label_told": 3,
    "bold_label": 3,
    "marked": 3,
    "marked_beside": 3,
    "marked_was": 2,
    "bold_said": 2,
    "bold_told": 2,
    "named_before": 2,
    "code_is": 2,
    "named": 2,
    "means": 2,
    "titled": 2,
    "is_a_topic": 2,
    "is_a": 1,
    "apposition": 0,
}


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A term and its meaning. `rule` is where it was found; `plural` and `proper` describe the term.

    `genus` is the head noun of the meaning ("" unknown); `source_list` names the list that it stands in.
    """

    term: str
    meaning: str
    sentence: Sentence
    rule: str
    plural: bool = False
    proper: bool = False
    genus: str = ""
    source_list: str = ""
    also: tuple[str, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        """The evidence: where the term stands, if elsewhere, and where its meaning does."""
        return (*self.also, self.sentence.reference)

    @property
    def strength(self) -> int:
        """How much its place in the source says for it."""
        return STRENGTH.get(self.rule, 1)


def concepts_of(definitions: Iterable[Definition]) -> list[Definition]:
    """One definition for each term, in the order of the source: the strongest, else the first.

    Of a source with a glossary, what only prose seems to define is left out.
    """
    best: dict[str, Definition] = {}
    for definition in definitions:
        name = key(definition.term)
        if name not in best or definition.strength > best[name].strength:
            best[name] = definition
    marked = sum(d.strength >= STRENGTH["label"] and "code" not in d.rule for d in best.values())
    least = STRENGTH["marked"] if marked >= FULL_GLOSSARY else 0
    return [definition for definition in best.values() if definition.strength >= least]
