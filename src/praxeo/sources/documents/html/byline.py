"""The byline that a page shows beside its headline, where its head states none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.html.shown_date import days_in
from praxeo.sources.documents.html.text_unit import TextUnit

PART = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"  # of a name: it begins with a capital
BYLINE = re.compile(
    r"(?:^|[\n|·•●]\s*|\b(?:19|20)\d\d\s+)(?i:(?:(?:written|posted|story|published|words|text) )?by:?|von|par|por)\s+(?:the\s+)?"
    rf"({PART}(?:\s+(?:(?:de|van|von|der|la|and|&)\s+)*{PART}){{0,5}})"
)
SIGNED = re.compile(
    r"(?i:(?:written |text |words |article |story )?by:?|von|par|por)\s+"
    rf"({PART}(?:\s+(?:(?:de|van|von|der|la|and|&)\s+)*{PART}){{1,5}})"
)
LABEL = re.compile(
    r"(?:(?:article |written |words |text |story |posted |published )?by|authors?|autor(?:in)?|von|par|por)\s*:?",
    re.I,
)
FULL_NAME = re.compile(rf"{PART}(?:\s+(?:(?:de|van|von|der|la)\s+)*{PART}){{1,3}}")
AFTER_DATE = re.compile(
    rf"\s*[•·|,–—-]\s*({PART}(?:\s+{PART}){{1,2}})(?:\s*[•·|,–—-].*|\s+in\s.*)?"
)
GLUED = re.compile(r"[a-zß-ÿ]{4}[A-Z]")  # topics one behind the other
BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
MARKED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|author-?name\w{0,12}|authored-?by|username|poster)(?=[\s_-]|$)",
    re.IGNORECASE,
)
OF_A_PERSON = re.compile(r"/(?:authors?|contributors?|writers?|people|team)/[^/?#]+/?(?:[?#]|$)")
MARKED_NAME = re.compile(
    r"(?:(?:written |posted )?by:?\s+)?((?!(?:about|author|more|follow|by|view|all|posts?|share|read|"
    r"joined|member|january|february|march|april|june|july|august|september|october|november|december)\b)[^\W\d_][\w.'’-]*(?: [\w.'’&-]+){0,4})(?:,.*)?",
    re.IGNORECASE,
)
LEVELS_UP = 2


def shown_authors(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """The names after a "by" beside the headline, or in an element that is marked as the byline."""
    for unit in beside:
        if found := BYLINE.search(unit.text):
            return tuple(name for name in BETWEEN_NAMES.split(found[1]) if name)
    for unit in beside:
        first_line = unit.text.partition("\n")[0].strip()
        if found := MARKED_NAME.fullmatch(first_line) if _is_byline(unit) else None:
            return (found[1],)
    return labelled(beside) or _linked_names(beside) or _beside_a_date(beside)


def signed_by(units: Sequence[TextUnit]) -> tuple[str, ...]:
    """The one name that a text of its own on the page says that it is written by, wherever it stands."""
    signed = {found[1] for unit in units if (found := SIGNED.fullmatch(unit.text))}
    names = [name for text in signed for name in BETWEEN_NAMES.split(text)]
    return tuple(names) if len(signed) == 1 else labelled(units)


def labelled(units: Sequence[TextUnit]) -> tuple[str, ...]:
    """The one full name that stands alone below "Written by" or its like."""
    names = {
        name.text
        for label, name in pairwise(units)
        if LABEL.fullmatch(label.text) and FULL_NAME.fullmatch(name.text)
    }
    return tuple(names) if len(names) == 1 else ()


def _beside_a_date(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """The full name in the line of the date, or alone right between the headline and the date."""
    for unit in beside:
        for at, _ in days_in(unit.text)[:1]:
            rest = re.sub(r"^.*?(?:19|20)\d\d", "", unit.text[at:], count=1)
            if (found := AFTER_DATE.fullmatch(rest)) and not GLUED.search(found[1]):
                return (found[1],)
    if len(beside) > 1 and FULL_NAME.fullmatch(beside[0].text) and days_in(beside[1].text):
        return (beside[0].text,)
    return ()


def _linked_names(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """Names beside the headline that lead to the page of the person, whose address has the name in it."""
    for unit in beside:
        names = [
            name
            for link in unit.element.iter("a")
            if OF_A_PERSON.search(link.get("href") or "")
            and MARKED_NAME.fullmatch(name := " ".join("".join(link.itertext()).split()))
            and all(
                part in link.get("href").lower() for part in re.findall(r"\w+", name.lower())[:2]
            )
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _is_byline(unit: TextUnit) -> bool:
    element = unit.element
    for _ in range(LEVELS_UP):
        if element is None:
            return False
        if MARKED.search(element.get("class") or ""):
            return True
        element = element.getparent()
    return False
