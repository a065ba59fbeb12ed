"""German sentences that say when something happened, turned by their own word order: "Wann trat die Verfassung in Kraft?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

RULE = "dated"
SHORTEST_EVENT, LONGEST_EVENT = 3, 24  # words of the question without "when"

_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_WHEN = rf"(?:(?:am|im|um|anfang|mitte|ende)\s)?(?:jahre?\s)?(?:\d{{1,2}}\.\s)?(?:{_MONTH}\s)?(?:1\d{{3}}|20[0-3]\d)"
_VERB = r"(?:wurden?|war(?:en)?|kam(?:en)?|trat(?:en)?|[a-zäöüß]{2,}te[n]?|gab(?:en)?|fand(?:en)?|begann(?:en)?|erhielt(?:en)?|entstand(?:en)?|starb(?:en)?|rief(?:en)?|schrieb(?:en)?|schloss(?:en)?|gewann(?:en)?|verlor(?:en)?|fiel(?:en)?|ging(?:en)?|bekam(?:en)?|wies(?:en)?|erschien(?:en)?|brach(?:en)?|zog(?:en)?|nahm(?:en)?|erließ(?:en)?|beschloss(?:en)?|schuf(?:en)?|erfand(?:en)?|ließ(?:en)?|fuhr(?:en)?|flog(?:en)?|sah(?:en)?|traf(?:en)?|stieg(?:en)?|sank(?:en)?|hielt(?:en)?|stieß(?:en)?|schlug(?:en)?|unterschrieb(?:en)?|trieb(?:en)?)"
_DATE_FIRST = re.compile(
    rf"^(?P<when>{_WHEN})\s(?P<verb>{_VERB})\s(?P<rest>[^;:]+)\.$", re.IGNORECASE
)
_DATE_AFTER_VERB = re.compile(
    rf"^(?P<who>(?:(?:Der|Die|Das)\s)?(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][^,;:.]*?)\s(?P<verb>{_VERB})\s(?P<when>(?-i:{_WHEN}))\s(?P<rest>[^;:]+)\.$"
)
_LEANS = re.compile(
    r"\b(?:er|sie|es|ihn|ihm|ihnen|ihre?\w*|dies\w*|jene\w*|dort|hier|auch|dann|daraufhin|deshalb|dadurch|danach|wir|man|schließlich|erneut|wieder|zudem|"
    r"jedoch|aber|ebenfalls|dabei|dazu|davon|beide\w*|letzter\w*)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\bsein\w*\b")
_NO_SUBJECT = re.compile(
    r"(?:Mit|Im|In|Nach|Bei[m]?|Durch|Für|Auf|Aus|Als|Von|Vom|Zu[mr]?|An|Am|Ab|Seit|Unter|Über|Zwischen|Während|Ende|Anfang|Mitte|Erst|Da|Dort|Ein|Eine)\s"
)
_ANY_OF_A_KIND = re.compile(
    r"(?:der|die|das) [a-zäöüß]+e [A-ZÄÖÜ]\w+ [a-zäöüß]+$"
)  # "die riesige Konstruktion gebaut": which?
_UNTOLD = re.compile(  # "die Sklaverei abgeschafft", "das Land unabhängig": where?
    r"\w+ (?:selbst )?(?:der|die|das) (?:(?:gesamte|ganze|[a-zäöüß]+e) )?[A-ZÄÖÜ]\w+ (?!de[rs]\b|mit\b|von\b|vom\b|in\b|im\b|am\b|an\b|zu[rm]?\b|für\b|über\b|aus\b|zwischen\b|gegen\b|nach\b|[A-ZÄÖÜ])"
)
_OF_MANY = re.compile(
    r"\b(?:das|dem|des) (?:gesamte[ns]? |ganze[ns]? )?(?:Land|Landes|Gebiet|Gebiets|Reich|Staat)\b(?! (?:de[rs]|in|im)\b)"
)
_ANY = re.compile(
    r"^\w+ (?:ein \w+ Frieden|die (?:Territorien|Länder|Gebiete|Staaten|Truppen|Regierung))\b(?! (?:de[rs]|von)\b)"
)
_RUNS_ON = re.compile(
    r" und (?:wurde|war|beendete|hatte|kam|ging|\w{3,}ten?)\b|, (?:als|weil|nachdem|obwohl|sodass|gefolgt)\b"
)  # a second statement
_YEAR = re.compile(r"\b(?:1\d{3}|20[0-3]\d)\b")
_ARTICLE = re.compile(r"^(?:Der|Die|Das)\s")


def dated_questions(sentences: Iterable[Sentence]) -> Iterator[Candidate]:
    """A card for each sentence that stands alone and names one date."""
    for sentence in sentences:
        text = sentence.prompt
        if len(_YEAR.findall(text)) == 1 and (asked := _asked(text)):
            yield _card(sentence, *asked)


def _asked(text: str) -> tuple[str, str] | None:
    """The question and its answer."""
    if first := _DATE_FIRST.match(text):
        event, leans = f"{first['verb']} {first['rest']}", _OF_OTHERS
        when = first["when"]
    elif (after := _DATE_AFTER_VERB.match(text)) and not _NO_SUBJECT.match(text):
        who = after["who"]
        who = who[0].lower() + who[1:] if _ARTICLE.match(who) else who
        event, when, leans = f"{after['verb']} {who} {after['rest']}", after["when"], None
    else:
        return None
    if _LEANS.search(event) or (leans and leans.search(event)):
        return None
    if (
        _ANY_OF_A_KIND.match(event.partition(" ")[2])
        or _UNTOLD.match(event)
        or _OF_MANY.search(event)
    ):
        return None
    if _RUNS_ON.search(event) or _ANY.match(event):
        return None
    if not SHORTEST_EVENT <= count_words(event) <= LONGEST_EVENT or not re.search(
        r"\b[A-ZÄÖÜ]", event
    ):
        return None
    return f"Wann {event}?", when


def _card(sentence: Sentence, question: str, when: str) -> Candidate:
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=when, evidence=(sentence.reference,)),
        prompt=question,
        answer=when,
        quote=sentence.text,
        rule=RULE,
        subject=question,
    )
