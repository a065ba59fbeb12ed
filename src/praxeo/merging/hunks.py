"""Edits as a model or a tool writes them: unified diffs and search/replace blocks, read strictly.

    @@ -12,3 +12,3 @@            <<<<<<< SEARCH
     <h1>Waves</h1>              <p>A wave has a lenght.</p>
    -<p>A wave has a lenght.</p> =======
    +<p>A wave has a length.</p> <p>A wave has a length.</p>
     </main>                     >>>>>>> REPLACE

Line numbers and counts of a diff may be wrong or left out ("@@"); what its lines say may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.errors import EditRefused
from praxeo.merging.matching import matches

CONTEXT_LINES = 3
HUNKS_MAX = 1_000  # of one answer
OPEN_END = "\\ No newline at end of file"

_HUNK = re.compile(r"@@+(?:\s*-(\d+)(?:,(\d+))?\s+\+(\d+)(?:,(\d+))?\s*@@+.*|[^-+]*)")
_BETWEEN_FILES = re.compile(r"(?:diff --git |index [0-9a-f]+\.\.|\*\*\* |```)")
_SEARCH = re.compile(r"<{5,9} ?SEARCH\s*")
_MIDDLE = re.compile(r"={5,9}\s*")
_REPLACE = re.compile(r">{5,9} ?REPLACE\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hunk:
    """One stretch to be found and what becomes of it, line by line.

    `lines` are pairs of a mark (" " stays, "-" goes, "+" comes) and a line with its line end.
    `place` is the line at which it is said to begin, from 0; None if nothing is said. A
    search/replace block may begin and end within a line: `fragment` holds its two texts.
    """

    number: int
    lines: tuple[tuple[str, str], ...]
    place: int | None = None
    fragment: tuple[str, str] | None = None

    @property
    def before(self) -> list[str]:
        return [line for mark, line in self.lines if mark != "+"]


def split_lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends a line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def write_diff(before: str, after: str, *, context: int = CONTEXT_LINES) -> str:
    """The unified diff from one text to the other; "" if they are the same."""
    return "".join(_written(marked_lines(before, after), context))


def marked_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Every line of both texts with its mark: " ", "-" or "+"."""
    a, b = split_lines(before), split_lines(after)
    marked: list[tuple[str, str]] = []
    a_at = b_at = 0
    for match in [*matches(a, b), None]:
        a_to, b_to = (match.a, match.b) if match else (len(a), len(b))
        marked += [("-", line) for line in a[a_at:a_to]]
        marked += [("+", line) for line in b[b_at:b_to]]
        if match:
            a_at, b_at = match.a + match.size, match.b + match.size
            marked += [(" ", line) for line in a[match.a : a_at]]
    return marked


def read_edits(text: str) -> tuple[Hunk, ...]:
    """The hunks that an answer holds, in its order; words around them do not count.

    EditRefused("edit_malformed") if there is none, or one that breaks off or reads two ways.
    """
    lines = text.split("\n")
    reader = _Reader(lines)
    while reader.at < len(lines):
        line = lines[reader.at]
        if _SEARCH.fullmatch(line):
            reader.read_block()
        elif line.startswith("@@") and _HUNK.fullmatch(line.rstrip("\r")):
            reader.read_hunk()
        else:
            reader.at += 1
        if len(reader.hunks) > HUNKS_MAX:
            raise EditRefused("edit_malformed", f"An edit has at most {HUNKS_MAX} hunks.")
    if not reader.hunks:
        raise EditRefused("edit_malformed", "There is neither a diff nor a search/replace block.")
    return tuple(reader.hunks)


