"""Meanings that say nothing by themselves: what they speak of stands elsewhere, or they only say that it matters.

"The one in charge of creating them" lacks whom "them" means; "a fundamental concept of all databases" praises.
"""

from __future__ import annotations

import re

_AGENT = re.compile(
    r"(?:the|el|la|l[eo]s|las|un|una|le|der|die|das)\s(?:one|part|person|component|piece|encargad[oa]s?|responsables?|que|parte|celui|celle|chargée?s?|Verantwortliche|Zuständige|Teil)\b|"
    r"(?:celui|celle|ceux|quien|one|what|ce|lo|derjenige|diejenige|dasjenige)\b",
    re.IGNORECASE,
)
_OBJECT = (  # a pronoun that takes up a thing named before
    re.compile(r"\s(?P<several>them|their)\b|\s(?P<one>it|its)\b"),
    re.compile(r"\b\w{2,}[aeiáéí]r(?:se)?(?:(?P<several>l[oae]s)|(?P<one>l[oae]))\b"),
    re.compile(r"\s(?:de|à|pour|qui)\s(?:(?P<several>les)|(?P<one>le))\s\w{2,}(?:er|ir|re)\b"),
    re.compile(r",\s(?:der|die|das|um)\s(?P<one>sie|ihn|es)\s(?!sich\b)|\b(?:für|dafür zuständig,)\s(?P<also>ihre|sie|ihn)\s"),
)  # fmt: skip
_NAMED = re.compile(r"\b(?:the|an?|el|la|un|una|le|une|de[rmn]|das|eine?[nmrs]?|l['’]|del|al|du)\s?(?=[^\W\d])|\b(?:each|every|cada|chaque|jede[rsmn]?)\s", re.IGNORECASE)  # fmt: skip
_SEVERAL = re.compile(
    r"\b(?!encargad|responsab)[^\W\d]{3,}[sx]\b|\b(?:people|children|men|women|data|y|et)\b"
)
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß]{2,}")
_GERMAN = re.compile(r"(?:der|die|das|ein|eine|derjenige|diejenige|dasjenige)\s", re.IGNORECASE)

_WEIGHT = r"(?:fundamental\w*|fondamenta\w+|basic|básic\w+|key|clave|clé|central\w*|zentral\w*|core|essential|essentiel\w*|esencial\w*|essenziell\w*|wesentlich\w*|grundlegend\w*|important\w*|wichtig\w*|major|crucial\w*|integral\w*|vital\w*|main|principal\w*|necessary|critical|primary|foundational|elementar\w*)"
_KIND = r"(?:concepts?|notion(?:s|es)?|ideas?|parts?|elements?|features?|aspects?|topics?|principles?|components?|building blocks?|ingredients?|conceptos?|noción|partes?|elementos?|aspectos?|componentes?|parties?|éléments?|aspects?|idées?|composants?|Konzepte?|Begriffe?|Bestandteile?|Elemente?|Teile?|Prinzip\w*|Aspekte?|Them(?:a|en))"
_MATTERS = re.compile(
    rf"(?:an?|the|une?|una|el|la|le|l['’]|eine?|der|die|das)?\s?(?:\w+ly\s)?(?:{_WEIGHT}\s(?:(?:and|et|y|und)\s\w+\s)?{_KIND}|{_KIND}\s{_WEIGHT})\s"
    r"(?:of|in|for|to|at|behind|de|du|des|del|en|dans|para|pour|aller|jede[rs]|de[rs]|eine[rs]|von|im|für|bei)\b",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(  # "a set of graphical elements that's" (called a glyph)
    r"\b(?:that|which|who|what|and|or|of|the)(?:['’]s|['’]re)?(?: (?:is|are|was|were))?[.,;]?$|\b(?:it|there)['’]s[.,;]?$",
    re.IGNORECASE,
)
_TELLS_MORE = re.compile(
    r"\b(?:that|which|who|where|when|que|qui|dont|où|donde|by \w+ing)\b|,\s(?:in |mit |bei |von )?(?:der|die|das|dem|den)\b"
)


def says_nothing_alone(meaning: str) -> bool:
    """Whether a meaning names nothing that its pronouns can mean, or says no more than that its term matters."""
    if _BROKEN_OFF.search(meaning):
        return True
    weighty = _MATTERS.match(meaning)
    if weighty and not _TELLS_MORE.search(meaning, weighty.end()):
        return True
    return any(_is_unbound(meaning, found) for form in _OBJECT for found in form.finditer(meaning))


def _is_unbound(meaning: str, found: re.Match[str]) -> bool:
    """Whether no noun before a pronoun can be what it means; who acts on a thing is not that thing."""
    before = meaning[: found.start() + 1]
    told = found.groupdict()
    if _GERMAN.match(meaning) and _NOUN.search(meaning):
        return len(_NOUN.findall(before)) < 1 + bool("," in before or "also" in told)
    agent = _AGENT.match(before)
    rest = before[agent.end() :] if agent else before
    if told.get("several"):
        return not _SEVERAL.search(rest)
    return agent is not None and not _NAMED.search(rest)
