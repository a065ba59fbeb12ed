"""Parts the lines of a region into passages: paragraphs, list items, headings, code lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.contents_lines import ends_with_page
from praxeo.sources.documents.pdf.entry_lines import entry_starts
from praxeo.sources.documents.pdf.leading import ends_open, own_leading, usual_leading
from praxeo.sources.documents.pdf.lettered import may_be_item
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.regions import Region
from praxeo.sources.documents.pdf.section_numbers import is_next_section

WIDE_GAP = 1.22  # times the usual leading; a wider gap starts a new passage
INDENT = 0.7  # heights of the font; a start further right is indented
MAX_INDENT = 6.0  # heights of the font; a start further right is not an indent but another column
SLACK = 1.0  # heights of the font that must stay free beyond the next word for a forced break

BULLET = re.compile(r"^(?:[•●○◦▪■□▫‣⁃∙·►▶➢✓✔❖\uf0b7\uf0a7\uf06e\uf0d8]|[–—*-](?=\s))\s*")
BOX = re.compile(r"^(?:[☐☑☒]|\[[ xX]?\](?=\s))")  # to be ticked: it stays in the text
NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[\d{1,3}\])(?=\s)")
RUN_IN = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+\S")
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹,⁻]*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Lines that belong together, before it is known what they are.

    `opens` says whether its first line starts it by itself (an indent, a marker, a capital), so
    that it does not continue the passage of the column before; `gap_above` is the distance to the
    line above in the same region (points), or None at its top.
    """

    lines: tuple[Line, ...]
    box: Box
    opens: bool
    gap_above: float | None
    indented: bool
    column: Box

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def size(self) -> float:
        return self.lines[0].size


def split_region(region: Region, room: float = 0.0) -> list[Passage]:
    """The passages of one region, from top to bottom; its lines could go on as far to the right as `room`."""
    rows = _rows(region.lines)
    leading = usual_leading(rows)
    usual = median_low(row.size for row in rows)
    hanging = _is_hanging(rows)
    left, right = _margins(rows)
    right = max(right, room)
    passages: list[list[Line]] = []
    starts: list[tuple[float | None, bool]] = []
    entries = entry_starts(rows, right)
    for at, row in enumerate(rows):
        gap = row.baseline - rows[at - 1].baseline if at else None
        indented = row.box[0] - left > INDENT * row.size
        if (
            not at
            or at in entries
            or _starts_passage(
                passages[-1],
                row,
                leading=own_leading(passages[-1][-1], row, leading, usual),
                hanging=hanging,
                left=left,
                right=right,
            )
        ):
            passages.append([row])
            starts.append((gap, indented))
        else:
            passages[-1].append(row)
    found: list[Passage] = []
    for lines, (gap, indented) in zip(passages, starts, strict=True):
        for number, part in enumerate(_split_run_in(lines)):
            found.append(_passage(part, region, None if number else gap, indented))
    return found


def _split_run_in(lines: list[Line]) -> list[list[Line]]:
    """Part a numbered heading from the text that goes on in its line."""
    first = lines[0]
    if not RUN_IN.match(first.text):
        return [lines]
    # The heading may take more than one line; its words are all of one face but for the number.
    face = first.words[1].face if len(first.words) > 1 else first.face
    for index, line in enumerate(lines[:3]):
        for at, word in enumerate(line.words):
            if word.face == face or (index == 0 and at == 0):
                continue
            before = line.words[at - 1].text if at else lines[index - 1].words[-1].text
            if not before.endswith(".") or (index == 0 and at < 2):
                return [lines]
            head, rest = line.words[:at], line.words[at:]
            heading = lines[:index] + ([_with_words(line, head)] if head else [])
            return [heading, [_with_words(line, rest), *lines[index + 1 :]]]
    return [lines]


