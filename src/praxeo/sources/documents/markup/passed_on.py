"""What a text passes on as it stands to one kind of output: pages are read, of others it is told that they are missing."""

from __future__ import annotations

from contextlib import suppress

from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList

PAGES = frozenset({"html", "html5", ""})


def add_passed_on(text: str, kind: str, blocks: BlockList) -> None:
    """Append the blocks of a passage for `kind` ("html", "latex", …; "" where the text does not say)."""
    if kind.lower() in PAGES:
        from praxeo.sources.documents.html.blocks import add_html

        with suppress(Refused):  # tags without a word
            blocks.ledger.words_seen += add_html(text, blocks)
    elif text.strip():
        blocks.ledger.leave_out("parts", "not_readable")
        blocks.warn(
            "part_not_read",
            f"A part of the document ({kind}) could not be read and is missing.",
            details={"part": kind},
        )
