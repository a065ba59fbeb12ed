"""The shape of lists and of other answers that are no records, as OpenAPI tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import Field, create_model

from praxeo.domain import edit_records, model_records, records, trail_records
from praxeo.domain.package_offers import PackageOffer
from praxeo.domain.record import Record
from praxeo.entrypoints.api.problems import Fault
from praxeo.entrypoints.api.shapes import Shape
from praxeo.library.bulk import BulkFailure

_CURSOR = Field(description="Leads to the next records; empty at the end.")


@dataclass(frozen=True, kw_only=True)
class PlacedJob(records.Job):
    """A job with its place in the queue: 1 is the next, 100 stands for all further back, 0: it does not queue."""

    queue_place: int


class AuditEventList(Shape):
    """Some events of the trail, newest first."""

    records: list[trail_records.AuditEvent]
    cursor: str = _CURSOR


class ProjectList(Shape):
    """Some projects, newest first."""

    records: list[records.Project]
    cursor: str = _CURSOR


class ExampleList(Shape):
    """Some examples, newest first."""

    records: list[records.Example]
    cursor: str = _CURSOR


class BulkResult(Shape):
    """What came of a change to many examples: those changed, and why the others are as they were."""

    records: list[records.Example]
    failed: list[BulkFailure]


class SpecList(Shape):
    """Some versions of a spec, newest first."""

    records: list[records.Spec]
    cursor: str = _CURSOR


class CodeSnippetList(Shape):
    """Some versions of an example's code, newest first."""

    records: list[records.CodeSnippet]
    cursor: str = _CURSOR


class MergeList(Shape):
    """Some merges that had conflicts, newest first."""

    records: list[edit_records.Merge]
    cursor: str = _CURSOR


class ChangeRequestList(Shape):
    """Some change requests, newest first."""

    records: list[edit_records.ChangeRequest]
    cursor: str = _CURSOR


def list_of(record: type[Record]) -> type[Shape]:
    """The shape of a list of these records, newest first."""
    name = f"{record.__name__}List"
    kind: Any = list[record]  # type: ignore[valid-type]
    return create_model(
        name, __base__=Shape, __doc__="Newest first.", records=(kind, ...), cursor=(str, _CURSOR)
    )


class EmbedList(Shape):
    """Some embeds, newest first."""

    records: list[records.Embed]
    cursor: str = _CURSOR


class JobList(Shape):
    """Some jobs, newest first."""

    records: list[records.Job]
    cursor: str = _CURSOR


class DraftFaults(Shape):
    """All that keeps a draft from becoming an app; none if it would become one."""

    faults: list[Fault]


class UploadTarget(Shape):
    """Where bytes are to be sent: by PUT, with these headers."""

    url: str
    headers: dict[str, str]


class Rendition(Shape):
    """One size in which a recording can be played; `copied` as it is, else encoded anew."""

    width: int
    height: int
    copied: bool


class PreparationQuote(Shape):
    """What preparing a recording for playing takes: about so many seconds of one processor, and no money here."""

    processor_seconds: int
    renditions: list[Rendition]


class EvidenceParts(Shape):
    """What evidence can quote of one block: part 1 is `b12.1`, part 2 is `b12.2`, and so on."""

    block_id: str
    parts: list[str]


class LedgerEntryList(Shape):
    """Some calls of models, newest first."""

    records: list[model_records.LedgerEntry]
    cursor: str = _CURSOR


class PackageOfferList(Shape):
    """The formats that an app can be had in."""

    records: list[PackageOffer]
