"""Cards of a deck as tables with the columns Front and Back, by which authors know them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from praxeo.domain.blocks import Cell
from praxeo.domain.errors import TooLarge
from praxeo.sources.documents.block_list import BlockList

HEAD = ("Front", "Back")
ROWS_AT_MOST = 40  # of one table, so that a section can end between two
CARDS_AT_MOST = 20_000
NAMES_SHOWN = 8


class Card(NamedTuple):
    """One card; `deck` is the name of the deck that it lies in, or ""."""

    front: str
    back: str
    deck: str = ""


@dataclass(kw_only=True)
class Missing:
    """What cards need that a text cannot hold: names of pictures and recordings, and cards that are nothing else."""

    packed: bool = False  # the pictures came along, and yet a card is text
    media: dict[str, None] = field(default_factory=dict)
    cards: int = 0


def add_deck(cards: Iterable[Card], missing: Missing, blocks: BlockList) -> None:
    """Append all cards, deck by deck in order of their first cards, and say what is missing. Raises TooLarge."""
    decks: dict[str, list[Card]] = {}
    for number, card in enumerate(cards):
        if number >= CARDS_AT_MOST:
            raise TooLarge(
                "text_too_long",
                f"This deck holds more than {CARDS_AT_MOST:,} cards. Split it into parts and add each of them.",
            )
        if card.front.strip() and card.back.strip():
            decks.setdefault(card.deck, []).append(card)
        elif card.front.strip() or card.back.strip():
            missing.cards += 1
            blocks.ledger.leave_out_text("missing", f"{card.front} {card.back}")
    for name, own in decks.items():
        if len(decks) > 1:
            blocks.add("heading", name.replace("::", ": "), level=2)
        for start in range(0, len(own), ROWS_AT_MOST):
            blocks.add_table(_cells(own[start : start + ROWS_AT_MOST]))
    _tell(missing, blocks)


def _cells(cards: list[Card]) -> list[Cell]:
    rows = [HEAD, *((card.front, card.back) for card in cards)]
    return [
        Cell(text=" ".join(text.split()), row=row, column=column, header=row == 0)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


def _tell(missing: Missing, blocks: BlockList) -> None:
    names = list(missing.media)
    if names:
        more = f" (+{len(names) - NAMES_SHOWN})" if len(names) > NAMES_SHOWN else ""
        shown = ", ".join(names[:NAMES_SHOWN]) + more
        code, why = (
            ("media_of_cards", "were left out")
            if missing.packed
            else ("media_not_in_file", "are not in this file")
        )
        blocks.warn(
            code,
            f"Pictures and recordings of the cards {why}, so the cards were read without them: {shown}.",
            details={"names": shown},
        )
        blocks.ledger.leave_out(
            "pictures", "not_readable" if missing.packed else "missing", len(names)
        )
    if missing.cards:
        blocks.warn(
            "cards_left_out",
            f"{missing.cards} cards of which one side holds no text were left out.",
            details={"cards": missing.cards},
        )
