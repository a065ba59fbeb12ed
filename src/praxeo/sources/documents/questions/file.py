"""A bank of questions as tables of question, answer and wrong answers, by which authors know them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from praxeo.domain.blocks import Cell, Extraction, Metadata
from praxeo.domain.errors import TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cards.deck import CARDS_AT_MOST, Missing
from praxeo.sources.documents.cards.sides import side
from praxeo.sources.documents.questions.gift import Asked, questions_in
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.plain import read_text_file

HEAD = ("Question", "Answer")
WRONG = "Wrong answer"
ROWS_AT_MOST = 20  # of one table, so that a section can end between two


def read_gift_file(path: Path) -> Extraction:
    """All questions of a bank, category by category; those without an answer are read. Raises TooLarge."""
    asked = []
    for one in questions_in(decode(path.read_bytes())):
        asked.append(one)
        if len(asked) > CARDS_AT_MOST:
            raise TooLarge("text_too_long", f"This bank holds more than {CARDS_AT_MOST:,} questions. Split it into parts and add each of them.")  # fmt: skip
    if not any(one.right for one in asked):
        return read_text_file(path)
    blocks, missing = BlockList(), Missing()
    for category, own in groupby(asked, key=lambda one: one.category):
        if name := _name(category):
            blocks.add("heading", name, level=2)
        _add(list(own), missing, blocks)
    told = [one.feedback for one in asked if one.feedback]
    if told:
        blocks.ledger.leave_out_text("missing", " ".join(told))
        blocks.warn("feedback_left_out", f"What the bank says after an answer was left out ({len(told)} texts).", details={"texts": len(told)})  # fmt: skip
    return blocks.extraction(Metadata(title=_title(asked)))


def _add(asked: list[Asked], missing: Missing, blocks: BlockList) -> None:
    rows: list[tuple[str, ...]] = []
    for one in asked:
        front, *answers = (side(t, missing, html=one.html) for t in (one.front, "; ".join(one.right), *one.wrong))  # fmt: skip
        if front and answers[0]:
            rows.append((front, answers[0], *(answers[1:] if len(one.right) == 1 else ())))
        elif front:
            blocks.add("paragraph", front)
    for start in range(0, len(rows), ROWS_AT_MOST):
        blocks.add_table(_cells(rows[start : start + ROWS_AT_MOST]))


def _cells(rows: list[tuple[str, ...]]) -> list[Cell]:
    width = max(map(len, rows))
    head = (*HEAD, *(WRONG for _ in range(width - len(HEAD))))
    return [
        Cell(text=text, row=number, column=column, header=number == 0)
        for number, row in enumerate((head, *rows))
        for column, text in enumerate((*row, *("" for _ in range(width - len(row)))))
    ]


def _name(category: str) -> str:
    """The last part of a category, which slashes part; "top" and "$course$" are of the platform."""
    parts = [part.replace("\0", "/").strip() for part in category.replace("//", "\0").split("/")]
    return next((part for part in reversed(parts) if part and part not in ("top", "$course$")), "")


def _title(asked: list[Asked]) -> str:
    """What all categories are below, if there is such a thing."""
    tops = {one.category.replace("//", "\0").split("/")[0].replace("\0", "/").strip() for one in asked}  # fmt: skip
    return tops.pop() if len(tops) == 1 and len({one.category for one in asked}) > 1 else ""
