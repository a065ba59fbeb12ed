"""Bold terms that their sentence explains right behind them in German, French or Spanish: "…, also die Abfolge …", "… : l'organe qui …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.marked_terms import marked_terms
from praxeo.authors.offline.harvest.noun_phrases import begins_as_phrase
from praxeo.authors.offline.harvest.plain_definitions import says_what
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "marked"
LANGUAGES = frozenset({"de", "fr", "es"})
FEWEST_BEFORE = 2  # words of a sentence before its term; with fewer it is a label

_ARTICLE = (
    r"(?:eine?|der|die|das|une?|les?|la|l[’']|una|el|los|las|tout|toute|todo|toda|alle|jede[rs]?)"
)
_SAYS = r"(?:also|das\sheißt|d\.\s?h\.|sprich|nämlich|c[’']est[-\s]à[-\s]dire|soit|à\ssavoir|autrement\sdit|es\sdecir|o\ssea|esto\ses)"
_RELATIVE = r",\s(?:(?:in|an|auf|mit|bei|aus|von|durch|zu)\s)?(?:der|die|das|den|dem|deren|dessen|dont|où)\s"
_BEHIND = (
    re.compile(rf"^[“\"»]?,?\s\(?{_SAYS},?\s(?P<meaning>{_ARTICLE}\s?[^;:()]+?)(?:[).;]|,\s(?:ist|sind|wird|werden|est|sont|es|son|qui\srend)\s|$)"),
    re.compile(rf"^[“\"»]?\s?:\s(?P<meaning>{_ARTICLE}\s?[^;:()]+?)\.?$"),
    re.compile(r"^[“\"»]?\s\((?P<meaning>[^();:]+)\)"),
    re.compile(rf"^[“\"»]?,\s(?P<meaning>(?:eine?|une?|una?)\s(?:[a-zäöüß]+e[rsn]?,\s(?=[a-zäöüß]+\s[A-ZÄÖÜ]))?(?:[^,;:()]|{_RELATIVE}[^,;:()])+?)(?:[.;]|$|,\s(?!(?:une?|una?|eine?|(?:(?:in|an|auf|mit|bei|aus|von|durch|zu)\s)?(?:der|die|das|den|dem|deren|dessen|dont|où))\s))"),
)  # fmt: skip
_FURTHER = re.compile(  # what follows another comma than that of a clause is the sentence's own again
    r",\s(?!(?:(?:in|an|auf|mit|bei|aus|von|durch|zu)\s)?(?:der|die|das|den|dem|deren|dessen|dont|où|cuy[oa]s?)\b).*$|,\s(?:qui|que)\s(?:rend|permet|est)\b.*$"
)
_CASE = re.compile(r"^(?:de[mnrs]|eine[nmrs])\s(?=[A-ZÄÖÜ])")


def bold_explained(placed: Sequence[RoledBlock], language: str) -> Iterator[Definition]:
    """What stands behind a bold term as its explanation. `language` is the text's, e.g. "de"."""
    for marked in marked_terms(placed, "strong") if language in LANGUAGES else ():
        behind = even(f"|{marked.behind}")[1:].rstrip()
        for form in _BEHIND:
            found = form.match(behind)
            if not found:
                continue
            told = _FURTHER.sub("", found["meaning"]) if form is _BEHIND[0] else found["meaning"]
            meaning = _CASE.sub("", told).rstrip(" .,")
            if form is _BEHIND[1] and len(marked.before.split()) < FEWEST_BEFORE:
                break
            if form is _BEHIND[2] and not begins_as_phrase(meaning):
                break
            if says_what(marked.term, meaning, marked.sentence, language, apart=False):
                yield marked.means(meaning, RULE)
            break
