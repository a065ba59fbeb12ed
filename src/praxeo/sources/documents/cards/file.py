"""A text that is nothing but flashcards: an export of Anki or Quizlet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cards.anki import anki_cards
from praxeo.sources.documents.cards.deck import Card, Missing, add_deck
from praxeo.sources.documents.cards.listed import HEADS, Pair, listed_cards
from praxeo.sources.documents.cards.sides import MARKED, gaps, side
from praxeo.sources.documents.cards.sign import is_anki
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.plain import read_text_file
from praxeo.sources.documents.word_count import words_of

# Markup, pictures and sounds, gaps with their hints.
NO_WORDS = re.compile(r"<[^<>]*>|\[[a-z]+:[^\]]*\]|\{\{[^{}]*\}\}")


def read_cards_file(path: Path) -> Extraction:
    """All cards of an export, the first one included, as tables of Front and Back."""
    text = decode(path.read_bytes())
    blocks, missing, title = BlockList(), Missing(), ""
    seen = None
    if is_anki(text):
        title, cards = anki_cards(text, missing)
        add_deck(cards, missing, blocks)
    elif pairs := listed_cards(text):
        seen = Counter(set(words_of((NO_WORDS.sub(" ", unescape(text)),))) - HEADS)
        add_deck(_of(pairs, missing, html=bool(MARKED.search(text))), missing, blocks)
    else:  # it only began as a deck
        return read_text_file(path)
    return blocks.extraction(Metadata(title=title.replace("::", ": ")), seen=seen)


def _of(pairs: list[Pair], missing: Missing, *, html: bool) -> Iterator[Card]:
    for pair in pairs:
        for front, back in list(gaps(pair.front)) or [pair]:
            yield Card(side(front, missing, html=html), side(back, missing, html=html))
