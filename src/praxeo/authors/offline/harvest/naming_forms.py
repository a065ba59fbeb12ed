"""Sentences that say what a thing is and then its name, in German, French and Spanish: "… heißt Parasitismus"."""

from __future__ import annotations

import re

_GERMAN_NAME = r"(?P<term>[„»\"]?[A-ZÄÖÜ][\w-]+(?:[ -][A-ZÄÖÜ][\w-]+)?[“«\"]?)"
_GERMAN = r"(?P<meaning>(?:Der|Die|Das|Den|Eine?n?)\s[^;:]+?)"
_GERMAN_PLURAL = r"(?P<meaning>(?:[A-ZÄÖÜ][a-zäöü]+e\s)?[A-ZÄÖÜ][\w-]+,\s(?:(?:in|an|auf|mit|bei|aus|von|für|durch|zu)\s)?(?:die|der|das|denen|deren|dem)\s[^;:]+?)"
_FRENCH_NAME = r"(?:(?:l[ea]|les|une?)\s|l[’'])?(?P<term>[\w’'-]+(?:\s[\w’'-]+){0,2})"
_FRENCH = r"(?P<meaning>(?:L[ea]s?|Une?|L[’']\w+)\s?[^;:]+?)"
_SPANISH_NAME = r"(?:(?:el|la|los|las|una?)\s)?(?P<term>[\w-]+(?:\s[\w-]+){0,2})"
_SPANISH = r"(?P<meaning>(?:El|La|Los|Las|Una?)\s[^;:]+?)"
_OR_ALSO = r"(?:,?\s(?:oder|ou|o|u)\s.+)?"

_ARTICLE = re.compile(r"(?:Der|Die|Das|Den|Eine?n?|L[ea]s?|Une?|El|Los|Las|Una?)\s|L[’']")
_BARE = re.compile(r"^(?:den|einen)\s(?=[A-ZÄÖÜ])")  # an accusative that its article alone shows

# For each language the forms that a sentence without its stop has; their rule is "named".
NAMING_FORMS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "de": (
        ("named", re.compile(rf"^{_GERMAN},?\s(?:heißt|heißen|nennt\sman|bezeichnet\sman\sals)\s{_GERMAN_NAME}{_OR_ALSO}(?:,\s(?:der|die|das)\s.+)?$")),
        ("named", re.compile(rf"^{_GERMAN_PLURAL},\s(?:heißt|heißen|nennt\sman|bezeichnet\sman\sals)\s{_GERMAN_NAME}{_OR_ALSO}$")),
        ("named", re.compile(rf"^{_GERMAN},?\s(?:wird|werden)\s(?:als\s)?{_GERMAN_NAME}\s(?:genannt|bezeichnet)$")),
    ),
    "fr": (
        ("named", re.compile(rf"^{_FRENCH},?\s(?:s[’']appelle(?:nt)?|se\snomme(?:nt)?|(?:est|sont)\s(?:appelé|nommé)e?s?|porte\sle\snom\sde)\s{_FRENCH_NAME}{_OR_ALSO}$")),
    ),
    "es": (
        ("named", re.compile(rf"^{_SPANISH},?\s(?:se\s(?:llaman?|denominan?|conocen?\scomo)|recibe\sel\snombre\sde)\s{_SPANISH_NAME}{_OR_ALSO}$")),
    ),
}  # fmt: skip


def without_capital_article(meaning: str) -> str:
    """A meaning that began its sentence, as it stands after a term: "die Umwandlung von …"."""
    if not _ARTICLE.match(meaning):
        return meaning
    return _BARE.sub("", meaning[:1].lower() + meaning[1:])
