"""Abbreviations introduced in brackets: "World Health Organization (WHO)"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Card

RULE = "abbreviation"
FEWEST_USES = 3  # an abbreviation used once or twice need not be known
_KNOWN = frozenset(["AI", "AF", "AM", "PM", "CEO", "CFO", "CIO", "CTO", "DIY", "FAQ", "GPS", "HR", "ID", "IPO", "IT", "LLC", "PC", "PDF", "PR", "ROI", "SSN", "SUV", "TV", "UK", "UN", "US", "USA", "USB", "EU", "EUR", "USD", "URL", "WWW", "ATM", "ETF", "MBA", "PhD"])  # fmt: skip
_SHORT = re.compile(r"\((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,3}s?)\)")
_LINKING = frozenset({"of", "and", "the", "for", "in", "to", "on", "de", "der", "und", "et", "la"})


def abbreviations_in(sentence: Sentence, uses: dict[str, int], phrases: Phrases) -> list[Candidate]:
    """Cards for the abbreviations that a sentence introduces and the source goes on to use."""
    found = []
    for match in _SHORT.finditer(sentence.text):
        short = match["short"].removesuffix("s")
        long = expansion(sentence.text[: match.start()].rstrip(), short)
        if long is None or short in _KNOWN or uses.get(short, 0) < FEWEST_USES:
            continue
        if long.endswith("s") != match["short"].endswith(("s", "S")) and not long.endswith(
            ("ss", "us", "is")
        ):
            continue  # "exchange-traded funds (ETF)": the letters stand for one, the words for many
        front = phrases.stands_for.format(match["short"])
        found.append(
            Candidate(
                kind="flashcards",
                item=Card(front=front, back=long, evidence=(sentence.reference,)),
                prompt=front,
                answer=long,
                quote=sentence.text,
                rule=RULE,
                score=1.6,
            )
        )
    return found


def expansion(before: str, short: str) -> str | None:
    """The words right before the bracket whose initials spell the abbreviation, or None."""
    letters = [letter.lower() for letter in short]
    spans = [(m.start(), m.group()) for m in re.finditer(r"[^\W_]+", before)]
    at, first = len(spans) - 1, None
    for letter in reversed(letters):
        while at >= 0 and spans[at][1].lower() in _LINKING and spans[at][1][0].lower() != letter:
            at -= 1
        if at < 0 or spans[at][1][0].lower() != letter:
            return None
        first, at = spans[at][0], at - 1
    long = before[first:] if first is not None else ""
    return long if len(words(long)) >= 2 and len(long) > len(short) + 4 else None


def count_uses(text: str) -> dict[str, int]:
    """How often each word in capitals stands in a text."""
    uses: dict[str, int] = {}
    for word in re.findall(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b", text):
        name = word.removesuffix("s")
        uses[name] = uses.get(name, 0) + 1
    return uses
