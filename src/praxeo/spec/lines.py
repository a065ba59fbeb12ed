"""The lines of a spec text, taken one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.spec.marks import BLANKS, Marked, read_marks
from praxeo.spec.prose import without_formulas

# A heading of the grammar. Deeper headings belong to the prose.
HEADING = re.compile(r"#{2,3}(?:[ \t]|$)")
READ = re.compile(r"Read:(.*)")
_ODD_BACKSLASHES = re.compile(r"(?<!\\)(?:\\\\)*\\$")
# A prose line that would be read as a mark of the grammar is written with one more backslash.
_GUARDED = re.compile(r"\\(?=\\*(?:#{2,3}(?:[ \t]|$)|Read:))")
_TO_GUARD = re.compile(r"(?=\\*(?:#{2,3}(?:[ \t]|$)|Read:))")
_BLANK_LINES_AT_START = re.compile(r"\A(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Line:
    """One line as the grammar sees it (several, where backslashes keep line breaks)."""

    number: int
    words: Marked


@dataclass
class Lines:
    """A cursor over the lines of a text; `at` counts from 0, line numbers count from 1.

    `atoms` says that formulas and code stand in them (format 3), `notes` that items may have such (format 4).
    """

    texts: list[str]
    at: int = field(default=0)
    atoms: bool = False
    notes: bool = False

    @property
    def number(self) -> int:
        return self.at + 1

    def peek(self) -> str | None:
        """The next line as it is written, None at the end."""
        return self.texts[self.at] if self.at < len(self.texts) else None

    def skip_blank(self) -> None:
        while (text := self.peek()) is not None and not text.strip(BLANKS):
            self.at += 1

    def peek_item_line(self) -> Line | None:
        """The next line that is not blank, None before a heading and at the end."""
        self.skip_blank()
        start = self.at
        text = self.peek()
        if text is None or HEADING.match(text):
            return None
        line = self.take()
        self.at = start
        return line

    def end_of(self, first: int) -> int:
        """Where what began at this line ends: here, without the blank lines before."""
        end = self.at
        while end > first and not self.texts[end - 1].strip(BLANKS):
            if end - 1 > first and _ODD_BACKSLASHES.search(self.texts[end - 2]):
                break
            end -= 1
        return end

    def skip_indented(self, first: int) -> None:
        """Go past the lines that belong to the one that began at `first`: they stand further in."""
        margin = _indentation(self.texts[first])
        while (text := self.peek()) is not None and text.strip(BLANKS):
            if HEADING.match(text) or _indentation(text) <= margin:
                break
            self.take()

    def take(self) -> Line:
        """The next line with those that its backslashes join to it; only where one is left."""
        number, parts = self.number, [self.texts[self.at]]
        self.at += 1
        while _ODD_BACKSLASHES.search(parts[-1]) and self.at < len(self.texts):
            parts.append(self.texts[self.at])
            self.at += 1
        return Line(number=number, words=read_marks("\n".join(parts), atoms=self.atoms))

    def take_prose(self) -> str:
        """All lines up to the next heading, without the blank ones around them."""
        start = self.at
        while (text := self.peek()) is not None and not HEADING.match(text):
            self.at += 1
        prose = tidy_prose(
            "\n".join(_GUARDED.sub("", text, count=1) for text in self.texts[start : self.at])
        )
        return prose if self.atoms else without_formulas(prose)


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip(BLANKS))


def tidy_prose(prose: str) -> str:
    """Prose as a spec holds it: no blank lines before it, nothing blank after it."""
    return _BLANK_LINES_AT_START.sub("", prose).rstrip(BLANKS + "\n")


def write_prose(prose: str) -> str:
    """Prose with a backslash before each line that would be read as a heading or as `Read:`."""
    return "\n".join(
        f"\\{line}" if _TO_GUARD.match(line) else line for line in tidy_prose(prose).split("\n")
    )
