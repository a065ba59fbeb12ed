"""The points of a chart as its file keeps them: each at its own place, as the chart shows it."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.office.cell_formats import shown
from praxeo.sources.documents.office.number_formats import format_of
from praxeo.sources.documents.xml_tree import attribute, child, local

POINTS_AT_MOST = 1_000


def points(node: Any) -> list[str]:
    """What stands at each place of a name, its categories or values; "" where the chart has none.

    Categories of several levels ("2024" over "January") are named by all of them, the widest first.
    """
    if node is None:
        return []
    levels = [_placed(level, "") for level in node.iter() if local(level) == "lvl"]
    if not levels:
        return _placed(
            node, next((n.text or "" for n in node.iter() if local(n) == "formatCode"), "")
        )
    narrow, *wide = levels
    wide = [_carried_on(level, len(narrow)) for level in wide]
    return [
        " ".join(filter(None, [*(level[at] for level in reversed(wide)), text]))
        for at, text in enumerate(narrow)
    ]


def all_points(node: Any) -> int:
    """How many points are kept below a node, those that are not read included."""
    return sum(local(each) == "pt" for each in node.iter()) if node is not None else 0


def _placed(node: Any, code: str) -> list[str]:
    found: dict[int, str] = {}
    for number, point in enumerate(n for n in node.iter() if local(n) == "pt"):
        index = attribute(point, "idx")
        at = int(index) if index.isdigit() and len(index) < 7 else number
        if at < POINTS_AT_MOST:
            found[at] = _text(point, attribute(point, "formatCode") or code)
    if not found:
        return [value.text or "" for value in node.iter() if local(value) == "v"]
    return [found.get(at, "") for at in range(max(found) + 1)]


def _text(point: Any, code: str) -> str:
    """The value of a point; numbers without the digits that only their storing has brought."""
    value = child(point, "v")
    text = ((value.text if value is not None else point.text) or "").strip()
    if not code:
        return text
    try:
        return shown(text, float(text), format_of(code))
    except ValueError:
        return text


def _carried_on(level: list[str], length: int) -> list[str]:
    """A wide category goes on until the next one."""
    carried, now = [], ""
    for at in range(length):
        now = (level[at] if at < len(level) else "") or now
        carried.append(now)
    return carried
