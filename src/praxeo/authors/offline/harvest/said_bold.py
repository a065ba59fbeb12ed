"""Terms that English text marks and says what they are, in forms that are too loose for words without a mark.

"A **trade union** is when workers join together", "Laws made by judges are known as **common law**", "If …, the result is a **bank run**".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import (
    count_words,
    even,
    key,
    looks_plural,
    without_citations,
)
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.definition_filter import is_of_no_kind
from praxeo.authors.offline.harvest.empty_meanings import says_nothing_alone
from praxeo.authors.offline.harvest.marked_terms import MarkedTerm, marked_terms
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import leans_back

RULE = "bold_said"
SHORTEST_MEANING, LONGEST_MEANING = 3, 30  # words
LEAST_BEFORE = 4  # words of one that stands before its name

_BEGINS = re.compile(r"^(?:(?:An?|The)\s)?[“\"]?$")
_SAYS = re.compile(
    r"^[”\"]?(?:\s\([^()]{1,40}\))?,?\s(?P<verb>is|are|was|were|means?|refers?\sto|(?:is|are)\sdefined\sas)\s(?P<meaning>\S.*)$"
)
_WHICH = re.compile(r"^[”\"]?,\swhich\s(?:is|are|was|were)\s(?P<meaning>(?:an?|the)\s[^;:]+)$")
_DOES = re.compile(
    r"^[”\"]?,\swhich\s(?P<meaning>(?!is\b|was\b|has\b|does\b|this\b|means\b|makes\b)[a-z]{3,}s\s(?:the|an?|two|three|all|each|\w+s)\b[^,;:.()]+)(?=[,;.]|$)"
)  # "the **fundamental plane**, which divides the sky into two halves"
_SPELT = re.compile(
    r"^[”\"]?:\s(?P<meaning>[a-z][^;:]+)$"
)  # "needs a **double coincidence**: each side must …"
_ASIDE = re.compile(r"^,\son\s(?:the\sother\shand|the\scontrary),")
_CUT = re.compile(r"\s?[;–—:]\s|,?\s(?:but|although|though|whereas|(?<!ed\s)(?<!ing\s)while|however|so\s(?:that|it|they))\b|,\sand\s(?:it|they|is|are|was|were|has|have|this|these)\b|,\s(?:for\sexample|e\.g\.)")  # fmt: skip
_PHRASE = re.compile(
    r"(?:an?|any|anything|everything|something|someone|anyone|those|when|where|how|what)\s|the\s(?!same|other|most|best|one\b|only|main\b|key\b|default\b|first|last|next)|\w+ing\s(?!to\b|in\b|for\b)"
)
_PLURAL = re.compile(
    r"(?:[a-z][\w-]*\s){0,2}?(?P<head>[a-z][\w-]+s|children|people|men|women)\s(?:who|that|which|whose|made|of|with|used)\s"
)
_NAMES = re.compile(
    r"^(?:.*(?:[;:]\s|\b(?:is|are|was|were|has|have|had|lost|left|went|took|came|grew|made|gave|kept|fell|saw|built|led|fled|sold|paid|found|held|ran|rose|won|\w{3,}(?:ed|ve))\b[^;:]*,\s(?:and|while|whereas|but)\s))?(?P<meaning>[^;:]+?),?\s(?:is|are|was|were)\s(?:(?:\w+ly|often|sometimes|also|then)\s)?"
    r"(?P<verb>called|termed|named|known\sas|defined\sas|referred\sto\sas)\s(?:an?\s|the\s)?[“\"]?$"
)
_ENDS = re.compile(r"^[”\"]?(?:\s\([^()]+\))?(?:\s*[.;,:]|$|\s(?:and|or)\s)")
_INVERSE = re.compile(
    r"(?:^|[;:]\s|,\s(?:and|while)\s)(?P<meaning>(?:An?|[Tt]he)\s[^;:,]*?\s(?:of|that|which|who|where|whose|at|from|between|in)\s[^;:]+?)\s(?:is|are)\s(?P<article>an?\s|the\s|its\s)?$"
)
_NOUN = re.compile(r"(?:tion|sion|ism|ity|ment|ness|sis|ance|ence|ship|logy|ysis)s?$")
_RESULT = re.compile(
    r"^(?P<meaning>(?:When|If)\s(?!it\b|they\b|this\b|these\b|you\b|we\b|he\b|she\b)[^,;:]+(?:,[^,;:]+)?),\s"
    r"(?:the\s(?:result|outcome)\sis|(?:the\sprocess|this|it|the\sresult)\sis\s(?:called|known\sas|termed)|(?:we|people)\scall\s(?:this|it))\s(?:an?\s|the\s)?$"
)
_AN = r"(?P<meaning>an?\s(?!type\b|kind\b|form\b|way\b|lot\b|few\b)(?:[a-z][\w’'-]*\s){1,4}[a-z][\w’'-]*)"
_OR = re.compile(rf"(?:^|\s){_AN},\sor\s(?:an?\s|the\s)?$")
_CALLED = re.compile(
    rf"(?:^|\b(?:of|in|by|with|is|are|has|have|contains?|uses?|into|from|as|on|through)\s){_AN},?\s(?:called|known\sas|termed)\s(?:an?\s|the\s)?$"
)
# Of "this change of a population, called X", X is the change.
_OF_WHAT = re.compile(r"\b(?:an?|the|this|these|any|each)\s(?:[\w-]+\s){1,3}of\s$", re.IGNORECASE)
_TO_SPELL = re.compile(r"\w\s(?:an?|the)\s$")
_SAYS_MORE = re.compile(
    r"(?<!that)(?<!which)(?<!who)\s(?:is|are|was|were)\s(?!\w+(?:ed|en|ing)\b)"
)  # a second statement
_POINTER = re.compile(r"^(?:this|these)\s(?=\w+\s(?:of|from|in|by|between|to)\s)", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:more|less|larger|smaller|bigger|better|best|most|such|another|other|latter|former|here|us|my)\b|^(?:it|they|he|she|there|what|who|some|many|both|one|all|each|similarly|likewise|conversely|again|finally|instead|therefore|thus)\b|^\w+ly,|^(?:at (?:least|most)|up to|about|around)\b|[?!]$|\b(?:which|who|that)$|\b(?:is|are) (?:called|known)\b|, (?:and|while|but|whereas) (?:an?|the|this|these)\b|\b(?:no longer|no more|not (?:only|merely|just)|never)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:above|below)\s(?:or\s(?:above|below)\s)?(?=the\b|an?\b|zero\b|sea\b|ground\b)"
)
_NO_TERM = re.compile(r"\d|^(?:not|never|always|all|only|must|may|note|important|same|both|and|or|very|more|most)\b|\w+ly$", re.IGNORECASE)  # fmt: skip


def said_bold(placed: Sequence[RoledBlock]) -> list[Definition]:
    """What the sentence of a marked term says that it is, where it says it of one term alone. English only."""
    found = list(_found(placed))
    times = Counter(key(made.meaning) for made in found)
    return [made for made in found if times[key(made.meaning)] == 1]


def _found(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    for marked in marked_terms(placed, "strong", "emphasis"):
        meaning = "" if _NO_TERM.search(marked.term) else _said(marked)
        made = marked.means(meaning, RULE)
        if SHORTEST_MEANING <= count_words(meaning) <= LONGEST_MEANING and _stands(made):
            yield made


def _stands(made: Definition) -> bool:
    """Whether a meaning leans on nothing before it, denies and praises nothing, and is whole."""
    meaning = made.meaning
    leans = _LOOSE.search(meaning) or leans_back(_PLACE.sub("beside ", meaning))
    whole = meaning.count("(") == meaning.count(")")
    return whole and not (leans or says_nothing_alone(meaning) or is_of_no_kind(made))


def _said(marked: MarkedTerm) -> str:
    """The meaning, "" where the sentence is of no such form."""
    before = even(without_citations(marked.before)).strip()
    before = f"{before} " if before else ""
    behind = _ASIDE.sub("", even(without_citations(marked.behind)).rstrip(" .")) if marked.behind.strip() else ""  # fmt: skip
    behind = f" {behind}" if marked.behind[:1].isspace() else behind
    if _BEGINS.match(before.rstrip() + (" " if before else "")) and (says := _SAYS.match(behind)):
        return _phrase(marked.term, _CUT.split(says["meaning"], maxsplit=1)[0].strip(" ,"), says["verb"])  # fmt: skip
    spelt = _SPELT.match(behind) or _DOES.match(behind) if _TO_SPELL.search(before) else None
    beside = _WHICH.match(behind) or spelt
    if beside:
        return _CUT.split(beside["meaning"], maxsplit=1)[0].strip(" ,")
    return _before(marked.term, before) if _ENDS.match(behind) else ""


def _before(term: str, before: str) -> str:
    """What a sentence says before the name that it gives to it."""
    for form in (_RESULT, _NAMES, _INVERSE, _OR, _CALLED):
        if found := form.search(before):
            if form in (_NAMES, _INVERSE) and count_words(found["meaning"]) < LEAST_BEFORE:
                return ""
            if form is _CALLED and _OF_WHAT.search(before[: found.start("meaning")]):
                return ""
            if form is not _RESULT and _SAYS_MORE.search(found["meaning"]):
                return ""
            named = form is not _INVERSE or found["article"] or _NOUN.search(term)
            told = _POINTER.sub("", found["meaning"].strip(" ,")) if named else ""
            return told[:1].lower() + told[1:] if form is _RESULT else told
    return ""


def _phrase(term: str, meaning: str, verb: str) -> str:
    """A meaning that is a phrase; "" for what is told of the term in another way ("are often used")."""
    plural = _PLURAL.match(meaning)
    if _PHRASE.match(meaning) or (plural and looks_plural(term)) or verb.startswith(("mean", "refer")):  # fmt: skip
        return meaning
    return ""
