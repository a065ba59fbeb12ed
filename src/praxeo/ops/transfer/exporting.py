"""Export: a project, or everything an owner has, into one archive.

What belongs together follows from the catalog: a record belongs to another if the other's id is in
a field that it is listed by. Bytes are streamed; only ids and keys are held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxeo.domain.catalog import TABLES, Table, table_of, table_of_id
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Job, Project, Record
from praxeo.ops.transfer.archive import writing
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore

MOVING = tuple(table for table in TABLES if table.moves)
OPEN = frozenset({"queued", "waiting", "running"})
# Fields that name what a record belongs to, and by which it is listed.
_PARENTS = frozenset({"project_id", "example_id", "embed_id", "input_id", "subject_id"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """How much was moved, and how much of it was there already.

    `unchecked` are the ids of examples whose apps are still to be checked here.
    """

    records: int = 0
    blobs: int = 0
    there_already: int = 0
    unchecked: tuple[str, ...] = ()


def export_archive(
    records: RecordStore, blobs: BlobStore, path: Path, *, owner: str, project_id: str = ""
) -> Moved:
    """Write all that the owner has, or one project with all that belongs to it.

    Raises NotFound if there is no such project, Conflict("work_under_way") while a job is open,
    Refused("cannot_write").
    """
    ids = _ids_of_project(records, owner, project_id) if project_id else None
    keys: set[str] = set()
    count = 0
    with writing(path, {"owner": owner, "project_id": project_id}) as archive:
        for table in MOVING:
            found = _all(records, table, owner) if ids is None else _some(records, table, ids)
            with archive.lines(table) as write:
                for record in found:
                    _check_ended(record)
                    write(to_body(record))
                    keys.update(table.blob_keys(record))
                    count += 1
        for key in sorted(keys):
            with blobs.open(key) as source:
                archive.blob(key, source)
    return Moved(records=count, blobs=len(keys))


def _all(records: RecordStore, table: Table, owner: str) -> Iterator[Record]:
    """All records that the owner has in a table, by id."""
    return _listed(records, table, {"owner": owner})


def _some(records: RecordStore, table: Table, ids: set[str]) -> Iterator[Record]:
    for record_id in sorted(ids):
        if table_of_id(record_id) is table:
            record = records.get(table.record, record_id)
            if record:
                yield record


def _listed(records: RecordStore, table: Table, where: dict[str, str]) -> Iterator[Record]:
    cursor = ""
    while True:
        page = records.list(table.record, where, cursor=cursor, limit=PAGE_RECORDS_MAX)
        yield from page.records
        if not page.cursor:
            return
        cursor = page.cursor


def _ids_of_project(records: RecordStore, owner: str, project_id: str) -> set[str]:
    """The ids of the project, of what belongs to it, and of what that is made from."""
    project = records.get(Project, project_id)
    if project is None or project.owner != owner:
        raise NotFound("not_found", "There is no such project.")
    ids: set[str] = set()
    waiting: list[Record] = [project]
    while waiting:
        record = waiting.pop()
        if record.id in ids:
            continue
        ids.add(record.id)
        waiting += (child for child in _children(records, record) if child.owner == owner)
        waiting += _origins(records, record)
    return ids


def _children(records: RecordStore, parent: Record) -> Iterator[Record]:
    """What belongs to a record: by the field named after its table, or by one that names any."""
    own = f"{table_of(type(parent)).name.removesuffix('s')}_id"
    names = {own, "subject_id", *({"input_id"} if own.endswith("_input_id") else ())} & _PARENTS
    for table in MOVING:
        for listing in table.list_by:
            if len(listing) == 1 and listing[0] in names:
                yield from _listed(records, table, {listing[0]: parent.id})


def _origins(records: RecordStore, record: Record) -> Iterator[Record]:
    """The input that an example is made from, and its parts, which may stand in another project."""
    for input_id in (getattr(record, "input_id", ""), *getattr(record, "parts", ())):
        table = table_of_id(input_id)
        found = records.get(table.record, input_id) if table and table.moves else None
        if found and found.owner == record.owner:
            yield found


def _check_ended(record: Record) -> None:
    if isinstance(record, Job) and record.status in OPEN:
        raise Conflict(
            "work_under_way", "Something is still being made; export again when that is done."
        )
