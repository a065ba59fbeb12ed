"""What every record has, and how records are made and changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has. `owner` is the account it belongs to ("local" on a machine of one's own)."""

    id: str
    owner: str
    version: int = 0
    created_at: str
    updated_at: str


R = TypeVar("R", bound=Record)


def utc_text(moment: datetime) -> str:
    """A moment as the text that records hold; such texts sort by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def utc_moment(text: str) -> datetime:
    """The moment that `utc_text` wrote down."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def created(kind: type[R], now: datetime, /, *, id: str, owner: str, **fields: Any) -> R:
    """A new record of this kind, ready to be saved."""
    return kind(id=id, owner=owner, created_at=utc_text(now), updated_at=utc_text(now), **fields)


def first_of(kind: type[R], saved: tuple[Record, ...]) -> R:
    """The first of some saved records, which is of this kind."""
    record = saved[0]
    assert isinstance(record, kind)
    return record


def changed(record: R, now: datetime, **fields: Any) -> R:
    """The record with new field values, ready to be saved."""
    return replace(record, updated_at=utc_text(now), **fields)
