"""Terms printed bold that a sentence names at its end: "The process of … is called **name resolution**, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words, even, without_citations
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.marked_terms import marked_terms
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import leans_back

RULE = "marked"
SHORTEST_MEANING, LONGEST_MEANING = 4, 34  # words

_NAMES = re.compile(
    r"^(?P<meaning>(?:An?|The|Any|Those|People|Things)\b[^.;:]+?),?\s(?:is|are|was|were)\s(?:\w+ly\s|often\s|sometimes\s|also\s)?(?:called|termed|named|known\sas|referred\sto\sas)\s"
    r"(?:an?\s|the\s)?[“\"]?$"
)
_LOOSE = re.compile(r"^The (?:latter|former|first|second|third|other|others|result|same|above|following|last|next|approach|\w+est)\b|\b(?:standard|most|best|which|who|that)$|\b(?:is|are) called\b")  # fmt: skip


def named_bold(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """What stands before the naming verb, for every bold term behind one. English alone."""
    for marked in marked_terms(placed, "strong", "emphasis"):
        found = _NAMES.match(f"{even(marked.before).rstrip()} ")
        meaning = without_citations(found["meaning"]).rstrip(" ,") if found else ""
        if not SHORTEST_MEANING <= count_words(meaning) <= LONGEST_MEANING:
            continue
        loose = _LOOSE.search(meaning) or leans_back(meaning)
        if not loose and meaning.count("(") == meaning.count(")"):
            yield marked.means(meaning, RULE)
