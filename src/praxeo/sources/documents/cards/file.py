"""A text that is nothing but flashcards: an export of Anki or Quizlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cards.anki import anki_cards, noted_fields
from praxeo.sources.documents.cards.deck import Card, Missing, add_deck
from praxeo.sources.documents.cards.listed import HEADS, Pair, listed_cards
from praxeo.sources.documents.cards.seen_cards import seen_in_notes
from praxeo.sources.documents.cards.sides import MARKED, gaps, side
from praxeo.sources.documents.cards.sign import is_anki
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.plain import read_text_file


def read_cards_file(path: Path) -> Extraction:
    """All cards of an export, the first one included, as tables of Front and Back."""
    text = decode(path.read_bytes())
    blocks, missing, title = BlockList(), Missing(), ""
    seen = None
    if is_anki(text):
        title, noted = anki_cards(text, missing)
        cards = list(noted)
        add_deck(cards, missing, blocks)
        decks = {card.deck for card in cards}
        seen = seen_in_notes([*noted_fields(text), *(decks if len(decks) > 1 else ())])
    elif pairs := listed_cards(text):
        seen = Counter(dict.fromkeys(seen_in_notes([text]).keys() - HEADS, 1))
        add_deck(_of(pairs, missing, html=bool(MARKED.search(text))), missing, blocks)
    else:  # it only began as a deck
        return read_text_file(path)
    return blocks.extraction(Metadata(title=title.replace("::", ": ")), seen=seen)


def _of(pairs: list[Pair], missing: Missing, *, html: bool) -> Iterator[Card]:
    for pair in pairs:
        for front, back in list(gaps(pair.front)) or [pair]:
            yield Card(side(front, missing, html=html), side(back, missing, html=html))
