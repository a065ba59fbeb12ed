"""Definitions of what a text is about: the subject of its title, of its headings, or what it names again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "is_a_topic"
MENTIONS, MENTIONS_PER_THOUSAND = 6, 2  # of a term from which on a text is about it
SHORTEST_MEANING = 6  # words; with a clause less is enough

_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where|in which|by which|used|designed|made|caused|found|\w+ing)\b")  # fmt: skip
RELATIVE_TO_OTHERS = re.compile(  # what it is like, or was made from, is not what it is
    r"^(?:not |no |neither )|^(?:an? |the )?(?:modified|improved|extended|simplified|special|subset|superset|version|variant|extension|replacement|new|good|great|popular|common|"
    r"simple|nice|useful|powerful|important|perfect|kind|sort|combination|mix|bit|matter|part|sign|result|source|key|core|heart|product|description|form|way|means to|state)\b|"
    r"\band (?:it|they|this|these|we)\b|\b(?:wearing|different hat|our|your|my|we|you|us)\b",
    re.IGNORECASE,
)


def with_topics(
    found: Sequence[Definition], placed: Sequence[RoledBlock], title: str
) -> list[Definition]:
    """The definitions, those of topics under a rule of their own; of a term only the first."""
    text = f" {' | '.join(key(p.block.text) for p in placed if p.role in ('body', 'summary'))} "
    headings = [f" {key(p.block.text)} " for p in placed if p.block.kind == "heading"]
    headings.append(f" {key(title)} ")
    often = max(MENTIONS, MENTIONS_PER_THOUSAND * count_words(text) / 1_000)
    seen: set[str] = set()
    made = []
    for one in found:
        name = f" {key(one.term)} "
        first = name not in seen
        seen.add(name)
        about = any(name in heading for heading in headings) or text.count(name) >= often
        fit = (
            one.rule == "is_a"
            and first
            and about
            and tells_what(one.meaning)
            and not (one.plural and one.meaning.startswith(("a ", "an ")))
        )
        made.append(replace(one, rule=RULE) if fit else one)
    return made


def tells_what(meaning: str) -> bool:
    """Whether a meaning sets its term apart by what it is, not by what it is like."""
    if RELATIVE_TO_OTHERS.search(meaning):
        return False
    words = count_words(meaning)
    return words >= SHORTEST_MEANING and (bool(_CLAUSE.search(meaning)) or words > SHORTEST_MEANING + 2)  # fmt: skip
