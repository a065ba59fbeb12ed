"""Source text made fit for a prompt: citations out, spaces evened, openers such as "However," cut.

Evidence always stays as the source has it; only what a learner is asked is cleaned.
"""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED_TEXTS = 8192  # cleaned texts kept, because many checks ask for the same ones

_NAME = r"[A-Z][\w’'.-]+"
_YEAR = r"(?:1[5-9]|20)\d{2}[a-z]?"
_CITATIONS = [
    # [3], [3, 4–7], [@key], [Smith et al., 2010]
    re.compile(r"\s?\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|@[^\]]{1,80}|[^\]]{0,60}\d{4}[a-z]?)\]"),
    # (Smith, 2010), (Smith & Jones 2010; Wu et al., 2012), (see Smith 2010, p. 4)
    re.compile(
        rf"\s?\((?:(?:see(?: also)?|e\.g\.,?|cf\.|reviewed in|as cited in)\s)?{_NAME}[^()]{{0,160}}?"
        rf"[\s,]{_YEAR}[^()]{{0,80}}\)"
    ),
    # (Fig. 3), (see Table 2), (Section 4.1), (Appendix B), (see below)
    re.compile(
        r"\s?\((?:see\s|as\sshown\sin\s|also\s)*(?:fig(?:ure|s|\.)|table|section|chapter|appendix|box|eq(?:uation|\.)|"
        r"supplementa\w*|plate|below|above|p(?:p|ages?)?\.?\s\d)[^()]{0,60}\)",
        re.IGNORECASE,
    ),
]
_RAISED_NOTE = re.compile(r"(?<=[a-z][.,;])\d{1,3}(?:[,–-]\d{1,3})*(?=\s|$)")
_FOOT_MARK = re.compile(r"[†‡§¶*]+(?=[\s.,;]|$)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?=[\s.,;]|$)(?<![a-z]²)(?<![a-z]³)")
_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([,.;:!?])(?=\s|$)")
_OPENER = re.compile(
    r"^(?:however|therefore|thus|hence|moreover|furthermore|in addition|additionally|"
    r"in contrast|by contrast|on the other hand|conversely|nevertheless|nonetheless|consequently|"
    r"as a result|accordingly|in fact|indeed|of course|in general|generally|typically|"
    r"interestingly|importantly|notably|surprisingly|unfortunately|fortunately|finally|lastly|"
    r"overall|in summary|in short|in conclusion|to summari[sz]e|basically|essentially|simply put|"
    r"in other words|remember that|note that|keep in mind that|recall that|and|but|today|historically|"
    r"it is important to (?:note|remember|understand) that|it should be noted that)"
    r"(?:,\s+|(?<=\bthat)\s+)",
    re.IGNORECASE,
)
_SAYS_IT_DEFINES = re.compile(  # "Definition: Ein Router ist …", "Merke: …"
    r"^(?:definition|def\.|definición|définition|begriff|merke|merksatz|remember|recuerda|à retenir|retiens)(?:\s\d+(?:\.\d+)*)?\s?[:.–]\s+(?=[A-ZÄÖÜÉÀÎ])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def even(text: str) -> str:
    """The text with single spaces and without soft hyphens."""
    return _SPACE.sub(" ", text.replace("\u00ad", "")).strip()


@lru_cache(maxsize=REMEMBERED_TEXTS)
def without_citations(text: str) -> str:
    """The text, spaces evened, without citations, pointers in brackets and note numbers."""
    for pattern in _CITATIONS:
        text = pattern.sub("", text)
    text = _FOOT_MARK.sub("", _RAISED_NOTE.sub("", text))
    return _SPACE_BEFORE_STOP.sub(r"\1", even(text))


def without_opener(text: str) -> str:
    """ "However, cells divide." becomes "Cells divide."; at most two openers are cut, and a label before them."""
    text = _SAYS_IT_DEFINES.sub("", text, count=1)
    for _ in range(2):
        cut = _OPENER.sub("", text, count=1)
        if cut == text:
            break
        text = cut[:1].upper() + cut[1:]
    return text


def says_it_defines(text: str) -> bool:
    """Whether a label before a sentence says that it is a definition ("Definition: …", "Merke: …")."""
    return bool(_SAYS_IT_DEFINES.match(text))


def words(text: str) -> list[str]:
    """The words of a text, in order, as written."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a text has; text written without spaces counts three characters a word."""
    found = len(_WORD.findall(text))
    wide = sum("\u3040" <= letter <= "\u9fff" for letter in text)
    return max(found, wide // 3)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def key(text: str) -> str:
    """What two texts share if they differ only in case, number, articles or punctuation."""
    parts = [singular(word.lower()) for word in _WORD.findall(text)]
    while parts and parts[0] in {"the", "a", "an"}:
        parts = parts[1:]
    return " ".join(parts) or even(text).lower()


def singular(word: str) -> str:
    """A plain guess at the singular, good enough to compare words with each other."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and looks_plural(word):
        return word[:-1]
    return word


def looks_plural(term: str) -> bool:
    """Whether an English term's ending is that of a plural ("cells", not "mass", "radius" or "axis")."""
    return term.endswith("s") and not term.endswith(("ss", "us", "is"))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def holds(evidence: str, answer: str) -> bool:
    """Whether the answer stands word for word in the evidence (case of letters aside)."""
    wanted = even(answer).lower()
    return bool(wanted) and (
        wanted in even(evidence).lower() or wanted in without_citations(evidence).lower()
    )
