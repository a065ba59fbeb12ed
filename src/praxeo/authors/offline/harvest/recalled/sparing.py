"""How many sections are told: about one in two, those first of which little else is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.facts import SECTION
from praxeo.authors.offline.harvest.recalled.key_points import RULE as KEY_POINTS
from praxeo.authors.offline.judging import Judged
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock

FEW = 2  # that may be told however short the source is
FEWEST_WORDS = 25  # of a section that counts


def sparing(judged: Judged, placed: Sequence[RoledBlock]) -> Judged:
    """The same, with the sections that are one too many among the held back."""
    section = {one.block.id: (one.above, one.topic) for one in placed}
    told = [one for one in judged.shown if one.rule.startswith(SECTION) and one.rule != KEY_POINTS]
    beside = Counter(section.get(_block(one)) for one in judged.shown if one not in told)
    worth = sorted(told, key=lambda one: (beside[section.get(_block(one))], -count_words(one.answer)))  # fmt: skip
    surplus = worth[_most(placed) :]
    return Judged(
        shown=[one for one in judged.shown if one not in surplus],
        held=[*judged.held, *surplus],
    )


def _block(candidate: Candidate) -> str:
    return candidate.evidence[0].partition(".")[0]


def _most(placed: Sequence[RoledBlock]) -> int:
    sizes: Counter[tuple[tuple[str, ...], str]] = Counter()
    for one in placed:
        if one.role == "body" and one.block.kind != "heading":
            sizes[one.above, one.topic] += count_words(one.block.text)
    return max(FEW, (sum(size >= FEWEST_WORDS for size in sizes.values()) + 1) // 2)
