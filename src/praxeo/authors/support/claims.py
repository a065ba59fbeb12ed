"""What an item of a spec claims, as one statement that a source can be held against."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.spec import Card, Choice, Cloze, Event, Item, Link, Pair, Step, Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """`text` is the whole statement; `key` is the part that must not be wrong (the answer)."""

    text: str
    key: str


def claim_of(item: Item) -> Claim:
    """What the item says is so. Wrong options of a choice claim nothing."""
    match item:
        case Term():
            return Claim(text=f"{item.term}: {item.definition}", key=item.definition)
        case Card():
            return Claim(text=f"{item.front} {item.back}", key=item.back)
        case Cloze():
            return Claim(text=f"{item.before}{item.answer}{item.after}", key=item.answer)
        case Choice():
            return Claim(text=f"{item.question} {item.answer}", key=item.answer)
        case Pair():
            return Claim(text=f"{item.left}: {item.right}", key=item.right)
        case Step():
            return Claim(text=item.text, key=item.text)
        case Event():
            return Claim(text=f"{item.when}: {item.text}", key=item.when)
        case Link():
            return Claim(text=f"{item.start} {item.label} {item.end}", key=item.end)
