"""German sentences that say when something happened, turned by their own word order: "Wann trat die Verfassung in Kraft?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from praxeo.authors.offline.boilerplate import is_practisable, reports_a_study
from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Card

RULE = "dated"
SHORTEST_EVENT, LONGEST_EVENT = 3, 24  # words of the question without "when"
SHORT = 12  # words of a sentence that tells a date and nothing else
_KINDS = ("paragraph", "list_item")

_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_WHEN = rf"(?:(?:am|im|um|anfang|mitte|ende)\s)?(?:jahre?\s)?(?:\d{{1,2}}\.\s)?(?:{_MONTH}\s)?(?:1\d{{3}}|20[0-3]\d)"
_VERB = r"(?:wurden?|war(?:en)?|kam(?:en)?|trat(?:en)?|[a-zäöüß]{2,}te[n]?|gab(?:en)?|fand(?:en)?|begann(?:en)?|erhielt(?:en)?|entstand(?:en)?|starb(?:en)?|rief(?:en)?|schrieb(?:en)?|schloss(?:en)?|gewann(?:en)?|verlor(?:en)?|fiel(?:en)?|ging(?:en)?|bekam(?:en)?|wies(?:en)?|erschien(?:en)?|brach(?:en)?|zog(?:en)?|nahm(?:en)?|erließ(?:en)?|beschloss(?:en)?|schuf(?:en)?|erfand(?:en)?|ließ(?:en)?|fuhr(?:en)?|flog(?:en)?|sah(?:en)?|traf(?:en)?|stieg(?:en)?|sank(?:en)?|hielt(?:en)?|stieß(?:en)?|schlug(?:en)?|unterschrieb(?:en)?|trieb(?:en)?)"
_DATE_FIRST = re.compile(
    rf"^(?P<when>{_WHEN})\s(?P<verb>{_VERB})\s(?P<rest>[^;:]+)\.$", re.IGNORECASE
)
_DATE_AFTER_VERB = re.compile(
    rf"^(?P<who>(?:(?:Der|Die|Das)\s)?(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][^,;:.]*?)\s(?P<verb>{_VERB})\s(?P<when>(?-i:{_WHEN}))\s(?P<rest>[^;:]+)\.$"
)
_DATE_LAST = re.compile(
    rf"^(?P<who>(?:(?:Der|Die|Das)\s)?[^,;:.]*?[A-ZÄÖÜ][^,;:.]*?)\s(?P<verb>{_VERB})\s(?P<when>(?-i:{_WHEN}|(?:1\d{{3}}|20[0-3]\d)))\.$"
)
_LEANS = re.compile(
    r"\b(?:er|sie|es|ihn|ihm|ihnen|ihre?\w*|dies\w*|jene\w*|dort|hier|auch|dann|daraufhin|deshalb|dadurch|danach|wir|man|schließlich|erneut|wieder|zudem|"
    r"jedoch|aber|ebenfalls|dabei|dazu|davon|beide\w*|letzter\w*)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\bsein\w*\b")
_TOLD_APART = re.compile(
    r"\s(?:de[rs]|vo[nm]|in|im|zu[mr]?|am|an|über|für|zwischen|gegen)\s|[„«\"]"
)
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


def dated_questions(
    placed: Iterable[RoledBlock], on_line: Collection[str] = ()
) -> Iterator[Candidate]:
    """A card for each sentence that stands alone and names one date; those in `on_line` a timeline holds."""
    for sentence in _sentences(placed):
        if sentence.reference in on_line:
            continue
        text = sentence.prompt
        if len(_YEAR.findall(text)) == 1 and (asked := _asked(text)):
            yield _card(sentence, *asked)


def _sentences(placed: Iterable[RoledBlock]) -> Iterator[Sentence]:
    """Those of running text: short ones, too, in which German nouns outnumber the small words."""
    for one in placed:
        if one.role in ("body", "summary", "dates") and one.block.kind in _KINDS:
            for each in sentences_of(one.block, one.topic):
                fit = count_words(each.text) <= SHORT or is_practisable(each.text)
                if fit and not reports_a_study(each.text):
                    yield each


def _asked(text: str) -> tuple[str, str] | None:
    """The question and its answer."""
    if first := _DATE_FIRST.match(text):
        event, leans = f"{first['verb']} {first['rest']}", _OF_OTHERS
        when = first["when"]
    elif (after := _DATE_AFTER_VERB.match(text)) and not _NO_SUBJECT.match(text):
        who = after["who"]
        who = who[0].lower() + who[1:] if _ARTICLE.match(who) else who
        event, when, leans = f"{after['verb']} {who} {after['rest']}", after["when"], None
    elif (last := _DATE_LAST.match(text)) and not _NO_SUBJECT.match(text):
        who = _ARTICLE.sub(lambda found: found[0].lower(), last["who"])
        if who != last["who"] and not _TOLD_APART.search(who):
            return None  # "Der Krieg endete 1945": which one?
        event, when, leans = f"{last['verb']} {who}", last["when"], None
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
