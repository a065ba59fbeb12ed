"""What the catalog says of a table: how its records are kept, found and moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.domain.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """How one kind of record is kept.

    `prefix` begins its ids. `list_by` names the listings there are: each is a set of fields that
    must all be given. `blobs` names the fields that hold blob keys. `keep_days` is None for records
    that stay until somebody deletes them. `writer` is the one feature that makes and changes its
    records ("" for a table that nothing writes yet). `ids_by_time` marks tables whose ids sort by
    creation. Listings that end in `status` know only the `listed_statuses`, so that they stay as small
    as what is under way; () stands for all. `needs` names the fields that hold ids of records without
    which this one is of no use. A `size` is that of the first of the `blobs`. What does not move (`moves`) is of use in its own library
    only, and stays behind in a transfer.
    """

    name: str
    record: type[Record]
    writer: str
    prefix: str
    list_by: tuple[tuple[str, ...], ...]
    blobs: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    keep_days: int | None = None
    ids_by_time: bool = True
    listed_statuses: tuple[str, ...] = ()
    moves: bool = True

    def values_of(self, record: Record, listing: tuple[str, ...]) -> tuple[str, ...] | None:
        """The record's values in this listing, or None if it does not stand there."""
        values = tuple(getattr(record, name) for name in listing)
        kept = listing[-1] != "status" or not self.listed_statuses
        return values if kept or values[-1] in self.listed_statuses else None

    def needed_ids(self, record: Record) -> Iterator[str]:
        """The ids of the records without which this one is of no use, as far as it names them."""
        for name in self.needs:
            value = getattr(record, name)
            yield from filter(None, value if isinstance(value, tuple) else (value,))

    def blob_keys(self, record: Record) -> Iterator[str]:
        """The keys of all blobs that the record names."""
        for name in self.blobs:
            yield from self.blob_keys_of(record, name)

    def blob_keys_of(self, record: Record, name: str) -> Iterator[str]:
        """The keys of the blobs that one field of the record names."""
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if key := getattr(part, "blob", part):
                yield key
