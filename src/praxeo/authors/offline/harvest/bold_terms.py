"""Terms printed bold with what they are beside them: "**Propolis**, a resin that …", "**smoker** (a device that …)".

With a clause that tells it apart, what stands beside a term is as sure as a sentence that defines it, and needs no article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.marked_terms import MarkedTerm, marked_terms
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "marked_beside"
TOLD_APART = "marked"
SHORTEST_MEANING, LONGEST_MEANING = 4, 30  # words

_ARTICLE = r"(?:an?|the|any|eine?[rnms]?|de[rnms]|die|das|une?|les?|la|des|una?|el|los|las)\s|l[’']"
_BESIDE = re.compile(
    rf"^[“”\"»]?(?:,\s(?P<aside>(?:{_ARTICLE})(?:[a-zäöüß]+e[rsn]?,\s(?=[a-zäöüß]+e[rsn]?\s[A-ZÄÖÜ]))?[^,;.:()]+(?:,\s(?:that|which|who|die|der|das|qui|que|dont)\s[^,;.:()]+)?)(?=[,.;]|$)|"
    rf"\s\((?P<bracket>(?:{_ARTICLE})[^();:]+)\))"
)
_CLAUSE = r"(?:,?\s(?:that|which|who|whose|where)|,\s(?:(?:in|an|auf|mit|bei|aus|von|durch|zu)\s)?(?:die|der|das|den|dem|deren|dessen)|,?\s(?:qui|que|dont|où|cuy[oa]s?))\s"
_APART = re.compile(
    rf"^[“”\"»]?,\s(?P<meaning>(?P<article>{_ARTICLE})?(?:[\w’'-]+\s){{0,5}}?(?P<head>[\w’'-]+)(?:\s(?:of|de|du|des|d[’']\w+|del|aus|von)\s(?:[\w’'-]+\s?){{1,4}}?)?(?P<clause>{_CLAUSE})[^,;:()]+?)(?:\.$|,\s(?!(?:die|der|das|den|dem)\b)|$)"
)
_WITHIN = re.compile(  # the term stands in a phrase before the sentence's own, or in a list
    r"^(?:In|On|At|By|With|For|From|During|After|Before|Under|As|If|When|Unlike|Wenn|Als|Dans|En|Sans|Si|Con|Sin|Para|Cuando)\b(?!.*\b(?:is|are|was|were|lies?|stands?|est|sont|trouven?t?|es|son|está|están|hay|\w{3,}ent|\w{3,}[ae]n|\w{3,}(?:ó|it)|\w{2,}(?:puso|hizo|tuvo))\b)[^,]*$|,\s(?:[\w’'-]+\s){0,3}$"
)
_NO_NOUN = re.compile(
    r"^(?:and|or|but|not|all|so|then|und|oder|aber|sondern|et|ou|mais|y|o|pero|sino|[\w-]+ly|all|those|one|something|some|many|most|both|each|ein(?:er|es)|celle|celui)\b|"
    r"^(?:that|which|who|where|when|die|der|das|qui|que|dont|où)\s(?=(?:is|are|was|were|has|have|\w+t\b))",
    re.IGNORECASE,
)
_ACCUSATIVE = re.compile(
    r"^(?:einen|den)\s(?=[A-ZÄÖÜ])"
)  # "… frisst Gelée royale, einen Saft, der"
_OTHER_CASE = re.compile(r"^(?:eine[nmrs]|de[nms])\s(?=[a-zäöüA-ZÄÖÜ][\w-]*(?:\s[\w-]+)*,\s)")
_NO_TERM = re.compile(r"^(?:not|never|always|all|only|must|note|important|nicht|nie|immer|nur|wichtig|ne|pas|no|nunca|\d[\d.,]*)\b", re.IGNORECASE)  # fmt: skip
_CALLS = re.compile(
    r"\b(?:heißt|heißen|nennt|genannt|bezeichnet|s[’']appelle(?:nt)?|se (?:llaman?|denominan?)|est|sont|ist|sind|son)\b"
)  # a further statement
_LEANS = re.compile(
    r"\b(?:this|these|that same|it|its|they|their|we|our|you|your|latter|former|dies\w*|ihre?\w*|seine?\w*|wir|ce|cette|ces|son|sa|leur|nous|este|esta|su|sus)\b",
    re.IGNORECASE,
)


def bold_terms(placed: Sequence[RoledBlock], *styles: str) -> Iterator[Definition]:
    """What the text says beside a term marked in one of the styles, in the sentence in which it stands."""
    for marked in marked_terms(placed, *styles):
        beside = _BESIDE.match(marked.behind)
        apart = _told_apart(marked)
        within = bool(beside and beside["aside"] and _WITHIN.search(even(marked.before) + " "))
        told = even(beside["aside"] or beside["bracket"]) if beside and not within else ""
        meaning = apart or told.rstrip(" .")
        if not SHORTEST_MEANING <= len(meaning.split()) <= LONGEST_MEANING:
            continue
        if beside and not apart and _CALLS.search(meaning.partition(", ")[0]):
            continue
        if not _NO_TERM.search(marked.term) and not _LEANS.search(meaning):
            yield marked.means(meaning, TOLD_APART if apart else RULE)


def _told_apart(marked: MarkedTerm) -> str:
    """The phrase beside a term with the clause that tells it apart from its kind; "" where there is none."""
    found = _APART.match(even(marked.behind))
    if (
        found is None
        or _WITHIN.search(even(marked.before) + " ")
        or _NO_NOUN.match(found["meaning"])
    ):
        return ""
    if not found["article"] and not _is_alike(marked.term, found):
        return ""
    meaning = _ACCUSATIVE.sub("", found["meaning"])
    return "" if _OTHER_CASE.match(meaning) else meaning


def _is_alike(term: str, found: re.Match[str]) -> bool:
    """Whether a phrase without an article is of the number of its term: "red blood cells, discs that …"."""
    german = found["head"][:1].isupper() and bool(
        re.match(r",\s(?:die|deren|denen)", found["clause"])
    )
    return german or (looks_plural(term) and looks_plural(found["head"]))
