"""French and Spanish sentences that say when something happened, asked without their date: "¿Cuándo patentó James Watt …?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.dates import ALL_MONTHS
from praxeo.authors.offline.harvest.event_sense import needs_what_is_before
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

RULE = "dated"
SHORTEST_EVENT, LONGEST_EVENT = 3, 22  # words

_WHEN = rf"(?:(?:\d{{1,2}}|1er)\s(?:de\s)?)?(?:(?:{ALL_MONTHS})\s(?:de\s)?)?(?:1\d{{3}}|20[0-3]\d)"
_YEAR = re.compile(r"\b(?:1\d{3}|20[0-3]\d)\b")
_FIRST = re.compile(rf"^(?P<lead>En|Le|El)\s(?P<when>{_WHEN}),?\s(?P<event>[^;:]+)$")
_LAST = re.compile(rf"^(?P<event>[^;:,]+)\s(?P<lead>en|le|el)\s(?P<when>{_WHEN})$")
_CLEFT = re.compile(
    rf"^(?:C[’']est\s(?P<lead>en|le)|Fue\s(?P<fue>en|el))\s(?P<when>{_WHEN})\s(?:que\s|qu[’']|cuando\s)(?P<event>[^;:]+)$"
)
_NAME = re.compile(
    r"(?<!^)(?<![«\"“]\s)\b[A-ZÀ-Þ]\w+|^(?:[ldLD][’'])?[A-ZÀ-Þ]\w+\s(?:[A-ZÀ-Þ]\w+|[a-zéè]+(?:ó|t|e)\b)"
)
_RUNS_ON = re.compile(
    r",\s|\b(?:car|mais|pero|porque|aunque|tandis|mientras|où|donde|ce qui|lo que|y (?:se|fue|en)|et (?:se|fut|est|en))\b"
)
_LEANS = re.compile(
    r"\b(?:il|ils|elle|elles|ce|cet|cette|ces|son|sa|ses|leurs?|lui|nous|on|y|est[aeo]s?|es[aeo]s?|sus?|él|ell[ao]s?|allí|también|aussi|encore|ainsi|puis|luego|después)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:sus?|son|sa|ses|leurs?)\b")
_ELIDES = re.compile(
    r"[aeiouyéèêàâîôAEIOUÉÈÊÀÂÎÔ]|H(?:ector|enri|élène|ippolyte|onoré|ubert|orace)"
)
_VERB_ES = re.compile(
    r"(?P<verb>(?<!\blo\s)(?<!\bla\s)(?<!\ble\s)(?<!\blos\s)(?<!\blas\s)(?<!\bles\s)(?:se\s)?(?:fue(?:ron)?(?:\s\w+[aií]d[oa]s?)?|nació|murió|tuvo|obtuvo|hubo|dio|vio|hizo|puso|propuso|[a-záéíóúñ]{2,}(?:ó|aron|ieron|jeron))"
    r"(?:\s(?:lugar|fin|origen|inicio|comienzo|paso|en\smarcha)\b|\s(?:(?:de|a)\s)?\w+[aeií]r\b)?)(?=\s|$)"
)
# "se inauguró en Óbninsk la primera central": who or what it befell stands behind the verb.
_VERB_FIRST = re.compile(
    rf"{_VERB_ES.pattern}(?:\s[^,]+?)?(?<!\bde)(?<!\bcon)(?<!\bpor)(?<!\bpara)(?<!\ben)(?<!\ba)(?<!\bsobre)(?<!\bcontra)\s(?:el|la|los|las|un|una)\s"
)


def dated_in_words(sentences: Iterable[Sentence], language: str) -> Iterator[Candidate]:
    """A card for each sentence that stands alone and names one date. `language` is "fr" or "es"."""
    ask = {"fr": _asked_in_french, "es": _asked_in_spanish}.get(language)
    for sentence in sentences if ask else ():
        text = sentence.prompt.rstrip(" .")
        if len(_YEAR.findall(text)) != 1:
            continue
        found = _CLEFT.match(text) or _FIRST.match(text) or _LAST.match(text)
        event = found["event"] if found else ""
        if not found or not _stands_alone(event):
            continue
        question = ask(event)  # type: ignore[misc]
        if question:
            yield _card(sentence, question, found["when"])


def _stands_alone(event: str) -> bool:
    """Whether an event is one, with a name of its own in it, and nothing that points back."""
    if not SHORTEST_EVENT <= count_words(event) <= LONGEST_EVENT or _RUNS_ON.search(event):
        return False
    named = _NAME.search(event)
    owned = _OWN.sub("", event) if named and not _OWN.match(event) else event
    told = _VERB_FIRST.match(event) or not needs_what_is_before(event)
    return bool(named) and not _LEANS.search(owned) and bool(told)


def _asked_in_french(event: str) -> str:
    """ "Quand est-ce que …", which leaves the order of the words and so asks no wrong inversion."""
    first = event[0].lower() + event[1:] if re.match(r"(?:L[ea]s?|Une?|Des)\s|L[’']", event) else event  # fmt: skip
    que = "qu’" if _ELIDES.match(first) else "que "
    return f"Quand est-ce {que}{first} ?"


def _asked_in_spanish(event: str) -> str:
    """The verb before whoever acts, as a question has it; "" where it is not seen which word it is."""
    verb = _VERB_ES.search(event)
    if verb is None or count_words(event[: verb.start()]) > 8:
        return ""
    who, rest = event[: verb.start()].strip(), event[verb.end() :].strip()
    who = who[0].lower() + who[1:] if re.match(r"(?:El|La|Los|Las|Una?)\s", who) else who
    return f"¿Cuándo {' '.join(part for part in (verb['verb'], who, rest) if part)}?"


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
