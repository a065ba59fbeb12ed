"""What stands in a table cell: lines of text with their marks, from one run of text or from several blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from praxeo.domain.blocks import Block, Mark
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText

SEVERAL_SPACES = re.compile(r"\s{2,}|[^\S\n ]")


class CellWords(NamedTuple):
    """The text of a cell, a line break where a line ends, and the marks of it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()


def words_of_inline(inline: InlineText, blocks: BlockList | None = None) -> CellWords:
    """What was collected run by run; what was left out of it is told in `blocks`."""
    if blocks is not None:
        blocks.tell_struck(inline)
        blocks.ledger.refuse_formulas(inline.formulas_refused)
        blocks.hide_text(" ".join(inline.unseen))
    return _even(*inline.finish())


def words_of_lines(lines: Iterable[InlineText]) -> CellWords:
    """The paragraphs of a cell, one line each."""
    return _joined(CellWords(*line.finish()) for line in lines)


def words_of_blocks(blocks: Iterable[Block]) -> CellWords:
    """The blocks of a cell, one line each, with the numbers of its items."""
    return _joined(
        CellWords(f"{block.number} {block.text}", _moved(block.marks, len(block.number) + 1))
        if block.number
        else CellWords(block.text, block.marks)
        for block in blocks
        if block.picture is None
    )


def _joined(lines: Iterable[CellWords]) -> CellWords:
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for text, own in lines:
        if text.strip():
            marks += _moved(own, at)
            texts.append(text)
            at += len(text) + 1
    return CellWords("\n".join(texts), tuple(marks))


def _moved(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    return tuple(replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks)


def _even(text: str, marks: tuple[Mark, ...]) -> CellWords:
    """The same with one space or line break between words."""
    if not SEVERAL_SPACES.search(text):
        return CellWords(text, marks)
    kept: list[str] = []
    places: list[int] = []  # where each sign stands now
    for sign in text:
        if sign.isspace() and kept and kept[-1].isspace():
            kept[-1] = "\n" if "\n" in (sign, kept[-1]) else " "
            places.append(len(kept) - 1)
        else:
            places.append(len(kept))
            kept.append(sign if sign == "\n" or not sign.isspace() else " ")
    places.append(len(kept))
    moved = (replace(m, start=places[m.start], end=places[m.end]) for m in marks)
    return CellWords("".join(kept), tuple(m for m in moved if m.start < m.end))
