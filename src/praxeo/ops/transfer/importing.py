"""Import: takes in what an archive holds, all of it or nothing.

Every byte and every record is looked at before any is taken in. Then blobs are stored before the records
that name them, and what belongs to a record before it, so that a project is there once it is whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from praxeo.domain.catalog import Table
from praxeo.domain.errors import Conflict, PraxeoError, Refused, Unavailable
from praxeo.domain.ids import is_id
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import CodeSnippet, Embed, Example, Job, Record
from praxeo.domain.validity import fault_of
from praxeo.ops.transfer.archive import CHUNK_BYTES, ArchiveReader, reading
from praxeo.ops.transfer.contents import check_bytes
from praxeo.ops.transfer.exporting import MOVING, OPEN, Moved
from praxeo.ops.transfer.terms import ForeignArchive, OwnArchive, Terms
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore

_HASHED = (CodeSnippet, DocumentInput, Embed)
RESTORED_TOGETHER = 10  # records; so few that they never pass the limits of one save


def import_archive(
    records: RecordStore, blobs: BlobStore, path: Path, *, owner: str, trusted: bool = False
) -> Moved:
    """Take in what an archive holds, to the owner's account. What is there just so is passed over.

    An archive that is `trusted` is one's own and moves as it is. Of any other nothing is believed that
    it says of itself: its apps are to be checked here, its embeds are not published (`ForeignArchive`).

    Raises Refused for what is no archive, not as it was written or nothing that Praxeo writes;
    Conflict("exists_otherwise") if a record is there with other contents. After any error nothing of it is here.
    """
    terms: Terms = OwnArchive(owner=owner) if trusted else ForeignArchive(owner=owner)
    with reading(path) as archive:
        _look_at_all(archive, terms)
        plan = _planned(records, archive, terms)
        if not trusted:
            check_bytes(archive, plan.fields)
        with _all_or_nothing(records, blobs) as done:
            for key in sorted(plan.fields):
                _store(blobs, archive, key, done)
            for table in reversed(MOVING):
                for batch in _batches(archive, table, terms, plan.known):
                    _restore(records, table, batch, done)
    return Moved(
        records=len(done.records),
        blobs=len(done.blobs),
        there_already=len(plan.known),
        unchecked=() if trusted else tuple(sorted(plan.unchecked)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plan:
    """What is to be taken in: `fields` has the blobs with the fields that name them."""

    known: set[str] = field(default_factory=set)
    fields: dict[str, set[str]] = field(default_factory=dict)
    unchecked: set[str] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Done:
    """What has been taken in until now."""

    blobs: list[str] = field(default_factory=list)
    records: list[tuple[Table, str]] = field(default_factory=list)


def _look_at_all(archive: ArchiveReader, terms: Terms) -> None:
    """Hold every record against the catalog, and the blobs against what the records name."""
    blobs = set(archive.blob_keys())
    named: set[str] = set()
    for table in MOVING:
        before = ""
        for record in _records(archive, table):
            if fault := fault_of(record):
                raise _alien(table, f"{str(record.id)[:80]}: {fault}")
            if not is_id(record.id, table.prefix) or record.id <= before:
                raise _alien(table, f"{record.id[:80]} is no id of this table, or out of order")
            before = record.id
            keys = set(table.blob_keys(record))
            if not keys <= blobs:
                raise _alien(table, f"{record.id} names bytes that are not in it")
            named |= keys
            _check_bytes_are_its_own(archive, table, record)
            if isinstance(record, Job) and record.status in OPEN:
                raise _alien(table, f"{record.id} is not done")
            terms.look_at(table, record)
    if unnamed := blobs - named:
        raise Refused("archive_alien", _told(f"no record names {min(unnamed)}"))
    if fault := next(terms.faults(), ""):
        raise Refused("archive_alien", _told(fault))


def _check_bytes_are_its_own(archive: ArchiveReader, table: Table, record: Record) -> None:
    """What a record says of its bytes, their size and hash, is so."""
    key = getattr(record, table.blobs[0]) if table.blobs else ""
    if not key:
        return
    size = getattr(record, "size", None)
    if size is not None and size != archive.size_of(key):
        raise _alien(table, f"{record.id} states another size than its bytes have")
    if isinstance(record, _HASHED) and record.content_hash != key.rpartition("/")[2]:
        raise _alien(table, f"{record.id} states another hash than its bytes have")


def _planned(records: RecordStore, archive: ArchiveReader, terms: Terms) -> _Plan:
    """Hold what would be taken in against what is here."""
    plan = _Plan()
    for table in MOVING:
        for record in _taken(archive, table, terms):
            there = records.get(table.record, record.id)
            if there == record:
                plan.known.add(record.id)
            elif there:
                raise _exists_otherwise(f"{record.id} is here already with other contents.")
            elif isinstance(record, Example) and record.code_snippet_id:
                plan.unchecked.add(record.id)
            for name in table.blobs:
                for key in table.blob_keys_of(record, name):
                    plan.fields.setdefault(key, set()).add(name)
    return plan


def _records(archive: ArchiveReader, table: Table) -> Iterator[Record]:
    for line in archive.lines(table):
        try:
            record = from_body(table.record, line)
            known = _says_nothing_else(line, record)
        except (Unavailable, ValueError, TypeError) as fault:
            raise _alien(table, "a line is no record") from fault
        if not known:
            raise _alien(table, "a line is not as Praxeo writes it")
        yield record


def _says_nothing_else(line: str, record: Record) -> bool:
    """Whether all that a line says is in the record that was made of it.

    An earlier release may have written fields in another order, and had not all of them.
    """
    whole = json.loads(to_body(record))
    return bool({**whole, **json.loads(line)} == whole)


def _taken(archive: ArchiveReader, table: Table, terms: Terms) -> Iterator[Record]:
    for record in _records(archive, table):
        taken = terms.taken(table, record)
        if taken is not None:
            yield taken


def _batches(
    archive: ArchiveReader, table: Table, terms: Terms, known: set[str]
) -> Iterator[Sequence[Record]]:
    batch: list[Record] = []
    for record in _taken(archive, table, terms):
        if record.id in known:
            continue
        batch.append(record)
        if len(batch) == RESTORED_TOGETHER:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


def _store(blobs: BlobStore, archive: ArchiveReader, key: str, done: _Done) -> None:
    """Store a blob that is not there yet."""
    if blobs.exists(key):
        return
    with archive.blob(key) as source, blobs.writer(key.rpartition("/")[0]) as writer:
        while chunk := source.read(CHUNK_BYTES):
            writer.write(chunk)
        done.blobs.append(key)
        writer.finish()


def _restore(records: RecordStore, table: Table, batch: Sequence[Record], done: _Done) -> None:
    try:
        records.restore(*batch)
    except Conflict as conflict:
        raise _exists_otherwise(conflict.message) from conflict
    done.records.extend((table, record.id) for record in batch)


@contextmanager
def _all_or_nothing(records: RecordStore, blobs: BlobStore) -> Iterator[_Done]:
    """Whatever stops the work, a full disk or a key pressed, what was done of it is taken back."""
    done = _Done()
    complete = False
    try:
        yield done
        complete = True
    finally:
        if not complete:
            _undo(records, blobs, done)


def _undo(records: RecordStore, blobs: BlobStore, done: _Done) -> None:
    for table, record_id in reversed(done.records):
        with suppress(PraxeoError):  # go on: as little as possible is to stay
            record = records.get(table.record, record_id)
            if record:
                records.save(delete=(record,))
    for key in done.blobs:
        with suppress(PraxeoError):
            blobs.delete(key)


def _alien(table: Table, reason: str) -> Refused:
    return Refused("archive_alien", _told(f"in {table.name}, {reason}"))


def _told(reason: str) -> str:
    return (
        "This archive holds something that this Praxeo did not write; it comes from another program or "
        f"another release, or somebody changed it: {reason}. Nothing was imported."
    )


def _exists_otherwise(detail: str) -> Conflict:
    return Conflict(
        "exists_otherwise",
        f"Nothing was imported: {detail} Delete it here first, or import into another library.",
    )
