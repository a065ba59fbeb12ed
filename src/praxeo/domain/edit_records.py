"""The records of how versions come together: merges with conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.records import Record

MergeSubject = Literal["spec", "code"]
MergeStatus = Literal["open", "resolved", "set_aside"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge(Record):
    """A person's edits that met a version written anew, where both changed the same.

    `base_id` is the machine-made version that the person edited, `ours_id` their version, `theirs_id`
    the new one: specs or code snippets, as `subject` says. `parts_blob` holds the merge with its
    conflicts. Resolved, it has led to the version `result_id`; set aside, to none.
    """

    example_id: str
    subject: MergeSubject
    base_id: str
    ours_id: str
    theirs_id: str
    parts_blob: str
    conflict_count: int
    status: MergeStatus = "open"
    result_id: str = ""
