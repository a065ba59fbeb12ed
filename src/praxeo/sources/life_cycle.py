"""What one kind of input has to bring, and the states that all of them go through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol, TypeVar

from praxeo.domain.access import Actor
from praxeo.domain.blocks import Extraction
from praxeo.domain.catalog import table_of
from praxeo.domain.input_records import Input, InputStatus, MediaInput
from praxeo.domain.jobs import ReadInput, ReadRecording, new_job
from praxeo.domain.records import Job, changed, utc_text
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.clock import Ids
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore

I = TypeVar("I", bound=Input)  # noqa: E741 (an input)

TO_BE_READ: frozenset[InputStatus] = frozenset({"queued", "reading"})
UNREAD: frozenset[InputStatus] = frozenset({"waiting", *TO_BE_READ})


class Room(Protocol):
    """A service that gets at what inputs of one kind say. Its fields are ports."""

    def read(self, source: Any, progress: Progress) -> Extraction:
        """All that the input says. Raises Refused where trying again would not help, else Unavailable."""


class TextRoom(Room, Protocol):
    """A room whose inputs are given as a text, such as an address or a topic."""

    def accept(self, given: str, **how: Any) -> Mapping[str, Any]:
        """The fields of the record that the text makes. Refused if it is nothing of this kind."""


def area_of(source: Input) -> str:
    """Where the input's blobs are."""
    return area_named(type(source), source.id)


def area_named(kind: type[Input], input_id: str) -> str:
    """The same by its id, for what is left of an input that is no more."""
    return f"{table_of(kind).name}/{input_id}"


def to_be_read(source: I, actor: Actor, ids: Ids, now: datetime) -> tuple[I, Job]:
    """The input as it waits to be read, and the job that reads it: to be saved together."""
    work = ReadRecording if isinstance(source, MediaInput) else ReadInput
    job = new_job(
        work(input_id=source.id),
        id=ids.new("job"),
        actor=actor,
        subject_id=source.id,
        now=utc_text(now),
    )
    return started(source, job.id, now), job


def started(source: I, job_id: str, now: datetime) -> I:
    """The input while the job with this id is to read it."""
    return changed(
        source, now, status="queued", job_id=job_id, reason_code="", reason="", reason_details={}
    )


def forget_snapshots(records: RecordStore, input_id: str) -> None:
    """Delete the records of all that was fetched for an input; their bytes go with the input's area."""
    while snapshots := records.list(Snapshot, {"input_id": input_id}).records:
        records.save(delete=snapshots)
