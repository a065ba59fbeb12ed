"""Text inside drawings of Office files: charts as tables, diagrams as lists."""

from __future__ import annotations

from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.package import Package, relation_id
from praxeo.sources.documents.xml_tree import attribute, child, local

POINT_LIMIT = 400


def add_graphics(drawing: Any, package: Package, part: str, blocks: BlockList) -> None:
    """Append the charts and diagrams that a drawing of `part` refers to."""
    for node in drawing.iter():
        name = local(node)
        if name == "chart":
            found = package.relations(part).get(relation_id(node))
            if found and found[1] in package.names:
                add_chart(package.xml_if_there(found[1]), blocks)
        elif name == "relIds":
            found = package.relations(part).get(attribute(node, "dm"))
            if found and found[1] in package.names:
                _add_diagram(package.xml_if_there(found[1]), blocks)


def add_chart(root: Any, blocks: BlockList) -> None:
    """A chart's title as a caption, its numbers as a table."""
    if root is None:
        return
    chart = child(root, "chart")
    if chart is None:
        return
    blocks.add("caption", _texts(child(chart, "title")))
    area = child(chart, "plotArea")
    if area is None:
        return
    for axis in area:
        if local(axis).endswith("Ax"):
            blocks.add("caption", _texts(child(axis, "title")))
    columns = [_series(node) for node in area.iter() if local(node) == "ser"]
    if columns:
        blocks.add_table(_chart_cells(columns))


def _series(node: Any) -> tuple[str, list[str], list[str]]:
    """Name, categories and values of one series."""
    categories = child(node, "cat")
    values = child(node, "val")
    return (
        " ".join(_points(child(node, "tx"))),
        _points(child(node, "xVal") if categories is None else categories),
        _points(child(node, "yVal") if values is None else values),
    )


def _points(node: Any) -> list[str]:
    if node is None:
        return []
    return [v.text or "" for v in node.iter() if local(v) == "v"][:POINT_LIMIT]


def _chart_cells(columns: list[tuple[str, list[str], list[str]]]) -> list[Cell]:
    labels = max((categories for _, categories, _ in columns), key=len)
    cells = [
        Cell(text=name, row=0, column=at, header=True) for at, (name, _, _) in enumerate(columns, 1)
    ]
    for row in range(max(len(labels), *(len(values) for _, _, values in columns))):
        cells.append(Cell(text=labels[row] if row < len(labels) else "", row=row + 1, column=0))
        for at, (_, _, values) in enumerate(columns, 1):
            text = values[row] if row < len(values) else ""
            cells.append(Cell(text=text, row=row + 1, column=at))
    return cells


def _add_diagram(root: Any, blocks: BlockList) -> None:
    if root is None:
        return
    for node in root.iter():
        if local(node) == "pt":
            blocks.add("list_item", _texts(node), level=1)


def _texts(node: Any) -> str:
    """The paragraphs of DrawingML text in an element."""
    if node is None:
        return ""
    lines = [
        "".join(run.text or "" for run in paragraph.iter() if local(run) == "t")
        for paragraph in node.iter()
        if local(paragraph) == "p"
    ]
    return " ".join(line.strip() for line in lines if line.strip())
