"""What kind of thing a term is, by the words of its meaning and of its name."""

from __future__ import annotations

import re

from praxeo.domain.spec import Term

STEM = 5  # letters by which two words are the same

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words(
    "a an the der die das ein eine einer eines einem einen le la les un une el los las una l"
)
_LOOKED_THROUGH = _words(
    "type kind form sort set group part one art form teil type sorte tipo clase forma parte partie"
)
_OF = _words("of von du de des del der")
_HEAD_ENDS = _words(
    "that which who whose whom where when in of for used by with to from on at made formed consisting between into as"
)
_ENDINGS = tuple(
    _words("ation tion sion ismus ism isme ismo ung ierung ción osis ose phase itis meter graph")
)
_NOUN_FIRST = ("fr", "es", "it", "pt")


def of_one_kind(one: Term, two: Term, language: str) -> bool:
    """Whether both meanings begin with the same kind of thing, or the names say that they are of one."""
    kinds = {stem(_kind(one, language)), stem(_kind(two, language))}
    if len(kinds) == 1 and "" not in kinds:
        return True
    return _same_head(one.term, two.term, language) or _same_ending(one.term, two.term)


def _kind(term: Term, language: str) -> str:
    """The head noun of a meaning, looking through "a type of …"; "" where it is not told by words alone."""
    words = WORD.findall(term.definition.split(",")[0].split("(")[0])
    primary = language.split("-")[0].lower()
    for at, word in enumerate(words[:10]):
        if word.lower() in ARTICLES | _OF:
            continue
        if primary == "de":
            head = word if word[0].isupper() else ""
        elif primary in _NOUN_FIRST:
            head = word
        else:
            after = words[at + 1].lower() if at + 1 < len(words) else "that"
            head = word if after in _HEAD_ENDS else ""
        if head and head.lower() not in _LOOKED_THROUGH:
            return head.lower()
    return ""


def _same_head(one: str, two: str, language: str) -> bool:
    """ "Igneous rock" and "metamorphic rock"; "foyer sismique" and "foyer volcanique" are not told apart so."""
    left, right = WORD.findall(one.lower()), WORD.findall(two.lower())
    at = 0 if language.split("-")[0].lower() in _NOUN_FIRST else -1
    return len(left) > 1 and len(right) > 1 and stem(left[at]) == stem(right[at])


def _same_ending(one: str, two: str) -> bool:
    """ "Evaporation" and "condensation": both name what goes on."""
    return any(one.endswith(ending) and two.endswith(ending) for ending in _ENDINGS)


def stem(word: str) -> str:
    """The letters by which a word is compared with others."""
    return word[:STEM] if len(word) > STEM else word.rstrip("s")
