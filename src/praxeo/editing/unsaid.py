"""What a change made items say that their source does not: they lose their places, so that all see it."""

from __future__ import annotations

from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import UNSUPPORTED, Item
from praxeo.sources.formulas.in_text import in_words
from praxeo.spec.items import write_evidence
from praxeo.spec.placed_parts import PlacedItem, PlacedSpec
from praxeo.spec.text import read_spec


def mark_unsaid(before: str, text: str, extraction: Extraction | None) -> tuple[str, int]:
    """The text of a spec with {unsupported} for the places of changed items that do not say them, and how many.

    An item that stood there before as it is now keeps what it has, whatever the rules say of it today.
    """
    if extraction is None:
        return text, 0
    # Imported here: the lists of words are of no use to what only looks at a request.
    from praxeo.claims.gate import Gate
    from praxeo.claims.statements import claim_of

    had = [each.item for each in _items(read_spec(before))]
    new = [
        (each, each.item)
        for each in _items(read_spec(text))
        if each.item and each.item not in had and _named(each.item)
    ]
    gate = Gate.near(extraction, (place for _, item in new for place in item.evidence))
    lines, count = text.split("\n"), 0
    for placed, item in new:
        found = gate.judge_at(claim_of(in_words(item)), item.evidence)
        if found.verdict == "not_found" and _rewritten(lines, placed, item):
            count += 1
    return "\n".join(lines), count


def _items(placed: PlacedSpec) -> list[PlacedItem]:
    return [i for section in placed.sections for part in section.activities for i in part.items]


def _named(item: Item) -> bool:
    return bool(item.evidence) and item.evidence != UNSUPPORTED


def _rewritten(lines: list[str], placed: PlacedItem, item: Item) -> bool:
    """Put the mark where the item's places stand, on the last of its lines that has them."""
    places, mark = (write_evidence(each, sourced=True) for each in (item.evidence, UNSUPPORTED))
    for at in range(min(placed.end, len(lines)) - 1, placed.first - 1, -1):
        head, found, tail = lines[at].rpartition(places)
        if found:
            lines[at] = head + mark + tail
            return True
    return False
