"""A reading ledger as lines of text: seen, kept, left out and why."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.blocks import Extraction
from praxeo.domain.reading_ledger import LedgerLine


def ledger_lines(extraction: Extraction) -> Iterator[str]:
    """A table of the kinds of which something was left out; none where all that was seen was kept."""
    gaps = [line for line in extraction.ledger if line.seen > line.kept]
    if gaps:
        yield f"{'':<12}{'seen':>9}{'kept':>9}   left out"
        for line in gaps:
            yield f"{_words(line.kind):<12}{line.seen:>9,}{line.kept:>9,}   {_why(line)}"


def _why(line: LedgerLine) -> str:
    reasons = [f"{count:,} {_words(reason)}" for reason, count in line.left_out]
    return ", ".join([*reasons, *([f"{line.lost:,} lost"] if line.lost else [])])


def _words(name: str) -> str:
    return name.replace("_", " ")
