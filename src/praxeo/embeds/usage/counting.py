"""What each event of a visit adds to the sums of its embed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from praxeo.domain.records import Embed
from praxeo.embeds.usage.events import VISIT_EVENTS_MAX, Visit, VisitEvent
from praxeo.ports.clock import Clock
from praxeo.ports.tally import Cell, Occurrence, Tally

VERSION_CHARS = 12


@dataclass(frozen=True)
class UsageCounting:
    """Counts visits. Who comes is never stored: neither addresses nor agents, and browsers as ids of their own."""

    tally: Tally
    clock: Clock

    def count(self, embed: Embed, visit: Visit) -> int:
        """Count what is new of it; gives how many events that were. Raises Unavailable."""
        day = self.clock.now().date()
        return self.tally.count(
            embed.id, day, visit.id, tuple(_counted(visit, day)), most=VISIT_EVENTS_MAX
        )


def _counted(visit: Visit, day: date) -> Iterator[Occurrence]:
    version = visit.version[:VERSION_CHARS]
    for event in visit.events:
        for once, what, name, by in _adds(event, visit, day):
            yield Occurrence(once, ((Cell(version, what, name), by),))


def _adds(event: VisitEvent, visit: Visit, day: date) -> Iterator[tuple[str, str, str, int]]:
    """What is counted once under which id, and by how much."""
    own = f"{visit.id}.{event.id}"
    match event.name:
        case "viewed":
            yield f"{visit.id}.viewed", "views", "", 1
            if visit.site:
                yield f"{visit.id}.site", "sites", visit.site, 1
            if visit.browser:  # once a day, whatever it opens in that time
                yield f"{day}.{visit.browser}", "browsers", "", 1
        case "stayed":
            yield own, "seconds", "", event.seconds
        case "completed":
            yield f"{visit.id}.completed", "completed", "", 1
        case "answered":
            first = f"{visit.id}.{event.exercise}"
            yield first, event.verdict, event.exercise, 1
            if event.verdict == "wrong" and event.choice:
                # Beside the first answer and with its fate: a second one counts nowhere.
                yield f"{first}.choice", "choices", f"{event.exercise}\t{event.choice}", 1
            if event.done:
                yield f"{visit.id}.done.{event.done}", "reached", str(event.done), 1
