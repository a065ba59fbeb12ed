"""The words that were recognised on a slide as its lines, its title and what stands below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean, median

from praxeo.sources.documents.ocr.words import OcrWord

SURE_FROM = 40.0  # confidence of a line (0-100); a face is taken for letters with less
LARGER = 1.15  # than most type on the slide, to be a title
NEAR = 1.9  # line heights from one line to the next within one item
REPEATED = 0.5  # of the slides with the same line in small type: it belongs to their design
TITLE_CHARACTERS_MAX = 120
BULLET = re.compile(r"^(?:[•◦▪▸►➢»«¢·*●○■□–—-]|[oe](?= [A-ZÄÖÜ]))\s*(?=\S)")
WORDLESS = re.compile(r"^[\W\d_]*$|^\W*\w\W*$")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: its words, the size of its type and where it stands, in points of the picture."""

    text: str
    size: float
    left: float
    right: float
    top: float
    first_width: float
    confidences: tuple[float, ...]


def lines_of(words: Sequence[OcrWord]) -> list[Line]:
    """The lines in the engine's order, without what is hardly a line of words."""
    found = [_line([*group]) for _, group in groupby(words, key=lambda word: word.line)]
    return [
        line
        for line in found
        if fmean(line.confidences) >= SURE_FROM and not WORDLESS.match(line.text)
    ]


def _line(words: Sequence[OcrWord]) -> Line:
    from praxeo.sources.documents.ocr.type_sizes import size_and_baseline

    size, baseline = size_and_baseline(words)
    return Line(
        text=" ".join(word.text for word in words),
        size=size,
        left=min(word.box[0] for word in words),
        right=max(word.box[2] for word in words),
        top=baseline - size,
        first_width=words[0].box[2] - words[0].box[0],
        confidences=tuple(word.confidence for word in words),
    )


def without_design(slides: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of all slides without those in small type that most repeat, such as the name of a course."""
    counts = Counter(text for lines in slides for text in {_same(line.text) for line in lines})
    most = max(3.0, REPEATED * len(slides))
    return [
        [line for line in lines if counts[_same(line.text)] < most or _is_large(line, lines)]
        for lines in slides
    ]


def _same(text: str) -> str:
    """The text whatever number a page has."""
    return re.sub(r"\d+", "0", text.casefold())


def _is_large(line: Line, lines: Sequence[Line]) -> bool:
    return line.size >= LARGER * median(each.size for each in lines) or len(lines) == 1


def title_and_items(lines: Sequence[Line]) -> tuple[str, list[list[Line]]]:
    """The largest lines as one title ("" where all are alike), and the others as items of a line or more."""
    if not lines:
        return "", []
    largest = max(lines, key=lambda line: line.size)
    title = _around(largest, sorted(lines, key=lambda line: line.top))
    rest = [line for line in lines if line not in title]
    if rest and largest.size < LARGER * median(line.size for line in rest):
        top = min(lines, key=lambda line: line.top)
        title, rest = [top], [line for line in lines if line is not top]
    text = " ".join(line.text for line in title)
    if len(text) > TITLE_CHARACTERS_MAX:
        return "", _items(lines)
    return BULLET.sub("", text), _items(rest)


def _around(largest: Line, lines: Sequence[Line]) -> list[Line]:
    """The largest line with those as large that stand right above and below it."""
    runs = groupby(lines, key=lambda line: line.size * LARGER >= largest.size)
    found = next(run for large, group in runs if large and largest in (run := [*group]))
    return [line for line in found if abs(line.top - largest.top) <= 3 * largest.size]


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that go on belong to the item before: those for whose first word there was no room above."""
    edge = max((line.right for line in lines), default=0.0)
    found: list[list[Line]] = []
    for line in lines:
        last = found[-1][-1] if found else None
        if last and not BULLET.match(line.text) and _goes_on(last, line, edge):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(last: Line, line: Line, edge: float) -> bool:
    alike = max(last.size, line.size) <= LARGER * min(last.size, line.size)
    if not alike or not 0 < line.top - last.top <= NEAR * line.size:
        return False
    no_room = last.right + line.first_width + 0.3 * line.size > edge
    return no_room and (line.text[0].islower() or last.text.endswith((",", "-")))


def item_text(item: Sequence[Line]) -> str:
    """What it says, without its bullet."""
    return BULLET.sub("", " ".join(line.text for line in item))


def confidence_of(item: Sequence[Line]) -> int:
    """How sure the least sure quarter of its words is (1-100)."""
    all_of = sorted(confidence for line in item for confidence in line.confidences)
    return max(1, round(fmean(all_of[: max(1, len(all_of) // 4)])))
