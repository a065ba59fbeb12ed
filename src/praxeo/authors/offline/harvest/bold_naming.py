"""German, French and Spanish sentences that name a bold term behind or before what it is: "… heißt **Vers**", "On appelle **dipôle** …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.marked_terms import MarkedTerm, marked_terms
from praxeo.authors.offline.harvest.naming_forms import without_capital_article
from praxeo.authors.offline.harvest.plain_definitions import says_what
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "marked"
LONG_ENOUGH = 5  # words of a meaning that need not tell apart by a clause or a preposition

_ENDS = r"(?:\s(?:oder|ou|o|u|auch)\s[^,;.]{2,40})?(?:\s\([^()]*\))?\s*(?:[.,;:]|$|und\b|et\b|y\b)"
_ART_DE, _ART_FR, _ART_ES = r"(?:de[rn]|die|das|eine?n?)", r"(?:les?|la|une?|des|l[’'])", r"(?:el|la|los|las|una?)"  # fmt: skip
_OPEN = r"[„«“\"]?"
_NP_DE = r"(?P<meaning>(?:Der|Die|Das|Den|Eine?n?|Alle|Mehrere|der|die|das|den|eine?n?)\s[^;:]+?)"
_NP_FR = r"(?P<meaning>(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Tt]out|[Tt]oute)\s|[Ll][’'])[^;:]+?)"
_NP_ES = r"(?P<meaning>(?:[EeLl]l|[Ll]as?|[Ll]os|[Uu]na?|[Tt]od[oa])\s[^;:]+?)"

# What stands before the term, and behind it; a form without `meaning` before has it behind.
_FORMS: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "de": (
        (re.compile(rf"{_NP_DE},?\s(?:heißt|heißen|hieß|hießen|nennt\sman|nannte\sman|bezeichnete?t?\sman\sals)\s(?:auch\s|oft\s)?(?:{_ART_DE}\s)?{_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"{_NP_DE},?\s(?:wird|werden|wurden?)\s(?:auch\s|oft\s)?(?:als\s)?(?:{_ART_DE}\s)?{_OPEN}$"), re.compile(r"[“\"»]?\s(?:genannt|bezeichnet)\b")),
        (re.compile(rf"{_NP_DE},\s(?:ist|sind)\s{_ART_DE}?\s?{_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"^(?:Als|Mit|Unter)\s(?:(?:de[rmn]|eine[rmn]?)\s)?{_OPEN}$"), re.compile(r"[“\"»]?\s(?:bezeichnete?t?|verste(?:ht|hen)|verstand|definiert|meint)\s(?:man|wir)\s(?P<meaning>(?:eine?n?|den|die|das|alle|jede[ns]?)\s[^;:]+)$")),
        (re.compile(rf"^(?:Von\s(?:(?:de[rm]|eine[rm])\s)?|Vom\s|Um\s(?:eine?n?\s)){_OPEN}$"), re.compile(r"[“\"»]?\s(?:spricht|redet|handelt)\s(?:man|es\ssich),\s(?P<meaning>(?:wenn|sobald)\s[^;:]+)$")),
        (re.compile(rf"^Als\s{_OPEN}$"), re.compile(r"[“\"»]?\s(?:gilt|gelten)\s(?P<meaning>(?:eine?|der|die|das|alle|jede[rs]?)\s[^;:]+)$")),
    ),
    "fr": (
        (re.compile(rf"{_NP_FR},?\s(?:s[’']appell?e(?:nt)?|s[’']appelait|s[’']appelaient|se\snomme(?:nt)?|(?:est|sont|était|étaient)\s(?:aussi\s)?(?:appelé|nommé|dénommé)e?s?|portent?\sle\snom\sde?)\s?(?:{_ART_FR}\s?)?(?:d[’'])?{_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"(?P<meaning>(?:(?:[Ll]es?|[Ll]a|[Uu]ne?)\s|[Ll][’'])[^;:,]+?\s(?:qui|que|dont|où)\s[^;:]+?),?\s(?:est|sont)\s(?:{_ART_FR}\s?){_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"^(?:[Oo]n|[Nn]ous)\s(?:appell?e|nomme|désigne\spar|entend\spar|appelait|appelons|nommons)\s(?:{_ART_FR}\s?)?{_OPEN}$"), re.compile(r"[“\"»]?\s?,?\s(?P<meaning>(?:(?:une?|les?|la|tout|toute)\s|l[’'])[^;:]+)$")),
    ),
    "es": (
        (re.compile(rf"(?:A\s)?{_NP_ES},?\s(?:se\s(?:les?\s|las?\s)?(?:llaman?|llamaban?|denominan?|denominaban?|conocen?\scomo|conocían?\scomo)|reciben?\sel\snombre\sde|recibían?\sel\snombre\sde)\s(?:{_ART_ES}\s)?{_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"(?P<meaning>(?:[EeLl]l|[Ll]as?|[Ll]os|[Uu]na?)\s[^;:,]+?\s(?:que|donde|cuy[oa]s?)\s[^;:]+?),?\s(?:es|son)\s(?:{_ART_ES}\s){_OPEN}$"), re.compile(_ENDS)),
        (re.compile(rf"^(?:Se|se)\s(?:llaman?|llamaban?|denominan?|denominaban?|conocen?\scomo|conocían?\scomo|entienden?\spor|definen?\scomo)\s(?:{_ART_ES}\s)?{_OPEN}$"), re.compile(r"[”\"»]?\s(?:a\s)?(?P<meaning>(?:el|la|los|las|una?|tod[oa]s?)\s[^;:]+)$")),
        (re.compile(rf"^(?:Llamamos|Denominamos|Entendemos\spor)\s(?:{_ART_ES}\s)?{_OPEN}$"), re.compile(r"[”\"»]?\s(?:a\s)?(?P<meaning>(?:el|la|los|las|una?|tod[oa]s?)\s[^;:]+)$")),
    ),
}  # fmt: skip
_CLAUSE = re.compile(
    r";\s|,\s(?:(?:und|während|aber|et|mais|tandis\sque|y|mientras\sque|pero)\s)?(?=(?:der|die|das|eine?|les?|la|une?|el|los|las|una?)\s|l[’'])"
)
_CALLS = re.compile(
    r"\b(?:heißt|heißen|nennt|genannt|bezeichnet|appelle(?:nt)?|nomme(?:nt)?|appelée?s?|llaman?|denominan?|nombre de|conocen?)\b|\s(?:est|sont|es|son|ist|sind)\s(?:un|une|les?|la|el|los|las|una|der|die|das|eine?)\s"
)
_ACCUSATIVE = re.compile(r"^(?:den|einen)\s(?=[A-ZÄÖÜ])")


def bold_naming(placed: Sequence[RoledBlock], language: str) -> Iterator[Definition]:
    """The phrase that a bold term is the name of, where its sentence says so outright. `language` "de", "fr" or "es"."""
    for marked in marked_terms(placed, "strong") if language in _FORMS else ():
        meaning = _meaning(marked, language)
        apart = len(meaning.split()) < LONG_ENOUGH
        if meaning and says_what(
            marked.term, meaning, marked.sentence, language, apart=apart, called=language != "de"
        ):
            yield marked.means(meaning, RULE)


def _meaning(marked: MarkedTerm, language: str) -> str:
    behind = even(f"|{marked.behind}")[1:].rstrip(" .")
    for clause in _clauses(even(marked.before)):
        for before, after in _FORMS[language]:
            told, rest = (
                before.match(f"{clause} ".rstrip(" ") + (" " if clause[-1:] not in "’'" else "")),
                after.match(behind),
            )
            if told and rest:
                meaning = {**told.groupdict(), **rest.groupdict()}["meaning"]
                if _CALLS.search(meaning):
                    break
                return _ACCUSATIVE.sub("", without_capital_article(meaning.strip(" ,")))
    return ""


def _clauses(before: str) -> list[str]:
    """The text before a term, and its last clauses alone, the longest first: those behind another name, or a joint."""
    joints = (
        found
        for found in _CLAUSE.finditer(before)
        if found[0].strip() != "," or _CALLS.search(before[: found.start()])
    )
    return [before, *(before[found.end() :] for found in joints)]
