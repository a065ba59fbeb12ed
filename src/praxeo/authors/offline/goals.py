"""What a learner will be able to do: as the source says it, else by the first terms of each section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import capital, count_words
from praxeo.authors.offline.material import sentences_of
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Choice, Goal, Item, Section, Term
from praxeo.spec.taught import taught_terms

MOST_GOALS = 8
TERMS_IN_GOAL = 3
LONGEST_GOAL, SHORTEST_GOAL = 30, 2  # words

_LEAD = re.compile(
    r":$|\bable to$|^(?:after|by the end|in this|nach|après|al final)\b.*:?$", re.IGNORECASE
)


def goals_of(
    placed: Sequence[RoledBlock], sections: Sequence[Section], phrases: Phrases
) -> tuple[Goal, ...]:
    """The goals of the source, shared out over it if there are many; of one without, its terms."""
    stated = list(_stated(placed))
    if stated:
        step = -(-len(stated) // MOST_GOALS)
        return tuple(stated[::step])
    return tuple(_of_terms(sections, phrases))[:MOST_GOALS]


def _stated(placed: Sequence[RoledBlock]) -> Iterator[Goal]:
    seen: set[str] = set()
    for one in placed:
        if one.role != "goals" or one.block.kind not in ("list_item", "paragraph"):
            continue
        own = sentences_of(one.block)
        text = own[0].prompt.rstrip(" ;,") if own else ""
        if _LEAD.search(text) or not SHORTEST_GOAL <= count_words(text) <= LONGEST_GOAL:
            continue
        if "@" in text or "://" in text:
            continue  # an address is nothing to be able to do
        if one.block.kind == "list_item" and text.lower() not in seen:
            seen.add(text.lower())
            yield Goal(text=capital(text), evidence=(own[0].reference,))


def _of_terms(sections: Sequence[Section], phrases: Phrases) -> Iterator[Goal]:
    """A goal for each section: its first term, or what its first terms mean and how they differ."""
    for section in sections:
        items = [item for a in section.activities for item in taught_terms(a) or a.items]
        terms = {name: item.evidence for item in items if (name := _named(item, phrases))}
        names = list(terms)[:TERMS_IN_GOAL]
        if not names:
            continue
        evidence = tuple(dict.fromkeys(reference for name in names for reference in terms[name]))
        text = phrases.goal_term.format(names[0])
        if len(names) > 1:
            text = phrases.goal_terms.format(phrases.listed.join(names))
        yield Goal(text=text, evidence=evidence)


def _named(item: Item, phrases: Phrases) -> str:
    """The term that an item asks to be explained, or to be found by its meaning."""
    if isinstance(item, Term):
        return item.term
    if isinstance(item, Choice) and phrases.is_which(item.question):
        return item.answer
    return ""
