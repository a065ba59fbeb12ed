"""Formulas of the source in the items that an author made of its lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from praxeo.domain.blocks import Block
from praxeo.domain.spec import Activity, Cloze, Goal, Item, Section
from praxeo.spec.formats import texts_of
from praxeo.spec.formula_text import formula, has_formula, stored

LEAST_CHARACTERS = (
    3  # of a formula that is known by its text alone; "a" and "x" are words elsewhere
)
_TELLING = re.compile(r"[^\w\s.,;:!?'’\"()-]|[⁰-₟²³¹]|_")


class Known(NamedTuple):
    """A formula of the source: where it stands in its block, its line of text, and how a spec holds it."""

    start: int
    text: str
    made: str


@dataclass(frozen=True)
class SourceFormulas:
    """The formulas of a source that have TeX, block by block."""

    blocks: dict[str, tuple[str, tuple[Known, ...]]]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> SourceFormulas:
        """Those of these blocks; what has no TeX stays its line of text."""
        found = {block.id: (block.text, _known(block)) for block in blocks}
        return cls({name: held for name, held in found.items() if held[1]})

    @cached_property
    def names(self) -> dict[str, str]:
        """A name for each formula that its text alone tells, the longest first, for what looks at words."""
        texts = {known.text for _, formulas in self.blocks.values() for known in formulas}
        telling = sorted(filter(_tells, texts), key=lambda text: (-len(text), text))
        return {text: f"Φ{number}" for number, text in enumerate(telling, 1)}

    def in_item(self, item: Item) -> Item:
        """The item with its formulas."""
        made: Item = self._item(item)
        return made

    def in_sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """The sections with the formulas in their items."""
        if not self.blocks:
            return sections
        return tuple(
            replace(section, activities=tuple(map(self._activity, section.activities)))
            for section in sections
        )

    def in_goal(self, goal: Goal) -> Goal:
        """The goal with its formulas."""
        return replace(goal, text=self._carried(goal.text, goal.evidence))

    def cut(self, item: Item) -> bool:
        """Whether the gap of a cloze cuts a formula: a part of one cannot be asked for."""
        if not isinstance(item, Cloze):
            return False
        start, end = len(item.before), len(item.before + item.answer)
        whole = item.before + item.answer + item.after
        return any(
            at < end
            and start < at + len(known.text)
            and not (start <= at and at + len(known.text) <= end)
            for at, known in self._places(whole, item.evidence)
        )

    def _activity(self, activity: Activity) -> Activity:
        return replace(activity, items=tuple(map(self._item, activity.items)))

    def _item(self, item: Any) -> Any:
        if any(map(has_formula, texts_of(item))):
            return item  # its author wrote them already
        if isinstance(item, Cloze):
            return self._cloze(item)
        texts = {text: self._carried(text, item.evidence) for text in texts_of(item)}
        changed = {
            name: texts[value] if isinstance(value, str) else tuple(map(texts.__getitem__, value))
            for name in type(item).__dataclass_fields__
            if name != "evidence" and (value := getattr(item, name)) is not None
        }
        return replace(item, **changed)

    def _cloze(self, item: Cloze) -> Cloze:
        """A gap sentence, whose parts stand in the source together."""
        places = self._places(item.before + item.answer + item.after, item.evidence)
        first, second = len(item.before), len(item.before + item.answer)
        return replace(
            item,
            before=_part(item.before, places, 0),
            answer=_part(item.answer, places, first),
            after=_part(item.after, places, second),
        )

    def _carried(self, text: str, evidence: tuple[str, ...]) -> str:
        return _part(text, self._places(text, evidence), 0)

    def _places(self, text: str, evidence: tuple[str, ...]) -> list[tuple[int, Known]]:
        """Where in a text formulas of the source stand: as there, or wherever one cannot be a word."""
        own = [
            self.blocks[name] for ref in evidence if (name := ref.partition(".")[0]) in self.blocks
        ]
        for source, formulas in (*own, *self.blocks.values()):
            offset = source.find(text)
            if offset >= 0:
                return [
                    (known.start - offset, known)
                    for known in formulas
                    if offset <= known.start and known.start + len(known.text) <= offset + len(text)
                ]
        telling = {
            k.text: k for _, ks in (*self.blocks.values(), *own) for k in ks if _tells(k.text)
        }
        return _apart(
            (found.start(), known)
            for name, known in sorted(telling.items(), key=lambda each: -len(each[0]))
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        )


def _known(block: Block) -> tuple[Known, ...]:
    found = (
        (mark.start, block.text[mark.start : mark.end], formula(mark.formula.tex))
        for mark in block.marks
        if mark.formula and mark.formula.tex
    )
    return tuple(Known(start, text, made) for start, text, made in found if made and text)


def _tells(text: str) -> bool:
    return len(text) >= LEAST_CHARACTERS and bool(_TELLING.search(text))


def _apart(places: Iterable[tuple[int, Known]]) -> list[tuple[int, Known]]:
    """Places that do not overlap, those given first before others."""
    kept: list[tuple[int, Known]] = []
    for at, known in places:
        if all(
            at + len(known.text) <= start or start + len(other.text) <= at for start, other in kept
        ):
            kept.append((at, known))
    return sorted(kept, key=lambda place: place[0])


def _part(text: str, places: list[tuple[int, Known]], offset: int) -> str:
    """One text of an item, which begins at this offset, with the formulas that lie in it."""
    made, spans, at = "", [], 0
    for place, known in places:
        start = place - offset
        if start < at or start + len(known.text) > len(text):
            continue
        made += text[at:start]
        spans.append((len(made), len(made) + len(known.made)))
        made += known.made
        at = start + len(known.text)
    return stored(made + text[at:], spans)
