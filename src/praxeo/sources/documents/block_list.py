"""Collects the blocks of one source in reading order and gives each its id and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import (
    Aside,
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
from praxeo.domain.errors import Details
from praxeo.domain.reading_ledger import Channel
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.ledger import Ledger, count_words, lost_warning
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.named import Files, no_files, take_named
from praxeo.sources.documents.pictures.ornaments import without_ornaments
from praxeo.sources.documents.pictures.told import picture_warnings
from praxeo.sources.documents.text_length import TEXT_LIMIT_CHARACTERS, too_long
from praxeo.sources.documents.word_count import Words

BLOCK_LIMIT = 100_000
HIDDEN = "hidden_text_removed"
STRUCK = "struck_text_left_out"
UNREADABLE = "characters_unreadable"
NAMED_AT_MOST = 5
NOTES_LEFT_OUT = (
    "speaker_notes_left_out",
    "The speaker's notes were left out. They can be chosen as part of the source.",
)


@dataclass(kw_only=True)
class BlockList:
    """Blocks and warnings so far; `place` (page, slide, chapter or second) is what new blocks get.

    `files` finds the pictures that came with the source. `macros` are what the source defined for its formulas so far. `asides` are the passages that were added
    within `aside`; `ledger` counts what a reader says that it kept or left out.
    """

    place: Locator = field(default_factory=Locator)
    blocks: list[Block] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    struck_characters: int = 0
    hidden_characters: int = 0
    album: Album = field(default_factory=Album)
    files: Files = no_files
    macros: dict[str, str] = field(default_factory=dict)
    _offset: int = 0
    _size: int = 0
    _channel: Channel | None = None

    @contextmanager
    def aside(self, channel: Channel) -> Iterator[None]:
        """What is added meanwhile is not meant for the reader of the source: it waits in this channel.

        Within another channel it waits in that one: notes to a hidden slide are as hidden as the slide.
        """
        outer, self._channel = self._channel, self._channel or channel
        try:
            yield
        finally:
            self._channel = outer

    @contextmanager
    def beside(self, files: Files) -> Iterator[None]:
        """What is added meanwhile names its pictures by what these find."""
        outer, self.files = self.files, files
        try:
            yield
        finally:
            self.files = outer

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
        offset = None if self._channel else self._offset
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
            locator=replace(self.place, offset=offset),
        )
        self._size += len(text) + 1
        if len(self.blocks) + len(self.asides) >= BLOCK_LIMIT or self._size > TEXT_LIMIT_CHARACTERS:
            raise too_long()
        if self._channel:
            after = self.blocks[-1].id if self.blocks else ""
            self.asides.append(Aside(channel=self._channel, after=after, block=block))
        else:
            self._offset += len(text) + 1
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
        self.ledger.refuse_formulas(inline.formulas_refused)
        self.hide_text(" ".join(inline.unseen))
        self.add(kind, text, level=level, number=number, marks=marks)

    def add_figure(self, picture: Picture | None, caption: InlineText | None = None) -> None:
        """Append a figure with its caption, if it is tied to it already; a caption whose picture cannot be
        shown stays as such."""
        text, marks = caption.finish() if caption else ("", ())
        self.add("figure" if picture else "caption", text, marks=marks, picture=picture)

    def take(self, addresses: Sequence[str], *, alt: str = "") -> Picture | None:
        """The picture that the source names by these addresses; None if it adorns only or cannot be shown."""
        return take_named(self.album, self.files, addresses, alt=alt)

    def tell_struck(self, inline: InlineText) -> None:
        """Warn of struck text that `inline` left out, together with what was left out before."""
        if inline.struck_characters:
            self.ledger.leave_out_text("struck", " ".join(inline.struck))
            self._warn_of_struck(inline.struck_characters)

    def _warn_of_struck(self, characters: int) -> None:
        self.struck_characters += characters
        others = [warning for warning in self.warnings if warning.code != STRUCK]
        self.warnings[:] = [*others, struck_warning(self.struck_characters)]

    def hide_text(self, text: str) -> None:
        """Leave out text that nobody sees: it may be there to deceive, so it is offered to nobody."""
        if text.strip():
            self.hidden_characters += len(text.strip())
            self.ledger.leave_out_text("unseen", text)
            others = [warning for warning in self.warnings if warning.code != HIDDEN]
            self.warnings[:] = [*others, hidden_warning(self.hidden_characters)]

    def add_table(self, cells: Iterable[Cell]) -> None:
        """Append a table; one without any text is left out."""
        kept = tuple(cells)
        self.add("table", table_text(kept), cells=kept)

    def start_chapter(self, place: Locator) -> None:
        """Set a place whose offsets count from zero again."""
        self.place, self._offset = place, 0

    def tell_unreadable(self, count: int) -> None:
        """Warn, once, of signs of which the bytes of the source do not say what letters they are."""
        if count and not any(warning.code == UNREADABLE for warning in self.warnings):
            self.warn(
                UNREADABLE,
                f"{count} characters could not be read: the file is not in the encoding that it states or seems to have.",
                details={"count": count},
            )

    def tell_embedded(self, names: list[str]) -> None:
        """Warn of files or pages inside the document that are not read."""
        shown = ", ".join(names[:NAMED_AT_MOST])
        plural = "s" if len(names) != 1 else ""
        self.warn(
            "embedded_left_out",
            f"{len(names)} embedded file{plural} ({shown}) {'were' if plural else 'was'} not read. "
            "Add what is to be learned from as a document of its own.",
            details={"count": len(names), "names": shown},
        )

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

    def take_in(self, inner: BlockList) -> None:
        """Take over what a part that was read by itself, such as a cell, says beside its blocks."""
        after = self.blocks[-1].id if self.blocks else ""
        self.asides += (replace(aside, after=after) for aside in inner.asides)
        self.ledger.add(inner.ledger)
        if inner.struck_characters:
            self._warn_of_struck(inner.struck_characters)
        for warning in inner.warnings:
            if warning.code != STRUCK:
                self.warn(warning.code, warning.message, details=warning.details)

    def extraction(
        self,
        metadata: Metadata,
        *,
        seen: Words | None = None,
        spare: int = 0,
        blocks: tuple[Block, ...] | None = None,
    ) -> Extraction:
        """Everything that was read, with the ledger, and a warning if words are lost.

        `seen` are the words of the source, counted apart from this reading; up to `spare` of them may be
        missing. `blocks` are those of this list as the reader mended them.
        """
        kept = tuple(self.blocks) if blocks is None else blocks
        if self.album.pictures:
            kept = without_ornaments(kept, self.album)
        self.ledger.keep_blocks(kept)
        self.ledger.keep_pictures(self.album)
        if any(aside.channel == "speaker_notes" for aside in self.asides):
            self.warn(*NOTES_LEFT_OUT)
        self.tell_unreadable(sum(block.text.count("\ufffd") for block in kept))
        seen = self.ledger.words_seen + (seen or Counter())
        words, lost = count_words(self.ledger, kept, self.asides, seen or None, spare)
        if lost:
            self.warnings.append(lost_warning(lost))
        found = Extraction(
            metadata=metadata,
            blocks=tuple(self.blocks),
            warnings=(*self.warnings, *picture_warnings(self.album)),
            pictures=self.album.pictures,
            asides=tuple(self.asides),
            ledger=self.ledger.lines(words),
        )
        return numbered(found, kept)


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


def hidden_warning(characters: int) -> ReadingWarning:
    """Says that text which no reader of the source sees was left out."""
    return ReadingWarning(
        code=HIDDEN,
        message=f"{characters} characters of text that the page hides from readers were left out.",
        details={"characters": characters},
    )


def table_text(cells: tuple[Cell, ...]) -> str:
    """Rows as lines, the cells of a row joined by " | "."""
    rows: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    return "\n".join(" | ".join(row) for row in rows.values() if any(row))
