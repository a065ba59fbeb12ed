"""From what was harvested to what is shown: sense, the gate, and each fact once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from praxeo.authors.offline.facts import AskedFacts
from praxeo.authors.offline.forms import definition_candidates
from praxeo.authors.offline.gate import is_admitted
from praxeo.authors.offline.harvest import abbreviations, decks, vocabulary
from praxeo.authors.offline.harvest.everything import Harvest
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.plan import OWN
from praxeo.authors.offline.sense.checks import examine
from praxeo.authors.offline.sense.formulas import named_formulas
from praxeo.authors.offline.sense.told_by_order import asks_the_order
from praxeo.authors.support.source_formulas import SourceFormulas

_GIVEN = frozenset({decks.RULE, vocabulary.RULE})


@dataclass(kw_only=True)
class Judged:
    """What learners may see, and what makes sense but is held back for a person to judge."""

    shown: list[Candidate] = field(default_factory=list)
    held: list[Candidate] = field(default_factory=list)


def judged(
    found: Harvest,
    extra: Iterable[Candidate],
    language: str,
    phrases: Phrases,
    formulas: SourceFormulas,
) -> Judged:
    """Every fact in the best form that is admitted, or among the held back. `extra` comes last.

    A formula is whole as it is, whatever signs it has; nothing asks for a part of one.
    Cards of a deck and vocabulary are taken as they are: somebody wrote them to be asked.
    """
    asked = AskedFacts()
    given = [candidate for candidate in found.candidates if candidate.rule in _GIVEN]
    result = Judged(shown=given)
    asked.note(given)
    waiting: list[Candidate] = []
    in_order = asks_the_order(found.candidates, lambda one: is_admitted(one, language))
    for forms in _by_worth(found, extra, phrases):
        sound = [
            form
            for form in forms
            if not formulas.cut(form.item)
            and not examine(named_formulas(form, formulas), language)
            and not in_order(form)
        ]
        best = next((form for form in sound if is_admitted(form, language)), None)
        if best is None:
            waiting += sound[:1]
        elif asked.admit(best):
            result.shown.append(best)
    result.held = [candidate for candidate in waiting if asked.admit(candidate)]
    if all(candidate.rule == abbreviations.RULE for candidate in result.shown):
        return Judged(held=[*result.shown, *result.held])  # no practice of a subject
    return result


def _by_worth(
    found: Harvest, extra: Iterable[Candidate], phrases: Phrases
) -> Iterator[list[Candidate]]:
    """The source's own questions before its terms, these before all else: the first to ask a fact keeps it."""
    yield from ([c] for c in found.candidates if c.rule in OWN)
    yield from definition_candidates(found.concepts, phrases)
    yield from ([c] for c in found.candidates if c.rule not in OWN | _GIVEN)
    yield from ([c] for c in extra)
