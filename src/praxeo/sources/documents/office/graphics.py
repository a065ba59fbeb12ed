"""Charts and diagrams inside drawings of Office files."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.charts import add_chart, paragraphs
from praxeo.sources.documents.office.package import Package, relation_id
from praxeo.sources.documents.xml_tree import attribute, local


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


def _add_diagram(root: Any, blocks: BlockList) -> None:
    if root is None:
        return
    for node in root.iter():
        if local(node) == "pt":
            blocks.add("list_item", paragraphs(node), level=1)
