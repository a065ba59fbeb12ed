"""Tells a table in a text file (CSV, TSV) by its delimiters, and reads it."""

from __future__ import annotations

import csv
import re
from io import StringIO

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList

DELIMITERS = "\t;,|"
SEPARATOR_LINE = re.compile(
    r"\A\ufeff?sep=([^\w\s\"]|\t)[ \t]*\r?\n", re.IGNORECASE
)  # as Excel states it
ROWS_AT_LEAST = 3
SHARE_OF_EQUAL_ROWS = 0.95
CELL_LIMIT = 200_000
LONGEST_USUAL_CELL = 60  # characters; in prose with commas the parts are longer or uneven


def add_delimited(text: str, blocks: BlockList) -> bool:
    """Append the table that the whole text is; False if it is none."""
    stated = SEPARATOR_LINE.match(text)
    if stated and (rows := _rows(text[stated.end() :], stated[1])):
        blocks.add_table(_cells(rows))
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < ROWS_AT_LEAST:
        return False
    for delimiter in DELIMITERS:
        width = lines[0].count(delimiter) + 1
        if width < 2 + (delimiter == ","):
            continue
        rows = _rows(text, delimiter)
        if rows and _is_table(rows):
            blocks.add_table(_cells(rows))
            return True
    return False


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        rows = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
        return [[cell.strip() for cell in row] for row in rows if any(c.strip() for c in row)]
    except csv.Error:
        return []


def _is_table(rows: list[list[str]]) -> bool:
    width = len(rows[0])
    equal = sum(1 for row in rows if len(row) == width)
    short = sum(1 for row in rows for cell in row if len(cell) <= LONGEST_USUAL_CELL)
    cells = sum(len(row) for row in rows)
    return (
        width > 1
        and len(rows) >= ROWS_AT_LEAST
        and equal >= SHARE_OF_EQUAL_ROWS * len(rows)
        and short >= SHARE_OF_EQUAL_ROWS * cells
    )


def _cells(rows: list[list[str]]) -> list[Cell]:
    header = not any(_is_number(cell) for cell in rows[0])
    cells = [
        Cell(text=text, row=row, column=column, header=header and row == 0)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return cells[:CELL_LIMIT]


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "").lstrip("-+").isdigit()
