"""The gate against items that were judged by reading. These floors only rise."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from praxeo.authors.offline.gate import CHECKS, examine
from praxeo.authors.offline.material import Candidate
from praxeo.domain.spec import ITEM_OF_KIND

FOLDER = Path(__file__).parents[3] / "golden" / "rated"

PRECISION_FLOOR = 0.915  # of the items that the gate lets pass, this share is usable
RECALL_FLOOR = 0.955  # of the usable items, this share passes
FEWEST_ITEMS = 300
FEWEST_KINDS = 6


@dataclass(frozen=True, kw_only=True)
class Rated:
    """One item as the gate sees it, and whether a person calls it usable."""

    text: str
    candidate: Candidate
    usable: bool
    reason: str


def rated_items() -> list[Rated]:
    """The whole corpus, in the order of its files."""
    lines = [
        line
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [_rated(json.loads(line)) for line in lines]


def _rated(record: dict[str, Any]) -> Rated:
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in record["item"].items()
    }
    candidate = Candidate(
        kind=record["kind"],
        item=ITEM_OF_KIND[record["kind"]](**fields),
        prompt=record["prompt"],
        answer=record["answer"],
        quote=record["context"],
        rule=record["rule"],
    )
    return Rated(
        text=record["text"],
        candidate=candidate,
        usable=record["verdict"] == "usable",
        reason=record["reason"],
    )


def test_the_rated_corpus_is_large_and_varied() -> None:
    items = rated_items()
    kinds = Counter(item.text for item in items)
    assert len(items) >= FEWEST_ITEMS
    assert len(kinds) >= FEWEST_KINDS
    assert all(item.usable or item.reason for item in items), "a bad item says what is wrong"


def test_what_the_gate_lets_pass_is_usable_and_it_lets_the_usable_pass() -> None:
    items = rated_items()
    passed = [item for item in items if not examine(item.candidate)]
    right = sum(item.usable for item in passed)
    assert right / len(passed) >= PRECISION_FLOOR
    assert right / sum(item.usable for item in items) >= RECALL_FLOOR


def test_every_check_of_the_gate_has_a_name_that_can_be_reported() -> None:
    assert len(CHECKS) == len(set(CHECKS)) >= 8
