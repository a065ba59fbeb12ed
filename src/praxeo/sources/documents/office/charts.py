"""A chart of an Office file: its titles as captions, its points as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.chart_points import POINTS_AT_MOST, all_points, points
from praxeo.sources.documents.office.seen_words import texts_of
from praxeo.sources.documents.word_count import words_of
from praxeo.sources.documents.xml_tree import child, local

STRINGS = frozenset({"strCache", "strLit", "multiLvlStrCache", "strDim"})


@dataclass(frozen=True, kw_only=True)
class Series:
    """A name, and what is shown at each place: along which categories, and how much."""

    name: str
    categories: tuple[str, ...]
    values: tuple[str, ...]


def add_chart(root: Any, blocks: BlockList) -> None:
    """Append what a chart says, and count the words that its part holds."""
    chart = child(root, "chart") if root is not None else None
    if chart is None:
        return
    blocks.ledger.words_seen += words_of(_words(root))
    blocks.add("caption", paragraphs(child(chart, "title")))
    area = child(chart, "plotArea")
    found: list[Series] = []
    for node in area.iter() if area is not None else ():
        if local(node).endswith("Ax") or local(node) == "axis":
            blocks.add("caption", paragraphs(child(node, "title")))
        elif local(node) == "ser":
            found += _series(node)
    data = child(root, "chartData")
    if data is not None:  # as Office draws waterfalls and trees since 2016
        found += [_dimensions(node) for node in data if local(node) == "data"]
    _add_tables(found, blocks)
    if any(all_points(node) > POINTS_AT_MOST for node in root.iter() if local(node) in ("cat", "val", "xVal", "yVal", "lvl")):  # fmt: skip
        blocks.warn(
            "cut_off",
            f"Only the first {POINTS_AT_MOST:,} filled cells of a chart were read.",
            details={"limit": POINTS_AT_MOST},
        )


def _words(root: Any) -> list[str]:
    """The texts of a chart by its elements alone."""
    names = (name for name in root.iter() if local(name) in ("tx", "txData"))
    held = [v for name in names for v in name.iter() if local(v) == "v"]
    held += [v for node in root.iter() if local(node) in STRINGS for v in node.iter()]
    strings = {v.text or "" for v in held if local(v) in ("v", "pt")}  # a table shows each once
    return [*strings, *texts_of(root)]


def _series(node: Any) -> list[Series]:
    """One series; bubbles have their sizes as another."""
    name = " ".join(points(child(node, "tx")))
    along = child(node, "cat") if child(node, "cat") is not None else child(node, "xVal")
    values = child(node, "val") if child(node, "val") is not None else child(node, "yVal")
    measured = (values, child(node, "bubbleSize"))
    return [
        Series(name=name, categories=tuple(points(along)), values=tuple(points(value)))
        for value in measured
        if value is not None or value is values
    ]


def _dimensions(node: Any) -> Series:
    texts = [tuple(points(each)) for each in node if local(each) == "strDim"]
    numbers = [tuple(points(each)) for each in node if local(each) == "numDim"]
    return Series(
        name="", categories=texts[0] if texts else (), values=numbers[0] if numbers else ()
    )


def _add_tables(found: list[Series], blocks: BlockList) -> None:
    """Series along the same categories share a table."""
    by_categories: dict[tuple[str, ...], list[Series]] = {}
    for series in found:
        by_categories.setdefault(series.categories, []).append(series)
    without = by_categories.pop((), [])
    first = next(iter(by_categories), ())
    by_categories.setdefault(first, []).extend(without)
    for categories, group in by_categories.items():
        if group:
            blocks.add_table(_cells(categories, group))


def _cells(categories: tuple[str, ...], group: list[Series]) -> list[Cell]:
    columns = [categories, *(series.values for series in group)]
    cells = [Cell(text=s.name, row=0, column=at, header=True) for at, s in enumerate(group, 1)]
    for row in range(max(map(len, columns))):
        for at, column in enumerate(columns):
            text = column[row] if row < len(column) else ""
            cells.append(Cell(text=text, row=row + 1, column=at))
    return cells


def paragraphs(node: Any) -> str:
    """The paragraphs of DrawingML text in an element, one behind the other."""
    if node is None:
        return ""
    lines = [
        "".join(run.text or "" for run in paragraph.iter() if local(run) == "t")
        for paragraph in node.iter()
        if local(paragraph) == "p"
    ]
    return " ".join(line.strip() for line in lines if line.strip())
