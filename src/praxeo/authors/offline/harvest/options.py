"""The options of a question: in a list, one a paragraph, or all in one line; and which one is marked right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import even
from praxeo.domain.blocks import Block

FEWEST_INLINE = 3
LETTERS = "ABCDEFGH"
LONGEST_OPTION = 40  # words

_LETTER = re.compile(r"^[*✓✔]?\s*[(\[]?([A-Ha-h])[.):\]]\s+(?=\S)")
_BARE_LETTER = re.compile(r"^([A-H])\s+(?=\S)")
_INLINE = re.compile(r"(?:(?<=\s)|^)(?:\*(?=\S))?[(\[]?([A-Ha-h])[.)\]]\s+")
_BOX = re.compile(r"(?:☐|☑|☒|\[[ xX]\])\s*")
_TICKED = re.compile(r"☑|☒|\[[xX]\]")
_RIGHT = re.compile(
    r"^\s*(?:\*|✓|✔|✅|\[[xX]\]|☑|☒)\s*|\s*(?:\*|✓|✔|✅|\((?:correct|right|richtig|korrekt|juste|correcto|correcta|bonne réponse)\)|←.*)\s*$",
    re.IGNORECASE,
)
_OR = re.compile(r",?\s+(?:or|oder|ou|o|u)$", re.IGNORECASE)
_WRONG = re.compile(r"^\s*(?:\[ ?\]|☐|✗|✘|❌)\s*|\s*(?:\((?:wrong|incorrect|falsch|faux|incorrecto)\)|✗|✘|❌)\s*$", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Option:
    """One option as the source has it; `right` where it is marked so there, `bold` where it is printed bold."""

    letter: str
    text: str
    block: Block
    right: bool = False
    bold: bool = False


def without_mark(text: str) -> tuple[str, bool]:
    """An option without the sign that says whether it is right, and whether one says that it is."""
    return _WRONG.sub("", _RIGHT.sub("", text)).strip(), bool(_RIGHT.search(text))


def letter_of(text: str) -> str:
    """The letter that a line begins with as an option ("b) …"), "" for none."""
    found = _LETTER.match(text)
    return found[1].upper() if found else ""


def bare_lettered(blocks: Sequence[Block]) -> frozenset[str]:
    """The blocks, by id, that only a large letter counts off, as exam papers have options: "A Voltmeter", "B Ammeter", …"""
    found: set[str] = set()
    run: list[str] = []
    for block in blocks:
        letter = (
            _BARE_LETTER.match(even(block.text))
            if block.kind in ("paragraph", "list_item")
            else None
        )
        if not letter or len(run) == len(LETTERS) or letter[1] != LETTERS[len(run)]:
            run = []
        if letter and letter[1] == LETTERS[len(run)]:
            run.append(block.id)
        if len(run) >= FEWEST_INLINE:
            found.update(run)
    return frozenset(found)


def option_of(block: Block, place: int, *, bare: bool = False) -> Option | None:
    """A block as the option at that place (from 0): a list item, or a paragraph with the next letter; `bare`: without a mark."""
    if place >= len(LETTERS):
        return None
    text = even(block.text)
    if bare:
        text = _BARE_LETTER.sub(r"\1) ", text)
    letter = letter_of(text) or letter_of(f"{block.number} x")
    if letter and letter != LETTERS[place]:
        return None
    if not letter and block.kind != "list_item" and not _BOX.match(text):
        return None
    said = text[found.end() :] if (found := _LETTER.match(text)) else text
    shown = _WRONG.sub("", _RIGHT.sub("", said)).strip()
    if not shown or len(shown.split()) > LONGEST_OPTION:
        return None
    bold = any(m.style == "strong" and m.end - m.start >= len(shown) - 1 for m in block.marks)
    marked = bool(_RIGHT.search(said) or text.startswith(("*", "✓", "✔")))
    return Option(letter=LETTERS[place], text=shown, block=block, right=marked, bold=bold)


def inline_options(text: str, block: Block) -> tuple[str, list[Option]]:
    """The question and its options where all stand in one block: "Which …? a) … b) … c) …"."""
    marks = list(_INLINE.finditer(text))
    first = next((n for n, mark in enumerate(marks) if mark[1].upper() == "A"), None)
    if first is None:
        return text, []
    run = [m for m, letter in zip(marks[first:], LETTERS, strict=False) if m[1].upper() == letter]
    if len(run) < FEWEST_INLINE or len(run) != len(marks) - first:
        return text, []
    stem = text[: run[0].start()].strip()
    if text.endswith(("?", "؟", "？")) and stem and not stem.endswith(("?", "؟", "？", ":")):
        return text, []  # the sentence runs on through them: "Is it a) …, b) … or c) … here?"
    ends = [mark.start() for mark in run[1:]] + [len(text)]
    options = []
    for place, (mark, end) in enumerate(zip(run, ends, strict=True)):
        bare = _OR.sub("", text[mark.end() : end].strip(" ;,"))
        shown = _WRONG.sub("", _RIGHT.sub("", bare)).strip()
        right = bool(_RIGHT.search(bare)) or mark[0].startswith("*")
        options.append(Option(letter=LETTERS[place], text=shown, block=block, right=right))
    return stem, options


def boxed_options(text: str, block: Block) -> tuple[str, list[Option]]:
    """The question and its options where each stands behind a box: "Which …? ☒ … ☐ … ☐ …"."""
    boxes = list(_BOX.finditer(text))
    if not FEWEST_INLINE <= len(boxes) <= len(LETTERS):
        return text, []
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    shown = [text[box.end() : end].strip(" ;,") for box, end in zip(boxes, ends, strict=True)]
    if not all(shown):
        return text, []
    return text[: boxes[0].start()].strip(), [
        Option(letter=letter, text=own, block=block, right=bool(_TICKED.match(box[0])))
        for letter, own, box in zip(LETTERS, shown, boxes, strict=False)
    ]
