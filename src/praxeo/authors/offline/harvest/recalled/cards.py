"""The card on which a section is told, and the words of the languages in which that is asked."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.authors.offline.harvest.recalled.english import ENGLISH
from praxeo.authors.offline.harvest.recalled.french import FRENCH
from praxeo.authors.offline.harvest.recalled.german import GERMAN
from praxeo.authors.offline.harvest.recalled.spanish import SPANISH
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

WORDS = {words.language: words for words in (ENGLISH, GERMAN, FRENCH, SPANISH)}


def told_card(question: str, topic: str, lines: Sequence[Sentence], rule: str) -> Candidate:
    """A question with the lines that its answer should have, each to be ticked."""
    told = "; ".join(line.text.rstrip(" .;,") for line in lines)
    return Candidate(
        kind="recall",
        item=Card(front=question, back=told, evidence=tuple(line.reference for line in lines)),
        prompt=question,
        answer=told,
        quote=" ".join(line.text for line in lines),
        rule=rule,
        subject=topic,
    )
