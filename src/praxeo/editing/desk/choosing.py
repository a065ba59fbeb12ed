"""Chooses of what an author offers: what a spec does not have yet, and what is like one of its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from praxeo.authors.offline.phrases import phrases_for
from praxeo.compile.ids import words_of
from praxeo.domain.errors import NotFound
from praxeo.domain.spec import ActivityKind, Card, Choice, Item, Term
from praxeo.editing.desk.answer import Candidate, Distractor
from praxeo.editing.desk.fields import fields_of, references_of
from praxeo.editing.desk.offers import KeptOffer, OfferedItem
from praxeo.editing.desk.opened import OpenSpec, exercises
from praxeo.ports.authoring import Concept
from praxeo.spec.sheet import ItemPiece, SectionPiece

OPTIONS = 3  # wrong ones of a question that is made


@dataclass(frozen=True, kw_only=True)
class Choosing:
    """An offer beside a spec."""

    offer: KeptOffer
    opened: OpenSpec

    def all(self) -> tuple[Candidate, ...]:
        """All that the spec does not have."""
        had = self._had()
        return tuple(self._candidate(each) for each in self.offer.items if not _known(each, had))

    def like(self, key: str) -> tuple[tuple[Candidate, ...], tuple[Distractor, ...]]:
        """Items like the one of this key, and wrong options for it. Raises NotFound."""
        for section in self.opened.sheet.sections:
            for activity, exercise in exercises(section):
                if self.opened.key(exercise) == key and activity.kind:
                    item = exercise.item if isinstance(exercise, ItemPiece) else None
                    part = self.opened.key(section)
                    near = [each for each in self.all() if each.part == part]
                    same = [each for each in near if each.kind == activity.kind]
                    if item is None:
                        return tuple(same), ()
                    return self._like(activity.kind, item, same)
        raise NotFound("not_found", "There is no such item in this spec; read the desk again.")

    def _like(
        self, kind: ActivityKind, item: Item, same: list[Candidate]
    ) -> tuple[tuple[Candidate, ...], tuple[Distractor, ...]]:
        told = {text.casefold() for text in words_of(item)}
        concept = next((each for each in self.offer.concepts if _is_about(each, told)), None)
        if concept is None:
            return tuple(same), ()
        by_term = {each.term: each for each in self.offer.concepts}
        siblings = [by_term[term] for term in concept.siblings if term in by_term]
        made = [
            OfferedItem(kind=kind, items=(other,), rule="sibling")
            for sibling in siblings
            if (other := self._asked_of(sibling, concept, item))
        ]
        had = self._had()
        fresh = [self._candidate(each) for each in made if not _known(each, had)]
        options = tuple(
            Distractor(text=each.term, meaning=each.meaning, evidence=each.evidence)
            for each in siblings
            if each.term.casefold() not in told
        )
        return (*fresh, *same), options

    def _asked_of(self, concept: Concept, like: Concept, item: Item) -> Item | None:
        """The same asked of another concept; None for a kind in which that cannot be."""
        match item:
            case Term():
                return Term(
                    term=concept.term, definition=concept.meaning, evidence=concept.evidence
                )
            case Choice() if len(concept.siblings) >= OPTIONS:
                asks = phrases_for(self.opened.sheet.language).which_is
                return Choice(
                    question=asks.format(concept.meaning),
                    answer=concept.term,
                    distractors=concept.siblings[:OPTIONS],
                    evidence=concept.evidence,
                )
            case Card() if like.term in item.front:
                front = item.front.replace(like.term, concept.term)
                return replace(item, front=front, back=concept.meaning, evidence=concept.evidence)
        return None

    def _candidate(self, offered: OfferedItem) -> Candidate:
        evidence = [name for item in offered.items for name in references_of(item.evidence)]
        return Candidate(
            part=self.opened.key(self._section_of(evidence)),
            kind=offered.kind,
            fields=fields_of(offered.kind, offered.items),
            evidence=tuple(dict.fromkeys(evidence)),
            rule=offered.rule,
        )

    def _section_of(self, evidence: list[str]) -> SectionPiece:
        """The part in which the first place is read, else the last one before it, else the first."""
        sections = self.opened.sheet.sections
        at = _number(evidence[0]) if evidence else 0
        before = [
            (number, place)
            for place, section in enumerate(sections)
            for number in map(_number, section.reading)
            if number <= at
        ]
        return sections[max(before)[1]] if before else sections[0]

    def _had(self) -> frozenset[tuple[str, ...]]:
        """What the items of the spec say."""
        return frozenset(_said(self.opened))


def _said(opened: OpenSpec) -> Iterator[tuple[str, ...]]:
    for section in opened.sheet.sections:
        for activity in section.activities:
            for piece in activity.items:
                if piece.item:
                    yield tuple(words_of(piece.item))


def _known(offered: OfferedItem, had: frozenset[tuple[str, ...]]) -> bool:
    return all(tuple(words_of(item)) in had for item in offered.items)


def _is_about(concept: Concept, told: set[str]) -> bool:
    return concept.term.casefold() in told or concept.meaning.casefold() in told


def _number(reference: str) -> int:
    return int(reference[1:].partition(".")[0])
