"""Notes to a table: rows below it that hold one text across all columns, and paragraphs right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, first_number, name_of

SIGN = re.compile(
    r"\s*(?:[*†‡§¶#]|\(?[a-z1-9]\)|[ᵃ-ᵛ¹²³⁰-⁹]"
    r"|(?:notes?|sources?|legend|anm(?:erkung(?:en)?)?|quellen?|hinweise?|notas?|fuentes?|remarques?)\b\s*[.:]"
    r"|(?:n\.?s\.|[pn])\s*[<=>])",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:^|[\s_-])(?:table-?(?:wrap-?)?(?:foot-?)?(?:notes?|foot)|tblfn|tfoot|tbl-?notes?|ltx_tablenotes?)(?=[\s_-]|$)",
    re.IGNORECASE,
)
LEVELS = 3
"""So many elements above a paragraph are asked whether they are the foot of a table."""
MOST_COLUMNS = 1_000
LONGEST_NOTE_CHARACTERS = 600
LINKED_SHARE = 0.5


def rows_of_notes(rows: Sequence[list[Element]]) -> int:
    """How many of the last rows of a table are notes; two rows of cells at least stay."""
    widest = max((sum(map(_width, row)) for row in rows), default=0)
    count = 0
    for row in reversed(rows[2:]):
        if len(row) != 1 or widest < 2 or _width(row[0]) < widest:
            break
        if not (_is_foot(row[0]) or _begins_as_note(row[0])):
            break
        count += 1
    return count


def keep_table_notes(view: PageView, kept: NDArray[np.bool_]) -> None:
    """Add the notes that stand right behind a kept table."""
    table: Element | None = None
    for number, unit in enumerate(view.units):
        if unit.kind == "table":
            table = unit.element if kept[number] else None
        elif table is not None and _is_note(unit, view.lines[number], table):
            kept[number] = True
        else:
            table = None


def _is_note(unit: TextUnit, line: Sequence[Element], table: Element) -> bool:
    if unit.kind not in ("paragraph", "list_item") or len(unit.text) > LONGEST_NOTE_CHARACTERS:
        return False
    if table in line:  # a row of the table itself
        return True
    if any(PART.search(element.get("class") or "") for element in line[:LEVELS]):
        return True
    linked = unit.link_characters > LINKED_SHARE * len(unit.text)
    return not linked and bool(SIGN.match(unit.text))


def _begins_as_note(cell: Element) -> bool:
    first = next((node for node in cell.iter() if (node.text or "").strip()), cell)
    return name_of(first) == "sup" or bool(SIGN.match("".join(cell.itertext())))


def _width(cell: Element) -> int:
    return first_number(cell.get("colspan"), default=1, least=1, most=MOST_COLUMNS)


def _is_foot(cell: Element) -> bool:
    return any(name_of(above) == "tfoot" for above in cell.iterancestors())
