"""On which terms an archive is taken in: as one's own, just as it is, or as one that anybody may have made.

From elsewhere come projects and what belongs to them, and nothing that claims more than that: no proof
(every app is to be checked here), nothing that visitors see, no settings, bills or trail of another library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from praxeo.domain import texts
from praxeo.domain.catalog import Table, table_of_id
from praxeo.domain.edit_records import ChangeRequest, Merge
from praxeo.domain.errors import PraxeoError
from praxeo.domain.input_records import DocumentInput, Input
from praxeo.domain.limits import TEXT_CHARACTERS_MAX, TITLE_CHARACTERS_MAX
from praxeo.domain.records import (
    CodeSnippet,
    Embed,
    Example,
    ExampleStatus,
    Project,
    Record,
    Spec,
)
from praxeo.domain.snapshot_records import Snapshot
from praxeo.embeds.themes import checked_theme
from praxeo.sources.documents.formats import FORMATS

# What is taken from anybody; the other tables tell of the library that the archive comes from.
TAKEN = (Project, Example, Spec, CodeSnippet, Merge, ChangeRequest, Embed, Input, Snapshot)
MEDIA_TYPES = frozenset(each.media_type for each in FORMATS)
_LINES = ("title", "name", "label", "source_name")  # shown on one line, without control characters
_NOTES = ("description", "note")
_ADDRESS = re.compile(r"https?://\S+")
_NOT_CHECKED = "It comes from another library and has not been checked here yet."


class Terms(Protocol):
    """Looks at every record of an archive before any is taken, then says what becomes of each."""

    def look_at(self, table: Table, record: Record) -> None:
        """Take note of the record."""

    def faults(self) -> Iterator[str]:
        """What does not fit together; nothing is taken in then."""

    def taken(self, table: Table, record: Record) -> Record | None:
        """The record as it is kept here, or None if it stays outside."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnArchive:
    """One's own archive: everything moves as it is, to the account of whoever imports it."""

    owner: str

    def look_at(self, table: Table, record: Record) -> None:
        pass

    def faults(self) -> Iterator[str]:
        yield from ()

    def taken(self, table: Table, record: Record) -> Record | None:
        return replace(record, owner=self.owner)


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeignArchive:
    """An archive that anybody may have made."""

    owner: str
    _ids: set[str] = field(default_factory=set)
    _named: list[tuple[str, str]] = field(default_factory=list)  # whose id, and which it needs
    _versions: dict[str, tuple[str, str]] = field(default_factory=dict)  # example and hash of each
    _current: list[tuple[str, str]] = field(default_factory=list)  # example, and a version of it
    _projects: list[str] = field(default_factory=list)

    def look_at(self, table: Table, record: Record) -> None:
        if not isinstance(record, TAKEN):
            return
        self._ids.add(record.id)
        listed = {name for listing in table.list_by for name in listing}
        empty = [name for name in table.needs if name in listed and not getattr(record, name)]
        for needed in (*table.needed_ids(record), *("" for _ in empty)):
            self._named.append((record.id, needed))
        for key in table.blob_keys(record):
            self._named.append((record.id, key.split("/")[1]))
        match record:
            case Project():
                self._projects.append(record.id)
            case Spec():
                self._versions[record.id] = (record.example_id, "")
            case CodeSnippet():
                self._versions[record.id] = (record.example_id, record.content_hash)
            case Example():
                self._current.append((record.id, record.spec_id))
                self._current.append((record.id, record.code_snippet_id))
            case Embed():
                self._current.append((record.example_id, record.code_snippet_id))
                self._named.append((record.id, record.code_snippet_id))
            case _:
                pass

    def faults(self) -> Iterator[str]:
        for record_id, needed in self._named:
            if needed not in self._ids:
                yield f"{record_id} needs {needed or 'a record'} that is not in it"
        for example_id, version_id in self._current:
            if version_id and self._versions.get(version_id, ("", ""))[0] != example_id:
                yield f"{version_id} is no version of {example_id}"
        if not self._projects:
            yield "there is no project in it"

    def taken(self, table: Table, record: Record) -> Record | None:
        if not isinstance(record, TAKEN):
            return None
        lines: dict[str, Any] = {
            name: texts.one_line(getattr(record, name))[:TITLE_CHARACTERS_MAX]
            for name in _LINES
            if getattr(record, name, "")
        }
        lines |= {
            name: texts.note(getattr(record, name)[:TEXT_CHARACTERS_MAX])
            for name in _NOTES
            if getattr(record, name, "")
        }
        return replace(record, owner=self.owner, **lines, **self._changes(record))

    def _changes(self, record: Record) -> dict[str, Any]:
        """What an archive from elsewhere has no say in."""
        match record:
            case Example():
                return self._of_example(record)
            case CodeSnippet():
                return {
                    "check_status": "pending",
                    "check_summary": "",
                    "report_blob": "",
                    "screenshots": (),
                }
            case Embed():
                return self._of_embed(record)
            case DocumentInput():
                known = record.media_type in MEDIA_TYPES
                return {**self._of_input(record), "media_type": record.media_type if known else ""}
            case Input():
                return self._of_input(record)
            case Snapshot():
                return _addresses(record)
            case _:
                return {}

    def _of_example(self, example: Example) -> dict[str, Any]:
        proven = example.status != "failed" and example.code_snippet_id
        unmade: ExampleStatus = "specified" if example.status == "specified" else "failed"
        status: ExampleStatus = "unproven" if proven else unmade
        return {
            "job_id": "",
            "cover_blob": "",
            "diagnosis_blob": "",
            "merge_id": self._here(example.merge_id),
            "tags": texts.tags(example.tags),
            "status": status,
            "reason_code": "imported" if proven else self._why(status, example),
            "reason": _NOT_CHECKED if proven else example.reason,
            "reason_details": {} if proven else example.reason_details,
        }

    def _why(self, status: ExampleStatus, example: Example) -> str:
        return example.reason_code or ("no_app_yet" if status == "failed" else "")

    def _of_input(self, source: Input) -> dict[str, Any]:
        """Read or not, no work on it is under way here; its project may not have come along."""
        return {
            **_addresses(source),
            "project_id": self._here(source.project_id) or self._projects[0],
            "status": "waiting" if source.status in ("queued", "reading") else source.status,
            "job_id": "",
        }

    def _of_embed(self, embed: Embed) -> dict[str, Any]:
        """It keeps its address and gets its bytes when somebody here publishes it again."""
        return {
            "published": False,
            "published_at": "",
            "content_hash": self._versions[embed.code_snippet_id][1],
            "theme": _theme(embed.theme),
            "app_blob": "",
            "brotli_blob": "",
            "gzip_blob": "",
            "guard": "",
            "pictures": (),
            "films": (),
            "history": (),
        }

    def _here(self, record_id: str) -> str:
        return record_id if record_id in self._ids and table_of_id(record_id) else ""


def _addresses(record: Record) -> dict[str, str]:
    """The fields of addresses emptied that hold none of the web."""
    held = {name: getattr(record, name, "") for name in ("url", "final_url")}
    return {name: "" for name, value in held.items() if value and not _ADDRESS.fullmatch(value)}


def _theme(theme: dict[str, str]) -> dict[str, str]:
    try:
        return checked_theme(theme)
    except PraxeoError:
        return {}
