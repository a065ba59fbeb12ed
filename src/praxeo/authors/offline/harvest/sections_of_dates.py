"""The timelines of a source: one or more for each section that tells history, or for what stands scattered over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.dates import FEWEST_SCATTERED, Dated, dated_in, timelines
from praxeo.authors.offline.harvest.event_sense import is_of_note
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock

LONG = 1_000  # words of an English text from which on dates may be asides
DATED_PER_THOUSAND = 15  # events in so many words: what tells dates throughout is a history

_Place = tuple[tuple[str, ...], str]  # the headings above a block, and its own


def dates_of(placed: Sequence[RoledBlock], language: str) -> list[Candidate]:
    """Timelines by heading; of what stands scattered one at the end of it, where it is enough.

    Long English texts were read in an encyclopaedia, where dates are asides even under "History": 47 of 75 were worth
    asking. So there the text or the section has to tell them throughout; a short lesson dates what it teaches.
    """
    body = [one for one in placed if one.role in ("body", "summary", "dates")]
    words: Counter[_Place] = Counter()
    for one in body:
        words[one.above, one.topic] += count_words(one.block.text)
    passing = language == "en" and words.total() >= LONG
    kept = list(_kept(body, passing=passing))
    history = not passing or _is_dense(len(kept), words.total())
    found: list[Candidate] = []
    scattered: list[Dated] = []
    for place, under in groupby(kept, key=lambda pair: (pair[0].above, pair[0].topic)):
        events = [event for _, event in under]
        told = history or _is_dense(len(events), words[place])
        own = list(timelines(events, history=told))
        found += own
        scattered += [] if own else events
    if len(scattered) >= FEWEST_SCATTERED:
        found += timelines(scattered, place=scattered[-1].sentence.block.id, history=history)
    return found


def _kept(body: Sequence[RoledBlock], *, passing: bool) -> Iterator[tuple[RoledBlock, Dated]]:
    """The events, without those that a list tells, too, and without figures and reports where dates may be asides."""
    every = [(one, event) for one in body for event in dated_in(one)]
    listed = {event.order[0] for _, event in every if event.listed}
    for one, event in every:
        told = event.order[0] not in listed and (not passing or is_of_note(event.text))
        if event.listed or told:
            yield one, event


def _is_dense(events: int, words: int) -> bool:
    return events * 1_000 >= DATED_PER_THOUSAND * max(words, 1)
