"""What an author offers of a source, as it is kept with the example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from praxeo.domain.errors import Refused
from praxeo.domain.spec import ActivityKind, Item
from praxeo.editing.desk.fields import made_item, said_by
from praxeo.ports.authoring import Concept, Draft, Offer

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class OfferedItem:
    """An item, or the rows of a whole exercise; `rule` names what found it."""

    kind: ActivityKind
    items: tuple[Item, ...]
    rule: str


@dataclass(frozen=True, kw_only=True)
class KeptOffer:
    """An offer, and the hash of the source of which it is."""

    content_hash: str
    items: tuple[OfferedItem, ...]
    concepts: tuple[Concept, ...]


def kept(offer: Offer, content_hash: str) -> str:
    """The stored form; `read_offer` reads it."""
    items = [
        {
            "kind": each.kind,
            "rule": each.rule,
            "items": [
                {**said_by(each.kind, item), "evidence": item.evidence} for item in each.items
            ],
        }
        for each in _together(offer.drafts)
    ]
    told = {
        "format": FORMAT,
        "content_hash": content_hash,
        "items": items,
        "concepts": [asdict(concept) for concept in offer.concepts],
    }
    return json.dumps(told, ensure_ascii=False)


def read_offer(text: str) -> KeptOffer:
    """What `kept` wrote. Refused("bad_candidates") for any other text."""
    try:
        told: dict[str, Any] = json.loads(text)
        if told["format"] != FORMAT:
            raise ValueError("another format")
        return KeptOffer(
            content_hash=told["content_hash"],
            items=tuple(_item(each) for each in told["items"]),
            concepts=tuple(_concept(each) for each in told["concepts"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise Refused(
            "bad_candidates", "What was found for this example cannot be read; look for it again."
        ) from error


def _together(drafts: tuple[Draft, ...]) -> Iterator[OfferedItem]:
    """Drafts of one group as one; the others each by itself."""
    numbered = [(draft.group or str(place), draft) for place, draft in enumerate(drafts)]
    for _, group in groupby(numbered, key=lambda each: each[0]):
        members = [draft for _, draft in group]
        first = members[0]
        yield OfferedItem(
            kind=first.kind, items=tuple(each.item for each in members), rule=first.source
        )


def _item(told: dict[str, Any]) -> OfferedItem:
    items = [
        made_item(
            told["kind"],
            {name: tuple(v) if isinstance(v, list) else v for name, v in each.items()},
            tuple(each["evidence"]),
        )
        for each in told["items"]
    ]
    return OfferedItem(kind=told["kind"], items=tuple(items), rule=told["rule"])


def _concept(told: dict[str, Any]) -> Concept:
    return Concept(
        term=told["term"],
        meaning=told["meaning"],
        evidence=tuple(told["evidence"]),
        siblings=tuple(told["siblings"]),
    )
