"""How many sources a topic really stands on: pages of one site, or by one hand, count once."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.blocks import ReadingWarning
from praxeo.sources.combining.joining import Part
from praxeo.sources.research.choosing import site_of

Marks = frozenset[tuple[str, str]]


def independent(parts: Sequence[Part]) -> int:
    """The number of groups of pages that share neither their site nor an author. Copies are taken out before."""
    groups: list[Marks] = []
    for part in parts:
        marks = _marks(part)
        apart = [group for group in groups if not group & marks]
        for group in groups:
            if group & marks:
                marks |= group
        groups = [*apart, marks]
    return len(groups)


def standing_alone(parts: Sequence[Part]) -> tuple[ReadingWarning, ...]:
    """A warning where all that was read comes from one source."""
    if not parts or independent(parts) > 1:
        return ()
    host = site_of(parts[0][0].address) or parts[0][0].title
    return (
        ReadingWarning(
            code="one_source",
            message=f"All that was found comes from one source, {host}; no other one confirms it. Add a link or a "
            "document, or say the topic in other words.",
            details={"host": host},
        ),
    )


def _marks(part: Part) -> Marks:
    source, read = part
    site = ("site", site_of(source.address) or source.input_id)
    return frozenset({site, *(("author", a.casefold()) for a in read.metadata.authors)})
