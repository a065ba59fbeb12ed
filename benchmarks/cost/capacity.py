"""How DynamoDB bills a request, by the rules that it publishes: units from the sizes of items.

The local cloud does not bill, and what it says of consumed capacity is not taken for granted.
A write unit is 1 KB, a read unit 4 KB read consistently; within a transaction each counts twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

WRITE_BYTES = 1024
READ_BYTES = 4096
LAGGING = 0.5  # of a unit for what may lag, as reads of indexes do
IN_TRANSACTION = 2

Item = Mapping[str, Mapping[str, Any]]


def item_bytes(item: Item) -> int:
    """The size of an item: its names and its values in UTF-8; of numbers, half a byte a digit."""
    return sum(len(name.encode()) + _value_bytes(value) for name, value in item.items())


def write_units(size: int, *, transaction: bool = False) -> int:
    """What writing an item of so many bytes takes; deleting nothing takes one unit as well."""
    return max(1, math.ceil(size / WRITE_BYTES)) * (IN_TRANSACTION if transaction else 1)


def read_units(sizes: Iterable[int]) -> int:
    """What reading these items consistently, each by its key, takes; one not found takes a unit."""
    return sum(max(1, math.ceil(size / READ_BYTES)) for size in sizes)


def query_units(size: int) -> float:
    """What reading so many bytes in a row from an index takes."""
    return max(1, math.ceil(size / READ_BYTES)) * LAGGING


def index_writes(before: Item | None, after: Item | None) -> int:
    """How many entries of indexes a write changes.

    The indexes hold keys alone: an item that keeps its place costs nothing there, a moved one is
    taken out and put in.
    """
    old, new = (_places(item or {}) for item in (before, after))
    return len(old - new) + len(new - old)


def _places(item: Item) -> set[tuple[str, str]]:
    plain = {"id", "version", "body", "save", "expires"}
    return {(name, str(value.get("S"))) for name, value in item.items() if name not in plain}


def _value_bytes(value: Mapping[str, Any]) -> int:
    (kind, content), *_ = value.items()
    if kind == "N":
        return math.ceil(len(str(content).strip("-")) / 2) + 1
    return len(str(content).encode())
