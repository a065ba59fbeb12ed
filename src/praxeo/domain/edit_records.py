"""The records of how versions come about: merges with conflicts, and changes asked for in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.records import ExampleStatus, Record

MergeSubject = Literal["spec", "code"]
MergeStatus = Literal["open", "resolved", "set_aside"]
ChangeOutcome = Literal["pending", "changed", "unchanged", "failed"]


@dataclass(frozen=True, kw_only=True, repr=False)
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


@dataclass(frozen=True, kw_only=True, repr=False)
class ChangeRequest(Record):
    """A change that its owner asked for in words, and what came of it.

    The fields `element_…` tell the element of the app that they pointed at, if any: a selector, what
    stands in it, the id of its section or exercise, its role, its name, and the beginning of its HTML.
    They come out of the app, so nobody vouches for them. `subject` is what was edited: the spec of a compiled app, the code of a bespoke one (and its spec with it, if
    `spec_id` is there).
    `based_on_spec_id` and `based_on_code_id` are the versions it was asked of; `spec_id` and
    `code_snippet_id` those that were made, also of a change that failed its check. `reason` says why
    the outcome is unchanged or failed, or that a change says what its source does not. `try_number` counts the same request of the same versions before.
    The fields `…_before` are the state in which the example was, to which it returns if nothing changes.
    """

    example_id: str
    words: str
    subject: MergeSubject
    based_on_spec_id: str
    based_on_code_id: str
    element_path: str = ""
    element_text: str = ""
    element_id: str = ""
    element_role: str = ""
    element_name: str = ""
    element_html: str = ""
    status_before: ExampleStatus | None = None
    reason_code_before: str = ""
    reason_before: str = ""
    reason_details_before: dict[str, str | int] = field(default_factory=dict)
    outcome: ChangeOutcome = "pending"
    reason_code: str = ""
    reason: str = ""
    spec_id: str = ""
    code_snippet_id: str = ""
    lines_added: int = 0
    lines_removed: int = 0
    try_number: int = 0


@dataclass(frozen=True, kw_only=True, repr=False)
class ClaimCheck(Record):
    """A person's word that a claim is right: `checked_by` has held it against its sentences.

    `said` is a hash of what the claim and its sentences say, `rules` the version of the rules that did not
    vouch for it: where either is another one today, the claim is asked about again.
    """

    example_id: str
    item: str
    text: str
    said: str
    rules: str
    checked_by: str
