"""Old record to new record: how a body written by an earlier release is read by this one.

A field with a default needs nothing here. Each upgrade takes the stored JSON object and gives the
one that the next release would have written; they run in order until the body is current.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Body = dict[str, Any]
Upgrade = Callable[[Body], Body]

# Table name to its upgrades, oldest first. A body's "format" counts those it has been through.
UPGRADES: Mapping[str, tuple[Upgrade, ...]] = {}


def upgraded(
    table: str, body: Body, upgrades: Mapping[str, tuple[Upgrade, ...]] = UPGRADES
) -> Body:
    """The body as this release writes it."""
    steps = upgrades.get(table, ())
    for upgrade in steps[body.get("format", 0) :]:
        body = upgrade(dict(body))
    return body


def current_format(table: str) -> int:
    """The number that new bodies of this table carry."""
    return len(UPGRADES.get(table, ()))
