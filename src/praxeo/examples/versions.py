"""Versions of specs and code: numbered from 1 within their example, every one kept."""

from __future__ import annotations

from praxeo.domain.records import CodeSnippet, Spec
from praxeo.ports import RecordStore


def next_number(records: RecordStore, kind: type[Spec] | type[CodeSnippet], example_id: str) -> int:
    """The number after the newest version's."""
    newest = records.list(kind, {"example_id": example_id}, limit=1, newest_first=True).records
    return newest[0].number + 1 if newest else 1


def blob_area(example_id: str) -> str:
    """Where all blobs of an example are: its specs, code, reports and pictures."""
    return f"examples/{example_id}"
