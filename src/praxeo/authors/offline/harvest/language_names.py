"""The names of languages, by the language that the name is in: "Englisch | Deutsch" heads a vocabulary in German."""

from __future__ import annotations

import re

from praxeo.authors.offline.lexicon import word_set

_NAMES = {
    "de": word_set("deutsch englisch französisch spanisch italienisch latein lateinisch russisch griechisch türkisch arabisch"),
    "en": word_set("english german french spanish italian latin russian greek turkish arabic chinese japanese"),
    "fr": word_set("français anglais allemand espagnol italien latin russe grec turc arabe"),
    "es": word_set("español castellano inglés alemán francés italiano latín ruso griego turco árabe"),
    "ar": word_set("العربية عربي الإنجليزية إنجليزي الفرنسية فرنسي الألمانية ألماني"),
}  # fmt: skip
_OWN = {
    "de": "deutsch",
    "en": "english",
    "fr": "français",
    "es": "español",
    "it": "italiano",
}  # "English | Deutsch"
_TRANSLATION = {
    "de": re.compile(r"übersetzung|deutsche bedeutung", re.IGNORECASE),
    "en": re.compile(r"translation|english meaning", re.IGNORECASE),
    "fr": re.compile(r"traduction", re.IGNORECASE),
    "es": re.compile(r"traducción", re.IGNORECASE),
    "ar": re.compile(r"الترجمة|المعنى بالعربية"),
}
_WORD = re.compile(r"\S+(?: \S+)?")


def taught_in(left: str, right: str) -> str:
    """The language in which two heads of a table name languages, or a word and its translation; "" for none."""
    heads = [head.strip(" :.*").lower() for head in (left, right)]
    own = [next((t for t, name in _OWN.items() if head == name), "") for head in heads]
    if all(own) and own[0] != own[1]:
        return own[1]
    for tongue, names in _NAMES.items():
        named = [head in names for head in heads]
        if all(named) and heads[0] != heads[1]:
            return tongue
        if _WORD.fullmatch(heads[0]) and _TRANSLATION[tongue].fullmatch(heads[1]):
            return tongue
    return ""
