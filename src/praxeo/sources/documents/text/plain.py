"""Plain text to blocks: paragraphs by blank lines; headings, lists and code where clear."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path
from statistics import median

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.captions.paragraphs import add_timed_text
from praxeo.sources.documents.captions.seen_captions import seen_in_timed_lines
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.delimited import SEPARATOR_LINE, add_delimited
from praxeo.sources.documents.text.dense import paragraphs_of
from praxeo.sources.documents.text.hanging_entries import (
    add_entry,
    are_entries,
    hanging_entry,
    has_wiki_entries,
    wiki_entries_apart,
)
from praxeo.sources.documents.text.labelled_lines import lines_apart
from praxeo.sources.documents.word_count import words_of

HEADING_LIMIT_CHARACTERS = 90
WRAPPED_LINE_CHARACTERS = 45
TAB_COLUMNS = 4
CODE_INDENT_COLUMNS = 4
CENTRED_INDENT = 8
NOTHING: list[str] = []
CENTRED_WITHIN = 4  # columns
FEWEST_NUMBERED = 2  # titles of a number and a few words, where lines are as the writer broke them

UNDERLINE = re.compile(r"^\s*([=\-~*_^#])\1{2,}\s*$")
RULE = re.compile(r"^\s*([=\-~*_#+.])(\s*\1){3,}\s*$")
BULLET = re.compile(r"^(\s*)([-*•‣◦▪–+])\s+(?=\S)")
NUMBER = re.compile(r"^(\s*)(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
NUMBERED_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[^\W\d_][^.!?]*\.?$")
NUMBERED_HEADING = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2})\s+[A-ZÀ-ÞА-ЯΑ-Ω]\S*")
NAMED_HEADING = re.compile(
    r"^(chapter|part|section|book|act|scene|appendix|kapitel|teil|chapitre|partie|cap[ií]tulo|"
    r"parte|capitolo|глава|часть)\s+([ivxlc]+|\d+|[A-Z])\b[.:—\- ]*",
    re.IGNORECASE,
)
CODE_SIGN = re.compile(
    r"[{};]\s*$|^\s*(def |class |for |while |if |return |import |from \S+ import|#include|"
    r"function |var |let |const |public |private |\$ |>>> |<\w+>|//)|\w\(.*\)|[=!<>]=|:=|=>|->"
)
SENTENCE_END = (".", "!", "?", ",", ";", ":", "…", '"', "”")


def read_text_file(path: Path) -> Extraction:
    """The blocks of a text file in any encoding."""
    blocks = BlockList()
    text = decode(path.read_bytes())
    if add_timed_text(text, blocks):
        return blocks.extraction(Metadata(), seen=seen_in_timed_lines(text))
    if has_wiki_entries(text) or not add_delimited(text, blocks):
        read_plain(text, blocks)
    return blocks.extraction(Metadata(), seen=words_of((SEPARATOR_LINE.sub("", text, count=1),)))


def read_plain(text: str, blocks: BlockList) -> None:
    """Append the blocks of a text to the list."""
    groups = _groups(lines_apart(wiki_entries_apart(text)))
    wrapped = _is_hard_wrapped(groups)
    groups = [
        part
        for group in groups
        for part in paragraphs_of(
            group, is_title=_is_chapter, is_item=lambda line: bool(_item(line))
        )
    ]
    centre = max((len(line) for lines in groups for line in lines), default=0) / 2
    pairs = list(zip_longest(groups, groups[1:], fillvalue=NOTHING))
    numbered = sum(_is_numbered_title(*pair) for pair in pairs) >= FEWEST_NUMBERED
    entries = are_entries(groups)
    code: list[str] = []
    for lines, following in pairs:
        if entries and (entry := hanging_entry(lines)):
            _flush_code(code, blocks)
            add_entry(entry, blocks)
            continue
        titled = wrapped and _is_title(lines, following, centre)
        if titled or (numbered and _is_numbered_title(lines, following)):
            _flush_code(code, blocks)
            blocks.add("heading", " ".join(" ".join(lines).split()), level=2)
        elif _is_code(lines):
            code.append("\n".join(lines))
        else:
            _flush_code(code, blocks)
            _add_group(lines, wrapped, blocks)
    _flush_code(code, blocks)


def _is_title(lines: list[str], following: list[str], centre: float) -> bool:
    """A short line that is centred, or that is numbered and stands alone above a paragraph."""
    text = " ".join(line.strip() for line in lines)
    if len(lines) > 2 or len(text) > HEADING_LIMIT_CHARACTERS or not text[0].isalnum():
        return False
    if not text.endswith(SENTENCE_END) and all(_is_centred(line, centre) for line in lines):
        return True
    return _is_numbered_title(lines, following)


def _is_numbered_title(lines: list[str], following: list[str]) -> bool:
    text = " ".join(lines[0].split())
    return (
        len(lines) == 1
        and len(text) <= HEADING_LIMIT_CHARACTERS
        and bool(NUMBERED_TITLE.match(text))
        and sum(map(len, following)) > WRAPPED_LINE_CHARACTERS
        and not _item(following[0])
    )


def _is_centred(line: str, centre: float) -> bool:
    indent = len(line) - len(line.lstrip())
    return indent >= CENTRED_INDENT and abs((indent + len(line)) / 2 - centre) <= CENTRED_WITHIN


def _groups(text: str) -> list[list[str]]:
    """The lines between blank lines, tabs widened."""
    groups: list[list[str]] = [[]]
    for line in text.replace("\f", "\n\n").split("\n"):
        line = line.expandtabs(TAB_COLUMNS).rstrip()
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_hard_wrapped(groups: list[list[str]]) -> bool:
    """Whether line ends are where the editor was full, not where the writer wanted them."""
    inner = [len(line) for group in groups for line in group[:-1]]
    return bool(inner) and median(inner) >= WRAPPED_LINE_CHARACTERS


def _is_code(lines: list[str]) -> bool:
    if any(len(line) - len(line.lstrip()) < CODE_INDENT_COLUMNS for line in lines):
        return False
    signs = sum(1 for line in lines if CODE_SIGN.search(line))
    return signs * 2 >= len(lines)


def _flush_code(code: list[str], blocks: BlockList) -> None:
    if code:
        lines = "\n\n".join(code).split("\n")
        indent = min(len(line) - len(line.lstrip()) for line in lines if line)
        blocks.add("code", "\n".join(line[indent:] for line in lines))
        code.clear()


def _add_group(lines: list[str], wrapped: bool, blocks: BlockList) -> None:
    if len(lines) >= 2 and UNDERLINE.match(lines[1]) and len(lines[0]) <= HEADING_LIMIT_CHARACTERS:
        level = 1 if lines[1].strip()[0] in "=#*" else 2
        blocks.add("heading", lines[0].strip(), level=level)
        lines = lines[2:]
    lines = [line for line in lines if not RULE.match(line)]
    if not lines:
        return
    level = _heading_level(lines)
    if level:
        blocks.add("heading", " ".join(line.strip() for line in lines), level=level)
    elif any(_item(line) for line in lines):
        _add_items(lines, wrapped, blocks)
    else:
        blocks.add("paragraph", _joined(lines, wrapped))


def _heading_level(lines: list[str]) -> int:
    """1-6 for a group that stands alone like a heading, else 0."""
    text = " ".join(line.strip() for line in lines)
    if len(lines) > 2 or len(text) > HEADING_LIMIT_CHARACTERS:
        return 0
    if NAMED_HEADING.match(text) and not text.endswith((",", ";")):
        return 1
    if text.endswith(SENTENCE_END):
        return 0
    numbered = NUMBERED_HEADING.match(text)
    if numbered and len(lines) == 1 and len(text.split()) <= 10:
        return min(6, numbered.group(1).rstrip(".").count(".") + 1)
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4 and text.isupper() and len(lines) == 1:
        return 2
    return 0


def _is_chapter(line: str) -> bool:
    """Whether a line is the heading of a chapter, and so no part of the lines before it."""
    return len(line) <= HEADING_LIMIT_CHARACTERS and bool(NAMED_HEADING.match(line.strip()))


def _item(line: str) -> re.Match[str] | None:
    return BULLET.match(line) or NUMBER.match(line)


def _add_items(lines: list[str], wrapped: bool, blocks: BlockList) -> None:
    """A paragraph, if the group opens with one, and the items with their wrapped lines."""
    first = next(i for i, line in enumerate(lines) if _item(line))
    if len([line for line in lines if _item(line)]) == 1 and first > 0:
        blocks.add("paragraph", _joined(lines, wrapped))
        return
    if first:
        blocks.add("paragraph", _joined(lines[:first], wrapped))
    items: list[tuple[int, str, list[str]]] = []
    for line in lines[first:]:
        match = _item(line)
        number = match.group(2) if match and not BULLET.match(line) else ""
        if match and (not number or not items or _continues(number, items)):
            items.append((len(match.group(1)), number, [line[match.end() :]]))
        else:
            items[-1][2].append(line)
    indents = sorted({indent for indent, _, _ in items})
    for indent, number, parts in items:
        level = min(6, indents.index(indent) + 1)
        blocks.add("list_item", _joined(parts, True), level=level, number=number)


def _continues(number: str, items: list[tuple[int, str, list[str]]]) -> bool:
    """Whether a number begins a list or follows one before it; else it is a number in the text
    that happens to stand at the start of a line.
    """
    value = number.strip("().")
    if value in ("1", "0", "a", "i"):
        return True
    earlier = {other.strip("().") for _, other, _ in items if other}
    if value.isdigit():
        return str(int(value) - 1) in earlier
    return len(value) > 1 or chr(ord(value) - 1) in earlier or value in ("v", "x")


def _joined(lines: list[str], wrapped: bool) -> str:
    """One line where the editor broke it, else as the writer broke it (a poem, an address)."""
    return (" " if wrapped else "\n").join(" ".join(line.split()) for line in lines)
