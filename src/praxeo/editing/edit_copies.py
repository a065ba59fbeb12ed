"""What becomes of requests in words and of checked claims when their example is copied or deleted."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.edit_records import ChangeRequest, ClaimCheck
from praxeo.library.copies import Names
from praxeo.library.versions import all_of
from praxeo.ports.clock import Ids
from praxeo.ports.records import RecordStore


def copied_edits(
    records: RecordStore, ids: Ids, example_id: str, names: Names
) -> list[ChangeRequest | ClaimCheck]:
    """Copies of all that was asked for and checked, for the copy of the example; still to be saved."""
    requests = [
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
    checks = [
        replace(check, id=ids.new("clm"), version=0, example_id=names.example_id)
        for check in all_of(records, ClaimCheck, example_id)
    ]
    return [*requests, *checks]


def forget_edits(records: RecordStore, example_id: str) -> None:
    """Delete all that was asked for and checked in an example."""
    for kind in (ChangeRequest, ClaimCheck):
        while found := records.list(kind, {"example_id": example_id}).records:
            records.save(delete=found)
