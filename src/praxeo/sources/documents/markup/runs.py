"""Reads the marks within a line by a table of rules: the first that fits at a place decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cell_words import CellWords, words_of_inline
from praxeo.sources.documents.inline import InlineText, RunStyle

LONGEST_MARKED_CHARACTERS = 100_000  # a longer paragraph is no writer's; it is read as it stands
DEEPEST = 8

Styles = tuple[RunStyle, ...]


class Rule(NamedTuple):
    """A mark: what it looks like, without named groups, and what it writes.

    A pattern never looks past the next sign that could begin it, so that all of them take linear time.
    """

    pattern: str
    write: Callable[[Runs, re.Match[str], Styles], None]


@dataclass(kw_only=True)
class Runs:
    """Writes text into `inline` run by run; `notes` are the texts of notes that were marked in it."""

    rules: Mapping[str, Rule]
    blocks: BlockList
    inline: InlineText = field(default_factory=InlineText)
    notes: list[str] = field(default_factory=list)
    note_count: int = 0
    _depth: int = 0

    def __post_init__(self) -> None:
        parts = (f"(?P<{name}>{rule.pattern})" for name, rule in self.rules.items())
        self._any = re.compile("|".join(parts), re.S)
        self._each = {name: re.compile(rule.pattern, re.S) for name, rule in self.rules.items()}

    def read(self, text: str, styles: Styles = ()) -> None:
        """Append a text with its marks."""
        if len(text) > LONGEST_MARKED_CHARACTERS or self._depth >= DEEPEST:
            self.inline.add(text.replace("\n", " "), styles)
            return
        self._depth += 1
        at = 0
        while found := self._any.search(text, at):
            self._plain(text[at : found.start()], styles)
            name = str(found.lastgroup)
            match = self._each[name].match(text, found.start())
            if match is not None:
                self.rules[name].write(self, match, styles)
            at = max(found.end(), at + 1)
        self._plain(text[at:], styles)
        self._depth -= 1

    def _plain(self, text: str, styles: Styles) -> None:
        if text:
            self.inline.add(text.replace("\n", " "), styles)

    def note(self, text: str) -> None:
        """Set the mark of a note whose text follows the block."""
        self.note_count += 1
        self.inline.add(str(self.note_count), ("raised", "note"))
        if text.strip():
            self.notes.append(text)

    def take(self) -> InlineText:
        """What was written since the last time."""
        taken, self.inline = self.inline, InlineText()
        return taken

    def flat(self, text: str) -> str:
        """A text on one line without marks."""
        return " ".join(self.cell(text).text.split())

    def cell(self, text: str) -> CellWords:
        """What a table's cell holds."""
        outer, self.inline = self.inline, InlineText()
        self.read(text)
        words = words_of_inline(self.take(), self.blocks)
        self.inline = outer
        return words


def styled(style: RunStyle, *, inner: bool = True) -> Callable[[Runs, re.Match[str], Styles], None]:
    """What writes the first group that was found in a style; what is not `inner` is not read for marks."""

    def write(runs: Runs, found: re.Match[str], styles: Styles) -> None:
        text = next(filter(None, found.groups()), "")
        if inner:
            runs.read(text, (*styles, style))
        else:
            runs.inline.add(text.replace("\n", " "), (*styles, style))

    return write
