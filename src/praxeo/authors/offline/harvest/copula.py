"""Meanings that say their term again: of "An isotope is an atom …" the meaning is "an atom …"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.subjects import meaning_behind

ENOUGH = 6  # words of a meaning after which no further sentence is taken

_ARTICLE = r"(?:an?|the|der|die|das|eine?|une?|una|les?|la|el|los|las|unos|unas)"
_COPULA = r"is used to refer to|is|are|was|were|refers? to|means?|ist|sind|bezeichnet|bezeichnen|bedeutet|est|sont|désigne|es|son|significa"
_STANDS_FOR = re.compile(
    r"(?:stands\sfor|is\sshort\sfor|steht\sfür|ist\sdie\sabkürzung\sfür|est\s(?:l['’](?:acronyme|abréviation)|le\ssigle)\sde|es\s(?:la\sabreviatura|el\sacrónimo|la\ssigla)\sde|"
    r"son\slas\ssiglas\sde)\s(?=\S)",
    re.IGNORECASE,
)
_POINTS_AT_TERM = re.compile(  # "This is an investment you make …", "Es un programa que …"
    r"(?:(?:this|it)\s(?:is|was)|th(?:ese|ey)\s(?:are|were)|(?:dies|das|es)\s(?:ist|sind)|c['’](?:est|était)|ce\s(?:sont|étaient)|il\ss['’]agit\sd(?:e\s|['’])|"
    r"(?:es|son|se\strata\sde)(?=\s(?:una?|el|la|los|las|unos|unas)\s))\s?(?=(?:an?|the|any|one|eine?r?|der|die|das|une?|les?|la|l['’]|des|una?|el|los|las)\b)",
    re.IGNORECASE,
)
_ASIDE_BEFORE = re.compile(
    r"(?:\([^()]{2,40}\)|\[[^\[\]]{2,120}\])\s+(?=[A-ZÄÖÜÉ])"
)  # "(engl. feed rate) Die Geschwindigkeit …"
_FURTHER_CLAUSE = re.compile(
    r",? (?:und (?:entspricht|ist|sind|wird|hat|enthält|dient|erlaubt|ermöglicht|bietet|kann)|and (?:is|are|has|can|allows|contains)|"
    r"et (?:est|sont|permet|peut|a)|y (?:es|son|permite|puede|tiene))\b.*$"
)
_COPULA_FIRST = re.compile(r"(?:is|are|ist|sind|est|sont|es|son)\s(?=(?:an?|the|eine?|der|die|das|une?|les?|la|l['’]|des|una?|el|los|las)\b|[A-ZÄÖÜ]\w+,\s)")  # fmt: skip
# What a name is of, before it: "el lenguaje de programación Java", "le format PNG".
_KIND = r"(?:format|protocole?|langage|norme|standard|système|logiciel|formato|protocolo|lenguaje|estándar|norma|sistema|Dateiformat|Protokoll)(?:\s(?:de|d['’])\s?\w+)?\s"
_UNDERSTOOD = re.compile(
    r"(?:Unter\s(?:(?:eine[mr]|de[mnr])\s)?(?P<de>\S+)\sversteht\sman|In\s[^,.;:]{3,60}\sversteht\sman\sunter\s(?:(?:eine[mr]|de[mnr])\s)?(?P<within>\S+)|On\s(?:appelle|désigne\spar)\s(?P<fr>\S+)|Por\s(?P<es>\S+)\sse\sentiende)\s"
    r"(?:in\sdiesem\sZusammenhang\s)?(?=\S)"
)
STEM = 6  # letters that a term and what is said of it share
_NO_NOUN = re.compile(r"[a-z]+(?:ed|ing)\s(?:to|towards|by|in|when|if)\b")  # "is aimed towards …"


def without_copula(term: str, meaning: str) -> str:
    """A meaning that says its term again, or points at it ("This is an atom …"), from its noun phrase on."""
    meaning = _ASIDE_BEFORE.sub("", meaning, count=1) if meaning.startswith(("(", "[")) else meaning
    if (pointed := _POINTS_AT_TERM.match(meaning)) and count_words(meaning) >= ENOUGH:
        return meaning[pointed.end() :]
    if (bare := _COPULA_FIRST.match(meaning)) and count_words(meaning) > ENOUGH // 2:
        return meaning[bare.end() :]
    if understood := _understood(term, meaning):
        return understood
    names = re.match(rf"{re.escape(even(term))}\s", meaning)
    if names and (stands := _STANDS_FOR.match(meaning, names.end())):
        return _FURTHER_CLAUSE.sub("", meaning[stands.end() :])
    again = _said_again(re.split(r"\s*[/(]", even(term), maxsplit=1)[0], meaning)
    told = meaning[again.end() :] if again else meaning_behind(term, meaning)
    rest = _FURTHER_CLAUSE.sub("", told)
    return rest if count_words(rest) >= ENOUGH // 2 and not _NO_NOUN.match(rest) else meaning


def _said_again(name: str, meaning: str) -> re.Match[str] | None:
    """The words up to "is", where they are the term, or what a short name stands for ("Open Database … (ODBC) ist")."""
    stem = re.escape(name[: max(4, len(name) - 2)])
    own = rf"[«“„\"]?{stem}\w{{0,4}}[»”“\"]?(?:\s\([^()]*\))?(?:,?\s(?:or|oder|ou|o|u)\s[^,.()]{{3,40}}?)?"
    spelt = rf"[^().]{{4,70}}\s\({re.escape(name)}\)"
    return re.match(
        rf"(?:{_ARTICLE}\s|l['’])?(?:{_KIND})?(?:{own}|{spelt}),?\s(?:{_COPULA})\s(?=\S)",
        meaning,
        re.IGNORECASE,
    )


def _understood(term: str, meaning: str) -> str:
    """What "unter X versteht man …" says, if X is the term; "" else."""
    found = _UNDERSTOOD.match(meaning)
    named = next((name for name in found.groups() if name), "") if found else ""
    same = bool(named) and even(term).lower()[:STEM] == named.lower().strip("«»„“")[:STEM]
    return meaning[found.end() :] if found and same else ""
