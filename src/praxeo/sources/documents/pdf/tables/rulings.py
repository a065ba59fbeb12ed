"""Joins the ruling lines of a page into whole lines and finds which of them hang together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from praxeo.sources.documents.pdf.page import Rule

SNAP = 2.5  # points; lines nearer than this are drawn as one (double lines, cell borders)
JOIN_GAP = 4.0  # points between pieces of one line (dotted rules, borders drawn per cell)
TOUCH = 3.5  # points by which crossing lines may miss each other
MAX_LINES = 800  # in one direction; a page with more is a drawing


class Line(NamedTuple):
    """A ruling line: `at` is y for a horizontal one and x for a vertical one."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def covers(self, start: float, end: float, share: float = 0.6) -> bool:
        """Whether the line runs along at least `share` of the way from start to end."""
        along = min(self.end, end) - max(self.start, start)
        return along >= share * (end - start)


def join_rules(rules: Iterable[Rule], *, horizontal: bool) -> list[Line]:
    """All rules of one direction as whole lines, sorted by position."""
    pieces: list[Line] = []
    for rule in rules:
        if rule.horizontal == horizontal:
            left, top, right, bottom = rule.box
            if horizontal:
                pieces.append(Line((top + bottom) / 2, left, right))
            else:
                pieces.append(Line((left + right) / 2, top, bottom))
    pieces.sort()
    lines: list[Line] = []
    cluster: list[Line] = []
    for piece in pieces:
        if cluster and piece.at - cluster[0].at > SNAP:
            lines.extend(_join(cluster))
            cluster = []
        cluster.append(piece)
    if cluster:
        lines.extend(_join(cluster))
    return sorted(lines)


def _join(cluster: list[Line]) -> list[Line]:
    at = sum(piece.at for piece in cluster) / len(cluster)
    found: list[Line] = []
    for piece in sorted(cluster, key=lambda item: item.start):
        if found and piece.start - found[-1].end <= JOIN_GAP:
            found[-1] = Line(at, found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(Line(at, piece.start, piece.end))
    return found


def crossing_groups(
    horizontal: list[Line], vertical: list[Line]
) -> list[tuple[list[Line], list[Line]]]:
    """Groups of horizontal and vertical lines that touch each other, directly or by others."""
    if len(horizontal) > MAX_LINES or len(vertical) > MAX_LINES:
        return []
    parent = list(range(len(horizontal) + len(vertical)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for j, down in enumerate(vertical, len(horizontal)):
        for i, across in enumerate(horizontal):
            if across.at < down.start - TOUCH:
                continue
            if across.at > down.end + TOUCH:
                break
            if across.start - TOUCH <= down.at <= across.end + TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Line], list[Line]]] = {}
    for i, across in enumerate(horizontal):
        groups.setdefault(root(i), ([], []))[0].append(across)
    for j, down in enumerate(vertical, len(horizontal)):
        groups.setdefault(root(j), ([], []))[1].append(down)
    return [group for group in groups.values() if group[0] and group[1]]
