"""Candidates become activities: gated, freed of duplicates, and no more than a section can bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from praxeo.authors.offline import decks
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.gate import examine
from praxeo.authors.offline.material import Candidate, Part
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.proposals import Proposals
from praxeo.domain.blocks import Block
from praxeo.domain.spec import WHOLE_KINDS, Activity, ActivityKind, Goal, Link, Section, Term

MOST_OF_KIND: dict[ActivityKind, int] = {"terms": 12, "flashcards": 10, "cloze": 8, "choice": 8}
MOST_OF_OTHER_KIND = 8  # items of any other kind in a section
WORDS_PER_EXERCISE = 18  # of source text; practice never gets denser than this
FEWEST_EXERCISES = 10  # that even a short section may have
MOST_PER_SENTENCE = 2  # items that rest on the same sentence
MOST_PER_ANSWER = 2  # items in the whole app that ask for the same word
FEWEST_IN_EXERCISE, MOST_IN_EXERCISE = 3, 8  # items of a matching, an ordering, ...
MOST_GOALS = 8
MOST_EXERCISES = 1_000  # in an app; trying them all out takes some three minutes
# Rules whose items are left out if anything else rests on their sentence.
SECOND_CHOICE = frozenset(
    {
        "date_gap",
        "date_question",
        "agent",
        "cause_verb",
        "because",
        "instruction",
        "how",
        "parts",
        "used_for",
        "ensures",
        "where",
        "measure",
    }
)
ORDER: tuple[ActivityKind, ...] = get_args(ActivityKind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Assembled:
    """The sections with their practice, how many exercises that is, and how many more did not fit.

    `plain` tells that nothing could be asked but to recall plain sentences.
    """

    sections: tuple[Section, ...]
    exercises: int
    left_out: int = 0
    plain: bool = False


def assembled_sections(
    parts: list[Part], proposals: list[Proposals], phrases: Phrases
) -> Assembled:
    """The sections with their practice, in order.

    What supports no practice of its own is read in the section before it (or after it, at the
    start), so that every section can be practised. A source whose sections support nothing at all
    is asked for its plain sentences. One that supports more than an app may hold has the fullest
    sections cut to one length, so that what stays is spread over the whole source.
    """
    chosen = _all_chosen(parts, proposals)
    plain = not any(chosen)
    if plain:
        chosen = _all_chosen(parts, [Proposals(recall=own.plain) for own in proposals])
    counts = [_exercises(own) for own in chosen]
    most = even_cap(counts, MOST_EXERCISES)
    if max(counts, default=0) > most:
        chosen = _all_chosen(parts, proposals, most=most)
    exercises = sum(map(_exercises, chosen))
    return Assembled(
        sections=_practised(parts, chosen, phrases),
        exercises=exercises,
        left_out=sum(counts) - exercises,
        plain=plain,
    )


def even_cap(counts: Sequence[int], most: int) -> int:
    """How many of each count may stay, at most, so that together they are no more than `most`."""
    left, waiting = most, len(counts)
    for count in sorted(counts):
        if count * waiting > left:
            return max(left // waiting, 1)
        left, waiting = left - count, waiting - 1
    return most


def _exercises(chosen: list[Candidate]) -> int:
    """How many exercises these candidates are: of kinds that stand as one, each group is one."""
    groups = {(c.kind, c.group) for c in chosen if c.kind in WHOLE_KINDS}
    return len(groups) + sum(c.kind not in WHOLE_KINDS for c in chosen)


def _all_chosen(
    parts: list[Part], proposals: list[Proposals], *, most: int = MOST_EXERCISES
) -> list[list[Candidate]]:
    seen = _Seen()
    return [_chosen(part, own, seen, most) for part, own in zip(parts, proposals, strict=True)]


def _practised(
    parts: list[Part], every: list[list[Candidate]], phrases: Phrases
) -> tuple[Section, ...]:
    practised: list[tuple[Part, list[Candidate]]] = []
    waiting: tuple[Block, ...] = ()
    for part, chosen in zip(parts, every, strict=True):
        blocks = waiting + part.blocks
        waiting = ()
        if chosen:
            practised.append((replace(part, blocks=blocks), chosen))
        elif practised:
            before, its = practised[-1]
            practised[-1] = (replace(before, blocks=before.blocks + blocks), its)
        else:
            waiting = blocks
    return tuple(
        Section(
            id=f"s{number}",
            title=part.title,
            reading=tuple(block.id for block in part.blocks),
            activities=tuple(_activities(chosen, phrases)),
        )
        for number, (part, chosen) in enumerate(practised, 1)
    )


def _activities(chosen: list[Candidate], phrases: Phrases) -> Iterator[Activity]:
    """One activity for each kind; of the kinds that are one exercise, one for each group."""
    for kind in ORDER:
        items = [c for c in chosen if c.kind == kind]
        groups = list(dict.fromkeys(c.group for c in items)) if kind in WHOLE_KINDS else [None]
        for group in groups:
            own = [c for c in items if group is None or c.group == group]
            if own:
                yield Activity(
                    kind=kind,
                    title=own[0].title or phrases.title(kind),
                    items=tuple(c.item for c in own),
                )


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


def _is_topic(name: str, title: str) -> bool:
    """Whether an answer is what the whole section is about, and so is no riddle."""
    topic = key(title)
    if name in topic or topic in name:
        return True
    initials = "".join(word[0] for word in topic.split())
    return len(name) > 1 and name == initials


def _places(candidate: Candidate) -> list[str]:
    """Where an item stands: its references, and the words there, which a source may repeat."""
    return [*candidate.evidence, key(candidate.quote)]


class _Seen:
    """What has been asked already, so that nothing is asked twice."""

    def __init__(self) -> None:
        self._facts: set[tuple[str, str]] = set()
        self._prompts: set[frozenset[str]] = set()
        self._terms: set[str] = set()
        self._uses: dict[str, int] = {}
        self._answers: dict[str, int] = {}

    def is_new(self, candidate: Candidate, part: Part) -> bool:
        """Whether neither fact nor prompt was asked, and the answer is not asked to weariness."""
        if candidate.kind in ("cloze", "flashcards", "choice"):
            name = key(candidate.answer)
            if self._answers.get(name, 0) >= MOST_PER_ANSWER:
                return False
            if candidate.kind == "cloze" and _is_topic(name, part.title):
                return False
        places = _places(candidate)
        if any((key(candidate.answer), place) in self._facts for place in places):
            return False
        used = max((self._uses.get(place, 0) for place in places), default=0)
        if candidate.kind != "recall" and used >= MOST_PER_SENTENCE:
            return False
        if candidate.rule in SECOND_CHOICE and used:
            return False
        if candidate.kind == "terms" and key(candidate.prompt) in self._terms:
            return False
        return frozenset(key(candidate.prompt).split()) not in self._prompts

    def note(self, candidate: Candidate) -> None:
        name = key(candidate.answer)
        self._answers[name] = self._answers.get(name, 0) + 1
        self._prompts.add(frozenset(key(candidate.prompt).split()))
        for place in _places(candidate):
            self._facts.add((name, place))
            self._uses[place] = self._uses.get(place, 0) + 1
        if candidate.kind == "terms":
            self._terms.add(key(candidate.prompt))


def _chosen(part: Part, own: Proposals, seen: _Seen, most: int) -> list[Candidate]:
    """The items of a section, at most so many: exercises of several items first, then single ones by worth."""
    budget = max(
        FEWEST_EXERCISES, sum(count_words(b.text) for b in part.practised) // WORDS_PER_EXERCISE
    )
    order = {id(candidate): index for index, candidate in enumerate(own.candidates)}
    kept = decks.given_cards(own.candidates, most)
    kept += _whole_exercises(own.candidates, seen, most - len(kept))
    budget = min(budget, most) - _exercises(kept)
    singles = [c for c in own.candidates if c.kind not in WHOLE_KINDS and c.rule != decks.RULE]
    taken = 0
    for candidate in sorted(singles, key=lambda c: (-c.score, order[id(c)])):
        same = sum(1 for other in kept if other.kind == candidate.kind)
        if taken >= budget or same >= MOST_OF_KIND.get(candidate.kind, MOST_OF_OTHER_KIND):
            continue
        if not examine(candidate) and seen.is_new(candidate, part):
            seen.note(candidate)
            kept.append(candidate)
            taken += 1
    result = sorted(kept, key=lambda c: order[id(c)])
    if _exercises(result) < most and not any(candidate.kind == "recall" for candidate in result):
        result += _fallback(part, own, seen)
    return result


def _whole_exercises(candidates: list[Candidate], seen: _Seen, most: int) -> list[Candidate]:
    """Groups that stand as one exercise: enough items left, all different on both sides."""
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.kind in WHOLE_KINDS:
            groups.setdefault((candidate.kind, candidate.group), []).append(candidate)
    kept: list[Candidate] = []
    count = 0
    for (kind, _), members in groups.items():
        fit = [m for m in members if not examine(m)]
        if kind == "ordering" and len(fit) != len(members):
            continue  # an order with a step missing is another order
        fit = _different(fit)[:MOST_IN_EXERCISE]
        if kind == "concept_map" and not _hangs_together(fit):
            continue
        if len(fit) >= FEWEST_IN_EXERCISE and count < most:
            count += 1
            for member in fit:
                seen.note(member)
            kept += fit
    return kept


def _hangs_together(links: list[Candidate]) -> bool:
    """Whether the links share a node; single arrows side by side are no map."""
    ends = [end for c in links if isinstance(c.item, Link) for end in (c.item.start, c.item.end)]
    return len({key(end) for end in ends}) < len(ends)


def _different(members: list[Candidate]) -> list[Candidate]:
    """The members whose two sides are new; what is right for one must be wrong for the others."""
    kept: list[Candidate] = []
    lefts: set[str] = set()
    rights: set[str] = set()
    for member in members:
        left, right = key(member.prompt), key(member.answer)
        if left in lefts or right in rights:
            continue
        lefts.add(left)
        rights.add(right)
        kept.append(member)
    return kept


def _fallback(part: Part, own: Proposals, seen: _Seen) -> list[Candidate]:
    """The best key sentence to recall, if one passes every check."""
    for candidate in own.recall:
        if not examine(candidate) and seen.is_new(candidate, part):
            seen.note(candidate)
            return [candidate]
    return []
