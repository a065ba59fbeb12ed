"""Embeds as they were a moment ago, so that a crowd of visitors does not read each its own."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from praxeo.domain.records import Embed

KEPT = timedelta(seconds=1)
EMBEDS_KEPT = 1_000


@dataclass(slots=True)
class RecentEmbeds:
    """The embeds that were read within the last second.

    Changes made in this process are seen at once, those of another process within that second.
    """

    _kept: OrderedDict[str, tuple[datetime, Embed]] = field(default_factory=OrderedDict)

    def get(self, embed_id: str, now: datetime) -> Embed | None:
        """The embed, if it was read within the last second."""
        known = self._kept.get(embed_id)
        return known[1] if known and timedelta(0) <= now - known[0] < KEPT else None

    def keep(self, embed: Embed, now: datetime) -> None:
        self._kept[embed.id] = (now, embed)
        while len(self._kept) > EMBEDS_KEPT:
            self._kept.popitem(last=False)

    def forget(self, embed_id: str) -> None:
        self._kept.pop(embed_id, None)
