"""Terms printed bold that a sentence names at its end: "The process of … is called **name resolution**, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words, even, looks_plural, without_citations
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import leans_back
from praxeo.domain.blocks import Mark

RULE = "marked"
LONGEST_TERM = 5  # words
SHORTEST_MEANING, LONGEST_MEANING = 4, 34  # words

_NAMES = re.compile(
    r"^(?P<meaning>(?:An?|The|Any|Those|People|Things)\b[^.;:]+?),?\s(?:is|are|was|were)\s(?:\w+ly\s|often\s|sometimes\s|also\s)?(?:called|termed|named|known\sas|referred\sto\sas)\s"
    r"(?:an?\s|the\s)?[“\"]?$"
)
_LOOSE = re.compile(r"^The (?:latter|former|first|second|third|other|others|result|same|above|following|last|next|approach|\w+est)\b|\b(?:standard|most|best)$")  # fmt: skip


def named_bold(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """What stands before the naming verb, for every bold term behind one. English alone."""
    for one in placed:
        if one.role not in ("body", "summary") or one.block.kind not in ("paragraph", "list_item"):
            continue
        marks = [mark for mark in one.block.marks if mark.style in ("strong", "emphasis")]
        for sentence in sentences_of(one.block, one.topic) if marks else ():
            for mark in marks:
                if made := _named(sentence, mark):
                    yield made


def _named(sentence: Sentence, mark: Mark) -> Definition | None:
    if not sentence.start <= mark.start < sentence.start + len(sentence.text):
        return None
    term = even(sentence.block.text[mark.start : mark.end]).strip(' ,.“”"')
    before = even(sentence.block.text[sentence.start : mark.start]).rstrip()
    found = _NAMES.match(f"{before} ")
    if found is None or not 1 <= count_words(term) <= LONGEST_TERM:
        return None
    meaning = without_citations(found["meaning"]).rstrip(" ,")
    if not SHORTEST_MEANING <= count_words(meaning) <= LONGEST_MEANING:
        return None
    if _LOOSE.search(meaning) or leans_back(meaning) or meaning.count("(") != meaning.count(")"):
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule=RULE,
        plural=looks_plural(term),
        proper=sum(word[:1].isupper() for word in term.split()) > 1,
    )
