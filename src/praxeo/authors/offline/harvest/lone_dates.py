"""Dates that a lesson tells alone or in twos: a card each, where they are too few for a timeline. English alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.dates import LONGEST_EVENT, Dated, dated_in
from praxeo.authors.offline.harvest.event_sense import is_of_note
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Card

RULE = "lone_date"
MOST = 4  # of a text; one that tells more of them tells them in passing
_ASKED = "When did this happen? “{}.”"


def lone_dates(placed: Sequence[RoledBlock], timelines: Iterable[Candidate]) -> list[Candidate]:
    """A card for each event that no timeline holds and that names whom or what it befell."""
    shown = {reference for candidate in timelines for reference in candidate.evidence}
    years = {event.order[0] for event in _events(placed) if event.sentence.reference in shown}
    alone = [
        event
        for event in _events(placed)
        if event.sentence.reference not in shown and event.order[0] not in years
    ]
    return [_card(event) for event in alone] if len(alone) <= MOST else []


def _events(placed: Sequence[RoledBlock]) -> Iterator[Dated]:
    for one in placed:
        if one.role in ("body", "summary", "dates") and one.block.kind != "table":
            for event in dated_in(one):
                if is_of_note(event.text) and count_words(event.text) <= LONGEST_EVENT:
                    yield event


def _card(event: Dated) -> Candidate:
    question = _ASKED.format(event.text)
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=event.when, evidence=(event.sentence.reference,)),
        prompt=question,
        answer=event.when,
        quote=event.sentence.text,
        rule=RULE,
        subject=event.text,
    )
