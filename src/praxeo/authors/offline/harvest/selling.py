"""Texts that sell, compare or report what is new: what they mark is products and claims, so it is judged by rows of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.everything import Harvest
from praxeo.authors.offline.roles.blocks import RoledBlock

SOLD = "_sold"  # what the source's name in the gate's table ends with
MOST_IN_THOUSAND = 5  # words of selling in a thousand
_TEACHES = frozenset({"glossary", "key", "goals"})  # what only a text has that wants to teach
_KEPT = frozenset({"own_choice", "own_question", "deck", "glossary", "term_table", "abbreviation"})

_WORDS = re.compile(
    r"\b(?:our|best|affordable|recommend\w*|reviews?|sign up|contact us|premium|deals?|discounts?|free trial|subscri\w+|brands?|top \d+|tested|"
    r"must-have|pros|cons|trends?|tips|unser\w*|beste[rns]?|günstig\w*|angebote?|rabatt\w*|testsieger|empfehl\w+|kaufen|"
    r"notre|nos|meilleure?s?|promotions?|offres?|acheter|nuestr\w+|mejor(?:es)?|ofertas?|descuentos?|comprar)\b",
    re.IGNORECASE,
)
_NEW_YEARS, _OLD_YEARS = (
    re.compile(r"(?<![-.])\b20[12]\d(?!-\d)\b"),
    re.compile(r"\b(?:1\d{3}|200\d)\b"),
)
_LISTING = re.compile(
    r"\b(?:top )?\d+ (?:\S+ ){0,6}(?:businesses|companies|contractors|brands|stores|shops|restaurants|places|products|picks|deals|tips|tools|gifts|firmen|unternehmen|marken|entreprises|marques|empresas|marcas)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:best|top \d+|\d+ (?:\S+ ){0,3}(?:best|must-have|tools|tips|ways|trends|reasons)|reviews?|trends?|pricing|quotes?|buyer|buying|vs\.?|20[2-9]\d(?!-\d)|"
    r"testsieger|vergleich|meilleurs?|comparatif|mejores|comparativa)(?!\w)",
    re.IGNORECASE,
)


def sells(title: str, placed: Sequence[RoledBlock]) -> bool:
    """Whether a text is there to sell or to be news rather than to teach."""
    if _LISTING.search(title):
        return True
    if any(one.role in _TEACHES for one in placed):
        return False
    texts = [one.block.text for one in placed if one.role in ("body", "summary")]
    found = sum(len(_WORDS.findall(text)) for text in texts)
    new, old = (sum(len(years.findall(t)) for t in texts) for years in (_NEW_YEARS, _OLD_YEARS))
    found += new if new > old else 0  # a history that comes down to our days is no news
    size = sum(map(count_words, texts))
    return bool(_TITLE.search(title)) or found * 1000 > MOST_IN_THOUSAND * max(size, 1_000)


def as_sold(found: Harvest) -> Harvest:
    """The harvest of such a text: each source by its name there, except what is the same in every text."""
    return replace(
        found,
        concepts=[c if c.rule in _KEPT else replace(c, rule=c.rule + SOLD) for c in found.concepts],
        candidates=[c if c.rule in _KEPT else replace(c, rule=c.rule + SOLD) for c in found.candidates],
    )  # fmt: skip
