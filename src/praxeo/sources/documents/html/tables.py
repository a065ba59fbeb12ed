"""Tables: which are data and which only lay a page out; rows, spans and header cells."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords, words_of_inline
from praxeo.sources.documents.html.hidden import is_unseen_cell
from praxeo.sources.documents.html.inline_styles import run_styles
from praxeo.sources.documents.html.page_formulas import formula_of
from praxeo.sources.documents.html.table_notes import rows_of_notes
from praxeo.sources.documents.html.tree import Element, first_number, name_of
from praxeo.sources.documents.inline import InlineText, RunStyle

LONGEST_CELL_CHARACTERS = 800
MOST_COLUMNS = 1_000
BREAK = "\0"  # what no text of a page holds
MOST_CELLS = 50_000
# What stands in a cell only when the table is there for the layout of the page.
LAYOUT_CONTENT = {"table", "form", "pre", "article", "section", "h1", "h2", "h3", "nav", "main"}
UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
        "textarea",
        "head",
        "annotation",
        "annotation-xml",
        "map",
        "area",
        "noframes",
        "frameset",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "mi",
        "mo",
        "mn",
        "mrow",
        "msup",
        "msub",
        "mtext",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "input",
        "semantics",
    ]
)


def is_data_table(table: Element) -> bool:
    """Whether rows and columns mean something, or the table is only a grid for the layout."""
    if table.get("role", "").lower() in {"presentation", "none"}:
        return False
    if any(name_of(inner) in LAYOUT_CONTENT for inner in table.iterdescendants()):
        return False
    rows = list(_rows(table))
    widest = max((len(row) for _, row in rows), default=0)
    if widest < 2 or (len(rows) < 2 and not any(name_of(c) == "th" for _, r in rows for c in r)):
        return False
    return all(len("".join(c.itertext())) <= LONGEST_CELL_CHARACTERS for _, r in rows for c in r)


def table_cells(table: Element) -> tuple[Cell, ...]:
    """The cells in order of their rows; a spanning cell stands once, at its first place."""
    cells: list[Cell] = []
    taken: dict[int, int] = {}  # column -> number of rows below that a span still covers
    rows = list(_rows(table))
    rows = rows[: len(rows) - rows_of_notes([row for _, row in rows])]
    for row_number, (in_head, row) in enumerate(rows):
        column = 0
        covered = {c: n - 1 for c, n in taken.items() if n > 1}
        busy = set(taken)
        for element in row:
            while column in busy:
                column += 1
            if column >= MOST_COLUMNS or len(cells) >= MOST_CELLS:
                break
            width = first_number(
                element.get("colspan"), default=1, least=1, most=MOST_COLUMNS - column
            )
            height = first_number(
                element.get("rowspan"), default=1, least=1, most=len(rows) - row_number
            )
            words = words_in(element)
            cells.append(
                Cell(
                    text=words.text,
                    marks=words.marks,
                    row=row_number,
                    column=column,
                    row_span=height,
                    column_span=width,
                    header=in_head or name_of(element) == "th",
                )
            )
            if height > 1:
                covered.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        taken = covered
    return tuple(cells)


def table_notes(table: Element) -> list[Element]:
    """The cells below a table that are notes to it, in order; `table_cells` leaves them out."""
    rows = [row for _, row in _rows(table)]
    return [cell for row in rows[len(rows) - rows_of_notes(rows) :] for cell in row]


def flat_text(element: Element) -> str:
    """All visible text inside an element as one line."""
    return " ".join(words_in(element).text.split())


def words_in(element: Element) -> CellWords:
    """All visible text inside an element with its marks; what stands apart in it is a line of its own."""
    inline = InlineText()
    stack: list[tuple[Element | str, tuple[RunStyle, ...]]] = [(element, ())]
    while stack:
        node, styles = stack.pop()
        if isinstance(node, str):
            inline.add("\n" if node == BREAK else node.replace("\n", " "), styles)
            continue
        name = name_of(node)
        if node is not element and node.tail:
            stack.append((node.tail, styles))
        if (formula := formula_of(node, name)) is not None:
            inline.add_formula(*formula)
            continue
        if not name or name in UNREAD or (node is not element and is_unseen_cell(node)):
            continue
        inside = run_styles(node, name, styles)
        apart = name not in INLINE
        if apart:
            stack.append((BREAK, ()))
        stack.extend((child, inside) for child in reversed(node))
        if node.text:
            stack.append((node.text, inside))
        if apart:
            stack.append((BREAK, ()))
    return words_of_inline(inline)


def _rows(table: Element) -> Iterator[tuple[bool, list[Element]]]:
    """Each row with whether it stands in a head; nested tables are not looked into."""
    stack = [(child, False) for child in reversed(table)]
    while stack:
        node, in_head = stack.pop()
        name = name_of(node)
        if name == "tr":
            if not is_unseen_cell(node):
                yield (
                    in_head,
                    [c for c in node if name_of(c) in {"td", "th"} and not is_unseen_cell(c)],
                )
        elif name in {"thead", "tbody", "tfoot"}:
            stack.extend((child, in_head or name == "thead") for child in reversed(node))
