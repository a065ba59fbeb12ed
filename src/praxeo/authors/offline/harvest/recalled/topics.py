"""Headings that name or ask what a section is about, so that one can be asked to tell it."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.harvest.topic_names import topic_name
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.roles.words import role_of_heading

LONGEST = 8  # words of a name
FEWEST_ASKED, LONGEST_ASKED = 3, 14  # words of a question

_NO_NAME = re.compile(r"[?!¿¡…]|\d+\.\d|https?:|#\w|@|\$")
_SUBTITLE = re.compile(r"\s*(?:[:|]|\s[–—-]\s).*$")
_IN_SHORT = re.compile(r"\b(?:im überblick|at a glance|in brief|en bref|en resumen)\b.*$", re.IGNORECASE)  # fmt: skip
_ARTICLE = re.compile(r"^(?:(?:the|an?|der|die|das|les?|la|el|los|las)\s|l[’'])")
_SIGNS = re.compile(r"[^\w\s()’'&,./+-]+$|^[^\w(]+")
_GUIDE = re.compile(
    r"^(?:an? |the |der |die |das |la |le |el )?(?:(?:beginner[’']?s?|complete|ultimate|short|brief|quick|little) )*"
    r"(?:guide to|introduction to|history of|geschichte de[rs]|histoire d[eu]|historia de(?:l| la)?) (?:the )?",
    re.IGNORECASE,
)


def recalled_topic(heading: str, title: str, words: RecallWords) -> str:
    """What the heading names, after the title's subject where that alone says of what; "" where it names nothing to tell of."""
    named = _name(heading)
    empty = not named or bool(words.no_topic.search(named) or _NO_NAME.search(named))
    if empty or role_of_heading(heading) or count_words(named) > LONGEST:
        return ""
    if _ARTICLE.sub("", named.lower()) not in words.needs_whole:
        return named
    whole = topic_name(_GUIDE.sub("", _name(title)))
    return f"{whole}: {named}" if whole else ""


def asked_topic(heading: str, words: RecallWords) -> str:
    """The heading, if it is a question about what is so; "" for one that asks the reader or what to do."""
    asked = clean_title(even(heading))
    fit = words.asks.match(asked) and asked.endswith("?") and not words.no_question.search(asked)
    return asked if fit and FEWEST_ASKED <= count_words(asked) <= LONGEST_ASKED else ""


def names_a_thing(topic: str) -> bool:
    """Whether a name is neither what to do ("Choosing a lens") nor in capitals, nor numbered."""
    first = topic.split()[0]
    return (
        not first.isdigit()
        and not (first.lower().endswith("ing") and len(topic.split()) > 1)
        and not topic.isupper()
    )


def told_topic(heading: str, words: RecallWords) -> str:
    """A heading that is a clause, "How bleeding stops"; "" for one that asks, advises or names."""
    named = _name(heading)
    fit = (
        words.asks.match(named)
        and not words.no_question.search(named)
        and not _NO_NAME.search(named)
    )
    return named if fit and FEWEST_ASKED <= count_words(named) <= LONGEST_ASKED else ""


def _name(heading: str) -> str:
    """A heading without its number, its subtitle and its ornaments."""
    bare = _IN_SHORT.sub("", _SUBTITLE.sub("", clean_title(even(heading))))
    return _SIGNS.sub("", bare).strip(" .")
