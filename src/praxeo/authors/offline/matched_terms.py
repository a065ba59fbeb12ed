"""Terms of a section matched with their meanings: many of them one by one are always the same doing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.gate import LEAST_PRECISION, measured
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.siblings import gives_away
from praxeo.compile.term_options import told_apart
from praxeo.domain.spec import Item, Pair, Term
from praxeo.spec.taught import LONGEST_NAME, SHORTEST_MEANING

RULE = "matched_terms"
FEWEST_TERMS = 5  # of a section of which some are matched
MATCHED = 4  # together
FOR_EACH = 8  # terms there is one such exercise
LONGEST_MEANING = 25  # words, so that four stand on a screen

# One pair that says little spoils four: what is only told how it is used, or in several sentences, stays alone.
_UNFIT = re.compile(
    r"^(?:used|one|name|cute|an? (?:shorthand|acronym|abbreviation|option|name)|contains?|denotes?|most|only|to|as|in|when|where|if|this|it|see|also|is|are|was|"
    r"wird|werden|dient|bei|im|wenn|wo|hier|siehe|ist|sind|est|sont|voir|si|quand|dans|es|son|ver|cuando|en)\b"
    r"|[.;:?!]\s|\b(?:this|since)\b|\bsuch as$|[:,(]$",
    re.IGNORECASE,
)


def with_matched_terms(
    chosen: Sequence[list[Candidate]], language: str, phrases: Phrases
) -> list[list[Candidate]]:
    """The candidates of each part, with four of its many terms in one matching, where that is worth it."""
    if measured(language, "matching", RULE).at_least < LEAST_PRECISION:
        return list(chosen)
    return [_matched(own, phrases, part) for part, own in enumerate(chosen, 1)]


def _matched(chosen: list[Candidate], phrases: Phrases, part: int) -> list[Candidate]:
    terms = [c for c in chosen if isinstance(c.item, Term)]
    if len(terms) < FEWEST_TERMS:
        return chosen
    short = [c for c in terms if _may_be_matched(c.item)]
    matched = {
        id(one): _pair(one, f"{RULE} {part}.{number}", phrases)
        for number, group in enumerate(_groups(short, max(1, len(terms) // FOR_EACH)))
        for one in group
    }
    return [matched.get(id(one), one) for one in chosen]


def _may_be_matched(item: Item) -> bool:
    assert isinstance(item, Term)
    said = len(item.definition.split())
    short = len(item.term.split()) <= LONGEST_NAME and SHORTEST_MEANING <= said <= LONGEST_MEANING
    fit = "[" not in item.term and not _UNFIT.search(item.definition.rstrip(" ."))
    return short and fit and not gives_away(item.term, item.definition)


def _groups(terms: Sequence[Candidate], most: int) -> list[list[Candidate]]:
    """Neighbours whose meanings leave no doubt which is which, four and four."""
    found: list[list[Candidate]] = []
    left = list(terms)
    while len(found) < most and left:
        group: list[Candidate] = []
        for one in left:
            if len(group) < MATCHED and all(_apart(one, other) for other in group):
                group.append(one)
        whole = len(group) == MATCHED
        found += [group] if whole else []
        left = [one for one in left if one not in (group if whole else group[:1])]
    return found


def _apart(one: Candidate, two: Candidate) -> bool:
    assert isinstance(one.item, Term)
    assert isinstance(two.item, Term)
    named = _is_named(one.item, two.item) or _is_named(two.item, one.item)
    return not named and told_apart(one.item, two.item)


def _is_named(one: Term, two: Term) -> bool:
    """Whether the meaning of the other names a term, however short it is."""
    return f" {key(one.term)} " in f" {key(two.definition)} "


def _pair(one: Candidate, group: str, phrases: Phrases) -> Candidate:
    """The meaning stands to be read, the short name to be chosen."""
    assert isinstance(one.item, Term)
    item = Pair(left=one.item.definition, right=one.item.term, evidence=one.evidence)
    return replace(one, kind="matching", item=item, group=group, title=phrases.match_terms, prompt=item.left, answer=item.right)  # fmt: skip
