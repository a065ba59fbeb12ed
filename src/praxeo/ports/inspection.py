"""A look into the database of a library that changes nothing in it, however damaged it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.catalog import Table
from praxeo.domain.records import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredRow:
    """What stands under an id. `record` is None if it cannot be read, `newer` if another release wrote it."""

    id: str
    record: Record | None
    newer: bool = False


class Inspection(Protocol):
    """The database as it was at one moment, whoever writes to it meanwhile.

    All raise `Unavailable("store_damaged")` where nothing can be read any more.
    """

    def missing_tables(self) -> tuple[str, ...]:
        """The tables that were there once and are not any more."""

    def damage(self, *, deep: bool) -> tuple[str, ...]:
        """What is wrong with the file, in the words of the database; `deep` also compares its indexes."""

    def rows(self, table: Table) -> Iterator[StoredRow]:
        """Everything that stands in a table, nothing if the table is not there."""


Inspect = Callable[[], AbstractContextManager[Inspection]]
"""Begins an inspection. Raises `Unavailable("store_damaged")` for what is no database."""
