"""What of a spec can become an app: a goal or item with a fault is left out alone, and told."""

from __future__ import annotations

from collections.abc import Iterable

from praxeo.compile.sources import Source, read_source
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import UNSUPPORTED, SpecDocument
from praxeo.spec.faults import Fault, SpecInvalid, said
from praxeo.spec.forms import FORMS
from praxeo.spec.placed_parts import PlacedItem, PlacedSpec
from praxeo.spec.text import read_spec

SHOWN_MISSING = 5  # references named in one fault


def sound_parts(text: str, extraction: Extraction | None) -> tuple[SpecDocument, list[Fault]]:
    """The spec of all that has no fault, held against what was read, and the faults of the rest.

    SpecInvalid if nothing can be made of the text.
    """
    placed = read_spec(text)
    if placed.blocking:
        raise SpecInvalid(tuple(placed.blocking))
    source = read_source(extraction, placed.head.language)
    if source.blocks:
        note_missing_places(placed, source)
    return placed.document(), placed.faults


def note_missing_places(placed: PlacedSpec, source: Source) -> None:
    """Add a fault to each goal and item, and to the reading of a section, that names a missing place.

    Of a section's reading, the blocks that are there stay.
    """
    for goal in placed.goals:
        if goal.goal:
            _note(placed, goal.faults, goal.first + 1, goal.goal.evidence, source)
    for section in placed.sections:
        missing = _missing(section.reading, source)
        if missing:
            placed.faults.append(Fault(section.reading_end, _told(missing)))
            section.reading = tuple(block for block in section.reading if block not in missing)
        for activity in section.activities:
            late = activity.kind is not None and FORMS[activity.kind].late_evidence
            for item in activity.items:
                if item.item:
                    line = item.end if late else item.first + 1
                    _note(placed, item.faults, line, item.item.evidence, source)
                    _note_figure(placed, item, source)


def _note_figure(placed: PlacedSpec, item: PlacedItem, source: Source) -> None:
    figure = item.note.picture
    block = source.blocks.get(figure)
    if figure and not (block and block.picture):
        item.faults.append(
            Fault(
                item.end,
                said("figure_missing", "The source has no figure {figure}.", figure=figure),
            )
        )
        placed.faults.append(item.faults[-1])


def _note(
    placed: PlacedSpec, faults: list[Fault], line: int, evidence: Iterable[str], source: Source
) -> None:
    if missing := _missing(evidence, source):
        faults.append(Fault(line, _told(missing)))
        placed.faults.append(faults[-1])


def _missing(evidence: Iterable[str], source: Source) -> list[str]:
    return [name for name in evidence if name not in UNSUPPORTED and source.quote(name) is None]


def _told(missing: list[str]) -> str:
    places, more = ", ".join(missing[:SHOWN_MISSING]), len(missing) - SHOWN_MISSING
    if more <= 0:
        return said("places_missing", "The source has no place {places}.", places=places)
    english = "The source has no place {places} and {more} more."
    return said("places_missing", english, places=places, more=more)
