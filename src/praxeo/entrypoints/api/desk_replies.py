"""Answers of the desk: as JSON without what is not there, with an ETag that names the version."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from praxeo.domain.errors import Refused
from praxeo.domain.record_json import to_body
from praxeo.editing.desk.answer import CandidateList, Desk
from praxeo.editing.desk.fields import Fields, Row
from praxeo.editing.desk.service import DeskEdited
from praxeo.entrypoints.api.replies import tag_of


def desk_body(desk: Desk) -> bytes:
    """The desk as JSON; of its fields, an item has those of its kind."""
    return _WRITER.encode(desk).encode()


def desk_tag(desk: Desk, body: bytes | None = None) -> str:
    """The ETag of a desk: its spec, and the hash of what is shown, which the source has a part in."""
    told = tag_of(desk_body(desk) if body is None else body).strip('"')
    return f'"{desk.spec_id}.{told[:16]}"'


def candidates_body(found: CandidateList) -> bytes:
    """What may be added, as JSON."""
    return _WRITER.encode(found).encode()


def edited_body(edited: DeskEdited) -> bytes:
    """What came of an edit, as JSON."""
    parts = {
        "spec": to_body(edited.spec),
        "desk": _WRITER.encode(edited.desk),
        "keys": json.dumps(edited.keys),
        "merged": json.dumps(edited.merged),
    }
    return ("{" + ",".join(f'"{name}":{value}' for name, value in parts.items()) + "}").encode()


def seen_spec(if_match: str | None) -> str:
    """The spec that `If-Match` names by the ETag of its desk, or by its id.

    Raises Refused("if_match_required") if there is none.
    """
    if not if_match:
        raise Refused("if_match_required", "Say with If-Match which version you want to change.")
    return if_match.strip().removeprefix("W/").strip('"').partition(".")[0]


def _plain(value: Any) -> Any:
    """The fields of what the encoder does not know."""
    assert is_dataclass(value)
    told = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Fields | Row):
        return {name: each for name, each in told.items() if each is not None}
    return told


_WRITER = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))
