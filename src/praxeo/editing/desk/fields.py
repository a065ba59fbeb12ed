"""What an item says, by the names of the domain: of every kind in one record, for reading and for changing."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from praxeo.domain.spec import (
    ITEM_OF_KIND,
    UNSUPPORTED,
    WHOLE_KINDS,
    ActivityKind,
    Evidence,
    Item,
)

Support = Literal["source", "own", "unsupported"]
LISTS = ("accept", "distractors")


class Exact:
    """What is read from a request as it is: fields that it does not know are refused there."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, kw_only=True)
class Row(Exact):
    """One row of an exercise that has several; `None` stands for what its kind does not have.

    `evidence` are references such as b12.3; none: it is the editor's own.
    """

    left: str | None = None
    right: str | None = None
    text: str | None = None
    when: str | None = None
    start: str | None = None
    label: str | None = None
    end: str | None = None
    evidence: Evidence | None = None
    support: Support | None = None


@dataclass(frozen=True, kw_only=True)
class Fields(Exact):
    """What an item says. Of a change, `None` stands for what stays as it is."""

    term: str | None = None
    definition: str | None = None
    front: str | None = None
    back: str | None = None
    before: str | None = None
    answer: str | None = None
    after: str | None = None
    accept: tuple[str, ...] | None = None
    question: str | None = None
    distractors: tuple[str, ...] | None = None
    rows: tuple[Row, ...] | None = None


NO_FIELDS = Fields()


def support_of(evidence: Evidence) -> Support:
    """Who answers for an item with this evidence."""
    if evidence == UNSUPPORTED:
        return "unsupported"
    return "source" if evidence else "own"


def references_of(evidence: Evidence) -> Evidence:
    """The places that evidence leads to."""
    return () if evidence == UNSUPPORTED else evidence


def names_of(kind: ActivityKind) -> tuple[str, ...]:
    """What an item (or a row) of this kind says, by name."""
    fields = dataclasses.fields(ITEM_OF_KIND[kind])
    return tuple(each.name for each in fields if each.name != "evidence")


def said_by(kind: ActivityKind, item: Item) -> dict[str, Any]:
    """The words of an item by name."""
    return {name: getattr(item, name) for name in names_of(kind)}


def fields_of(kind: ActivityKind, items: tuple[Item, ...]) -> Fields:
    """The fields of one item, or of the rows of a whole exercise."""
    if kind not in WHOLE_KINDS:
        return Fields(**said_by(kind, items[0]))
    return Fields(rows=tuple(row_of(kind, item) for item in items))


def row_of(kind: ActivityKind, item: Item) -> Row:
    """A row of a whole exercise."""
    evidence = item.evidence
    return Row(
        **said_by(kind, item), evidence=references_of(evidence), support=support_of(evidence)
    )


def made_item(kind: ActivityKind, said: dict[str, Any], evidence: Evidence) -> Item:
    """An item of these words; what is not said is empty."""
    words = {name: said.get(name) for name in names_of(kind)}
    empty = {name: () if name in LISTS else "" for name in words}
    fields: dict[str, Any] = {
        name: empty[name] if value is None else value for name, value in words.items()
    }
    return ITEM_OF_KIND[kind](**fields, evidence=evidence)


def given(record: Fields | Row) -> dict[str, Any]:
    """What a record of fields says; nothing of what it leaves open."""
    return {
        each.name: value
        for each in dataclasses.fields(record)
        if (value := getattr(record, each.name)) is not None
    }
