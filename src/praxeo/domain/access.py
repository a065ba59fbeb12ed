"""Who may: a record is seen and changed by its owner; anybody else is told that it does not exist."""

from __future__ import annotations

from typing import TypeVar

from praxeo.domain.catalog import table_of
from praxeo.domain.errors import NotFound
from praxeo.domain.records import Record

R = TypeVar("R", bound=Record)

LOCAL_OWNER = "local"  # the one user of a Praxeo on one's own machine


def owned(record: R | None, owner: str, kind: type[R]) -> R:
    """The record if it exists and belongs to `owner`, else NotFound("not_found")."""
    if record is None or record.owner != owner:
        word = table_of(kind).name.removesuffix("s").replace("_", " ")
        raise NotFound("not_found", f"There is no such {word}.")
    return record
