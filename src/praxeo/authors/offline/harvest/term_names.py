"""Terms as they are asked: without their grammar, their name in another language, or what their meaning says again."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key

_FOREIGN = re.compile(
    r"\s*\((?:engl|frz|ital|span|lat|griech|angl|ingl|dt)\.[^()]*\)\s*$", re.IGNORECASE
)
_GRAMMAR = re.compile(
    r"\s*\((?:n|v|adj|adv|pl|sg|noun|verb|adjective|plural|singular|m|f|mask|fem|nt|der|die|das|pl\. [\w ]+|plural:? [\w ]+)\.?\)\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^(?P<name>.*\S)\s*\((?P<gloss>[^()]{3,})\)$")
_LANGUAGE = r"(?:ES|IT?|FR?|DE?|NL|DK|SE?|FI|EN|UK|US|PT?|PL|LA|EL|RU|CA|GL|EU)"
_IN_OTHER_LANGUAGES = re.compile(
    rf"(?:{_LANGUAGE}(?:\s\([^()]*\))?:\s[^:]{{1,120}}?[,.;]?(?:\s+|$))+"
)
_ETYMOLOGY = re.compile(r"\[[^\[\]]{3,160}\]\.?")
STEM = 5  # letters that words of one root share


def without_gloss(term: str) -> str:
    """A term without its grammar or its name in another language in brackets: "Rad (das)", "Vorschub (engl. feed)"."""
    return _GRAMMAR.sub("", without_foreign_name(term))


def without_foreign_name(term: str) -> str:
    """A term without its name in another language in brackets."""
    return _FOREIGN.sub("", term)


def named_once(term: str, meaning: str) -> str:
    """A term without brackets that its meaning says again: of "Jog (manual movement)", "moving an axis manually", "Jog"."""
    found = _IN_BRACKETS.match(term)
    if found is None:
        return term
    told = {word[:STEM] for word in key(meaning).split()}
    again = all(word[:STEM] in told for word in key(found["gloss"]).split())
    return found["name"] if again else term


def tells_words_only(text: str) -> bool:
    """Whether a line gives a term in other languages ("ES: apoyatura, I: …"), or whence it comes ("[Italian: ‘like a harp’]")."""
    return bool(_IN_OTHER_LANGUAGES.fullmatch(text.strip()) or _ETYMOLOGY.fullmatch(text.strip()))