@dataclass
class _Reader:
    lines: list[str]
    at: int = 0
    hunks: list[Hunk] = field(default_factory=list)

    def read_block(self) -> None:
        number = len(self.hunks) + 1
        middle = self._next(_MIDDLE, self.at + 1, number)
        end = self._next(_REPLACE, middle + 1, number)
        search, replace = self.lines[self.at + 1 : middle], self.lines[middle + 1 : end]
        self.at = end + 1
        if not any(line.strip() for line in search):
            raise EditRefused("edit_malformed", "Nothing is searched for.", hunk=number)
        lines = marked_lines(*("".join(f"{line}\n" for line in part) for part in (search, replace)))
        fragment = ("\n".join(search), "\n".join(replace))
        self.hunks.append(Hunk(number=number, lines=tuple(lines), fragment=fragment))

    def _next(self, mark: re.Pattern[str], start: int, number: int) -> int:
        for place in range(start, len(self.lines)):
            if mark.fullmatch(self.lines[place]):
                return place
            if _SEARCH.fullmatch(self.lines[place]):
                break
        raise EditRefused("edit_malformed", "The search/replace block breaks off.", hunk=number)

    def read_hunk(self) -> None:
        found = _HUNK.fullmatch(self.lines[self.at].rstrip("\r"))
        assert found
        start, old, _, new = found.groups()
        self.at += 1
        body = self._counted(int(old or 1), int(new or 1)) if start else None
        body = body if body is not None else self._to_the_next()
        self.at += len(body)
        number = len(self.hunks) + 1
        if all(line[:1] not in ("-", "+") for line in body):
            raise EditRefused("edit_malformed", "It changes nothing.", hunk=number)
        place = None if not start else max(int(start) - (old != "0"), 0)
        self.hunks.append(Hunk(number=number, lines=_marked(body, number), place=place))

    def _counted(self, old: int, new: int) -> list[str] | None:
        """As many lines as the head of the hunk says, if that is where the hunk ends."""
        at = self.at
        while (old > 0 or new > 0) and at < len(self.lines):
            mark = self.lines[at][:1] or " "
            if mark not in " -+\\":
                return None
            old -= mark in " -"
            new -= mark in " +"
            at += 1
        if at < len(self.lines) and self.lines[at].startswith("\\"):
            at += 1
        rest = self.lines[at] if at < len(self.lines) else ""
        if old or new or (rest[:1] in (" ", "+", "-") and not rest.startswith("--- ")):
            return None
        return self.lines[self.at : at]

    def _to_the_next(self) -> list[str]:
        """All lines up to the next head; blank ones at the end are no part of the hunk."""
        at = self.at
        while at < len(self.lines) and not self._ends_here(at):
            at += 1
        while at > self.at and not self.lines[at - 1].strip():
            at -= 1
        return self.lines[self.at : at]

    def _ends_here(self, at: int) -> bool:
        line = self.lines[at]
        following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return bool(
            (line.startswith("@@") and _HUNK.fullmatch(line.rstrip("\r")))
            or _BETWEEN_FILES.match(line)
            or _SEARCH.fullmatch(line)
            or (line.startswith("--- ") and following.startswith("+++ "))
        )


def _marked(body: list[str], number: int) -> tuple[tuple[str, str], ...]:
    marked: list[tuple[str, str]] = []
    for line in body:
        mark = line[:1] if line.strip("\r") else " "
        if mark == "\\":
            if marked:
                marked[-1] = (marked[-1][0], marked[-1][1].removesuffix("\n"))
        elif mark in (" ", "-", "+"):
            marked.append((mark, f"{line[1:] if line.strip() or line[:1] == mark else line}\n"))
        else:
            raise EditRefused(
                "edit_malformed",
                f"The line “{line[:80]}” begins with neither a space nor - nor +.",
                hunk=number,
            )
    return tuple(marked)


def _written(marked: list[tuple[str, str]], context: int) -> Iterator[str]:
    """Groups of changes with the lines around them, each with its head."""
    groups: list[list[int]] = []
    for place, (mark, _) in enumerate(marked):
        if mark == " ":
            continue
        if groups and place - groups[-1][1] <= 2 * context:
            groups[-1][1] = place + 1
        else:
            groups.append([place, place + 1])
    at = old_at = new_at = 0
    for first, last in groups:
        start, end = max(first - context, 0), min(last + context, len(marked))
        old_at += sum(mark != "+" for mark, _ in marked[at:start])
        new_at += sum(mark != "-" for mark, _ in marked[at:start])
        lines = marked[start:end]
        old = sum(mark != "+" for mark, _ in lines)
        new = sum(mark != "-" for mark, _ in lines)
        yield f"@@ -{old_at + bool(old)},{old} +{new_at + bool(new)},{new} @@\n"
        for mark, line in lines:
            yield f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n{OPEN_END}\n"
        at, old_at, new_at = end, old_at + old, new_at + new
