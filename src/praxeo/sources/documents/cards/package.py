"""A deck as Anki packs it (.apkg): a ZIP file with a collection, and pictures and recordings beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cards.deck import Card, Missing, add_deck
from praxeo.sources.documents.cards.seen_cards import seen_in_notes
from praxeo.sources.documents.cards.sides import gaps, side
from praxeo.sources.documents.zip_files import open_zip, read_member

COLLECTION_LIMIT_BYTES = 64 * 2**20
NEWER = (
    "collection.anki21b"  # compressed by Zstandard; what stands beside it is one card that says so
)
COLLECTIONS = ("collection.anki21", "collection.anki2")


def read_package(path: Path) -> Extraction:
    """All cards of a packed deck. Raises Refused: "newer_deck", "damaged"."""
    with open_zip(path) as archive:
        names = set(archive.namelist())
        if NEWER in names:
            raise Refused(
                "newer_deck",
                "This deck is packed in the newer form of Anki. Export it there again as notes in plain text (.txt), "
                "or with support for older versions of Anki, and add that.",
            )
        name = next((each for each in COLLECTIONS if each in names), None)
        if name is None:
            raise Refused(
                "damaged", "This Anki deck is damaged: it holds no cards. Export it anew."
            )
        database = read_member(archive, name, COLLECTION_LIMIT_BYTES)
    blocks, missing = BlockList(), Missing(packed=True)
    seen: list[str] = []
    cards = list(_cards(database, missing, seen))
    add_deck(cards, missing, blocks)
    decks = {card.deck for card in cards}
    if len(decks) > 1:
        seen += decks
    title = decks.pop().replace("::", ": ") if len(decks) == 1 else ""
    return blocks.extraction(Metadata(title=title), seen=seen_in_notes(seen))


def _cards(database: bytes, missing: Missing, seen: list[str]) -> Iterator[Card]:
    """The cards of all notes, whose fields are put into `seen`."""
    from praxeo.sources.documents.cards.collection import notes_of  # no other format needs SQLite

    for note in notes_of(database):
        seen += (*note.front, *note.back)
        opened = [found for text in note.front for found in gaps(text)]
        for front, answer in opened or [(" ".join(note.front), "")]:
            given = [answer, *note.back] if opened else note.back
            backs = [side(text, missing, html=True) for text in given]
            yield Card(side(front, missing, html=True), "; ".join(filter(None, backs)), note.deck)
