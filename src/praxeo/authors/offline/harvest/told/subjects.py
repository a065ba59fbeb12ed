"""Whether what a sentence tells something about can be asked about: it says of itself what it is."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.told.words import LOOSE_FIRST, OF, OF_MANY, VAGUE

FEWEST_USES, USES_PER_WORD = 2, 1 / 500  # in a text, of what no heading names
LONGEST_SUBJECT = 8  # words

_ARTICLE = re.compile(
    r"^(?:(?:the|an?|der|die|das|den|eine?n?|les?|la|une?|el|los|las|una?)\s|l['’])", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:(?:the|der|die|das|les?|la|el|los|las)\s|l['’])", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:this|these|those|that|such|its?|their|his|her|our|your|my|we|you|they|he|she|other|others|same|following|above|"
    r"dies\w*|jene\w*|solche\w*|sein\w*|ihre?\w*|unser\w*|ander\w*|gleiche\w*|folgende\w*|obige\w*|beide\w*|es|sie|er|man|"
    r"cet|cette|ces|ce|son|sa|ses|leurs?|notre|votre|nous|vous|autres?|même|ci-dessus|il|elle|on|cela|"
    r"est[aeo]s?|es[aeo]s?|su|sus|nuestr\w+|otr[oa]s?|mism[oa]s?|ambos|ello|ella)\b",
    re.IGNORECASE,
)


def without_article(subject: str) -> str:
    """The subject as a term."""
    return _ARTICLE.sub("", subject.strip())


def names_itself(subject: str, text: str, headings: str, *, named: bool) -> bool:
    """Whether a question about the subject can be understood alone.

    `text` and `headings` are the keys of the source's running text and of its title and headings. `named` asks
    for a name or for what tells the thing from others of its kind.
    """
    bare = without_article(subject)
    words = key(bare).split()
    if re.match(r"[\w-]+-(?:thirds?|quarters?|fifths?|tenths?)\b", bare):
        return False
    if not words or len(words) > LONGEST_SUBJECT or _POINTS.search(bare) or words[0] in LOOSE_FIRST:
        return False
    if any(mark in bare for mark in '"“”«»()[]/=<>|_') or re.search(r"[a-z][A-Z]|\.\w", bare):
        return False
    told = next((at for at, word in enumerate(words) if at and word in OF), 0)
    head = words[:told] if told else words
    vague = set(head) & VAGUE
    if not told and vague and len(head) - len(vague) < 1:
        return False
    proper = bool(re.search(r"(?<=\s)[A-Z]", f" {bare}")) and not re.match(r"[A-ZÄÖÜ]\w+$", bare)
    if named:
        return bool(told) or _has_name(subject)
    if _DEFINITE.match(subject) and set(head) & OF_MANY and not told:
        return False
    known = f" {key(bare)} "
    often = text.count(f" {key(bare).removesuffix('s')}") >= max(
        FEWEST_USES, USES_PER_WORD * text.count(" ")
    )
    return known in headings or often or bool(told) or (proper and len(words) > 1) or len(words) > 2


def _has_name(subject: str) -> bool:
    """Whether a word begins with a capital that is not its sentence's: "the Senate", "Leon Rosny"."""
    bare = without_article(subject)
    return bare[:1].isupper() if bare != subject else bool(re.search(r"[A-ZÀ-Ý][\w’'-]+", subject))
