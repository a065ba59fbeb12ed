"""How an answer may be typed: what of it is short and plain enough, and its other spellings."""

from __future__ import annotations

import re

MOST_CHARACTERS, MOST_WORDS = 32, 3
FEWEST_LISTED, MOST_LISTED = 2, 8  # answers to one question that are typed one after the other

_PLAIN = re.compile(r"[\w'’.,+#/%°€$£²³-]+(?: [\w'’.,+#/%°€$£²³-]+)*")
_ASIDE = re.compile(r"\s*\(([^()]*)\)\s*")
_EITHER = re.compile(
    r"\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})|\s+(?:or|oder|ou|o|bzw\.)\s+"  # no unit: "9.8 m/s²"
)
# Of "one or more cells" and "por una o más células" neither half answers: such a half names nothing.
_NAMES_NOTHING = re.compile(
    r"(?:(?:an?|the|one|two|three|four|five|more|less|fewer|at|by|for|from|in|of|on|to|with|several|many|der|die|das|den|dem|eine?[mnrs]?|zwei|drei|vier|fünf|mehr|aus|bei|durch|für|mit|von|vom|mehrere\w*|viele\w*|"
    r"une?|les?|la|deux|trois|quatre|cinq|plus|moins|par|pour|avec|de|des|dans|plusieurs|el|los|las|una?|dos|tres|cuatro|cinco|más|menos|por|para|con|en|vari[oa]s|much[oa]s|\d+)(?:\s|$))+",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r"\s*;\s*")
_AND = re.compile(r"\s(?:and|und|et|y|e)\s", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|et|y|e)\s+")
_ARTICLE = (
    r"(?:an?|the|der|die|das|den|dem|des|eine?[mnrs]?|les?|la|un[ae]?|el|l[ao]s|unos|unas)\s+|l['’]"
)
_ABOUT = re.compile(
    r"^(?:about|around|some|etwa|ungefähr|rund|circa|ca\.|environ|alrededor de|unos|unas) ",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"(\d[\d.,]*) ?[^\d\s]{1,10}")
_BEFORE = re.compile(
    rf"(?:(?:in|im|at|on|from|by|to|am|an|auf|bei|beim|zum|zur|von|vom|dans|en|à|au|aux|du|de|al|del)\s+)?(?:{_ARTICLE})?",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:it|they|he|she|we|you|there|er|sie|es|man|weil|because|il|elles?|ils|on|parce|porque|se)\b",
    re.IGNORECASE,
)


def spellings_of(answer: str) -> tuple[str, ...]:
    """The ways in which an answer may be typed, its own first; none where it is too long or no plain words.

    "Alternating current (AC)" may be typed without its short name or as it alone, "in the lungs" as "lungs".
    """
    whole = answer.strip().rstrip(".!;,").strip()
    aside = _ASIDE.search(whole)
    main = _ASIDE.sub(" ", whole).strip()
    sides = _EITHER.split(main)
    if 0 < sum(bool(_NAMES_NOTHING.fullmatch(side)) for side in sides) < len(sides) > 1:
        return ()
    found = [main, *sides]
    if _TELLS.match(main) or _AND.search(main) or not all(map(_is_short, found[1:])):
        return ()
    if aside and aside[1].isupper():
        found.append(aside[1])
    found += [_BEFORE.sub("", _ABOUT.sub("", one), count=1) for one in found]
    found += [number[1] for one in found if (number := _QUANTITY.fullmatch(one))]
    return tuple(dict.fromkeys(one for one in found if _is_short(one)))


def listed_spellings(answer: str) -> tuple[tuple[str, ...], ...]:
    """Of an answer that lists ("crust; mantle; core") the spellings of each part; none if one is not to be typed."""
    sign = _SEMICOLON if ";" in answer else _COMMA
    parts = [part for part in sign.split(answer.strip().rstrip(". ")) if part.strip()]
    if not FEWEST_LISTED <= len(parts) <= MOST_LISTED:
        return ()
    found = tuple(map(spellings_of, parts))
    return found if all(found) and len(set(found)) == len(found) else ()


def _is_short(text: str) -> bool:
    if len(text) > MOST_CHARACTERS or ", " in text or not any(c.isalnum() for c in text):
        return False
    return len(_BEFORE.sub("", text, count=1).split()) <= MOST_WORDS and bool(
        _PLAIN.fullmatch(text)
    )
