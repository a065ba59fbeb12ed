"""Forms of German, French and Spanish sentences that define a term where it is printed bold, and are loose elsewhere."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.material import Sentence

_GERMAN = (
    r"(?P<term>(?:[a-zäöüß]+(?:e|er|es|en)\s)?[A-ZÄÖÜ][\w-]+(?:\s(?:der|des|von)\s[A-ZÄÖÜ]\w+)?)"
)
_WORDS = r"(?P<term>[\w’'-]+(?:\s(?!(?:est|sont|était|étaient|fut|es|son|era|eran|fue)\b)[\w’'-]+){0,3}?)"
# "Ce passage de l'état liquide à l'état gazeux s'appelle …" says all of it again; "Ce passage" alone does not.
_OF_WHAT_DE = (
    r"[A-ZÄÖÜ]\w+\s(?:vo[nm]|de[rs]|zwischen|aus)\s[^;:,]+?\s(?:in|zu[rm]?|nach|auf|durch|und)\s"
)
_OF_WHAT_FR = r"\w+\s(?:d(?:e|u|es)\s|d[’'])[^;:,]+?\s(?:à|au|aux|en|vers|par|entre|qui)\s"
_OF_WHAT_ES = r"\w+\s(?:de|del)\s[^;:,]+?\s(?:al?|en|hacia|por|entre|que)\s"
_ARTICLE = re.compile(
    r"^(?:[Ll][’']|(?:der|die|das|le|la|les|une?|el|los|las|una)\s)", re.IGNORECASE
)

# "Magma ist Gestein, das …"; what was, and what this is called; "La célula procariota es aquella que …"
BOLD_FORMS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "de": (
        ("bare", re.compile(rf"^(?:(?P<article>Der|Die|Das)\s)?{_GERMAN}\s(?:ist|sind)\s(?P<meaning>(?:[a-zäöüß]+e[rsn]?\s)?[A-ZÄÖÜ]\w+,\s(?:der|die|das|den|dem|deren|in)\s.+)$")),
        ("bare", re.compile(rf"^(?:(?P<article>Der|Die|Das|Eine?)\s)?{_GERMAN}\s(?:war|waren)\s(?P<meaning>(?:eine?|de[rnms]|die|das)\s.+)$")),
        ("bare", re.compile(rf"^(?:(?P<article>Der|Die|Das|Eine?)\s)?{_GERMAN}\s(?:ist|sind)\s(?P<meaning>(?:(?:der|die|das)jenigen?|solche),\s(?:der|die|das|den|dem|deren)\s.+)$")),
        ("bare", re.compile(rf"^Diese[rsn]?\s(?P<meaning>{_OF_WHAT_DE}[^;:]+?),?\s(?:heißt|nennt\sman|bezeichnet\sman\sals)\s(?:(?:de[rn]|die|das|eine?n?)\s)?{_GERMAN}$")),
        ("bare", re.compile(rf"^(?:(?P<article>Der|Die|Das|Eine?)\s)?{_GERMAN}(?:\s\([^()]*\))?\s(?:beschreib(?:t|en)|mein(?:t|en)|bedeute(?:t|n)|umfass(?:t|en))\s(?P<meaning>(?:eine?n?|de[rnms]|die|das|alle)\s.+)$")),
    ),
    "fr": (
        ("bare", re.compile(rf"^(?:(?:Les?|La)\s|L['’]){_WORDS}\s(?:est|sont)\s(?P<meaning>d(?:e\sla\s|u\s|es\s|e\sl['’])[^,]+\s(?:qui|que|dont)\s.+)$")),
        ("bare", re.compile(rf"^(?:(?:Les?|La|Une?)\s|L['’]){_WORDS}\s(?:était|étaient|fut|furent)\s(?P<meaning>(?:une?|les?|la|des)\s.+|l['’]\w.+)$")),
        ("bare", re.compile(rf"^(?:(?:Les?|La|Une?)\s|L['’]){_WORDS}\s(?:est|sont)\s(?P<meaning>(?:celui|celles?|ceux)\s(?:qui|que|dont)\s.+)$")),
        ("bare", re.compile(rf"^Ce(?:t|tte)?\s(?P<meaning>{_OF_WHAT_FR}[^;:]+?),?\s(?:s[’']appelle|se\snomme|est\sappelée?|porte\sle\snom\sde)\s(?:l[ea]\s|l[’']|une?\s)?{_WORDS}$")),
        ("bare", re.compile(rf"^(?:(?:Les?|La|Une?)\s|L['’]){_WORDS}\s(?:représente(?:nt)?|correspond(?:ent)?\sà|signifie(?:nt)?)\s(?P<meaning>(?:une?|les?|la)\s.+|l['’]\w.+)$")),
    ),
    "es": (
        ("bare", re.compile(rf"^(?:(?:El|La|Los|Las)\s)?{_WORDS}\s(?:es|son)\s(?P<meaning>[a-záéíóúñ]+(?:\s[a-záéíóúñ]+){{0,3}}\s(?:que|donde|cuy[oa]s?)\s.+)$")),
        ("bare", re.compile(rf"^(?:El|La|Los|Las|Una?)\s{_WORDS}\s(?:era|eran|fue|fueron)\s(?P<meaning>(?:una?|el|la|los|las)\s.+)$")),
        ("bare", re.compile(rf"^Est[ea]\s(?P<meaning>{_OF_WHAT_ES}[^;:]+?),?\sse\s(?:llama|denomina|conoce\scomo)\s(?:(?:el|la|una?)\s)?{_WORDS}$")),
        ("bare", re.compile(rf"^(?:El|La|Los|Las|Una?)\s{_WORDS}\s(?:representan?|corresponden?\sal?|significan?|indican?|miden?)\s(?P<meaning>(?:una?|el|la|los|las)\s.+)$")),
    ),
}  # fmt: skip


def is_bold(term: str, sentence: Sentence) -> bool:
    """Whether the term, or the word at its end that tells it from its kind ("célula **procariota**"), is printed bold."""
    bold = {
        key(_ARTICLE.sub("", sentence.block.text[mark.start : mark.end]))
        for mark in sentence.block.marks
        if mark.style == "strong"
    }
    return key(term) in bold or (" " in term and key(term).split()[-1] in bold)
