"""Decks: tables whose two columns are the sides of cards, by their heads; each row is a card that somebody wrote."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card

RULE = "deck"
HEADS = frozenset(
    {
        ("front", "back"),
        ("question", "answer"),
        ("vorderseite", "rückseite"),
        ("frage", "antwort"),
        ("recto", "verso"),
        ("anverso", "reverso"),
    }
)


def is_deck(block: Block) -> bool:
    """Whether a table is a deck of cards; one of numbers and letters is a key to questions."""
    heads = tuple(
        cell.text.strip().casefold() for cell in block.cells if cell.row == 0 and cell.header
    )
    fronts = [cell.text.strip(" .):") for cell in block.cells if cell.row and not cell.column]
    return block.kind == "table" and heads in HEADS and not all(map(str.isdigit, fronts))


def deck_cards(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A card for every row of the source's decks, each once; they are not judged, since a person chose them."""
    cards: dict[tuple[str, str], Candidate] = {}
    for one in placed:
        for card in _cards(one.block) if is_deck(one.block) else ():
            cards.setdefault((card.prompt, card.answer), card)
    return list(cards.values())


def _cards(block: Block) -> list[Candidate]:
    lines = block.text.split("\n")
    rows: dict[int, dict[int, str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, {})[cell.column] = even(cell.text)
    shown = [row for _, row in sorted(rows.items()) if any(row.values())]
    if len(shown) != len(lines):
        return []
    return [
        _card(block, row[0], row[1], number)
        for number, row in enumerate(shown[1:], 2)
        if row.get(0) and row.get(1)
    ]


def _card(block: Block, front: str, back: str, line: int) -> Candidate:
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=back, evidence=(f"{block.id}.{line}",)),
        prompt=front,
        answer=back,
        quote=block.text.split("\n")[line - 1],
        rule=RULE,
    )
