"""Entries that begin with a sentence about their term: where in it stands what the term is."""

from __future__ import annotations

import re
import unicodedata

from praxeo.authors.offline.cleaning import even

STEM = 5  # letters that words of one root share
LONGEST_SUBJECT = 8  # words
SHORTEST_WORD = 3  # letters of a word that tells

_ARTICLE = r"(?:(?:an?|the|one|der|die|das|eine?|une?|les?|la|una?|el|los|las|unos|unas)\s|l[’'])"
_FORM = re.compile(
    r"(?:(?:In|Im|Bei|Beim|Dans|En|Chez)\s[^,.;:]{2,110}?(?:,[^,.;:]{2,90}?,\s[^,.;:]{2,60}?)?,\s)?"  # "In computer graphics, …"
    rf"(?P<subject>{_ARTICLE}?[^.;:]{{2,120}}?),?\s"
    r"(?:is used to refer to|is|are|was|were|refers? to|means?|ist|sind|bezeichnet|bezeichnen|bedeutet|est|sont|désigne|es|son|significa)\s"
    rf"(?:(?:simply|simplement|simplemente|in der \w+)\s)?(?={_ARTICLE})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|when|if|and|und|et|qui|que|dont|où|si|wenn|dass)\b"
)
_ASIDE = re.compile(r"\([^()]*\)|,\s.*$|[«»„“”\"]")
_FIRST = re.compile(
    rf"(?:{_ARTICLE}|(?:term|word|phrase|begriff|ausdruck|wort|terme|mot|término)\s)+",
    re.IGNORECASE,
)


def meaning_behind(term: str, sentence: str) -> str:
    """The noun phrase behind "is": of "Gamut", "In printing, the gamut of a device is a set …" gives "a set …"; "" for none.

    The sentence has to be about the term: its subject begins with a word of it, or with a name before that.
    """
    form = _FORM.match(sentence)
    if form is None:
        return ""
    subject = _FIRST.sub("", even(_ASIDE.sub("", form["subject"])), count=1)
    if _CLAUSE.search(subject) or len(subject.split()) > LONGEST_SUBJECT:
        return ""
    own = _stems(re.split(r"\s*/", even(term), maxsplit=1)[0])
    said = _stems(subject)
    if not own & said or not (own <= said or said <= own):
        return ""
    words = subject.split()
    first = next((n for n, word in enumerate(words) if _stems(word) & own), len(words))
    named = first == 0 or (first == 1 and words[0][:1].isupper())
    return sentence[form.end() :] if named else ""


def _stems(text: str) -> set[str]:
    """The beginnings of the words that tell something, accents aside."""
    plain = "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)
    )
    words = re.findall(r"[^\W_]+", plain)
    return {word[:STEM] for word in words if len(word) >= SHORTEST_WORD or len(words) == 1}
