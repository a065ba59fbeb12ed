"""Old record to new record: how the stored form of a table changes while two releases run side by side.

A field with a default needs nothing here. Any other change of form takes three releases, so that at any
moment the release before and this one read what either writes:

1. *expand*: reads the old form and the new one, writes the old one;
2. *migrate*: writes the new one; `praxeo.ops.migrate` rewrites what is stored in the old one;
3. *contract*: the old form is no longer known. Its entry stays, so that forms keep their numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from praxeo.domain.errors import Unavailable

Body = dict[str, Any]
Rewrite = Callable[[Body], Body]
Phase = Literal["expand", "migrate", "contract"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change of a table's form. `up` makes a stored JSON object of the old form one of the new form,
    `down` the other way round; which of them a phase needs follows from the above."""

    phase: Phase
    up: Rewrite | None = None
    down: Rewrite | None = None


# Table name to the changes of its form, oldest first. A body's "format" counts those it has been through.
CHANGES: dict[str, tuple[Change, ...]] = {}


def upgraded(table: str, body: Body) -> Body:
    """The body as this release reads it.

    Unavailable("library_newer") if a later release wrote it, Unavailable("library_not_migrated") if its
    form is no longer known.
    """
    changes, number = CHANGES.get(table, ()), body.get("format", 0)
    if number > len(changes):
        raise Unavailable(
            "library_newer",
            "This was written by a newer release of Praxeo; run that release again.",
            retryable=False,
        )
    for change in changes[number:]:
        if change.phase == "contract":
            raise Unavailable(
                "library_not_migrated",
                "This was written by an old release of Praxeo; run `praxeo migrate` of the release before this one.",
                retryable=False,
            )
        assert change.up is not None
        body = change.up(dict(body))
    return body


def as_written(table: str, body: Body) -> Body:
    """The body in the form that this release writes, with the number of that form."""
    changes = CHANGES.get(table, ())
    if not changes:
        return body
    for change in reversed(changes):
        if change.phase == "expand":
            assert change.down is not None
            body = change.down(dict(body))
    return {**body, "format": written_format(table)}


def written_format(table: str) -> int:
    """The number of the form that this release writes; changes in the phase *expand* come last."""
    return sum(change.phase != "expand" for change in CHANGES.get(table, ()))


def to_migrate() -> tuple[tuple[str, int], ...]:
    """The tables and the forms whose older records this release rewrites."""
    return tuple(
        (table, number)
        for table, changes in CHANGES.items()
        for number, change in enumerate(changes, 1)
        if change.phase == "migrate"
    )
