"""What becomes of requests in words when their example is copied or deleted."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.edit_records import ChangeRequest
from praxeo.library.copies import Names
from praxeo.library.versions import all_of
from praxeo.ports.clock import Ids
from praxeo.ports.records import RecordStore


def copied_requests(
    records: RecordStore, ids: Ids, example_id: str, names: Names
) -> list[ChangeRequest]:
    """Copies of all requests for an example, for the copy of it; still to be saved."""
    return [
        replace(
            request,
            id=ids.new("chg"),
            version=0,
            example_id=names.example_id,
            based_on_spec_id=names.ids.get(request.based_on_spec_id, ""),
            based_on_code_id=names.ids.get(request.based_on_code_id, ""),
            spec_id=names.ids.get(request.spec_id, ""),
            code_snippet_id=names.ids.get(request.code_snippet_id, ""),
        )
        for request in all_of(records, ChangeRequest, example_id)
    ]


def forget_requests(records: RecordStore, example_id: str) -> None:
    """Delete all requests for an example."""
    while requests := records.list(ChangeRequest, {"example_id": example_id}).records:
        records.save(delete=requests)
