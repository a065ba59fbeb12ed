"""Joins the runs of a paragraph into one text and the marks on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.blocks import Mark, MarkStyle

STYLES: tuple[MarkStyle, ...] = ("strong", "emphasis", "code")


@dataclass(kw_only=True)
class InlineText:
    """Grows run by run; white space between words collapses unless `verbatim`."""

    verbatim: bool = False
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _last: str = ""
    _spans: dict[MarkStyle, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, text: str, styles: tuple[MarkStyle, ...] = ()) -> None:
        """Append one run with the styles that it is set in."""
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
        whole = "".join(self._parts)
        text = whole.strip("\n") if self.verbatim else whole.strip()
        left = whole.find(text) if text else 0
        marks = []
        for style, spans in self._spans.items():
            for start, end in self._bridged(spans, whole):
                start, end = trimmed(text, max(0, start - left), min(len(text), end - left))
                if start < end:
                    marks.append(Mark(start=start, end=end, style=style))
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
