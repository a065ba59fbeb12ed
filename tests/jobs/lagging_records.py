"""Records whose listings lag behind, as the indexes of DynamoDB do: for tests of what relies on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from praxeo.adapters.memory import MemoryRecords
from praxeo.domain.catalog import listing_of, table_of
from praxeo.domain.cursors import cursor_after, id_of_cursor
from praxeo.domain.records import Record
from praxeo.ports.along import Companion
from praxeo.ports.records import Page

R = TypeVar("R", bound=Record)


class LaggingRecords:
    """A record store whose listings do not know of the last `lag` saves yet.

    As the port promises, each record that a listing gives is current; some are missing.
    """

    def __init__(self, lag: int) -> None:
        self._records = MemoryRecords()
        self._lag = lag
        self._pending: deque[tuple[tuple[Record, ...], tuple[Record, ...]]] = deque()
        self._indexed: dict[str, Record] = {}

    def get(self, kind: type[R], record_id: str) -> R | None:
        return self._records.get(kind, record_id)

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        saved = self._records.save(*records, delete=delete)
        self._pending.append((saved, tuple(delete)))
        while len(self._pending) > self._lag:
            old, gone = self._pending.popleft()
            self._indexed |= {record.id: record for record in old}
            for record in gone:
                self._indexed.pop(record.id, None)
        return saved

    def along(self, companion: Companion) -> AbstractContextManager[None]:
        return self._records.along(companion)

    def list(
        self,
        kind: type[R],
        where: Mapping[str, str],
        *,
        cursor: str = "",
        limit: int = 50,
        newest_first: bool = False,
    ) -> Page[R]:
        listing, after = listing_of(kind, where), id_of_cursor(cursor)
        table, values = table_of(kind), tuple(where[name] for name in listing_of(kind, where))
        ids = sorted(
            (
                record.id
                for record in self._indexed.values()
                if isinstance(record, kind) and table.values_of(record, listing) == values
            ),
            reverse=newest_first,
        )
        rest = [key for key in ids if not after or (key < after if newest_first else key > after)]
        current = [self._records.get(kind, key) for key in rest]
        found = [
            record for record in current if record and table.values_of(record, listing) == values
        ]
        page = tuple(found[:limit])
        return Page(records=page, cursor=cursor_after(page[-1].id) if len(found) > limit else "")

    def close(self) -> None:
        self._records.close()
