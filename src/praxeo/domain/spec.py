"""A spec: what an app teaches and practises, and the evidence for every word of it.

The Markdown form that people read and edit is defined in docs/reference/spec-grammar.md;
`praxeo.spec` reads and writes it. These records are its meaning.

An *evidence reference* is a string such as "b12.3": the third sentence of block b12. For a table
the number counts rows (from 1), for code it counts lines; "b12" alone is the whole block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from praxeo.domain.acceptance import Bespoke

ActivityKind = Literal[
    "terms",
    "flashcards",
    "cloze",
    "choice",
    "matching",
    "sorting",
    "ordering",
    "timeline",
    "cause_effect",
    "concept_map",
    "recall",
]
Evidence = tuple[str, ...]
# In place of references: nothing in the source says so. Set by code that looked, never by an author.
UNSUPPORTED: Evidence = ("unsupported",)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An item as a learner meets it: what is shown, and what is right and wrong for it.

    `front` is a question, or the side of a pair that is given; `before` and `after` stand around a gap.
    `answers` are told after a wrong answer, `accepted` are all that count as right where one is typed.
    """

    answers: tuple[str, ...]
    front: str = ""
    wrong: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    accepted: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a report calls it."""
        return self.front or f"{self.before}…{self.after}"


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What the learner will be able to do."""

    text: str
    evidence: Evidence = ()


@dataclass(frozen=True, kw_only=True)
class Term:
    """A key term and what it means; shown as a glossary, practised as two-way recall."""

    term: str
    definition: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(front=self.term, answers=(self.definition,))


@dataclass(frozen=True, kw_only=True)
class Card:
    """A question side and an answer side (flashcards and recall prompts)."""

    front: str
    back: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(front=self.front, answers=(self.back,))


@dataclass(frozen=True, kw_only=True)
class Cloze:
    """A sentence with one gap: `before` + gap + `after`. `accept` lists other right spellings."""

    before: str
    answer: str
    after: str
    evidence: Evidence
    accept: tuple[str, ...] = ()

    def asked(self) -> Asked:
        return Asked(
            before=self.before,
            after=self.after,
            answers=(self.answer,),
            accepted=(self.answer, *self.accept),
        )


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A multiple-choice question with one right answer and at least two distractors."""

    question: str
    answer: str
    distractors: tuple[str, ...]
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(front=self.question, answers=(self.answer,), wrong=self.distractors)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two things that belong together (matching), a thing and its group (sorting), or a cause and its effect (cause_effect)."""

    left: str
    right: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(front=self.left, answers=(self.right,))


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of an ordering activity; the steps stand in their right order."""

    text: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(answers=(self.text,))


@dataclass(frozen=True, kw_only=True)
class Event:
    """One dated event of a timeline; the events stand in order of time."""

    when: str
    text: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(answers=(self.text,))


@dataclass(frozen=True, kw_only=True)
class Link:
    """One labelled arrow of a concept map: `start` -`label`-> `end`."""

    start: str
    label: str
    end: str
    evidence: Evidence

    def asked(self) -> Asked:
        return Asked(front=f"{self.start} {self.label}", answers=(self.end,))


Item = Term | Card | Cloze | Choice | Pair | Step | Event | Link

# How an exercise is answered, by the learner and by the check alike: uncover a card, fill the gap, choose
# an option, choose the other side of every row, bring into order.
Played = Literal["card", "cloze", "choice", "pairs", "order"]


@dataclass(frozen=True, kw_only=True)
class KindOfActivity:
    """What its items are and how it is played. In a `whole` one the items are one exercise together, in
    others each item is one exercise."""

    item: type[Item]
    played: Played
    whole: bool = False


# The kinds of activities; `spec.forms` says how each is written.
KINDS: dict[ActivityKind, KindOfActivity] = {
    "terms": KindOfActivity(item=Term, played="card"),
    "flashcards": KindOfActivity(item=Card, played="card"),
    "cloze": KindOfActivity(item=Cloze, played="cloze"),
    "choice": KindOfActivity(item=Choice, played="choice"),
    "matching": KindOfActivity(item=Pair, played="pairs", whole=True),
    "sorting": KindOfActivity(item=Pair, played="pairs", whole=True),
    "ordering": KindOfActivity(item=Step, played="order", whole=True),
    "timeline": KindOfActivity(item=Event, played="order", whole=True),
    "cause_effect": KindOfActivity(item=Pair, played="pairs", whole=True),
    "concept_map": KindOfActivity(item=Link, played="pairs", whole=True),
    "recall": KindOfActivity(item=Card, played="card"),
}
ITEM_OF_KIND: dict[ActivityKind, type[Item]] = {kind: row.item for kind, row in KINDS.items()}
WHOLE_KINDS: frozenset[ActivityKind] = frozenset(kind for kind, row in KINDS.items() if row.whole)


@dataclass(frozen=True, kw_only=True)
class ItemNote:
    """What goes with an item: an explanation, told once it is answered, and the figure (a block of the source)
    that is shown with it; "" for none. `picture_alt` says what the figure shows in other words than its source."""

    explanation: str = ""
    picture: str = ""
    picture_alt: str = ""


NO_NOTE = ItemNote()


@dataclass(frozen=True, kw_only=True)
class Activity:
    """A titled group of items of one kind. `notes` has one for each item, or is empty."""

    kind: ActivityKind
    title: str
    items: tuple[Item, ...]
    notes: tuple[ItemNote, ...] = ()

    @property
    def noted(self) -> tuple[tuple[Item, ItemNote], ...]:
        """Each item with its note."""
        return tuple(zip(self.items, self.notes or (NO_NOTE,) * len(self.items), strict=True))


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the app: blocks of the source to read, own prose, and practice.

    `reading` lists block ids in reading order. `prose` is Markdown written by a person or a model;
    it is shown before the blocks. `id` is "s1", "s2", ... in order.
    """

    id: str
    title: str
    reading: tuple[str, ...] = ()
    prose: str = ""
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SpecDocument:
    """The whole spec. `author` says who wrote it first, e.g. "offline 1"; `source` is its name.

    With `bespoke` the app is written as a whole for this spec, and the sections, if any, say what it
    teaches and from which evidence; else the app is compiled from the sections.
    """

    title: str
    language: str
    source: str
    author: str
    sections: tuple[Section, ...]
    goals: tuple[Goal, ...] = ()
    summary: str = ""
    bespoke: Bespoke | None = None
