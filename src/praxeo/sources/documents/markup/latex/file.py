"""LaTeX to blocks: the parser of pylatexenc, the document's own macros, its numbers and what its head states."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pylatexenc.latexwalker import LatexWalker, LatexWalkerError

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.latex.environments import read_environment
from praxeo.sources.documents.markup.latex.included import BEGINNING, END, with_included
from praxeo.sources.documents.markup.latex.labels import numbers_of
from praxeo.sources.documents.markup.latex.lifting import lifted
from praxeo.sources.documents.markup.latex.macros import read_macro
from praxeo.sources.documents.markup.latex.sure_latex import seen_in_latex
from praxeo.sources.documents.markup.latex.vocabulary import context
from praxeo.sources.documents.markup.latex.walk import Walk
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.formulas.arguments import braced
from praxeo.sources.formulas.definitions import without_definitions

LONGEST_CHARACTERS = 1_500_000
STATED = re.compile(r"\\(title|author|date)\s*(?:\[[^\]\n]*\])?\s*(?=\{)")
AND = re.compile(r"\\and\b|\\\\|\\AND\b")


def read_latex_file(path: Path) -> Extraction:
    """The blocks of a file and what it states. Raises Refused("too_deep"), TooLarge."""
    return read_latex(path.read_bytes(), no_files)


def read_latex(data: bytes, files: Files) -> Extraction:
    """The same for a text that came with its pictures and the files that it takes in."""
    text = with_included(decode(data), files, LONGEST_CHARACTERS)
    if len(text) > LONGEST_CHARACTERS:
        raise TooLarge(
            "text_too_long",
            f"The document holds more than {LONGEST_CHARACTERS:,} characters of text. "
            "Split it into parts and add each of them.",
            details={"limit": LONGEST_CHARACTERS},
        )
    try:
        return _read(text, files)
    except RecursionError as error:
        raise Refused(
            "too_deep",
            "This file nests its groups too deeply to be read. Flatten its lists and braces.",
        ) from error


def _read(text: str, files: Files) -> Extraction:
    taken = lifted(text)
    blocks, outside = BlockList(files=files), OutsideParts()
    whole = without_definitions(taken.text, blocks.macros)
    numbers = numbers_of(whole)
    known = context(blocks.macros, numbers.theorems)
    walk = Walk(
        blocks=blocks,
        numbers=numbers,
        listings=taken.listings,
        outside=outside,
        parse=lambda tex: _parsed(tex, known),
        read_macro=read_macro,
        read_environment=read_environment,
    )
    head, begins, body = whole.partition(BEGINNING)
    body = (body if begins else head).partition(END)[0]
    stated = _stated(whole)
    if "title" in stated:
        walk.heading(_group(walk.parse(stated["title"])), 1)
    walk.top = 1 + ("title" in stated) - (1 if "\\chapter" not in body else 0)
    walk.run(walk.parse(body))
    walk.flush()
    for aside in taken.asides:
        with blocks.aside("comments"):
            blocks.add("paragraph", aside)
    blocks.ledger.leave_out("comments", "comments", taken.comments)
    outside.tell(blocks)
    title = blocks.blocks[0].text if "title" in stated and blocks.blocks else ""
    names = [_words(walk, name) for name in AND.split(stated.get("author", ""))]
    return blocks.extraction(
        Metadata(
            title=title,
            authors=tuple(filter(None, names)),
            date=_words(walk, stated.get("date", "")),
        ),
        seen=seen_in_latex(text),
    )


def _parsed(tex: str, known: Any) -> list[Any]:
    """The nodes of a text; a brace or an end too many is passed over."""
    nodes: list[Any] = []
    walker, at = LatexWalker(tex, latex_context=known, tolerant_parsing=True), 0
    while at < len(tex):
        try:
            found, start, length = walker.get_latex_nodes(pos=at)
        except (LatexWalkerError, IndexError, ValueError, TypeError, AttributeError):
            found, start, length = [], at, 0
        nodes += found
        at = max(at + 1, start + length)
    return nodes


def _group(nodes: list[Any]) -> Any:
    from pylatexenc.latexwalker import LatexGroupNode

    return LatexGroupNode(nodelist=nodes)


def _stated(text: str) -> dict[str, str]:
    """The source of title, author and date, where the text has them."""
    found: dict[str, str] = {}
    for statement in STATED.finditer(text):
        body = braced(text, statement.end())
        if body is None:
            break
        if body[0].strip():
            found.setdefault(statement[1], body[0])
    return found


def _words(walk: Walk, tex: str) -> str:
    return " ".join(walk.apart(walk.parse(tex)).finish()[0].split())
