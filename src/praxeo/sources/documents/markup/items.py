"""Lists whose depth is told by their marks or by how far they are set in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from praxeo.sources.documents.html.lists import printed

NUMBER_STYLES = ("1", "a", "i", "A")


@dataclass(kw_only=True)
class OpenLists:
    """The lists that are open, outermost first: what tells each, and how many items it has so far."""

    marks: list[Hashable] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many are open."""
        return len(self.marks)

    def item(self, mark: Hashable, start: int = 1) -> None:
        """Count an item of the list of this mark, which ends the lists within it or opens a new one."""
        if mark in self.marks:
            self.close(self.marks.index(mark) + 1)
        else:
            self.marks.append(mark)
            self.counts.append(start - 1)
        self.counts[-1] += 1

    def close(self, depth: int = 0) -> None:
        """End all lists but the outermost `depth`."""
        del self.marks[depth:]
        del self.counts[depth:]

    def number(self, style: str = "") -> str:
        """The printed number of the item, in the style given or that of how many numbered lists are around it."""
        around = sum(1 for mark in self.marks[:-1] if str(mark).startswith("."))
        style = style or NUMBER_STYLES[around % len(NUMBER_STYLES)]
        return f"{printed(self.counts[-1], style)}."
