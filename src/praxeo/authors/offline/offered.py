"""The concepts of a source as they are offered to a person: with terms that may stand beside each as options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.forms import shown_option
from praxeo.authors.offline.siblings import most_alike
from praxeo.ports.authoring import Concept

MOST_SIBLINGS = 8  # of one concept
NEAREST = 80  # concepts before and after one, among which its siblings are looked for


def concepts_offered(concepts: Sequence[Definition]) -> Iterator[Concept]:
    """Each concept with its siblings, fewer than a question needs where there are no more."""
    for place, concept in enumerate(concepts):
        near = concepts[max(0, place - NEAREST) : place + NEAREST + 1]
        siblings = most_alike(concept, near, MOST_SIBLINGS)
        yield Concept(
            term=shown_option(concept),
            meaning=concept.meaning,
            evidence=concept.references,
            siblings=tuple(map(shown_option, siblings)),
        )
