"""Entries that are sentences about their term: "The rudder steers the boat"; what they tell of it may be asked."""

from __future__ import annotations

import re
from dataclasses import replace

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.concepts import Definition

RULE = "glossary_does"
SHORTEST_MEANING, LONGEST_MEANING = 4, 28  # words

_ARTICLE = r"(?:(?:an?|the|der|die|das|eine?|les?|la|une?|des|el|los|las|una?|unos|unas)\s|l[’'])?"
_VERB = re.compile(  # what a thing does, or is for; not what somebody does with it, or what it was
    r"(?!(?:is|are|was|were|has|had|can|may|must|should|will|ist|sind|war|waren|wurde|wurden|kann|können|muss|müssen|soll\w*|heißt|wird|werden|hat|haben|"
    r"est|sont|était|étaient|fut|a|ont|peut|peuvent|doit|doivent|es|son|era|eran|fue|ha|han|puede|pueden|debe|deben|de|of|von|and|und|et|y|oder|or|ou|o|"
    r"in|en|dans|für|for|pour|para|mit|with|avec|con|que|qui|that|which|its?|les?|las?|los)\b)"
    r"[a-zäöüßéèêàçíóúñ]{3,}\s"
)
_LEANS = re.compile(
    r"\b(?:this|these|those|it|they|them|you|your|we|our|dies\w*|jene\w*|es|sie|Sie|Ihr\w*|wir|man|ce|cet|cette|ces|cela|ils?|elles?|vous|votre|vos|nous|"
    r"esto|est[ae]s?|usted|su|sus|nosotros|also|auch|aussi|también|not|nicht|pas|not|no|here|hier|ici|aquí)\b|[:?!]$"
)


def told_of_term(definition: Definition) -> Definition | None:
    """What an entry's first sentence tells of its term, if that is what it is about; else None."""
    stem = re.escape(even(definition.term)[: max(4, len(definition.term) - 2)])
    begins = re.match(
        rf"{_ARTICLE}{stem}\w{{0,4}}(?:\s\([^()]*\))?\s", definition.meaning, re.IGNORECASE
    )
    told = definition.meaning[begins.end() :] if begins else ""
    if not SHORTEST_MEANING <= count_words(told) <= LONGEST_MEANING:
        return None
    if not _VERB.match(told) or _LEANS.search(told) or re.search(r"[.;]\s", told):
        return None
    return replace(definition, meaning=told, rule=RULE)
