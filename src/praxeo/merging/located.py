"""Located edits: each hunk finds its one place in a text, or the whole edit is refused.

`apply_edits(text, answer)` is what whoever asks a model for a change calls. A place is sought, in
this order: word for word; without regard to blanks at the ends of lines; to indentation; and, for a
diff, with less of the unchanged lines around the change. Each step counts only if it leads to a
single place. Where two places are left, or none, nothing is guessed: EditRefused says which hunk it
is and why, in words that help a model (or a person) to write it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from praxeo.domain.errors import EditRefused
from praxeo.merging.hunks import Hunk, read_edits, split_lines

CONTEXT_DROPPED_MAX = 3  # unchanged lines at either end of a hunk that may be wrong
SHOWN_PLACES = 5
SHOWN_CHARACTERS = 160
LINES_COMPARED_MAX = 5_000  # when looking for what a missing line may have meant

Change = tuple[int, int, str]  # from this character to that one stands this text instead


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """The text after an edit, and how many hunks and lines made it so."""

    text: str
    changed: bool
    hunks: int
    lines_added: int
    lines_removed: int


def apply_edits(text: str, answer: str) -> Applied:
    """The text with every hunk of the answer applied, or EditRefused and no change at all.

    Hunks may stand in any order; each is looked for in the text as it was.
    """
    return apply_hunks(text, read_edits(answer))


def apply_hunks(text: str, hunks: tuple[Hunk, ...]) -> Applied:
    """The same for hunks that have been read already."""
    page = _Page(text)
    changes: list[tuple[Change, int]] = []
    for hunk in hunks:
        changes += [(change, hunk.number) for change in page.changes(hunk)]
    changes.sort(key=lambda each: each[0][:2])
    for (one, _), (two, number) in pairwise(changes):
        if two[0] < one[1] or two[:2] == one[:2]:
            raise EditRefused(
                "edit_overlaps", "It changes the same place as another hunk.", hunk=number
            )
    pieces, at = [], 0
    for (start, end, new), _ in changes:
        pieces += [text[at:start], new]
        at = end
    after = "".join([*pieces, text[at:]])
    marks = [mark for hunk in hunks for mark, _ in hunk.lines]
    return Applied(
        text=after,
        changed=after != text,
        hunks=len(hunks),
        lines_added=marks.count("+"),
        lines_removed=marks.count("-"),
    )


def _exact(line: str) -> str:
    return line


def _without_ends(line: str) -> str:
    return line.rstrip()


def _without_blanks(line: str) -> str:
    return " ".join(line.split())


_LOOKS: tuple[Callable[[str], str], ...] = (_exact, _without_ends, _without_blanks)


class _Page:
    """A text with its lines in the three looks in which hunks are sought."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = split_lines(text)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._looks: dict[Callable[[str], str], tuple[list[str], dict[str, list[int]]]] = {}

    def changes(self, hunk: Hunk) -> list[Change]:
        """What the hunk does to the text, at its one place. EditRefused if it has none or several."""
        if not hunk.before:
            return [self._into_nothing(hunk)]
        for look in _LOOKS:
            places = self._places(hunk.before, look)
            if hunk.place in places and len(places) > 1:
                places = [hunk.place]
            if len(places) == 1:
                return self._line_changes(hunk.lines, places[0], look, hunk.number)
            if len(places) > 1:
                raise self._ambiguous(hunk, [place + 1 for place in places])
            if look is _exact and hunk.fragment and (found := self._fragment(hunk)):
                return [found]
        for lines in _shortened(hunk.lines):
            before = [line for mark, line in lines if mark != "+"]
            places = self._places(before, _without_ends)
            if len(places) == 1 and hunk.fragment is None:
                return self._line_changes(lines, places[0], _without_ends, hunk.number)
        raise self._missing(hunk)

    def _into_nothing(self, hunk: Hunk) -> Change:
        if self._text:
            raise EditRefused(
                "edit_malformed",
                "It has no line that stays or goes, so its place cannot be told.",
                hunk=hunk.number,
            )
        return (0, 0, "".join(line for _, line in hunk.lines))

    def _fragment(self, hunk: Hunk) -> Change | None:
        assert hunk.fragment
        search, replace = hunk.fragment
        start = self._text.find(search)
        if start < 0:
            return None
        if (again := self._text.find(search, start + 1)) >= 0:
            lines = [self._text.count("\n", 0, place) + 1 for place in (start, again)]
            raise self._ambiguous(hunk, lines)
        return (start, start + len(search), replace)

    def _places(self, wanted: list[str], look: Callable[[str], str]) -> list[int]:
        """Every line (from 0) at which all of the wanted lines follow each other."""
        lines, index = self._seen_as(look)
        told = [look(line) for line in wanted]
        rarest = min(range(len(told)), key=lambda place: len(index.get(told[place], ())))
        starts = (place - rarest for place in index.get(told[rarest], ()))
        return [
            start for start in starts if start >= 0 and lines[start : start + len(told)] == told
        ]

    def _seen_as(self, look: Callable[[str], str]) -> tuple[list[str], dict[str, list[int]]]:
        if look not in self._looks:
            lines = [look(line) for line in self._lines]
            index: dict[str, list[int]] = {}
            for place, line in enumerate(lines):
                index.setdefault(line, []).append(place)
            self._looks[look] = (lines, index)
        return self._looks[look]

    def _line_changes(
        self,
        lines: tuple[tuple[str, str], ...],
        place: int,
        look: Callable[[str], str],
        number: int,
    ) -> list[Change]:
        """The runs of lines that go and come; lines that stay remain as the text has them."""
        dress = self._dress(lines, place, look, number)
        changes: list[Change] = []
        at, start, new = place, place, ""
        for mark, line in (*lines, (" ", "")):
            if mark == " ":
                if at > start or new:
                    changes.append((self._starts[start], self._starts[at], new))
                at, start, new = at + 1, at + 1, ""
            elif mark == "-":
                at += 1
            else:
                new += dress(line)
        return [self._closed(change) for change in changes]

    def _closed(self, change: Change) -> Change:
        """A line that comes after a last line without an end gives that line its end."""
        start, end, new = change
        if new and start == end == len(self._text) and self._text and self._text[-1] != "\n":
            return (start, end, "\n" + new.removesuffix("\n"))
        return change

    def _dress(
        self,
        lines: tuple[tuple[str, str], ...],
        place: int,
        look: Callable[[str], str],
        number: int,
    ) -> Callable[[str], str]:
        """How a line that comes is written here: with the line ends and indentation of its place."""
        if look is _exact:
            return _exact
        wanted = [line for mark, line in lines if mark != "+"]
        there = self._lines[place : place + len(wanted)]
        end = "\r\n" if there[0].endswith("\r\n") else "\n"
        last_is_open = not there[-1].endswith("\n")
        goes_to_the_end = place + len(wanted) == len(self._lines) and lines[-1][0] == "+"
        final = lines[-1][1] if last_is_open and goes_to_the_end else None
        if look is _without_blanks:
            removed, added = self._shift(wanted, there, number)
        else:
            removed, added = "", ""

        def dressed(line: str) -> str:
            body = line.rstrip("\r\n")
            if body.strip():
                body = added + body.removeprefix(removed)
            return body if line is final else body + end

        return dressed

    def _shift(self, wanted: list[str], there: list[str], number: int) -> tuple[str, str]:
        """The indentation that the hunk has too much, and that it lacks: the same for all lines."""
        shifts = set()
        for line, real in zip(wanted, there, strict=True):
            if line.strip():
                told, is_so = _indent(line), _indent(real)
                common = 0
                while common < min(len(told), len(is_so)) and told[~common] == is_so[~common]:
                    common += 1
                shifts.add((told[: len(told) - common], is_so[: len(is_so) - common]))
        if len(shifts) > 1:
            raise EditRefused(
                "edit_not_found",
                "Its lines are there, but indented in another way; copy them as they are.",
                hunk=number,
            )
        return shifts.pop() if shifts else ("", "")

    def _ambiguous(self, hunk: Hunk, lines: list[int]) -> EditRefused:
        shown = ", ".join(str(line) for line in lines[:SHOWN_PLACES])
        more = " and more" if len(lines) > SHOWN_PLACES else ""
        return EditRefused(
            "edit_ambiguous",
            f"Its lines stand at several places (line {shown}{more}); give more of what is around.",
            hunk=hunk.number,
        )

    def _missing(self, hunk: Hunk) -> EditRefused:
        """Which of the hunk's lines is not there, and the line that it may have meant."""
        _, index = self._seen_as(_without_blanks)
        for line in hunk.before:
            told = _without_blanks(line)
            if told and told not in index:
                some = list(index)[:LINES_COMPARED_MAX]
                near = get_close_matches(told, some, n=1) if len(told) < SHOWN_CHARACTERS else []
                hint = f" The nearest is line {index[near[0]][0] + 1}: “{near[0]}”." if near else ""
                return EditRefused(
                    "edit_not_found",
                    f"The line “{told[:SHOWN_CHARACTERS]}” is not in the text.{hint}",
                    hunk=hunk.number,
                )
        return EditRefused(
            "edit_not_found",
            "Its lines are in the text, but do not follow each other there.",
            hunk=hunk.number,
        )


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _shortened(lines: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The hunk with ever fewer of the unchanged lines at its ends; something of it must be left."""
    changes = [place for place, (mark, _) in enumerate(lines) if mark != " "]
    lead, trail = changes[0], len(lines) - 1 - changes[-1]
    for dropped in range(1, 2 * CONTEXT_DROPPED_MAX + 1):
        for head in range(dropped + 1):
            tail = dropped - head
            if head > min(lead, CONTEXT_DROPPED_MAX) or tail > min(trail, CONTEXT_DROPPED_MAX):
                continue
            rest = lines[head : len(lines) - tail]
            if any(line.strip() for mark, line in rest if mark == "-") or any(
                line.strip() for mark, line in rest if mark == " "
            ):
                yield rest
