"""Terms printed bold with what they are beside them: "**Propolis**, a resin that …", "**smoker** (a device that …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Mark

RULE = "marked_beside"
LONGEST_TERM = 5  # words
SHORTEST_MEANING, LONGEST_MEANING = 4, 30  # words

_ARTICLE = r"(?:an?|the|any|eine?[rnms]?|de[rnms]|die|das|une?|les?|la|des|una?|el|los|las)\s|l[’']"
_BESIDE = re.compile(
    rf"^[“”\"»]?(?:,\s(?P<aside>(?:{_ARTICLE})[^,;.:()]+(?:,\s(?:that|which|who|die|der|das|qui|que|dont)\s[^,;.:()]+)?)(?=[,.;]|$)|"
    rf"\s\((?P<bracket>(?:{_ARTICLE})[^();:]+)\))"
)
_NO_TERM = re.compile(r"^(?:not|never|always|all|only|must|note|important|nicht|nie|immer|nur|wichtig|ne|pas|no|nunca|\d[\d.,]*)\b", re.IGNORECASE)  # fmt: skip
_LEANS = re.compile(
    r"\b(?:this|these|that same|it|its|they|their|we|our|you|your|dies\w*|ihre?\w*|seine?\w*|wir|ce|cette|ces|son|sa|leur|nous|este|esta|su|sus)\b",
    re.IGNORECASE,
)


def bold_terms(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """What the text says beside a bold term, in the sentence in which it stands."""
    for one in placed:
        if one.role not in ("body", "summary") or one.block.kind not in ("paragraph", "list_item"):
            continue
        marks = [mark for mark in one.block.marks if mark.style == "strong"]
        for sentence in sentences_of(one.block, one.topic) if marks else ():
            for mark in marks:
                if made := _beside(sentence, mark):
                    yield made


def _beside(sentence: Sentence, mark: Mark) -> Definition | None:
    end = sentence.start + len(sentence.text)
    term = even(sentence.block.text[mark.start : mark.end]).strip(' ,.“”"„«»')
    if not sentence.start <= mark.start < end or not 1 <= len(term.split()) <= LONGEST_TERM:
        return None
    beside = _BESIDE.match(sentence.block.text[mark.end : end])
    meaning = even(beside["aside"] or beside["bracket"]).rstrip(" .") if beside else ""
    if not SHORTEST_MEANING <= len(meaning.split()) <= LONGEST_MEANING:
        return None
    if _NO_TERM.search(term) or _LEANS.search(meaning):
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule=RULE,
        plural=looks_plural(term),
        proper=sum(word[:1].isupper() for word in term.split()) > 1,
    )
