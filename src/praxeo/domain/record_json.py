"""Records as JSON and back, by their field types alone; every store and the API use this form."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from praxeo.domain.catalog import table_of
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Record
from praxeo.domain.upgrades import CHANGES, as_written, upgraded

R = TypeVar("R", bound=Record)
Read = Callable[[Any], Any]
KEPT_TEXTS, KEPT_CHARACTERS = 4_096, 4_000  # 32 MB at most


def to_body(record: Record) -> str:
    """The stored JSON of a record; the same record always gives the same text."""
    body = as_written(table_of(type(record)).name, _fields(record))
    return _WRITER.encode(body)


def from_body(kind: type[R], body: str) -> R:
    """The record that `to_body` (of this or an earlier release) wrote.

    Raises Unavailable("record_unreadable") for any other text; "library_newer" and "library_not_migrated"
    for what another release wrote.
    """
    try:
        return cast(R, _reader(cast(Any, kind))(upgraded(table_of(kind).name, json.loads(body))))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise Unavailable(
            "record_unreadable",
            f"A stored record of {table_of(kind).name} is damaged and cannot be read. `praxeo doctor` names it.",
            retryable=False,
        ) from fault


def as_written_now(kind: type[Record], body: str) -> str:
    """Stored JSON as this release writes it, from whichever release it is. Raises as `from_body`.

    Lists ask for the same stored texts again and again; of those that are short it is worked out once.
    """
    if len(body) > KEPT_CHARACTERS or CHANGES.get(table_of(kind).name):
        return to_body(from_body(kind, body))
    return _kept_as_written(cast(Any, kind), body)


@lru_cache(maxsize=KEPT_TEXTS)
def _kept_as_written(kind: type[Record], body: str) -> str:
    written = to_body(from_body(kind, body))
    return body if written == body else written  # the same text is kept once


def _fields(record: Any) -> dict[str, Any]:
    """The fields of a record or of one within it, not copied."""
    return {name: getattr(record, name) for name in _names(cast(Any, type(record)))}


_WRITER = json.JSONEncoder(default=_fields, ensure_ascii=False, separators=(",", ":"))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> Read:
    """How to turn plain JSON into a value of this type."""
    if is_dataclass(kind):
        return _record_reader(cast(type, kind))
    if get_origin(kind) is tuple:
        read_item = _reader(get_args(kind)[0])
        return lambda values: tuple(map(read_item, values))
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (part for part in get_args(kind) if part is not type(None))
        read_some = _reader(inner)
        return lambda value: None if value is None else read_some(value)
    return _as_it_is


def _record_reader(kind: type) -> Read:
    """Fields of nested or repeated types are converted, unknown ones (of a later release) left out."""
    hints = get_type_hints(kind)
    names = frozenset(_names(kind))
    special = {name: _reader(hints[name]) for name in names}
    special = {name: read for name, read in special.items() if read is not _as_it_is}

    def read(values: dict[str, Any]) -> Any:
        kept = {name: value for name, value in values.items() if name in names}
        for name, convert in special.items():
            if name in kept:
                kept[name] = convert(kept[name])
        return kind(**kept)

    return read


def _as_it_is(value: Any) -> Any:
    return value
