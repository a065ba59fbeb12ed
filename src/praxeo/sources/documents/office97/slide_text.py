"""The text of a shape or outline of a binary deck: paragraphs with their level, bullet and marks."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.office97 import slide_records as ppt
from praxeo.sources.documents.office97.slide_records import Record
from praxeo.sources.documents.office97.slide_styles import TextStyle, style_of

TITLE, BODY, OTHER, CENTRE_TITLE, HALF, QUARTER = 0, 1, 4, 6, 7, 8
TITLES, BULLETED = (TITLE, CENTRE_TITLE), (BODY, HALF, QUARTER)


@dataclass(frozen=True, kw_only=True)
class SlideText:
    """A text with how it is set; `kind` is what it is for: TITLE, BODY, ..."""

    kind: int
    text: str
    style: TextStyle

    @classmethod
    def empty(cls) -> SlideText:
        """A text that says nothing."""
        return cls(kind=OTHER, text="", style=TextStyle())

    def plain(self) -> str:
        """The text in one line."""
        return " ".join(self.text.replace("\v", " ").split())

    def paragraphs(self) -> Iterator[tuple[InlineText, int, bool | None]]:
        """Each paragraph with its level (from 0) and whether it has a bullet (None: as the master says)."""
        at = 0
        for text in self.text.split("\r"):
            level, bullet = self.style.paragraph_at(at)
            inline = InlineText()
            for first, last, marks in self.style.runs(at, at + len(text)):
                inline.add(text[first - at : last - at].replace("\v", "\n"), marks)
            yield inline, level, bullet
            at += len(text) + 1


def texts(found: Iterable[Record]) -> Iterator[SlideText]:
    """The texts among records that stand one behind the other."""
    kind, text, style = OTHER, None, TextStyle()
    for record in found:
        if record.kind == ppt.TEXT_HEADER and len(record.data) >= 4:
            if text is not None:
                yield SlideText(kind=kind, text=text, style=style)
            kind, text, style = struct.unpack_from("<I", record.data)[0], "", TextStyle()
        elif record.kind == ppt.TEXT_CHARACTERS:
            text = record.data.decode("utf-16-le", "replace")
        elif record.kind == ppt.TEXT_BYTES:
            text = record.data.decode("latin-1")
        elif record.kind == ppt.TEXT_STYLE and text:
            style = style_of(record.data, len(text))
    if text is not None:
        yield SlideText(kind=kind, text=text, style=style)
