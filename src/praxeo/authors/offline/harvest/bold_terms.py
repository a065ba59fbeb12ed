"""Terms printed bold with what they are beside them: "**Propolis**, a resin that …", "**smoker** (a device that …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.marked_terms import marked_terms
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "marked_beside"
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
    for marked in marked_terms(placed, "strong"):
        beside = _BESIDE.match(marked.behind)
        meaning = even(beside["aside"] or beside["bracket"]).rstrip(" .") if beside else ""
        if not SHORTEST_MEANING <= len(meaning.split()) <= LONGEST_MEANING:
            continue
        if not _NO_TERM.search(marked.term) and not _LEANS.search(meaning):
            yield marked.means(meaning, RULE)
