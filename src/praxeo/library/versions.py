"""Versions of specs and code: numbered from 1 within their example, every one kept."""

from __future__ import annotations

from typing import TypeVar

from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import CodeSnippet, Example, Record, Spec
from praxeo.ports.records import RecordStore

PERSON = "you"  # the author of what a person wrote
R = TypeVar("R", bound=Record)
V = TypeVar("V", Spec, CodeSnippet)


def next_number(records: RecordStore, kind: type[Spec] | type[CodeSnippet], example_id: str) -> int:
    """The number after the newest version's.

    A listing may lack the version that was saved a moment ago; the one that the example names is
    saved together with it, and is read by its id.
    """
    newest = records.list(kind, {"example_id": example_id}, limit=1, newest_first=True).records
    example = records.get(Example, example_id)
    named = "" if example is None else example.spec_id if kind is Spec else example.code_snippet_id
    versions = (*newest, records.get(kind, named))
    return max((version.number for version in versions if version), default=0) + 1


def all_of(records: RecordStore, kind: type[R], example_id: str) -> list[R]:
    """All records of this kind that belong to the example, oldest first."""
    found: list[R] = []
    cursor = ""
    while True:
        page = records.list(kind, {"example_id": example_id}, cursor=cursor, limit=PAGE_RECORDS_MAX)
        found += page.records
        cursor = page.cursor
        if not cursor:
            return found


def blob_area(example_id: str) -> str:
    """Where all blobs of an example are: its specs, code, reports and pictures."""
    return f"examples/{example_id}"


def is_edited(version: Spec | CodeSnippet) -> bool:
    """Whether a person has a hand in this version."""
    return bool(version.machine_id) or version.author == PERSON


def machine_made(records: RecordStore, kind: type[V], version: V) -> V:
    """The machine-made version that this one is an edit of, or itself if it is machine-made."""
    if not is_edited(version):
        return version
    base = records.get(kind, version.machine_id) or _machine_made_before(records, kind, version)
    return base or version


def _machine_made_before(records: RecordStore, kind: type[V], version: V) -> V | None:
    """For versions from before `machine_id` was kept: the newest machine-made one before them."""
    cursor = ""
    while True:
        page = records.list(
            kind, {"example_id": version.example_id}, cursor=cursor, newest_first=True
        )
        for earlier in page.records:
            if earlier.number < version.number and not is_edited(earlier):
                return earlier
        if not page.cursor:
            return None
        cursor = page.cursor
