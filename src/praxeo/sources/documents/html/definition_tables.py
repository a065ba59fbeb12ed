"""Tables in which pages set out terms beside their meanings, taken for the definition lists that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.sources.documents.html.tree import Element, name_of

# As texi2html, DocBook, Asciidoctor and hand-made glossaries call them, or the element around them.
NAMED = re.compile(
    r"(?:^|[\s_-])(?:dl|variablelist|hdlist|glossary|glosslist|deflist|definitions?)(?:[\s_-]|$)",
    re.IGNORECASE,
)
LONGEST_TERM_CHARACTERS = 80


def as_definition_lists(root: Element) -> None:
    """Rename such tables and their rows and cells below `root`, in place, to dl, div, dt and dd."""
    for table in list(root.iter("table")):
        around = table.getparent()
        named = (table.get("class"), around.get("class") if around is not None else "")
        if not any(NAMED.search(each or "") for each in named):
            continue
        rows = list(_rows(table))
        if rows and all(_defines(row) for row in rows):
            _rename(table, rows)


def _rows(table: Element) -> Iterator[Element]:
    """The rows, where nothing but rows, columns and their groups stands in it; one without cells else."""
    for child in table.iterdescendants():
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in {"table", "caption", "th"}:
            yield table


def _defines(row: Element) -> bool:
    """Whether it holds a short term and its meaning."""
    cells = [name_of(child) for child in row if name_of(child)]
    term = "".join(row[0].itertext()).strip() if len(row) else ""
    return (
        cells == ["td", "td"]
        and 0 < len(term) <= LONGEST_TERM_CHARACTERS
        and bool("".join(row[1].itertext()).strip())
    )


def _rename(table: Element, rows: list[Element]) -> None:
    table.tag = "dl"
    for group in table:
        if name_of(group) in {"tbody", "thead", "tfoot"}:
            group.tag = "div"
    for row in rows:
        row.tag = "div"
        row[0].tag, row[1].tag = "dt", "dd"
