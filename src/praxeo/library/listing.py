"""What of a listing an actor gets to see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from praxeo.domain.access import Actor, may
from praxeo.domain.records import Record
from praxeo.ports.records import Page

R = TypeVar("R", bound=Record)


def readable(page: Page[R], actor: Actor, where: Mapping[str, str]) -> Page[R]:
    """What the actor may read of a page that was listed by `where`.

    All of it where it was listed by the actor's own account: its records are not even looked into.
    """
    if where.get("owner") == actor.account and "read" in actor.rights:
        return page
    return page.kept(lambda record: may(actor, "read", record))
