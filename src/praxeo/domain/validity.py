"""Whether a record that comes from outside is one that Praxeo itself could have written, field by field."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from praxeo.domain.limits import (
    CAP_MICROUSD_MAX,
    KEY_CHARACTERS_MAX,
    TAG_CHARACTERS_MAX,
    TAGS_MAX,
    is_blob_key,
    is_key,
)
from praxeo.domain.record import utc_moment
from praxeo.domain.records import Record

NUMBER_MAX = 2**53 - 1  # the largest that JavaScript reads exactly
VERSION_MAX = 10**15 - 1  # what `If-Match` takes
CHARACTERS_MAX = 100_000  # of a text that has no smaller limit of its own
LINE_CHARACTERS_MAX = (
    5_000  # of what stands on one line; what a document states of itself may be long
)
ITEMS_MAX = 10_000
CHARACTERS_OF = {
    "title": LINE_CHARACTERS_MAX,
    "label": LINE_CHARACTERS_MAX,
    "source_name": LINE_CHARACTERS_MAX,
    "name": LINE_CHARACTERS_MAX,
    "owner": KEY_CHARACTERS_MAX,
    "tags": TAG_CHARACTERS_MAX,
    "language": KEY_CHARACTERS_MAX,
    "media_type": KEY_CHARACTERS_MAX,
    "url": LINE_CHARACTERS_MAX,
}
ITEMS_OF = {"tags": TAGS_MAX}
_TIMES = ("_at", "run_after", "lease_until")
_HASH = re.compile(r"([0-9a-f]{64})?")


def fault_of(record: Record) -> str:
    """What is not right about the record, such as "title is too long"; "" if all of it could be ours."""
    if not 1 <= _number(record.version) <= VERSION_MAX:
        return "version is no number of a saved record"
    fault = _of_fields(record)
    if not fault and not is_key(record.owner):
        return "owner is no name of an account"
    return fault


def _of_fields(record: Any) -> str:
    hints = _hints(cast(Any, type(record)))
    for field in fields(record):
        name = field.name
        if fault := _fault(name, getattr(record, name), hints[name]):
            return f"{name} {fault}"
    return ""


def _fault(name: str, value: Any, hint: Any) -> str:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if value is None:
            return "" if len(kinds) < len(get_args(hint)) else "is missing"
        faults = [_fault(name, value, kind) for kind in kinds]
        return "" if "" in faults else faults[0]
    if origin is Literal:
        return "" if value in get_args(hint) else "is none of the values that there are"
    if origin is tuple:
        return _fault_of_items(name, value, get_args(hint)[0])
    if origin is dict:
        return _fault_of_entries(name, value, get_args(hint)[1])
    if is_dataclass(hint):
        return _of_fields(value) if isinstance(value, hint) else "is of another kind"  # type: ignore[arg-type]
    return _fault_of_value(name, value, hint)


def _fault_of_items(name: str, value: Any, hint: Any) -> str:
    if not isinstance(value, tuple) or len(value) > ITEMS_OF.get(name, ITEMS_MAX):
        return "has too many parts"
    return next(filter(None, (_fault(name, item, hint) for item in value)), "")


def _fault_of_entries(name: str, value: Any, hint: Any) -> str:
    if not isinstance(value, Mapping) or len(value) > ITEMS_MAX:
        return "has too many parts"
    for key, entry in value.items():
        if not isinstance(key, str) or len(key) > KEY_CHARACTERS_MAX:
            return "has a part without a right name"
        if fault := _fault("", entry, hint):
            return fault
    return ""


def _fault_of_value(name: str, value: Any, hint: Any) -> str:
    if hint is bool:
        return "" if isinstance(value, bool) else "is neither true nor false"
    if hint is int:
        most = CAP_MICROUSD_MAX if name.endswith("_microusd") else NUMBER_MAX
        least = 0 if name else -NUMBER_MAX  # only what a sentence names may be below nothing
        whole = isinstance(value, int) and not isinstance(value, bool)
        return "" if whole and least <= value <= most else "is out of range"
    if hint is float:
        right = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if right and math.isfinite(value) and value >= 0 else "is out of range"
    if not isinstance(value, str):
        return "is no text"
    return _fault_of_text(name, value)


def _fault_of_text(name: str, value: str) -> str:
    if len(value) > CHARACTERS_OF.get(name, CHARACTERS_MAX):
        return "is too long"
    if any("\ud800" <= character <= "\udfff" for character in value):
        return "is no text"
    if name.endswith("_blob") or name == "blob":
        return "" if not value or is_blob_key(value) else "is no key of a blob"
    if name == "id" or name.endswith("_id"):
        return "" if not value or is_key(value) else "is no id"
    if name.endswith(_TIMES):
        return "" if not value or _is_moment(value) else "is no time"
    if name == "content_hash":
        return "" if _HASH.fullmatch(value) else "is no hash"
    return ""


def _number(value: Any) -> int:
    """The whole number, or -1 for what is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _is_moment(text: str) -> bool:
    try:
        utc_moment(text)
    except ValueError:
        return False
    return True


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
