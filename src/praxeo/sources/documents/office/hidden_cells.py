"""Rows and columns that a spreadsheet does not show, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from praxeo.domain.errors import Details
from praxeo.sources.documents.office.sheet_areas import Grid
from praxeo.sources.documents.xml_tree import attribute

LAST_COLUMN = 16_384
Told = tuple[str, str, None, Details]


@dataclass(kw_only=True)
class HiddenColumns:
    """The columns of a sheet that are not shown, by number from 1."""

    numbers: set[int] = field(default_factory=set)

    def add(self, node: Any) -> None:
        """Take in what a `col` element says of some columns."""
        first, last = attribute(node, "min"), attribute(node, "max")
        if attribute(node, "hidden") in ("1", "true") and first.isdigit() and last.isdigit():
            self.numbers.update(range(int(first[:6]), min(int(last[:6]), LAST_COLUMN) + 1))

    def move(self, shown: Grid, hidden: Grid) -> None:
        """Move the cells of these columns from one grid to the other."""
        for place in [place for place in shown.texts if place[1] in self.numbers]:
            hidden.put(*place, shown.texts.pop(place), place in shown.numbers)
            shown.numbers.discard(place)


def rows_left_out(rows: int) -> Told:
    """What a reader warns of where it leaves out cells that are not shown."""
    return (
        "hidden_text_removed",
        f"{rows} rows with hidden cells were left out.",
        None,
        {"rows": rows},
    )


def part_missing(name: str) -> Told:
    """What a reader warns of where a sheet or slide is listed and not there."""
    return (
        "part_not_read",
        f"A part of the document ({name}) could not be read and is missing.",
        None,
        {"part": name},
    )
