"""The records of merges with conflicts: opened by what is written anew, ended by a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from praxeo.domain.edit_records import Merge, MergeStatus
from praxeo.domain.records import CodeSnippet, Example, Spec, changed, created
from praxeo.library.copies import Names
from praxeo.library.examples import Examples
from praxeo.library.versions import blob_area
from praxeo.merging.merged import Merged
from praxeo.ports.records import RecordStore


def opened(
    examples: Examples,
    example: Example,
    merged: Merged,
    *,
    base: Spec | CodeSnippet,
    ours: Spec | CodeSnippet,
    theirs: Spec | CodeSnippet,
) -> Merge:
    """A merge that waits for a person; its parts are stored, its record is still to be saved."""
    blob = examples.blobs.put(blob_area(example.id), merged.to_json().encode())
    return created(
        Merge,
        examples.clock.now(),
        id=examples.ids.new("mrg"),
        owner=example.owner,
        example_id=example.id,
        subject="spec" if isinstance(theirs, Spec) else "code",
        base_id=base.id,
        ours_id=ours.id,
        theirs_id=theirs.id,
        parts_blob=blob.key,
        conflict_count=len(merged.regions),
    )


def ended(merge: Merge, status: MergeStatus, now: datetime, *, result_id: str = "") -> Merge:
    """The merge once it has led to a version, or to none."""
    return changed(merge, now, status=status, result_id=result_id)


def copied(records: RecordStore, merge_id: str, names: Names) -> Merge | None:
    """A copy of an open merge for the copy of its example: its conflicts wait there too."""
    merge = records.get(Merge, merge_id) if merge_id else None
    if merge is None:
        return None
    return replace(
        merge,
        id=names.ids[merge.id],
        version=0,
        example_id=names.example_id,
        base_id=names.ids[merge.base_id],
        ours_id=names.ids[merge.ours_id],
        theirs_id=names.ids[merge.theirs_id],
        parts_blob=names.copy_blob(merge.parts_blob),
    )


def forget_merges(records: RecordStore, example_id: str) -> None:
    """Delete every merge of an example."""
    while merges := records.list(Merge, {"example_id": example_id}).records:
        records.save(delete=merges)
