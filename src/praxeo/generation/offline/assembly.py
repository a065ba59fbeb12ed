"""Candidates become activities: gated, freed of duplicates, and no more than a section can bear."""

from __future__ import annotations

from typing import cast, get_args

from praxeo.domain.spec import Activity, ActivityKind, Goal, Section, Term
from praxeo.generation.offline.cleaning import count_words, key
from praxeo.generation.offline.gate import examine
from praxeo.generation.offline.material import Candidate, Part
from praxeo.generation.offline.phrases import Phrases
from praxeo.generation.offline.proposals import Proposals

MOST_PER_KIND = 12  # items of one kind in a section
WORDS_PER_ITEM = 30  # of source text; practice never gets denser than this
MOST_PER_SENTENCE = 2  # items that rest on the same sentence
MOST_GOALS = 8
ORDER: tuple[ActivityKind, ...] = get_args(ActivityKind)


def assembled_sections(
    parts: list[Part], proposals: list[Proposals], phrases: Phrases
) -> tuple[Section, ...]:
    """The sections with their practice, in order."""
    seen = _Seen()
    sections = []
    for number, (part, own) in enumerate(zip(parts, proposals, strict=True), 1):
        chosen = _chosen(part, own, seen)
        activities = tuple(
            Activity(kind=kind, title=phrases.title(kind), items=tuple(c.item for c in items))
            for kind in ORDER
            if (items := [c for c in chosen if c.kind == kind])
        )
        sections.append(
            Section(
                id=f"s{number}",
                title=part.title,
                reading=tuple(block.id for block in part.blocks),
                activities=activities,
            )
        )
    return tuple(sections)


def goals_of(sections: tuple[Section, ...], phrases: Phrases) -> tuple[Goal, ...]:
    """One goal for each section, on its first key term or its title."""
    goals = []
    for section in sections:
        terms = [i for a in section.activities if a.kind == "terms" for i in a.items]
        if terms:
            term = cast(Term, terms[0])
            goals.append(Goal(text=phrases.goal_term.format(term.term), evidence=term.evidence))
        if len(goals) == MOST_GOALS:
            break
    return tuple(goals)


class _Seen:
    """What has been asked already, so that nothing is asked twice."""

    def __init__(self) -> None:
        self._facts: set[tuple[str, str]] = set()
        self._prompts: set[frozenset[str]] = set()
        self._terms: set[str] = set()
        self._uses: dict[str, int] = {}

    def is_new(self, candidate: Candidate) -> bool:
        facts = {(key(candidate.answer), reference) for reference in candidate.evidence}
        if facts & self._facts:
            return False
        if any(self._uses.get(r, 0) >= MOST_PER_SENTENCE for r in candidate.evidence):
            return False
        if candidate.kind == "terms" and key(candidate.prompt) in self._terms:
            return False
        return frozenset(key(candidate.prompt).split()) not in self._prompts

    def note(self, candidate: Candidate) -> None:
        self._facts |= {(key(candidate.answer), reference) for reference in candidate.evidence}
        self._prompts.add(frozenset(key(candidate.prompt).split()))
        for reference in candidate.evidence:
            self._uses[reference] = self._uses.get(reference, 0) + 1
        if candidate.kind == "terms":
            self._terms.add(key(candidate.prompt))


def _chosen(part: Part, own: Proposals, seen: _Seen) -> list[Candidate]:
    budget = max(3, sum(count_words(b.text) for b in part.practised) // WORDS_PER_ITEM)
    ranked = sorted(enumerate(own.candidates), key=lambda pair: (-pair[1].score, pair[0]))
    kept: list[tuple[int, Candidate]] = []
    for index, candidate in ranked:
        same = sum(1 for _, other in kept if other.kind == candidate.kind)
        if len(kept) >= budget or same >= MOST_PER_KIND:
            continue
        if examine(candidate) or not seen.is_new(candidate):
            continue
        seen.note(candidate)
        kept.append((index, candidate))
    result = [candidate for _, candidate in sorted(kept, key=lambda pair: pair[0])]
    if not any(candidate.kind == "recall" for candidate in result):
        result += _fallback(own, seen)
    return result


def _fallback(own: Proposals, seen: _Seen) -> list[Candidate]:
    for candidate in own.recall:
        if not examine(candidate) and seen.is_new(candidate):
            seen.note(candidate)
            return [candidate]
    return []
