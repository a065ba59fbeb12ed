"""Collects the blocks of one source in reading order and gives each its id and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from praxeo.domain.blocks import (
    Block,
    BlockKind,
    Cell,
    Extraction,
    Locator,
    Mark,
    Metadata,
    Picture,
    ReadingWarning,
)
from praxeo.domain.errors import Details, TooLarge
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.told import picture_warnings

BLOCK_LIMIT = 100_000
TEXT_LIMIT_CHARACTERS = 10_000_000
STRUCK = "struck_text_left_out"


@dataclass(kw_only=True)
class BlockList:
    """Blocks and warnings so far; `place` (page, slide, chapter or second) is what new blocks get.

    `macros` are what the source defined for its formulas so far.
    """

    place: Locator = field(default_factory=Locator)
    blocks: list[Block] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)
    struck_characters: int = 0
    album: Album = field(default_factory=Album)
    macros: dict[str, str] = field(default_factory=dict)
    _offset: int = 0

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        number: str = "",
        language: str = "",
        marks: tuple[Mark, ...] = (),
        cells: tuple[Cell, ...] = (),
        picture: Picture | None = None,
    ) -> None:
        """Append a block with the current place; a block without text or picture is left out."""
        if not text.strip() and picture is None:
            return
        block = Block(
            id=f"b{len(self.blocks) + 1}",
            kind=kind,
            text=text,
            level=level,
            number=number,
            language=language,
            marks=marks,
            cells=cells,
            picture=picture,
            locator=replace(self.place, offset=self._offset),
        )
        self._offset += len(text) + 1
        if len(self.blocks) >= BLOCK_LIMIT or self._offset > TEXT_LIMIT_CHARACTERS:
            raise too_long()
        self.blocks.append(block)

    def add_block(self, block: Block) -> None:
        """Append a block that another reader made, with the current place."""
        self.add(
            block.kind,
            block.text,
            level=block.level,
            number=block.number,
            language=block.language,
            marks=block.marks,
            cells=block.cells,
            picture=block.picture,
        )

    def add_inline(
        self, kind: BlockKind, inline: InlineText, *, level: int = 0, number: str = ""
    ) -> None:
        """Append a block whose text and marks were collected run by run."""
        text, marks = inline.finish()
        self.tell_struck(inline)
        self.add(kind, text, level=level, number=number, marks=marks)

    def add_figure(self, picture: Picture | None, caption: InlineText | None = None) -> None:
        """Append a figure with its caption, if it is tied to it already; a caption whose picture cannot be
        shown stays as such."""
        text, marks = caption.finish() if caption else ("", ())
        self.add("figure" if picture else "caption", text, marks=marks, picture=picture)

    def extraction(self, metadata: Metadata) -> Extraction:
        """All that was collected; what became of its pictures is told among the warnings."""
        return Extraction(
            metadata=metadata,
            blocks=tuple(self.blocks),
            warnings=(*self.warnings, *picture_warnings(self.album)),
            pictures=self.album.pictures,
        )

    def tell_struck(self, inline: InlineText) -> None:
        """Warn of struck text that `inline` left out, together with what was left out before."""
        if inline.struck_characters:
            self.struck_characters += inline.struck_characters
            others = [warning for warning in self.warnings if warning.code != STRUCK]
            self.warnings[:] = [*others, struck_warning(self.struck_characters)]

    def add_table(self, cells: Iterable[Cell]) -> None:
        """Append a table; one without any text is left out."""
        kept = tuple(cells)
        self.add("table", table_text(kept), cells=kept)

    def start_chapter(self, place: Locator) -> None:
        """Set a place whose offsets count from zero again."""
        self.place, self._offset = place, 0

    def warn(
        self,
        code: str,
        message: str,
        page: int | None = None,
        details: Details | None = None,
    ) -> None:
        """Note something that a person should know, once; `details` is what the sentence names."""
        warning = ReadingWarning(code=code, message=message, page=page, details=dict(details or {}))
        if warning not in self.warnings:
            self.warnings.append(warning)


def comments_left_out(count: int) -> tuple[str, str, None, Details]:
    """What a reader warns of where it leaves out remarks of reviewers."""
    plural = "s" if count != 1 else ""
    return (
        "comments_left_out",
        f"{count} comment{plural} of reviewers {'were' if count != 1 else 'was'} left out.",
        None,
        {"count": count},
    )


def struck_warning(characters: int) -> ReadingWarning:
    """Says that struck text was left out, so that no sentence holds both what was meant before and after."""
    return ReadingWarning(
        code=STRUCK,
        message=f"{characters} characters of text that is struck out were left out.",
        details={"characters": characters},
    )


def too_long() -> TooLarge:
    """The error for more text than one document may hold."""
    return TooLarge(
        "text_too_long",
        f"The document holds more than {TEXT_LIMIT_CHARACTERS:,} characters of text. "
        "Split it into parts and add each of them.",
        details={"limit": TEXT_LIMIT_CHARACTERS},
    )


def table_text(cells: tuple[Cell, ...]) -> str:
    """Rows as lines, the cells of a row joined by " | "."""
    rows: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    return "\n".join(" | ".join(row) for row in rows.values() if any(row))
