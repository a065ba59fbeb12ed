"""FORMS: how each kind of activity stands in a spec, in the order in which kinds are named."""

from __future__ import annotations

from praxeo.domain.spec import ActivityKind
from praxeo.spec.kinds import cards, choice, cloze, pairs, steps
from praxeo.spec.kinds.form import Form

FORMS: dict[ActivityKind, Form] = {
    "terms": cards.TERMS,
    "flashcards": cards.FLASHCARDS,
    "cloze": cloze.CLOZE,
    "choice": choice.CHOICE,
    "matching": pairs.MATCHING,
    "sorting": pairs.SORTING,
    "ordering": steps.ORDERING,
    "timeline": steps.TIMELINE,
    "cause_effect": pairs.CAUSE_EFFECT,
    "concept_map": pairs.CONCEPT_MAP,
    "recall": cards.RECALL,
}

KIND_OF_HEADING = {form.heading.casefold(): kind for kind, form in FORMS.items()}
