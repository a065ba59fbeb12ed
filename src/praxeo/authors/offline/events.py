"""Dated events: "In 1796, Edward Jenner ..." for timelines, or a gap for the year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import capital, words
from praxeo.authors.offline.gaps import gap
from praxeo.authors.offline.lexicon import MONTHS
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Event

LONGEST_EVENT = 28  # words
SHORTEST_EVENT = 4
_ERA = r"(?:\s?(?:BCE?|B\.C\.(?:E\.)?|AD|CE))?"
_DATE = rf"(?:(?:\d{{1,2}}\s)?(?:{MONTHS})(?:\s\d{{1,2}},?)?\s)?(?:AD\s)?(?:1\d{{3}}|20[0-3]\d|\d{{2,4}}(?=\s?B\.?C)){_ERA}"
_LEADING = re.compile(
    rf"^(?:In|On)\s(?P<when>{_DATE}),?\s(?P<text>[A-Z\w].+)$"  # "around 1040" is no date to be asked for
)
_TRAILING = re.compile(rf"^(?P<text>.+?)\s(?:in|on)\s(?P<when>{_DATE})\.?$")
_YEAR = re.compile(r"\d{2,4}")
_PAST = re.compile(
    r"\b(?:was|were|had|became|began|made|won|led|took|built|wrote|found|gave|fell|rose|came|went|died|\w+ed|founded|invented|discovered|published|introduced|sent|put|set|met|held|lost|left|saw|grew|drew|struck|broke|spread|fought)\b"
)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """An event as the source tells it, with the number it sorts by."""

    when: str
    text: str
    order: tuple[int, int, int]
    sentence: Sentence


def event_in(sentence: Sentence) -> Dated | None:
    """The event of a sentence that begins or ends with its date and names no other."""
    match = _LEADING.match(sentence.prompt) or _TRAILING.match(sentence.prompt)
    if match is None or len(re.findall(r"\b(?:1\d{3}|20[0-3]\d)\b", sentence.prompt)) > 1:
        return None
    text = match["text"].rstrip(" .")
    if not SHORTEST_EVENT <= len(words(text)) <= LONGEST_EVENT or not _PAST.search(text):
        return None
    return Dated(
        when=match["when"].strip(),
        text=capital(text),
        order=_order(match["when"]),
        sentence=sentence,
    )


def timeline(events: list[Dated], group: str) -> list[Candidate]:
    """The events in order of time; of several at the same time only the first is kept."""
    by_time: dict[tuple[int, int, int], Dated] = {}
    for event in events:
        by_time.setdefault(event.order, event)
    years = [event.order[0] for event in by_time.values()]
    kept = [e for e in by_time.values() if e.order[1] or years.count(e.order[0]) == 1]
    return [
        Candidate(
            kind="timeline",
            item=Event(when=event.when, text=event.text, evidence=(event.sentence.reference,)),
            prompt=event.text,
            answer=event.text,
            quote=event.sentence.text,
            rule="date_event",
            score=2.8,
            group=group,
        )
        for event in sorted(kept, key=lambda e: e.order)
    ]


def year_gap(event: Dated) -> Candidate | None:
    """The sentence with its year to be filled in, if the year is its only number."""
    if len(re.findall(r"\d+", event.sentence.prompt)) > 1:
        return None
    year = _YEAR.findall(event.when)[-1]
    return gap(event.sentence, year, rule="date_gap", score=1.2)


def _order(when: str) -> tuple[int, int, int]:
    year = (
        int(_YEAR.findall(when)[-1])
        if not re.search(r"\d{3,4}", when)
        else int(re.findall(r"\d{3,4}", when)[-1])
    )
    if re.search(r"B\.?C", when):
        year = -year
    months = MONTHS.split("|")
    month = next((n for n, name in enumerate(months, 1) if name in when), 0)
    day = re.search(r"\b\d{1,2}\b(?!\d)", when)
    return year, month, int(day[0]) if day and month else 0
