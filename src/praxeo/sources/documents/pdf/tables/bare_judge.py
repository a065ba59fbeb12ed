"""Tells tables of words from lists, axes and notes that stand in columns, too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.paragraphs import SENTENCE_END
from praxeo.sources.documents.pdf.tables.bare_columns import MIN_ROWS
from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.columns import split_line
from praxeo.sources.documents.pdf.tables.listings import is_listing, is_marked
from praxeo.sources.documents.pdf.tables.tokens import is_number

COLUMN_GAP = 1.1  # of the font size; a gap this wide parts the texts of a list, too
PLAIN_ROWS = 4  # rows where neither bold headings nor their distance set the table apart
LABEL_WORDS = 4.0  # words of a label, on average, at most
SMALL_STARTS = 0.34  # share of labels that start in lower case, at most
LOOSE = 1.55  # of the font size; rows that stand so far apart are set as a table
PAIR_LABEL = 3.0  # words of a label, on average, at most, where nothing else shows a table
WRAPPED_PAIRS = (
    0.3  # share of the lines that may be rests of texts, where the labels have a face of their own
)
PAIR_GAP = 1.0  # of the font size, from the longest label to the texts beside the labels
PROSE_WORDS = 6  # words of a text, on average, from which on it may be prose
SAME_SIZE = 1.08  # ratio of the font sizes of columns, at most


def is_bare_table(
    body: Sequence[PlacedLine], head: Sequence[PlacedLine], columns: int, *, named: bool = False
) -> bool:
    """Whether lines that keep to columns are a table under `head`; `columns` counts the strips between them.

    `named` says that a caption beside them calls them one.
    """
    parted = [line for line in body if len(line.entries) > 1 and line.at(0)]
    set_apart = head or named or _is_loose(parted)
    if len(parted) < (MIN_ROWS - 1 if head else MIN_ROWS if set_apart else PLAIN_ROWS):
        return False
    pieces = [split_line(line.line, COLUMN_GAP) for line in parted]
    if is_listing(pieces) or _are_marked(body, columns):
        return False
    if not (_same_size(body) and _fits(head, body) and _labels_are_short(body)):
        return False
    return bool(set_apart) or columns > 1 or _are_figures(parted) or _are_pairs(parted, body)


def _are_marked(body: Sequence[PlacedLine], columns: int) -> bool:
    """Whether the texts of a column are numbers or bullets of the list beside them."""
    return any(
        is_marked([entry.tokens[0].text for line in body if (entry := line.at(column))])
        for column in range(columns)
    )


def _same_size(body: Sequence[PlacedLine]) -> bool:
    """Whether all columns are set in one size, as notes beside a text are not."""
    sizes = {entry.first: entry.tokens[0].size for line in body for entry in line.entries}
    return max(sizes.values()) <= SAME_SIZE * min(sizes.values())


def _fits(head: Sequence[PlacedLine], body: Sequence[PlacedLine]) -> bool:
    """Whether headings of columns are set no larger than what stands below, as a heading of the text is."""
    size = max(line.line.size for line in body)
    return all(line.line.size <= SAME_SIZE * size for line in head)


def _labels_are_short(body: Sequence[PlacedLine]) -> bool:
    labels = [entry for line in body if (entry := line.at(0))]
    words = sum(len(entry.tokens) for entry in labels)
    small = sum(entry.tokens[0].text[0].islower() for entry in labels)
    lettered = sum(entry.tokens[0].text[0].isalpha() for entry in labels)
    return (
        len(labels) >= 2
        and words <= LABEL_WORDS * len(labels)
        and (small <= SMALL_STARTS * len(labels) or small == lettered)
    )


def _is_loose(parted: Sequence[PlacedLine]) -> bool:
    """Whether rows stand further apart than lines of a text do."""
    return all(
        b.line.baseline - a.line.baseline >= LOOSE * max(a.line.size, b.line.size)
        for a, b in pairwise(parted)
    )


def _are_figures(parted: Sequence[PlacedLine]) -> bool:
    others = [entry for line in parted for entry in line.entries if entry.first > 0]
    return sum(is_number(entry.text) for entry in others) >= 0.5 * len(others)


def _are_pairs(parted: Sequence[PlacedLine], body: Sequence[PlacedLine]) -> bool:
    """Whether every line is a short label and, well apart, a text of its own, as tabs set them."""
    words = sum(len(line.entries[0].tokens) for line in parted)
    right = max(line.entries[0].tokens[-1].right for line in parted)
    left = min(line.entries[1].tokens[0].left for line in parted)
    return (
        (len(parted) == len(body) or _wrap_beside_names(parted, body))
        and words <= PAIR_LABEL * len(parted)
        and left - right >= PAIR_GAP * parted[0].line.size
        and not _reads_on([line.entries[1].text for line in parted])
    )


def _wrap_beside_names(parted: Sequence[PlacedLine], body: Sequence[PlacedLine]) -> bool:
    """Whether few lines are rests of the texts beside labels in a face that the texts have not: names of a program."""
    rests = len(body) - len(parted)
    return rests <= WRAPPED_PAIRS * len(body) and all(
        token.mono != line.entries[1].tokens[0].mono
        for line in parted
        for token in line.entries[0].tokens
    )


def _reads_on(texts: Sequence[str]) -> bool:
    """Whether long texts go on from one line to the next, as those of a column of prose do."""
    if sum(text.count(" ") + 1 for text in texts) < PROSE_WORDS * len(texts):
        return False
    small = sum(text[0].islower() for text in texts)
    return 0 < small < len(texts) or not any(map(SENTENCE_END.search, texts))
