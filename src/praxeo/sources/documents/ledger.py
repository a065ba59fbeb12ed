"""Keeps count while a source is read: what was seen of each kind, what was kept, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from praxeo.domain.blocks import Aside, Block, ReadingWarning
from praxeo.domain.reading_ledger import KINDS, LedgerLine, Reason, SeenKind
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.word_count import Words, lost_words, words_of

NAMED_AT_MOST = 5
LOST = "text_lost"


@dataclass(kw_only=True)
class Ledger:
    """The counts so far. What is left out as text counts by its words."""

    seen: Counter[SeenKind] = field(default_factory=Counter)
    kept: Counter[SeenKind] = field(default_factory=Counter)
    left_out: Counter[tuple[SeenKind, Reason]] = field(default_factory=Counter)
    words_left_out: Words = field(default_factory=Counter)
    words_seen: Words = field(default_factory=Counter)
    words_elsewhere: Words = field(default_factory=Counter)

    def keep(self, kind: SeenKind, count: int = 1) -> None:
        """Count what was seen and kept."""
        self.seen[kind] += count
        self.kept[kind] += count

    def keep_blocks(self, blocks: Iterable[Block]) -> None:
        """Count the tables and formulas among the blocks that were kept."""
        for block in blocks:
            self.keep("tables", block.kind == "table")
            marks = (*block.marks, *(mark for cell in block.cells for mark in cell.marks))
            self.keep("formulas", sum(mark.formula is not None for mark in marks))

    def keep_pictures(self, album: Album) -> None:
        """Count what became of the pictures that were offered."""
        missing = album.lost["missing"]
        self.leave_out("pictures", "decoration", album.decoration)
        self.leave_out("pictures", "missing", missing)
        self.leave_out("pictures", "not_readable", album.lost.total() - missing)
        self.keep("pictures", album.seen - album.decoration - album.lost.total())

    def refuse_formulas(self, count: int) -> None:
        """Count formulas that stand as they were written, because no converter reads them."""
        self.leave_out("formulas", "not_readable", count)

    def leave_out(self, kind: SeenKind, reason: Reason, count: int = 1) -> None:
        """Count what was seen and left out on purpose."""
        self.seen[kind] += count
        self.left_out[kind, reason] += count

    def leave_out_text(self, reason: Reason, text: str) -> None:
        """Count the words of a text that was left out on purpose."""
        if not text or text.isspace():  # as most of what a page hides: thousands of empty elements
            return
        words = words_of((text,))
        self.words_left_out.update(words)
        self.left_out["words", reason] += words.total()

    def says_otherwise(self, text: str) -> None:
        """Words that stand in what was kept in another form, such as those of a formula."""
        self.words_elsewhere.update(words_of((text,)))

    def add(self, other: Ledger) -> None:
        """Take in the counts of a part that was read by itself."""
        self.seen += other.seen
        self.kept += other.kept
        self.left_out += other.left_out
        self.words_left_out += other.words_left_out
        self.words_seen += other.words_seen
        self.words_elsewhere += other.words_elsewhere

    def lines(self, words: LedgerLine) -> tuple[LedgerLine, ...]:
        """The counts of every kind of which there was something, words first."""
        others = (
            LedgerLine(
                kind=kind, seen=self.seen[kind], kept=self.kept[kind], left_out=self.reasons(kind)
            )
            for kind in KINDS
            if kind != "words" and self.seen[kind]
        )
        return (words, *others)

    def reasons(self, kind: SeenKind) -> tuple[tuple[Reason, int], ...]:
        """Why things of that kind were left out, and how many for each reason."""
        return tuple(
            (reason, count) for (of, reason), count in self.left_out.items() if of == kind and count
        )


def count_words(
    ledger: Ledger, blocks: Sequence[Block], asides: Sequence[Aside], seen: Words | None, spare: int
) -> tuple[LedgerLine, list[str]]:
    """The line of the words, and those that were lost, if they are more than `spare`.

    `seen` are the words of the source by a count of their own; without one nothing is known to be lost.
    """
    kept = words_of(_texts(blocks))
    for aside in asides:
        ledger.leave_out_text(aside.channel, f"{aside.block.number} {aside.block.text}")
    had = kept + ledger.words_left_out
    lost = lost_words(seen, had + ledger.words_elsewhere) if seen is not None else []
    if len(lost) <= spare:
        lost = []
    line = LedgerLine(
        kind="words",
        seen=had.total() + len(lost),
        kept=kept.total(),
        left_out=ledger.reasons("words"),
    )
    return line, lost


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    return (f"{block.number} {block.text}" for block in blocks)


def lost_warning(lost: Sequence[str]) -> ReadingWarning:
    """Says that words of the source are nowhere in what was read, and names the first of them."""
    named = ", ".join(f"“{word[:40]}”" for word in dict.fromkeys(lost[:NAMED_AT_MOST]))
    plural = "s" if len(lost) != 1 else ""
    return ReadingWarning(
        code=LOST,
        message=f"{len(lost)} word{plural} of the document could not be read, such as {named}.",
        details={"count": len(lost), "words": named},
    )
