"""The user's preferences: one record per account, there from the first question on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from praxeo.domain.access import Actor, demand
from praxeo.domain.records import Settings, changed, created
from praxeo.library.saving import at_version, saved
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsService:
    """Owns the table `settings`."""

    records: RecordStore
    clock: Clock
    ids: Ids

    def get(self, actor: Actor) -> Settings:
        """The settings of the actor's account, as `of` has them."""
        return self.of(actor.account)

    def of(self, owner: str) -> Settings:
        """An account's settings; the defaults, at version 0, if none were ever saved."""
        stored = self.records.get(Settings, _id(owner))
        return stored or created(Settings, self.clock.now(), id=_id(owner), owner=owner)

    def change(self, actor: Actor, *, version: int, **fields: Any) -> Settings:
        """Change some fields. Raises Conflict if the settings are not at this version any more."""
        demand(actor, "manage")
        settings = changed(at_version(self.get(actor), version), self.clock.now(), **fields)
        return saved(self, actor, "settings.changed", settings)


def _id(owner: str) -> str:
    return f"set_{owner}"
