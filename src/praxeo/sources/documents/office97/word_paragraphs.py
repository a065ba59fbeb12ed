"""Cuts a part of a binary Word document into its paragraphs, each with its style and what ends there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.office.word_styles import PROSE
from praxeo.sources.documents.office97 import sprms
from praxeo.sources.documents.office97.word_fields import FieldCodes
from praxeo.sources.documents.office97.word_file import CHARACTER_PAGES, PARAGRAPH_PAGES, WordFile
from praxeo.sources.documents.office97.word_form_fields import form_places, form_sign
from praxeo.sources.documents.office97.word_formatting import Runs, character_runs, runs_of
from praxeo.sources.documents.office97.word_pieces import PieceTable
from praxeo.sources.documents.office97.word_runs import Inside, RunReader
from praxeo.sources.documents.office97.word_stylesheet import Stylesheet, WordStyle

CELL_END = "\x07"
ENDS = re.compile("[\r\x07\x0c]")


@dataclass(frozen=True, kw_only=True)
class WordParagraph:
    """A paragraph with the properties of its end mark. `depth` counts the tables around it."""

    inside: Inside
    style: WordStyle
    properties: sprms.Properties
    depth: int
    ends_cell: bool
    ends_row: bool


@dataclass(kw_only=True)
class Paragraphs:
    """All that is needed to find the paragraphs of any part of the text."""

    file: WordFile
    pieces: PieceTable
    styles: Stylesheet
    reader: RunReader
    codes: FieldCodes
    characters: Runs
    paragraphs: Runs
    forms: dict[int, int]

    @classmethod
    def of(cls, file: WordFile, pieces: PieceTable, reader: RunReader) -> Paragraphs:
        """The paragraphs of that document."""
        return cls(
            file=file,
            pieces=pieces,
            styles=reader.styles,
            reader=reader,
            codes=FieldCodes.of(pieces.text),
            characters=runs_of(file, CHARACTER_PAGES),
            paragraphs=runs_of(file, PARAGRAPH_PAGES),
            forms=form_places(pieces.text),
        )

    def between(self, start: int, end: int) -> Iterator[WordParagraph]:
        """The paragraphs from a character to another."""
        text = self.pieces.text
        end = min(end, len(text))
        while start < end:
            match = ENDS.search(text, start, end)
            mark = match.start() if match else end
            yield self._paragraph(start, mark)
            start = mark + 1

    def _paragraph(self, start: int, mark: int) -> WordParagraph:
        style, own = self._properties(mark)
        properties = {**style.paragraphs, **own}
        depth = sprms.number_of(properties, sprms.TABLE_DEPTH)
        if not depth and sprms.number_of(properties, sprms.IN_TABLE):
            depth = 1
        bare = not depth and not any(ground in properties for ground in sprms.PARAGRAPH_GROUNDS)
        on_white = bare and mark in self.file.stories["text"]
        inside = self._inside(start, mark, style, verbatim=style.code, on_white=on_white)
        if inside.is_monospaced and not style.code and not style.heading:
            is_code = not PROSE.fullmatch(inside.inline.finish()[0])
            inside = self._inside(start, mark, style, verbatim=is_code, on_white=on_white)
        sign = self.pieces.text[mark : mark + 1]
        row = sprms.number_of(properties, sprms.ROW_END) or sprms.number_of(
            properties, sprms.INNER_ROW_END
        )
        return WordParagraph(
            inside=inside,
            style=style,
            properties=properties,
            depth=max(depth, 1) if sign == CELL_END else depth,
            ends_cell=sign == CELL_END or bool(sprms.number_of(properties, sprms.INNER_CELL_END)),
            ends_row=bool(row),
        )

    def _inside(
        self, start: int, mark: int, style: WordStyle, *, verbatim: bool, on_white: bool
    ) -> Inside:
        inside = Inside(inline=InlineText(verbatim=verbatim), on_white=on_white)
        for first, last in (*self.codes.visible(start, mark), (mark, mark)):
            inside.inline.add(self._form_sign(first))
            for at, until, changes in character_runs(self.pieces, self.characters, first, last):
                look = self.characters.properties(changes)
                self.reader.add(self.pieces.text[at:until], at, look, style, inside)
        return inside

    def _form_sign(self, code_end: int) -> str:
        """What the form field shows whose code ends here; "" where none does."""
        if (at := self.forms.get(code_end)) is None:
            return ""
        (_, _, changes), *_ = character_runs(self.pieces, self.characters, at, at + 1)
        place = sprms.number_of(self.characters.properties(changes), sprms.PICTURE, -1)
        return form_sign(self.file.data, place) if place >= 0 else ""

    def _properties(self, mark: int) -> tuple[WordStyle, sprms.Properties]:
        """The style of the paragraph that ends at a mark, and its own properties."""
        piece = self.pieces.at(mark)
        changes = self.paragraphs.at(piece.byte_of(mark))[0] if piece else b""
        own = self.paragraphs.properties(changes[2:])
        for name in sprms.HUGE:
            if name in own:
                own = {**own, **self._huge(sprms.number_of(own, name))}
        return self.styles.get(int.from_bytes(changes[:2], "little")), own

    def _huge(self, place: int) -> sprms.Properties:
        """Properties too long for a page stand in the stream of data, behind their length."""
        length = int.from_bytes(self.file.data[place : place + 2], "little")
        return sprms.properties(self.file.data[place + 2 : place + 2 + length])
