"""What became of the sources of an example since they were read: found by a visit, decided by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# "" where nobody has looked yet; "settled" when a person has decided on all that was found.
SourceState = Literal["", "same", "changed", "gone", "unreachable", "settled"]
SentenceState = Literal["same", "reworded", "changed", "deleted"]


@dataclass(frozen=True, kw_only=True, repr=False)
class SourceSeen:
    """One source as it was found. `source` counts from 0 among those of the example; `snapshot_id` names what
    is kept of its new state, `reason_code` and `reason` say why it is gone or could not be reached."""

    source: int
    title: str
    address: str
    state: SourceState
    read_at: str = ""
    snapshot_id: str = ""
    reason_code: str = ""
    reason: str = ""
    reason_details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, repr=False)
class SentenceChange:
    """A sentence that says something else now, or is not there: `references` lead to it as it was read
    ("b12.1"); `after` is "" where nothing stands in its place."""

    source: int
    references: tuple[str, ...]
    state: SentenceState
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, repr=False)
class SourceVisit:
    """All that one visit found, held against the reading `input_id`; `kept` are sentences that a person
    left as they are, each with what stood there then."""

    visited_at: str
    input_id: str
    sources: tuple[SourceSeen, ...]
    changes: tuple[SentenceChange, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def state(self) -> SourceState:
        """The one state that a person has to know of."""
        found = {seen.state for seen in self.sources}
        wanting: tuple[SourceState, ...] = ("gone", "changed", "unreachable")
        return next((state for state in wanting if state in found), "same")


@dataclass(frozen=True, kw_only=True, repr=False)
class AffectedItem:
    """An item that rests on a sentence which has changed. `item` is its key at the desk, `text` how it is
    written, `proposed` how it would be with the new sentence ("": it would be taken out)."""

    item: str
    section: str
    activity: str
    text: str
    proposed: str
    changes: tuple[SentenceChange, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class VisitFound:
    """A visit as a person decides on it: what became of the sources, how many sentences have changed, and the
    items that this touches, with their sections."""

    state: SourceState
    spec_id: str
    visited_at: str = ""
    sources: tuple[SourceSeen, ...] = ()
    changes: int = 0
    sections: tuple[str, ...] = ()
    items: tuple[AffectedItem, ...] = ()
