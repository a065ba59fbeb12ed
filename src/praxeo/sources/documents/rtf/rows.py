"""How the rows of an RTF file are drawn, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.sources.documents.office.drawn_rows import RowShape, Vertical

EDGES_AT_MOST = 1000
JOINED, FIRST, CONTINUES, HEADER = "clmrg", "clvmgf", "clvmrg", "trhdr"
WORDS = frozenset(["cellx", JOINED, FIRST, CONTINUES, HEADER])


@dataclass(kw_only=True)
class RowDefinition:
    """The row that is being defined. The first edge is the left one of the row itself, which may be unsaid."""

    edges: list[int] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)
    vertical: list[Vertical] = field(default_factory=list)
    header: bool = False
    _joins: bool = False
    _vertical: Vertical = ""

    def read(self, word: str, number: int | None) -> None:
        """Take in one of WORDS."""
        if word == "cellx" and len(self.edges) < EDGES_AT_MOST:
            if self._joins:
                self.joined.add(len(self.edges))
            self.edges.append(max(number or 0, self.edges[-1] if self.edges else -32768))
            self.vertical.append(self._vertical)
            self._joins, self._vertical = False, ""
        elif word == HEADER:
            self.header = True
        elif word == JOINED:
            self._joins = True
        else:
            self._vertical = "first" if word == FIRST else "continues"

    def shape(self) -> RowShape:
        """The row as it is defined so far."""
        left = min(-1, self.edges[0] - 1) if self.edges else 0
        return RowShape(
            edges=(left, *self.edges) if self.edges else (),
            joined=frozenset(self.joined),
            vertical=tuple(self.vertical),
            header=self.header,
        )
