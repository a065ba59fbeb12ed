"""A spec: what an app teaches and practises, and the evidence for every word of it.

The Markdown form that people read and edit is defined in docs/reference/spec-grammar.md;
`generation.spec_text` reads and writes it. These records are its meaning.

An *evidence reference* is a string such as "b12.3": the third sentence of block b12. For a table
the number counts rows (from 1), for code it counts lines; "b12" alone is the whole block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.acceptance import Bespoke

ActivityKind = Literal[
    "terms",
    "flashcards",
    "cloze",
    "choice",
    "matching",
    "ordering",
    "timeline",
    "cause_effect",
    "concept_map",
    "recall",
]
Evidence = tuple[str, ...]
# In place of references: nothing in the source says so. Set by code that looked, never by an author.
UNSUPPORTED: Evidence = ("unsupported",)


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """What the learner will be able to do."""

    text: str
    evidence: Evidence = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A key term and what it means; shown as a glossary, practised as two-way recall."""

    term: str
    definition: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A question side and an answer side (flashcards and recall prompts)."""

    front: str
    back: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Cloze:
    """A sentence with one gap: `before` + gap + `after`. `accept` lists other right spellings."""

    before: str
    answer: str
    after: str
    evidence: Evidence
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A multiple-choice question with one right answer and at least two distractors."""

    question: str
    answer: str
    distractors: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two things that belong together (matching), or a cause and its effect (cause_effect)."""

    left: str
    right: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step of an ordering activity; the steps stand in their right order."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One dated event of a timeline; the events stand in order of time."""

    when: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One labelled arrow of a concept map: `start` -`label`-> `end`."""

    start: str
    label: str
    end: str
    evidence: Evidence


Item = Term | Card | Cloze | Choice | Pair | Step | Event | Link

ITEM_OF_KIND: dict[ActivityKind, type] = {
    "terms": Term,
    "flashcards": Card,
    "cloze": Cloze,
    "choice": Choice,
    "matching": Pair,
    "ordering": Step,
    "timeline": Event,
    "cause_effect": Pair,
    "concept_map": Link,
    "recall": Card,
}
# In these kinds the items are one exercise together; in the others each item is one exercise.
WHOLE_KINDS: frozenset[ActivityKind] = frozenset(
    {"matching", "ordering", "timeline", "cause_effect", "concept_map"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """A titled group of items of one kind."""

    kind: ActivityKind
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True, slots=True)
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
