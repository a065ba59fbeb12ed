"""Bold names of what the statement before them tells: "No light leaves the glass; this is called **total reflection**"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words, even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import leans_back
from praxeo.domain.blocks import Block

RULE = "named_before"
LONGEST_TERM = 4  # words
SHORTEST_MEANING, LONGEST_MEANING = 5, 24  # words

_NAMES = re.compile(
    r"(?P<before>.*?)(?:^|[;,–—:]\s*)(?:(?:this|that|which)\s(?:process\s|effect\s|phenomenon\s|practice\s|movement\s|method\s|change\s)?(?:is|was)\s(?:called|known\sas|termed)|(?:das|dies|diesen\sVorgang|diese\sErscheinung)\snennt\sman|"
    r"man\snennt\s(?:das|dies)|(?:das|dies)\sheißt|(?:c['’]est(?=\sl[ea’'])|c['’]est\sce\squ['’]on\sappelle|on\sappelle\s(?:cela|ce\sphénomène)|cela\ss['’]appelle)|"
    r"(?:(?:esto|este\s(?:proceso|fenómeno))\sse\s(?:llama|denomina|conoce\scomo)|a\sesto\sse\sle\sllama))\s(?:an?\s|the\s|l[ae]\s|l['’]|el\s|den\s|die\s|das\s)?$",
    re.IGNORECASE,
)
_LEANS = re.compile(  # a statement that needs what stood before it
    r"^(?:dann|dabei|so|dadurch|er|sie|es|dies\w*|il|elle|ils|cela|esto|él|ella|si|wenn|falls)\b|\b(?:diese[rmns]?|dabei|cette|cet|ces|este|esta)\b|\?$",
    re.IGNORECASE,
)


def named_before(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """The statement that a bold name is given to: the clause, or else the sentence, before the words that name it."""
    for one in placed:
        if one.role in ("body", "summary") and one.block.kind in ("paragraph", "list_item"):
            marks = [mark for mark in one.block.marks if mark.style in ("strong", "emphasis")]
            own = sentences_of(one.block, one.topic) if marks else []
            for mark in marks:
                at = next((n for n, s in enumerate(own) if s.start <= mark.start < s.start + len(s.text)), None)  # fmt: skip
                if at is not None and (made := _named(one.block, own, at, mark.start, mark.end)):
                    yield made


def _named(
    block: Block, own: Sequence[Sentence], at: int, start: int, end: int
) -> Definition | None:
    names = _NAMES.fullmatch(even(block.text[own[at].start : start]) + " ")
    term = even(block.text[start:end]).strip(' ,.;“”"„«»')
    if names is None or not 1 <= count_words(term) <= LONGEST_TERM:
        return None
    told, where = even(names["before"]).strip(" ,;"), own[at]
    if not told and at:
        told, where = even(own[at - 1].text).rstrip(" ."), own[at - 1]
    if not SHORTEST_MEANING <= count_words(told) <= LONGEST_MEANING:
        return None
    if leans_back(told) or _LEANS.search(told) or not told[:1].isupper():
        return None
    also = () if where is own[at] else (own[at].reference,)
    return Definition(term=term, meaning=told, sentence=where, rule=RULE, plural=looks_plural(term), also=also)  # fmt: skip
