"""What each environment of LaTeX means: lists, tables, theorems, formulas, figures."""

from __future__ import annotations

import re
from typing import Any

from praxeo.sources.documents.html.lists import printed
from praxeo.sources.documents.markup.latex.tables import add_table
from praxeo.sources.documents.markup.latex.vocabulary import FORMULA
from praxeo.sources.documents.markup.latex.walk import Styles, Walk

LISTS = frozenset({"itemize", "enumerate", "description"})
TABLES = re.compile(r"tabular[xy*]?|tabulary|longtable|supertabular")
DRAWINGS = re.compile(r"tikzpicture|pgfpicture|forest|circuitikz|picture|pspicture|tikzcd|chemfig")
TITLED = frozenset({"block", "alertblock", "exampleblock"})
NUMBER_STYLES = ("1", "a", "i", "A")


def read_environment(walk: Walk, node: Any, styles: Styles) -> None:
    """Append what an environment holds."""
    name = node.environmentname
    arguments = [a for a in (node.nodeargd.argnlist if node.nodeargd else ()) if a is not None]
    if FORMULA.fullmatch(name):
        walk.formula(node.latex_verbatim(), display=name != "math")
        return
    walk.flush()
    if name in LISTS:
        _list(walk, name, node.nodelist, styles)
    elif TABLES.fullmatch(name):
        add_table(walk, node.nodelist)
    elif DRAWINGS.fullmatch(name):
        walk.blocks.album.lose("unknown_kind")
    elif name == "thebibliography":
        walk.blocks.ledger.leave_out_text("references", walk.apart(node.nodelist).finish()[0])
    else:
        if name in TITLED and arguments:
            walk.run(arguments[-1:], ("strong",))
            walk.flush()
        elif name in walk.numbers.theorems:
            _label(walk, walk.numbers.theorems[name], arguments)
        walk.run(node.nodelist, styles)
    walk.flush()


def _label(walk: Walk, label: str, arguments: list[Any]) -> None:
    """What stands before a theorem: its kind, and its name in brackets."""
    walk.inline.add(label, ("strong",))
    if arguments:
        walk.inline.add(" (", ("strong",))
        walk.run(arguments[:1], ("strong",))
        walk.inline.add(")", ("strong",))
    walk.inline.add(". ")


def _list(walk: Walk, name: str, nodes: list[Any], styles: Styles) -> None:
    walk.lists.append(0)
    before: list[Any] = []
    for node in [*nodes, None]:
        starts = type(node).__name__ == "LatexMacroNode" and node.macroname == "item"
        if node is not None and not starts:
            before.append(node)
            continue
        walk.run(before, styles)
        before = []
        walk.flush()
        if node is not None:
            _item(walk, name, [a for a in node.nodeargd.argnlist if a is not None])
    walk.lists.pop()


def _item(walk: Walk, name: str, stated: list[Any]) -> None:
    walk.kind = "list_item"
    walk.lists[-1] += 1
    if stated and name == "description":
        walk.run(stated, ("strong",))
        walk.inline.add(": ")
    elif stated:
        walk.item_number = walk.apart(stated).finish()[0][:12]
    elif name == "enumerate":
        style = NUMBER_STYLES[(len(walk.lists) - 1) % len(NUMBER_STYLES)]
        number = printed(walk.lists[-1], style)
        walk.item_number = f"({number})" if style == "a" else f"{number}."
