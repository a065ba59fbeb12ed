"""Labels whose text tells about them, to be matched: what happens at a constructive, and what at a destructive margin?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.tables import are_apart
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Pair

RULE, TOLD = "label_pairs", "label_told"
FEWEST_PAIRS, MOST_PAIRS = 3, 7
LONGEST_SIDE = 16  # words


def label_pairs(definitions: Sequence[Definition], phrases: Phrases) -> list[Candidate]:
    """A matching for each heading under which several labels tell something that no other one of them says."""
    told = [d for d in definitions if d.rule == TOLD and len(d.meaning.split()) <= LONGEST_SIDE]
    found: list[Candidate] = []
    for topic, group in groupby(told, key=lambda definition: definition.sentence.topic):
        pairs = list(group)
        if FEWEST_PAIRS <= len(pairs) <= MOST_PAIRS and are_apart([d.meaning for d in pairs]):
            found += [_pair(each, topic, pairs[0], phrases) for each in pairs]
    return found


def _pair(told: Definition, topic: str, first: Definition, phrases: Phrases) -> Candidate:
    return Candidate(
        kind="matching",
        item=Pair(left=told.term, right=told.meaning, evidence=told.references),
        prompt=told.term,
        answer=told.meaning,
        quote=told.sentence.text,
        rule=RULE,
        group=f"labels {first.sentence.block.id}",
        title=f"{phrases.matching}: {topic}" if topic else phrases.matching,
    )
