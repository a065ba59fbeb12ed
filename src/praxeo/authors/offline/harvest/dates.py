"""Dates: lists of them, tables of them, and sentences that begin or end with one; for timelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from praxeo.authors.offline.cleaning import capital, count_words, even, without_citations, words
from praxeo.authors.offline.harvest.event_sense import needs_what_is_before
from praxeo.authors.offline.harvest.tables import rows_of
from praxeo.authors.offline.lexicon import MONTHS, frequency
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Event

LONGEST_EVENT, SHORTEST_EVENT = 28, 3  # words
LONG_WORD = 8  # letters of an event of one word: "Kapp-Putsch"
FEWEST_EVENTS, MOST_EVENTS = 3, 8
FEWEST_SCATTERED = 4  # events of several sections that make a timeline together
LONGEST_SMALL, COMMON = (
    3,
    4.3,
)  # letters of a small word; Zipf frequency from which on one word is no name
EARLIEST_PLAIN = 1_000  # a year that needs no era to be known as one
_CHANGE = re.compile(
    r"(?:Added|Updated|Replaced|Corrected|Fixed|Removed|Changed|Revised|Released|Version)\b"
)
_ERA_SAID = re.compile(r"[A-Z]")
_HEAD = re.compile(r"(?:dates?|years?|jahr(?:e|eszahl)?|datum|zeitpunkt|années?|fechas?|años?|data|anno|ano|jaar|rok|سنة|التاريخ)\s\|", re.IGNORECASE)  # fmt: skip
ALL_MONTHS = (
    f"{MONTHS}|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
    "octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_ERA = r"(?:\s?(?:BCE?|B\.C\.(?:E\.)?|AD|CE|[vn]\. ?(?:Chr|u\. Z)\.|(?:av|ap|avant|après)\.? (?:J\.-C\.|Jésus-Christ)|[ad]\. ?(?:de )?C\.|(?:antes|después) de Cristo))?"
_DATE = rf"(?:(?:\d{{1,2}}\.?\s)?(?:de\s)?(?:{ALL_MONTHS})(?:\s\d{{1,2}},)?\s(?:de\s)?)?(?:AD\s\d{{1,4}}|1\d{{3}}|20[0-3]\d|\d{{2,4}}(?=\s?(?:B\.?C|[vn]\. ?(?:Chr|u\. Z)|(?:av|ap|avant|après)\.? J|[ad]\. ?(?:de )?C|(?:antes|después) de C|AD|CE)))(?:\s?[–-]\s?(?:1\d{{3}}|20[0-3]\d|\d\d))?{_ERA}"
_LISTED = re.compile(
    rf"^(?P<when>{_DATE}|[1-9]\d{{1,3}})\s*(?::|\s[–—-]|[–—]|\|)\s+(?P<text>\S.+)$"
)
_NAMED = re.compile(  # "Antietam (September 1862): bloodiest day of the war"
    rf"^(?P<text>[A-Z][^():;.]{{2,60}}?)\s\((?P<when>{_DATE})\)(?::|\s[–—-])\s\S"
)
_LEADING = re.compile(
    rf"^(?:In|On|En|Em)\s(?P<when>{_DATE}|(?<=En\s)[1-9]\d{{1,2}}|[1-9]\d{{2}}),\s(?P<text>\w.+)$"
)
_LOOSE_LEADING = re.compile(
    rf"^(?:In|On|En|El(?=\s\d{{1,2}}\sde\s))\s(?P<when>{_DATE})\s(?P<text>(?:the\s[A-Za-z]|an?\s\w|(?:el|la|los|las)\s\w|[A-ZÁÉÍÓÚ]).+)$"
)
_BEFORE = re.compile(r"B\.?C|v\. ?(?:Chr|u\. Z)|\bav(?:ant|\.)? J|\ba\. ?(?:de )?C|\bantes de C")
_CLEFT = re.compile(  # "C'est en 1879 qu'Edison met …", "Fue en 1879 cuando Edison …"
    rf"^(?:C[’']est\s(?:en|le)\s(?P<fr>{_DATE})\s(?:que\s|qu[’'])|Fue\sen\s(?P<es>{_DATE})\scuando\s)(?P<text>\S.+)$"
)
_AFTER_COLON = re.compile(r"^.{20,}?[:;]\s(?=(?:in|on|en|em)\s\d)")  # "… : en 1764, James …"
_TRAILING = re.compile(
    rf"^(?P<text>.+?)\s(?:in|on|en|em|im Jahre?|(?<!entre )le(?=\s\d{{1,2}}\s[a-zéû]))\s(?P<when>{_DATE})\.?$"
)
_WITHIN = re.compile(  # what else the sentence tells stands in a clause of its own
    rf"^(?!(?:After|Before|Since|When|While|Although|By|With|Following|Until|During|Despite|Après|Avant|Depuis|Lorsque|Quand|Pendant|Tras|Desde|Cuando)\b)"
    rf"(?P<text>[^,;:]+?)\s(?:in|on|en|em)\s(?P<when>{_DATE})(?:,?\s(?:and|where|when|which|who|while|but|under|et|où|qui|sous|y|donde|que|bajo)\s.+|,\s.+|\s(?:with|for|to|from|by|at)\s[^,;:]+)$"
)
_PAST = re.compile(
    r"\b(?:was|were|had|became|began|made|won|led|took|built|wrote|found|gave|fell|rose|came|went|died|\w+ed|sent|put|set|met|held|"
    r"lost|left|saw|grew|drew|struck|broke|spread|fought|fut|est|a|ont|sont|[a-zé]+(?:it|ent|e)|fue|[a-zá]+(?:ó|aron|ieron))\b"
)
_SOMEBODY = re.compile(  # what befell somebody without a name is an incident, no history
    r"^(?:an?|one) (?:\w+ )?(?:student|man|woman|person|boy|girl|subject|driver|worker|patient|employee|resident)\b|^the (?:subject|patient|suspect|defendant)\b|"
    r"\b\d+-year-old\b",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(r"\b(?:which|who|whose|whom|that|where|when|while|because|since|although|after|before|than|if|unless|qui|que|dont|où|parce|quand|lorsqu\w*|puisqu\w*|"
    r"weil|dass|als|nachdem|deren|dessen|cuy[oa]s?|donde|cuando|porque)\s")  # fmt: skip
ASIDE = "date_aside"  # the rule of events that a text tells in passing
_YEARS = re.compile(r"\b(?:1\d{3}|20[0-3]\d)\b")


@dataclass(frozen=True, kw_only=True)
class Dated:
    """An event as the source tells it, with the number it sorts by.

    `listed`: it stands in a list of dates; `headed`: the heading, or the table's head, says that they are dates.
    """

    when: str
    text: str
    order: tuple[int, int, int]
    sentence: Sentence
    listed: bool = False
    headed: bool = False


def dated_in(one: RoledBlock) -> Iterator[Dated]:
    """The events of a block: of a table row by row, of a list item as a whole, else sentence by sentence."""
    block = one.block
    if block.kind == "table":
        headed = one.role == "dates" or bool(_HEAD.match(block.text))
        for line, row in enumerate(rows_of(block), 1):
            text = f"{even(row[0])} | {even(row[1])}" if len(row) == 2 else ""
            row_of = Sentence(block=block, number=line, start=0, text=text, topic=one.topic)
            yield from (replace(event, headed=headed) for event in _listed(row_of))
    elif block.kind in ("list_item", "paragraph"):
        own = sentences_of(block, one.topic)
        listed = list(_listed(own[0])) if own else []
        headed = one.role == "dates"
        yield from (replace(event, headed=headed) for event in listed)
        if not listed:
            yield from (event for sentence in own if (event := _told(sentence)))


def _listed(sentence: Sentence) -> Iterator[Dated]:
    named = _NAMED.match(even(sentence.text))
    if named and _is_name(named["text"]):
        yield _dated(named, sentence, listed=True)
        return
    match = _LISTED.match(without_citations(sentence.text))
    if match and (
        count_words(match["text"]) >= SHORTEST_EVENT - 1 or len(match["text"]) >= LONG_WORD
    ):
        yield _dated(match, sentence, listed=True)


def _is_name(text: str) -> bool:
    """Whether words are the name of an event ("Antietam", "Fort Sumter"), and no heading ("Career", "Last years")."""
    long = [word for word in text.split() if len(word) > LONGEST_SMALL]
    rare = len(long) > 1 or frequency(text) < COMMON
    return rare and all(word[:1].isupper() for word in long)


def _told(sentence: Sentence) -> Dated | None:
    text = capital(_AFTER_COLON.sub("", sentence.prompt))
    if cleft := _CLEFT.match(text):
        when = cleft["fr"] or cleft["es"]
        found = Dated(
            when=when,
            text=capital(cleft["text"].rstrip(" .;,")),
            order=_order(when),
            sentence=sentence,
        )
        return None if needs_what_is_before(found.text) else found
    match = _LEADING.match(text) or _LOOSE_LEADING.match(text) or _TRAILING.match(text)
    if match is not None and match.re is _TRAILING and _OF_ITS_OWN.search(match["text"]):
        return None  # the year is the last clause's: "… had invaded Belgium, whose neutrality it had guaranteed in 1839"
    match = match or _WITHIN.match(text)
    if match is None or len(_YEARS.findall(text)) > 1 or not _PAST.search(match["text"]):
        return None
    if _SOMEBODY.search(match["text"]) or needs_what_is_before(match["text"]):
        return None
    return _dated(match, sentence) if len(words(match["text"])) >= SHORTEST_EVENT else None


def _dated(match: re.Match[str], sentence: Sentence, *, listed: bool = False) -> Dated:
    when = match["when"].strip()
    text = capital(match["text"].rstrip(" .;,"))
    return Dated(when=when, text=text, order=_order(when), sentence=sentence, listed=listed)


def timelines(
    events: Iterable[Dated], *, place: str = "", history: bool = True
) -> Iterator[Candidate]:
    """The events of one section as timelines of a few each; of several at the same time only the first.

    `place` is the block at which they are practised, where they stand in several sections. Events of a text
    or a section that tells no `history` are asides.
    """
    by_time: dict[tuple[int, int, int], Dated] = {}
    for event in events:
        if count_words(event.text) <= LONGEST_EVENT:
            by_time.setdefault(event.order, event)
    years = [event.order[0] for event in by_time.values()]
    plain = [e for e in by_time.values() if abs(e.order[0]) < EARLIEST_PLAIN and not (e.headed or _ERA_SAID.search(e.when))]  # fmt: skip
    if len(plain) * 2 > len(years):
        return  # numbers of something else
    kept = [e for e in by_time.values() if e.order[1] or years.count(e.order[0]) == 1]
    if sum(bool(_CHANGE.match(event.text)) for event in kept) * 2 > len(kept):
        return  # what was changed on a page, and when
    kept.sort(key=lambda event: event.order)
    for run in _shared_out(kept):
        group = f"timeline {run[0].sentence.reference}"
        for event in run:
            made = replace(_candidate(event, group), place=place)
            yield made if history or event.listed else replace(made, rule=ASIDE)


def _shared_out(events: Sequence[Dated]) -> Iterator[Sequence[Dated]]:
    """Runs of nearly equal length, none too long, in order of time."""
    if len(events) >= FEWEST_EVENTS:
        count = -(-len(events) // MOST_EVENTS)
        for number in range(count):
            yield events[number * len(events) // count : (number + 1) * len(events) // count]


def _candidate(event: Dated, group: str) -> Candidate:
    return Candidate(
        kind="timeline",
        item=Event(when=event.when, text=event.text, evidence=(event.sentence.reference,)),
        prompt=event.text,
        answer=event.text,
        quote=event.sentence.text,
        rule="date_list" if event.listed else "date_event",
        group=group,
    )


def _order(when: str) -> tuple[int, int, int]:
    years = re.findall(r"\d{3,4}", when) or re.findall(r"\d{2}", when)
    year = int(years[0])
    if _BEFORE.search(when):
        year = -year
    months = [name.lower() for name in ALL_MONTHS.split("|")]
    found = next((n for n, name in enumerate(months) if name in when.lower().split()), None)
    day = re.search(r"\b\d{1,2}\b(?!\d)", when)
    month = _MONTH_OF[found] if found is not None else 0
    return year, month, int(day[0]) if day and month else 0


# Where each name of ALL_MONTHS stands in the year.
_MONTH_OF = (*range(1, 13), 1, 2, 3, 5, 6, 7, 10, 12, *range(1, 13), *range(1, 13))
