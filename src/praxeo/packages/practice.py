"""What an app asks, read from the app itself: what is packed is what was checked and is shown."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, cast

from praxeo.domain.spec import KINDS, ActivityKind, KindOfActivity

# As `compile_app` writes it; a script element ends where no escape would let one.
_PAYLOAD = re.compile(
    r'<script type="application/json" id="praxeo-payload">(.*?)</script>', re.DOTALL
)


@dataclass(frozen=True, kw_only=True)
class Group:
    """An activity of the app: its items as the app holds them, and the section that it stands in."""

    id: str
    kind: ActivityKind
    title: str
    section: str
    items: tuple[dict[str, Any], ...]

    @property
    def row(self) -> KindOfActivity:
        """What its kind is."""
        return KINDS[self.kind]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of what is answered at once."""
        return (self.id,) if self.row.whole else tuple(item["id"] for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Practice:
    """All that an app practises, in its order. No groups: it was written as a whole and states none."""

    title: str
    language: str
    groups: tuple[Group, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(exercise for group in self.groups for exercise in group.exercises)


def practice_of(app: bytes, *, title: str, language: str) -> Practice:
    """The practice of this app. `title` and `language` are those of one that states none of its own."""
    found = _PAYLOAD.search(app.decode("utf-8", "replace"))
    try:
        payload = json.loads(found[1]) if found else {}
    except ValueError:  # edited by hand into something else
        payload = {}
    return Practice(
        title=payload.get("title") or title,
        language=payload.get("language") or language,
        groups=tuple(
            Group(
                id=activity["id"],
                kind=cast(ActivityKind, activity["kind"]),
                title=activity["title"],
                section=section["title"],
                items=tuple(activity["items"]),
            )
            for section in payload.get("sections", ())
            for activity in section["activities"]
        ),
    )
