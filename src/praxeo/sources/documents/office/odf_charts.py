"""Charts of OpenDocument files: objects that hold the table from which they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.word_count import words_of
from praxeo.sources.documents.xml_tree import child


def chart_of(root: Any) -> Any:
    """The chart that an object's part holds; None if it is something else, or there is no part."""
    content = child(child(root, "body"), "chart") if root is not None else None
    return child(content, "chart")


def add_chart(chart: Any, blocks: BlockList, add_table: Callable[[Any], None]) -> None:
    """Append the chart's titles as captions and its numbers as a table, as charts of other files are read."""
    for title in chart.iter("{*}title", "{*}subtitle"):
        told = " ".join(" ".join(title.itertext()).split())
        blocks.ledger.words_seen += words_of((told,))
        blocks.add("caption", told)
    table = child(chart, "table")
    if table is not None:
        add_table(table)
