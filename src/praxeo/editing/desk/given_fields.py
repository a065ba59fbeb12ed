"""What an operation says of an item, held against what its kind has."""

from __future__ import annotations

from typing import Any

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import UNSUPPORTED, ActivityKind, Evidence, Item
from praxeo.editing.desk.bench import Bench, words
from praxeo.editing.desk.fields import Fields, Row, given, made_item, names_of


def told_in(kind: ActivityKind, fields: Fields) -> dict[str, Any]:
    """What the fields say of an item of this kind. Raises OperationRefused for what it does not have."""
    told = given(fields)
    for name in told:
        if name not in names_of(kind):
            raise OperationRefused(
                "operation_field_unknown",
                f"An item of the kind “{kind}” has no “{name}”; it has {', '.join(names_of(kind))}.",
                field=f"fields/{name}",
            )
    return {name: _clean(value) for name, value in told.items()}


def rows_of(bench: Bench, kind: ActivityKind, fields: Fields, evidence: Evidence) -> list[Item]:
    """The rows that the fields say; a row without evidence of its own has this."""
    told = given(fields)
    for name in told:
        if name != "rows":
            raise OperationRefused(
                "operation_field_unknown",
                f"An exercise of the kind “{kind}” has rows, and no “{name}”.",
                field=f"fields/{name}",
            )
    return [
        _row(bench, kind, row, number, evidence) for number, row in enumerate(fields.rows or ())
    ]


def _row(bench: Bench, kind: ActivityKind, row: Row, number: int, evidence: Evidence) -> Item:
    where = f"fields/rows/{number}"
    told = given(row)
    own = told.pop("evidence", None)
    support = told.pop("support", None)
    for name in told:
        if name not in names_of(kind):
            raise OperationRefused(
                "operation_field_unknown",
                f"A row of the kind “{kind}” has no “{name}”; it has {', '.join(names_of(kind))}.",
                field=f"{where}/{name}",
            )
    if support == "unsupported" and not own:
        evidence = UNSUPPORTED
    elif own is not None:
        evidence = bench.evidence(own, f"{where}/evidence")
    return made_item(kind, {name: _clean(value) for name, value in told.items()}, evidence)


def _clean(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return words(value) if isinstance(value, str) else tuple(map(words, value))
