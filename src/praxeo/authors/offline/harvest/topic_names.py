"""How sentences name what their text is about: "Aldous Leonard Huxley" of "Aldous Huxley", "an alkane" of "Alkanes"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.outline import clean_title

LONGEST_NAME = 6  # words

_ARTICLE = re.compile(
    r"^(?:(?:the|an?|der|die|das|eine?|les?|la|une?|el|los|las|una?)\s|l[’'])", re.IGNORECASE
)
_ASKS_WHAT = re.compile(r"^(?:what|was) (?:is|are|ist|sind) ", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NO_NAME = re.compile(r"[^\w\s.,’'&:-]|\b(?:and|or|und|oder|et|ou|y|o|vs|versus)\b|:\s|^\d", re.IGNORECASE)  # fmt: skip


def topic_name(heading: str) -> str:
    """The name that a title or heading is, without article, number and brackets; "" where it names no single thing."""
    said = _ASIDE.sub("", clean_title(even(heading))).rstrip("?!. ")
    name = _ARTICLE.sub("", _ASKS_WHAT.sub("", said)).strip()
    fit = name and len(name.split()) <= LONGEST_NAME and not _NO_NAME.search(name)
    return name if fit else ""


def name_pattern(name: str) -> str:
    """A pattern for the name as sentences have it: with another number, or a full name for a short one."""
    parts = [re.escape(part) for part in name.split()]
    last = name.split()[-1]
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        parts[-1] = f"{re.escape(last[:-1])}s?"
    elif len(last) > 2:
        parts[-1] = f"{re.escape(last)}(?:s|es|en|e|n)?"
    titled = all(word[:1].isupper() for word in name.split())
    between = r"(?:\s[A-ZÀ-Þ][\w.’'-]+){0,2}\s" if titled and len(parts) > 1 else r"\s"
    whole = between.join(parts)
    if titled and len(parts) > 1:
        return whole
    return f"(?i:{whole})"
