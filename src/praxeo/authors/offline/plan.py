"""The plan of an app: the sections as the source has them, each with the practice that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.material import Candidate, Part
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.blocks import Block
from praxeo.domain.spec import WHOLE_KINDS, Activity, ActivityKind, Section

MOST_EXERCISES = 1_000  # in an app; trying them all out takes some three minutes
FEWEST_IN_EXERCISE, MOST_IN_EXERCISE = 3, 8  # items of a matching, an ordering, ...
FEWEST_MENTIONS = 2  # of a term in a section that is about it
ORDER: tuple[ActivityKind, ...] = get_args(ActivityKind)
OWN = frozenset(
    {"own_choice", "own_question", "own_matching", "own_order", "gap_text", "answered_below"}
)  # the source's own questions


class PartFinder:
    """Where a candidate belongs: at the first mark or mention of its term, else where it stands."""

    def __init__(self, parts: Sequence[Part], looked_up: frozenset[str]) -> None:
        self._of_block = {b.id: n for n, part in enumerate(parts) for b in part.blocks}
        body = [[b for b in part.blocks if b.id not in looked_up] for part in parts]
        self._texts = [" | ".join(["", *(key(b.text) for b in blocks), ""]) for blocks in body]
        self._marked = [
            {key(b.text[m.start : m.end]) for b in blocks for m in b.marks if m.style == "strong"}
            for blocks in body
        ]
        self._looked_up = looked_up

    def of(self, candidate: Candidate) -> int | None:
        """The number of the part; None where nothing of it is read."""
        blocks = [reference.partition(".")[0] for reference in candidate.evidence]
        blocks = [candidate.place, *blocks] if candidate.place else blocks
        own = next((self._of_block[b] for b in blocks if b in self._of_block), None)
        if (
            candidate.kind in ("terms", "choice")
            and blocks
            and blocks[-1] in self._looked_up
            and candidate.rule not in OWN
        ):
            return self._of_term(key(candidate.subject), own)
        return own  # fmt: skip

    def _of_term(self, name: str, own: int | None) -> int | None:
        """A glossary's term is practised where the text explains it, before the glossary."""
        for number in range(len(self._texts) if own is None else own + 1):
            if name in self._marked[number]:
                return number
        counts = [text.count(f" {name} ") for text in self._texts]
        most = max(counts[: own + 1] if own is not None else counts, default=0)
        told = most >= FEWEST_MENTIONS or (most and own is None)
        return counts.index(most) if told else own


def chosen_by_part(
    parts: Sequence[Part], candidates: Iterable[Candidate], places: PartFinder
) -> list[list[Candidate]]:
    """The candidates of each part, in the order in which they come."""
    chosen: list[list[Candidate]] = [[] for _ in parts]
    for candidate in candidates:
        number = places.of(candidate)
        if number is not None:
            chosen[number].append(candidate)
    return [_whole_groups(own) for own in chosen]


def _whole_groups(candidates: list[Candidate]) -> list[Candidate]:
    """Without exercises that have lost too many of their items, and no more items than one may have."""
    sizes = Counter((c.kind, c.group) for c in candidates if c.kind in WHOLE_KINDS)
    left: Counter[tuple[str, str]] = Counter()
    kept = []
    for candidate in candidates:
        own = (candidate.kind, candidate.group)
        if candidate.kind in WHOLE_KINDS:
            left[own] += 1
            if sizes[own] < FEWEST_IN_EXERCISE or left[own] > MOST_IN_EXERCISE:
                continue
        kept.append(candidate)
    return kept


def exercises(chosen: Sequence[Candidate]) -> int:
    """How many exercises these candidates are: of kinds that stand as one, each group is one."""
    groups = {(c.kind, c.group) for c in chosen if c.kind in WHOLE_KINDS}
    return len(groups) + sum(c.kind not in WHOLE_KINDS for c in chosen)


def cut_evenly(chosen: list[list[Candidate]], most: int) -> list[list[Candidate]]:
    """The fullest parts cut to one length, so that what stays is spread over the whole source."""
    cap = even_cap([exercises(own) for own in chosen], most)
    return [_first(own, cap) for own in chosen]


def even_cap(counts: Sequence[int], most: int) -> int:
    """How many of each count may stay, at most, so that together they are no more than `most`."""
    left, waiting = most, len(counts)
    for count in sorted(counts):
        if count * waiting > left:
            return max(left // waiting, 1)
        left, waiting = left - count, waiting - 1
    return most


def _first(chosen: list[Candidate], cap: int) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in chosen:
        if exercises([*kept, candidate]) <= cap:
            kept.append(candidate)
    return kept


def sections_of(
    parts: Sequence[Part],
    chosen: Sequence[list[Candidate]],
    phrases: Phrases,
    *,
    unread: frozenset[str] = frozenset(),
) -> tuple[Section, ...]:
    """Every part as a section, also one that is only read. What a part asks itself is asked, not read;
    no more are the blocks `unread`, which answer what is asked."""
    asked = {block for own in chosen for candidate in own for block in candidate.taken} | unread
    made = []
    for part, own in zip(parts, chosen, strict=True):
        reading = tuple(_left_to_read(part.blocks, asked))
        if own or any(b.kind != "heading" and b.id not in asked for b in part.blocks):
            activities = tuple(_activities(own, phrases))
            made.append((part.title, reading, activities))
    return tuple(
        Section(id=f"s{number}", title=title, reading=reading, activities=activities)
        for number, (title, reading, activities) in enumerate(made, 1)
    )


def _left_to_read(blocks: Sequence[Block], asked: set[str]) -> Iterator[str]:
    """What is not asked, without the headings ("Answers") of which all that stood under them is."""
    for at, block in enumerate(blocks):
        under = _under(blocks, at) if block.kind == "heading" else []
        emptied = bool(under) and asked.issuperset(under)
        if block.id not in asked and not emptied:
            yield block.id


def _under(blocks: Sequence[Block], at: int) -> list[str]:
    """What is to be read under a heading, its own headings aside."""
    found = []
    for block in blocks[at + 1 :]:
        if block.kind != "heading":
            found.append(block.id)
        elif block.level <= blocks[at].level:
            break
    return found


def _activities(chosen: list[Candidate], phrases: Phrases) -> Iterator[Activity]:
    """One activity for each kind; of the kinds that are one exercise, one for each group."""
    for kind in ORDER:
        items = [c for c in chosen if c.kind == kind]
        groups = list(dict.fromkeys(c.group for c in items)) if kind in WHOLE_KINDS else [None]
        for group in groups:
            own = [c for c in items if group is None or c.group == group]
            if own:
                title = own[0].title or phrases.title(kind)
                yield Activity(kind=kind, title=title, items=tuple(c.item for c in own))
