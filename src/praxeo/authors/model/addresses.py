"""Addresses have no place in what a model writes: a source could have ordered it to send readers there.

An app has no links, but what looks like an address is typed into browsers. So they are found however they
are written: with any scheme or none, in numbers, in other letters, spelt out.
"""

from __future__ import annotations

import re
from functools import cache

_DOT = r"(?:[.。．｡]|\s?[\[({](?:\.|dot|punkt)[\])}]\s?)"
_LABEL = r"[\w-]{1,63}"
# Endings of names that no sentence and no abbreviation ends a word with.
_GENERAL = "com|org|net|edu|gov|io|info|biz|xyz|example|test"
_SMALL = (
    "ru|cn|uk|de|fr|nl|pl|br|jp|kr|ua|cz|ro|hu|gr|tr|eu|ch|ly|tv|cc|tk|ml|ga|gg|su|vip|top|site|online|shop|"
    "store|club|app|dev|cloud|click|link|live|icu|buzz|mobi|zip|рф"
)
# Endings that are words as well count where the name before them is none.
_WORDS = "co|me|is|it|in|to|so|no|at|be|am|as|my|us|id|do|la|im"
_FILES = "js|ts|py|md|sh|rs|pl|html?|css|json|txt|pdf|java|cpp|xml|csv|exe"
_PARTS = (
    r"\b(?:https?|hxxps?|ftps?|file|javascript|vbscript|data|mailto|tel|sms|intent|wss?):\S+",
    r"\b[a-z][a-z0-9+.-]{1,20}://\S+",
    r"\bwww\.\S+",
    r"[^\s@]{1,64}@[^\s@]{1,250}\.[^\W\d_]{2,}",
    rf"[^\s@]{{1,64}}\s?[\[(](?:at|ät)[\])]\s?{_LABEL}(?:{_DOT}{_LABEL})+",
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/)\S*",
    rf"(?://)?(?<![\w-])(?:{_LABEL}{_DOT}){{1,8}}(?:{_GENERAL})\b(?::\d+)?(?:/\S*)?",
    rf"(?://)?(?<![\w-])(?:{_LABEL}{_DOT}){{1,8}}(?-i:{_SMALL})\b(?::\d+)?(?:/\S*)?",
    rf"(?<![\w-])\w*[\d-][\w-]*\.(?-i:{_WORDS})\b(?!\.)(?:/\S*)?",
    rf"(?<![\w-])(?:{_LABEL}{_DOT}){{1,8}}(?!(?:{_FILES})\b)(?-i:[^\W\d_A-Z]{{2,24}})(?::\d{{2,5}})?/\S*",
)


def holds_address(text: str) -> bool:
    """Whether an address stands in the text."""
    return bool(_address().search(text))


def addresses_added(before: str, after: str) -> list[str]:
    """The addresses that stand in a text and stood nowhere before."""
    found = (match[0].strip() for match in _address().finditer(after))
    return [address for address in dict.fromkeys(found) if address not in before]


def without_addresses(text: str) -> str:
    """The text with addresses taken out."""
    return _address().sub("", text).strip()


@cache
def _address() -> re.Pattern[str]:
    """Compiled when first used: that takes as long as importing ten modules."""
    return re.compile("|".join(_PARTS), re.IGNORECASE)
