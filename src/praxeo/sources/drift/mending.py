"""Brings blocks up to what their source says now: a sentence for a sentence, so that ids and references stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from praxeo.domain.blocks import Block, Cell, Mark
from praxeo.domain.sentences import evidence_parts, split_sentences

CELLS_APART = " | "


@dataclass(frozen=True, kw_only=True)
class Mended:
    """A block as it is now (None: nothing is left of it), and where each of its references leads ("": nowhere)."""

    block: Block | None
    references: Mapping[str, str]


def mended(block: Block, after: Mapping[int, str]) -> Mended:
    """The block with these parts (from 1) as they are now; "" takes one away. Rows and lines stay, however
    empty: those behind them would be counted anew."""
    if block.kind in ("table", "code"):
        return Mended(block=_with_rows(block, after), references={})
    text, marks, kept = "", list[Mark](), list[int]()
    spans = split_sentences(block.text)
    for number, (start, end) in enumerate(spans, 1):
        said = after.get(number, block.text[start:end])
        if not said:
            continue
        between = block.text[spans[number - 2][1] : start] if number > 1 and text else ""
        text += between
        if number not in after:
            marks += (
                replace(
                    mark, start=len(text) + mark.start - start, end=len(text) + mark.end - start
                )
                for mark in block.marks
                if start <= mark.start and mark.end <= end
            )
        text += said
        kept.append(number)
    if not text:
        gone = {f"{block.id}.{number}": "" for number in range(1, len(spans) + 1)}
        return Mended(block=None, references={block.id: "", **gone})
    now = replace(block, text=text, marks=tuple(marks))
    return Mended(block=now, references=_references(now, kept, len(spans)))


def _references(block: Block, kept: list[int], count: int) -> dict[str, str]:
    """Where the references lead; to the whole block, if its sentences are not told apart as before."""
    whole = len(evidence_parts(block)) != len(kept)
    places = {number: place for place, number in enumerate(kept, 1)}
    found = {}
    for number in range(1, count + 1):
        at = places.get(number)
        found[f"{block.id}.{number}"] = (
            "" if at is None else block.id if whole else f"{block.id}.{at}"
        )
    return found


def _with_rows(block: Block, after: Mapping[int, str]) -> Block:
    """The table or listing with these lines; a row of other columns cannot be put in and stays."""
    lines, cells = block.text.split("\n"), list(block.cells)
    for number, text in after.items():
        told = text.split(CELLS_APART)
        row = [at for at, cell in enumerate(cells) if cell.row == number - 1]
        if not text or not 1 <= number <= len(lines) or (block.cells and len(told) != len(row)):
            continue
        lines[number - 1] = text
        for at, said in zip(row, told, strict=False):
            cells[at] = _saying(cells[at], said)
    return replace(block, text="\n".join(lines), cells=tuple(cells))


def _saying(cell: Cell, text: str) -> Cell:
    return cell if cell.text == text else replace(cell, text=text, marks=())
