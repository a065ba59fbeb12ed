"""Joins the runs of a paragraph into one text and the marks on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.blocks import Formula, Mark, MarkStyle
from praxeo.sources.documents.scripts import lowered, raised

STYLES: tuple[MarkStyle, ...] = (
    "strong",
    "emphasis",
    "code",
    "raised",
    "lowered",
    "note",
    "formula",
)
SCRIPTS = frozenset({"raised", "lowered", "note"})
BEFORE_CHARACTERS = (
    80  # of the text before a raised sign, by which it is an exponent or marks a note
)
# What the runs of a source are set in. `note` is a sign that its source says to mark a note.
RunStyle = Literal["strong", "emphasis", "code", "raised", "lowered", "note", "struck"]


@dataclass(kw_only=True)
class InlineText:
    """Grows run by run; white space between words collapses unless `verbatim`.

    Struck text is left out: it is kept in `struck` (text that nobody sees is kept in `unseen`), its signs are counted in `struck_characters`.
    """

    verbatim: bool = False
    struck_characters: int = 0
    struck: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    formulas_refused: int = 0
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _last: str = ""
    _spans: dict[MarkStyle, list[tuple[int, int]]] = field(default_factory=dict)
    _formulas: list[tuple[int, int, Formula]] = field(default_factory=list)
    _script: list[str] = field(default_factory=list)  # raised or lowered runs that belong together
    _script_styles: tuple[RunStyle, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added that would be seen."""
        return not self._length and not self._script

    def add(self, text: str, styles: Sequence[RunStyle] = ()) -> None:
        """Append one run with the styles that it is set in."""
        if "struck" in styles:
            self.struck_characters += len("".join(text.split()))
            self.struck.append(text)
        elif not SCRIPTS.isdisjoint(styles) and not self.verbatim:
            if self._script and not SCRIPTS.isdisjoint(set(styles) ^ set(self._script_styles)):
                self._end_script()
            self._script.append(text)
            self._script_styles = tuple(styles)
        else:
            self._end_script()
            self._append(text, tuple(style for style in STYLES if style in styles))

    def add_formula(self, text: str, formula: Formula | None) -> None:
        """Append a formula by its line of text; `formula` says how it is shown, None that it is not."""
        self._end_script()
        before = self._length
        self._append(" ".join(text.split()), ())
        self.formulas_refused += formula is None and self._length > before
        if formula is not None and self._length > before:
            self._formulas.append((before, self._length, formula))

    def _end_script(self) -> None:
        """Write the raised or lowered runs so far, as what they mean behind the text before them."""
        text, styles = "".join(self._script), self._script_styles
        self._script, self._script_styles = [], ()
        if not text.strip():
            self._append(text, ())
            return
        before = "".join(self._parts[-8:])[-BEFORE_CHARACTERS:]
        if "lowered" in styles:
            script = lowered(text, before)
        else:
            script = raised(text, before, is_note="note" in styles)
        others = tuple(style for style in STYLES[:3] if style in styles)
        if script.style == "note" and before[-1:].isspace():
            script = script._replace(text=script.text.strip())
        self._append(script.text, (*others, *((script.style,) if script.style else ())))

    def _append(self, text: str, styles: tuple[MarkStyle, ...]) -> None:
        if text and not self.verbatim:
            text = self._collapsed(text)
        if not text:
            return
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        self._last = text[-1]
        for style in styles:
            spans = self._spans.setdefault(style, [])
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], self._length)
            else:
                spans.append((start, self._length))

    def _collapsed(self, text: str) -> str:
        """Runs of spaces become one; spaces around a line break go; none at the start."""
        if text.isspace() and "\n" not in text:
            return "" if not self._last or self._last.isspace() else " "
        lines = [" ".join(line.split()) for line in text.split("\n")]
        joined = "\n".join(lines)
        if text[0].isspace() and text[0] != "\n" and self._last and not self._last.isspace():
            joined = " " + joined
        if text[-1].isspace() and text[-1] != "\n" and joined and not joined[-1].isspace():
            joined += " "
        return joined.lstrip() if not self._last or self._last.isspace() else joined

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text without outer white space, and the marks in order of their place."""
        self._end_script()
        whole = "".join(self._parts)
        text = whole.strip("\n") if self.verbatim else whole.strip()
        left = whole.find(text) if text else 0
        marks = []
        for style, spans in self._spans.items():
            for start, end in self._bridged(spans, whole):
                start, end = max(0, start - left), min(len(text), end - left)
                if style != "note":  # whose space goes with it
                    start, end = trimmed(text, start, end)
                if start < end:
                    marks.append(Mark(start=start, end=end, style=style))
        for start, end, formula in self._formulas:
            start, end = max(0, start - left), min(len(text), end - left)
            if start < end:
                marks.append(Mark(start=start, end=end, style="formula", formula=formula))
        return text, tuple(sorted(marks, key=lambda m: (m.start, -m.end, STYLES.index(m.style))))

    @staticmethod
    def _bridged(spans: list[tuple[int, int]], whole: str) -> list[tuple[int, int]]:
        """Spans of one style that only white space parts are one span."""
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined and not whole[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