def _with_words(line: Line, words: tuple[Word, ...]) -> Line:
    """The same line with only some of its words."""
    return replace(
        line,
        words=words,
        box=_union([word.box for word in words]),
        face=words[-1].face,
        bold=all(word.face.bold for word in words),
        italic=all(word.face.italic for word in words),
    )


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines with the pieces that stand on one baseline put together."""
    rows: list[Line] = []
    for line in lines:
        if rows and abs(line.baseline - rows[-1].baseline) < 0.3 * line.size and not line.angle:
            last = rows[-1]
            rows[-1] = replace(
                last,
                words=last.words + line.words,
                box=_union([last.box, line.box]),
                bold=last.bold and line.bold,
                italic=last.italic and line.italic,
                mono=last.mono and line.mono,
            )
        else:
            rows.append(line)
    return rows


def _margins(rows: list[Line]) -> tuple[float, float]:
    return min(row.box[0] for row in rows), max(row.box[2] for row in rows)


def _is_hanging(rows: list[Line]) -> bool:
    """Whether first lines stick out to the left, as in bibliographies."""
    left = min(row.box[0] for row in rows)
    inner = [row for row in rows if row.box[0] - left > INDENT * row.size]
    outer = [row for row in rows if row.box[0] - left <= INDENT * row.size]
    if len(inner) < 2 or len(inner) < 0.3 * len(rows) or len(outer) < 1:
        return False
    return _opening_share(outer) > _opening_share(inner) + 0.2 or (
        len(inner) > 0.7 * len(rows) and _opening_share(outer) >= 0.9
    )


def _opening_share(rows: list[Line]) -> float:
    return sum(_opens_sentence(row.words[0].text) for row in rows) / len(rows)


def _opens_sentence(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word[:1] in '[(“"•–'


def _starts_passage(
    lines: list[Line], row: Line, *, leading: float, hanging: bool, left: float, right: float
) -> bool:
    last = lines[-1]
    size = row.size
    if row.angle:
        return False
    if row.baseline - last.baseline > WIDE_GAP * leading or ends_with_page(last):
        return True
    if last.mono and row.mono:
        return False
    if last.bold != row.bold and (lines[0].bold == last.bold) and not ends_open(last):
        return row.words[0].face != last.face or _has_room(last, row, right)
    if is_next_section(lines[0].text, row.text):
        return True
    if _changes_look(lines, row) and _has_room(last, row, right):
        return True
    text = row.text
    if (BULLET.match(text) or BOX.match(text)) and not ends_open(last):
        return True
    if (
        NUMBER.match(text)
        and (SENTENCE_END.search(last.text) or NUMBER.match(lines[0].text) or last.bold)
        and (last.bold or may_be_item(text, first=lines[0].text, last=last.text))
        and _fits_before(lines, row)
    ):
        return True
    if _is_centred(last, row, left, right):
        return False
    shift = row.box[0] - last.box[0]
    if hanging:
        return shift < -INDENT * size and row.box[0] - left <= INDENT * size
    if (
        INDENT * size < shift < MAX_INDENT * size
        and len(lines) >= 1
        and not _is_item(lines[0])
        and (SENTENCE_END.search(last.text) or _opens_sentence(text))
    ):
        return True
    return _forced_break(last, row, right)


def _changes_look(lines: list[Line], row: Line) -> bool:
    """Whether all lines so far are of one look and the next is of another (a run-in heading)."""
    last = lines[-1]
    if len(lines) > 3 or any(w.face != last.face for line in lines for w in line.words):
        return False
    return row.face != last.face and all(w.face != last.face for w in row.words[:2])


def _has_room(last: Line, row: Line, right: float) -> bool:
    first = row.words[0]
    return right - last.box[2] > (first.box[2] - first.box[0]) + SLACK * row.size


def _fits_before(lines: list[Line], row: Line) -> bool:
    """Whether a numbered line stands where the items before it stand."""
    return row.box[0] <= lines[0].box[0] + 2 * row.size


def _is_item(line: Line) -> bool:
    return bool(BULLET.match(line.text) or NUMBER.match(line.text) or BOX.match(line.text))


def _forced_break(last: Line, row: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted behind the last one."""
    first = row.words[0]
    room = right - last.box[2]
    need = (first.box[2] - first.box[0]) + SLACK * row.size
    if ends_open(last):
        return False
    if not SENTENCE_END.search(last.text):
        need += 2.5 * row.size + 0.12 * (right - last.box[0])
        return room > need and _opens_sentence(first.text)
    return room > need


def _is_centred(last: Line, row: Line, left: float, right: float) -> bool:
    """Whether both lines have one middle, and differ at both ends."""
    middle_last = (last.box[0] + last.box[2]) / 2
    middle_row = (row.box[0] + row.box[2]) / 2
    return (
        abs(middle_last - middle_row) < 0.4 * row.size
        and abs(last.box[0] - row.box[0]) > INDENT * row.size
        and abs((left + right) / 2 - middle_row) < 2 * row.size
    )


def _passage(lines: list[Line], region: Region, gap: float | None, indented: bool) -> Passage:
    first = lines[0]
    word = first.words[0].text
    return Passage(
        lines=tuple(lines),
        box=_union([line.box for line in lines]),
        opens=indented or _is_item(first) or not (word[:1].islower() or word[:1] in "([,;.)"),
        gap_above=gap,
        indented=indented,
        column=region.box,
    )


def _union(boxes: Sequence[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
