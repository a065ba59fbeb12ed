"""Turns the lines of a passage into running text with its inline marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from praxeo.domain.blocks import Mark, MarkStyle
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.vocabulary import is_word

MARKED_SHARE = 0.85  # a style that covers more of a passage is its look, not an emphasis
ENDINGS = frozenset(
    [
        "able",
        "age",
        "al",
        "ally",
        "als",
        "ance",
        "ant",
        "ants",
        "ary",
        "ate",
        "ated",
        "ates",
        "ating",
        "ation",
        "ations",
        "ed",
        "ence",
        "ent",
        "ents",
        "er",
        "ers",
        "es",
        "est",
        "ful",
        "gen",
        "heit",
        "heiten",
        "hen",
        "ial",
        "ible",
        "ic",
        "ical",
        "ically",
        "ics",
        "ies",
        "ification",
        "ily",
        "ing",
        "ings",
        "ion",
        "ions",
        "ise",
        "ised",
        "ism",
        "ist",
        "ists",
        "ities",
        "ity",
        "ive",
        "ively",
        "ize",
        "ized",
        "izing",
        "keit",
        "keiten",
        "less",
        "lich",
        "liche",
        "lichen",
        "ly",
        "ment",
        "ments",
        "nen",
        "ness",
        "ogy",
        "or",
        "ors",
        "ous",
        "rung",
        "schaft",
        "sche",
        "schen",
        "sion",
        "sions",
        "tal",
        "ted",
        "ter",
        "ters",
        "tic",
        "tically",
        "ting",
        "tion",
        "tional",
        "tions",
        "tive",
        "tively",
        "tor",
        "tors",
        "ture",
        "tures",
        "ty",
        "ung",
        "ungen",
        "ure",
        "ures",
    ]
)  # what is left of many words behind a break, though some of it is a word by itself


class Composed(NamedTuple):
    """Text and marks of a passage."""

    text: str
    marks: tuple[Mark, ...]


def compose(lines: Sequence[Line], *, keep_lines: bool = False) -> Composed:
    """Join lines to one text: line ends become spaces, broken words are mended.

    With `keep_lines` (code) line ends and indentation stay as they are.
    """
    if keep_lines:
        return Composed("".join([text for text, _ in _code_pieces(lines)]), ())
    if len({word.face for line in lines for word in line.words}) < 2:
        return Composed("".join([text for text, _ in _pieces(lines)]), ())
    parts: list[str] = []
    spans: list[tuple[int, int, Word]] = []
    length = 0
    for text, word in _pieces(lines):
        parts.append(text)
        if word is not None:
            spans.append((length, length + len(text), word))
        length += len(text)
    return Composed("".join(parts), tuple(_marks(spans)))


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[str, Word | None]]:
    """The words and the spaces between them, with broken words mended."""
    words = [word for line in lines for word in line.words]
    ends = set()
    count = 0
    for line in lines:
        count += len(line.words)
        ends.add(count - 1)
    for index, word in enumerate(words):
        text = word.text
        following = words[index + 1] if index + 1 < len(words) else None
        if following is None:
            yield text, word
            return
        if index not in ends:
            yield text, word
            if not following.glued:
                yield " ", None
        elif (len(text) > 1 or word.glued) and text.endswith(("-", "‐")):
            before = text if not word.glued or not index else words[index - 1].text + text
            yield text if keeps_hyphen(before, following.text) else text[:-1], word
        else:
            yield text, word
            if not text.endswith(("–", "—", "/")) or not text[-2:-1].isalnum():
                yield " ", None


def join_lines(lines: Sequence[str]) -> str:
    """Lines of one text as one, with the words mended that a line end breaks."""
    text = lines[0] if lines else ""
    for line in lines[1:]:
        before, after = text.rpartition(" ")[2], line.partition(" ")[0]
        if len(before) < 2 or not before.endswith(("-", "‐")) or not before[-2].isalnum():
            text = f"{text} {line}"
        else:
            text = (text if keeps_hyphen(before, after) else text[:-1]) + line
    return text


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen at the end of a line belongs to the word it breaks."""
    head = before[:-1].rsplit("-", 1)[-1].lstrip("([“\"'‘").lower()
    tail_match = after.split("-", 1)[0]
    tail = tail_match.rstrip(".,;:!?)]”\"'’").lower()
    if not head.isalpha() or not tail.isalpha() or not after[:1].islower():
        return True
    if tail in ENDINGS or is_word(head + tail):
        # "re-created" is also "recreated"; a compound of two common words rarely is a word.
        return False
    return min(len(head), len(tail)) > 2 and is_word(head) and is_word(tail)


def _code_pieces(lines: Sequence[Line]) -> Iterator[tuple[str, Word | None]]:
    left = min(line.box[0] for line in lines)
    advance = _advance(lines)
    for number, line in enumerate(lines):
        if number:
            yield "\n", None
        at = left
        for word in line.words:
            spaces = round((word.box[0] - at) / advance)
            if spaces > 0:
                yield " " * spaces, None
            elif at > left and not word.glued:
                yield " ", None
            yield word.text, word
            at = word.box[2]


def _advance(lines: Sequence[Line]) -> float:
    """The width of one character of a fixed-pitch font, in points."""
    wide = sum(w.box[2] - w.box[0] for line in lines for w in line.words)
    count = sum(len(w.text) for line in lines for w in line.words)
    return max(wide / max(count, 1), 1.0)


def _marks(spans: list[tuple[int, int, Word]]) -> Iterator[Mark]:
    """Strong, emphasised and code spans, where they stand out from the rest of the passage."""
    total = sum(end - start for start, end, _ in spans)
    styles: tuple[tuple[MarkStyle, int], ...] = (("strong", 1), ("emphasis", 2), ("code", 3))
    for style, field in styles:
        covered = sum(end - start for start, end, word in spans if word.face[field])
        if not covered or covered > MARKED_SHARE * total:
            continue
        start = stop = -1
        says = False  # a mark of punctuation alone would say nothing
        for first, last, word in spans:
            if word.face[field]:
                if start < 0:
                    start, says = first, False
                stop, says = last, says or any(map(str.isalnum, word.text))
            elif start >= 0:
                if says:
                    yield Mark(start=start, end=stop, style=style)
                start = -1
        if start >= 0 and says:
            yield Mark(start=start, end=stop, style=style)
