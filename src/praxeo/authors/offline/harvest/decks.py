"""Decks: tables whose two columns are the sides of cards, by their heads; each row is a card that somebody wrote."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Choice

RULE = "deck"
WRONG = "wrong answer"  # the head of a column of a question's other options
FEWEST_DISTRACTORS = 2
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
    return block.kind == "table" and _heads_a_deck(heads) and not all(map(str.isdigit, fronts))


def _heads_a_deck(heads: tuple[str, ...]) -> bool:
    """Whether a table is headed as one: by two sides, or by a question, its answer and wrong ones."""
    return heads[:2] in HEADS and all(head == WRONG for head in heads[2:])


def deck_cards(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """A card for every row of the source's decks, each once; they are not judged, since a person chose them."""
    cards: dict[tuple[str, str], Candidate] = {}
    for one in placed:
        for card in _cards(one.block, phrases) if is_deck(one.block) else ():
            cards.setdefault((card.prompt, card.answer), card)
    return list(cards.values())


def _cards(block: Block, phrases: Phrases) -> list[Candidate]:
    lines = block.text.split("\n")
    rows: dict[int, dict[int, str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, {})[cell.column] = even(cell.text)
    shown = [row for _, row in sorted(rows.items()) if any(row.values())]
    if len(shown) != len(lines):
        return []
    sides = [
        (*_framed(row[0], row[1], phrases), [t for c, t in row.items() if c > 1 and t], number)
        for number, row in enumerate(shown[1:], 2)
        if row.get(0) and row.get(1)
    ]
    asked = (
        block.id if shown[0][0].casefold() == "question" and len(sides) == len(shown) - 1 else ""
    )
    return [_card(block, front, back, wrong, line, asked) for front, back, wrong, line in sides]


def _framed(front: str, back: str, phrases: Phrases) -> tuple[str, str]:
    """A statement of a bank of questions as the question whether it is true, in the words of the app."""
    if back not in ("True", "False") or front.endswith("?"):
        return front, back
    both = phrases.true_or_false.partition("{0}")[0].strip(" ¿?؟").split()
    return phrases.true_or_false.format(front), both[0 if back == "True" else -1].capitalize()


def _card(block: Block, front: str, back: str, wrong: Sequence[str], line: int, asked: str) -> Candidate:  # fmt: skip
    taken = (asked,) if asked else ()  # answers are not to be read before
    different = {key(option) for option in (back, *wrong)}
    if len(wrong) >= FEWEST_DISTRACTORS and len(different) == len(wrong) + 1:
        return Candidate(
            kind="choice",
            item=Choice(question=front, answer=back, distractors=tuple(wrong), evidence=(f"{block.id}.{line}",)),
            prompt=front,
            answer=back,
            quote=block.text.split("\n")[line - 1],
            rule=RULE,
            taken=taken,
        )  # fmt: skip
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=back, evidence=(f"{block.id}.{line}",)),
        prompt=front,
        answer=back,
        quote=block.text.split("\n")[line - 1],
        rule=RULE,
        taken=taken,
    )
