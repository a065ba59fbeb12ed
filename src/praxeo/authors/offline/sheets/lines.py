"""A worksheet as lines, each with the label before it: "1.", "b)", a box to tick, a bullet; cells of tables are lines, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.options import bare_lettered
from praxeo.authors.offline.harvest.told_answers import split_told, tells_answer
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

TOLD = "Answer:"  # before the answer that a line ends with
Series = Literal["", "digit", "letter", "roman", "box", "bullet"]

_FORMS: tuple[tuple[Series, re.Pattern[str]], ...] = (
    ("digit", re.compile(r"^(?:_{2,}\s*)?(?:(?:frage|question|pregunta|nr\.?|q)\s*)?\(?(?P<label>\d{1,2})\s?[.):]+\s*(?=\S)", re.IGNORECASE)),
    ("letter", re.compile(r"^\*?\(?(?P<label>[A-La-l])\s?[.)]\s*(?=\S)")),
    ("roman", re.compile(r"^(?P<label>I{2,3}|IV|VI{0,3}|I|V)[.)]\s+(?=\S)")),
    ("box", re.compile(r"^(?P<label>☐|☑|☒|□|❏|◯|○|\[[ xX]?\])\s*(?=\S)")),
)  # fmt: skip
_BARE: tuple[tuple[Series, re.Pattern[str]], ...] = (
    ("digit", re.compile(r"^(?P<label>\d{1,2})\s+(?=\D)")),
    ("letter", re.compile(r"^(?P<label>[a-l]|[A-H])\s+(?=\S)")),
)
_SEVERAL = re.compile(r"\n|\s(?=_{2,}\s*\d{1,2}[.)]\s)")
_NOTHING = re.compile(r"^[\s_.…☐□❏◯○/|-]*$")
_HEADS = re.compile(r"^(?:[rfvtw]|(?:[rtwv]|true|richtig|wahr|vrai|verdadero)\s?[/|]?\s?(?:f|false|falsch|faux|falso)?|false|falsch|faux|falso|yes|ja|oui|sí|nein|non?|stimmt(?: nicht)?|korrekt|correct|incorrect|juste|nr\.?|no\.?|n°|statement|aussage\w*|affirmation\w*|afirmaci\w+)$", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: its label with the series that it counts in, and its text. `row` counts the rows of its table from 0, `above` is the heading
    above a heading."""

    text: str
    block: Block
    series: Series = ""
    label: str = ""
    heading: bool = False
    bold: bool = False
    row: int = -1
    above: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it is but room to write in."""
        return not self.label and bool(_NOTHING.match(self.text))


def lines_of(placed: Sequence[RoledBlock]) -> Iterator[Line]:
    """The lines of all blocks that hold text, in order."""
    bare = bare_lettered([one.block for one in placed])
    for one in placed:
        if one.block.kind == "table":
            yield from _cells(one.block)
        elif one.block.kind in ("paragraph", "list_item", "heading"):
            above = one.above[-1] if one.above and one.block.kind == "heading" else ""
            yield from (
                replace(line, above=above) for line in _lines(one.block, bare=one.block.id in bare)
            )


def labelled(line: Line, *, bare: bool = False) -> Line:
    """The line with its label taken off its text; `bare`: one that a space alone sets apart counts, too."""
    for series, form in (*_FORMS, *(_BARE if bare else ())):
        if found := form.match(line.text):
            label = found["label"] if series != "letter" else found["label"].lower()
            return replace(line, series=series, label=label, text=line.text[found.end() :].strip())
    return line


def _lines(block: Block, *, bare: bool) -> Iterator[Line]:
    whole = any(m.style == "strong" and m.end - m.start >= len(block.text.strip()) - 2 for m in block.marks)  # fmt: skip
    for number, text in enumerate(_each(block.text)):
        line = Line(text=even(text), block=block, heading=block.kind == "heading", bold=whole)
        if number == 0 and block.number.strip("().") and block.number.strip("().•–-"):
            line = replace(line, text=f"{block.number.strip('().')}. {line.text}")
        found = labelled(line, bare=bare)
        if number == 0 and block.kind == "list_item" and not found.series:
            found = replace(found, series="bullet")
        yield found


def _each(text: str) -> Iterator[str]:
    """The lines of a block; an answer that one ends with is a line of its own."""
    for line in _SEVERAL.split(text):
        asked, told = even(line), ""
        if not tells_answer(asked, one_letter=False):
            asked, told = split_told(asked)
        yield asked
        if told:
            yield f"{TOLD} {told}"


def _cells(block: Block) -> Iterator[Line]:
    rows: dict[int, list[str]] = {}
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(even(cell.text))
    for row, texts in rows.items():
        if row == 0 and any(map(_HEADS.match, texts)):
            continue
        alone = ""
        for text in texts:
            if re.fullmatch(r"\d{1,2}[.)]?|[a-lA-L][.)]?", text):
                alone = text.strip(".)") + ". "
                continue
            if text and not _NOTHING.match(text) and not _HEADS.match(text):
                yield labelled(Line(text=alone + text, block=block, row=row), bare=True)
            alone = ""
