"""The records of how versions come together: merges with conflicts, and changes asked for in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.records import Record

MergeSubject = Literal["spec", "code"]
MergeStatus = Literal["open", "resolved", "set_aside"]
ChangeStatus = Literal["working", "changed", "unchanged", "failed"]


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


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeRequest(Record):
    """A change that a person asked for in words, and its outcome.

    They may have pointed at an element: its `selector` in the page, its `text`, and the `item_id` of the
    exercise or section it belongs to, each "" if there is none. `changed` has led to the
    versions `spec_id` and `code_snippet_id`; `unchanged` and `failed` say why in `reason`, and the
    app stays as it was: a version that failed its check is kept in the history.
    """

    example_id: str
    words: str
    selector: str = ""
    text: str = ""
    item_id: str = ""
    based_on: str = ""
    status: ChangeStatus = "working"
    reason_code: str = ""
    reason: str = ""
    job_id: str = ""
    spec_id: str = ""
    code_snippet_id: str = ""
    diff_blob: str = ""
    lines_added: int = 0
    lines_removed: int = 0
