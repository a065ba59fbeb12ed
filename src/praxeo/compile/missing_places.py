"""Notes what leads to places that the source does not have, so that it alone is left out of the app."""

from __future__ import annotations

from collections.abc import Iterable

from praxeo.compile.sources import Source
from praxeo.domain.spec import UNSUPPORTED
from praxeo.spec.faults import Fault
from praxeo.spec.placed_parts import PlacedSpec

SHOWN_MISSING = 5  # references named in one fault


def note_missing_places(placed: PlacedSpec, source: Source) -> None:
    """Add a fault to each goal and item, and to the reading of a section, that names a missing place.

    Of a section's reading, the blocks that are there stay.
    """
    for goal in placed.goals:
        if goal.goal:
            _note(placed, goal.faults, goal.first, goal.goal.evidence, source)
    for section in placed.sections:
        missing = _missing(section.reading, source)
        if missing:
            placed.faults.append(Fault(section.reading_end, _told(missing)))
            section.reading = tuple(block for block in section.reading if block not in missing)
        for activity in section.activities:
            for item in activity.items:
                if item.item:
                    _note(placed, item.faults, item.first, item.item.evidence, source)


def _note(
    placed: PlacedSpec, faults: list[Fault], first: int, evidence: Iterable[str], source: Source
) -> None:
    if missing := _missing(evidence, source):
        faults.append(Fault(first + 1, _told(missing)))
        placed.faults.append(faults[-1])


def _missing(evidence: Iterable[str], source: Source) -> list[str]:
    return [name for name in evidence if name not in UNSUPPORTED and source.quote(name) is None]


def _told(missing: list[str]) -> str:
    more = f" and {len(missing) - SHOWN_MISSING} more" * (len(missing) > SHOWN_MISSING)
    return f"The source has no place {', '.join(missing[:SHOWN_MISSING])}{more}."
