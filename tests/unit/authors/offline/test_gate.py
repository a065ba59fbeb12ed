"""The gate: learners see what was measured to be worth it, and the table says what the ratings say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from praxeo.authors.offline import gate
from praxeo.authors.offline.gate import Measured, is_admitted, measured
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.measured import MEASURED
from praxeo.domain.spec import ActivityKind, Card

RATINGS = Path(__file__).parents[4] / "benchmarks" / "author" / "ratings"


def candidate(kind: ActivityKind, rule: str) -> Candidate:
    card = Card(front="Q?", back="A", evidence=("b1.1",))
    return Candidate(kind=kind, item=card, prompt="Q?", answer="A", quote="A", rule=rule)


def test_the_table_is_the_sum_of_the_ratings() -> None:
    rated: Counter[tuple[str, str, str]] = Counter()
    usable: Counter[tuple[str, str, str]] = Counter()
    for path in sorted(RATINGS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            row = (record["language"], record["kind"], record["source"])
            rated[row] += 1
            usable[row] += record["usable"]
            assert record["usable"] or record["fault"], "a bad item says what is wrong"
    assert {row: (rated[row], usable[row]) for row in rated} == MEASURED


def test_what_was_never_rated_is_not_shown() -> None:
    assert not is_admitted(candidate("cloze", "term_gap"), "en")


def test_a_few_good_items_prove_little_and_many_prove_enough() -> None:
    assert Measured(2, 2).at_least < gate.LEAST_PRECISION < Measured(12, 12).at_least
    assert Measured(100, 70).at_least < gate.LEAST_PRECISION < Measured(100, 78).at_least
    assert Measured(0, 0).at_least == 0.0


def test_what_only_structure_tells_is_taken_over_into_other_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = {("en", "choice", "own_choice"): (20, 19), ("en", "terms", "is_a"): (20, 19)}
    monkeypatch.setattr(gate, "MEASURED", table)
    assert is_admitted(candidate("choice", "own_choice"), "ar")
    assert is_admitted(candidate("terms", "is_a"), "en")
    assert not is_admitted(candidate("terms", "is_a"), "de")


def test_a_language_with_enough_ratings_of_its_own_stands_by_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = {("en", "terms", "glossary"): (100, 95), ("fr", "terms", "glossary"): (40, 20)}
    monkeypatch.setattr(gate, "MEASURED", table)
    assert is_admitted(candidate("terms", "glossary"), "es")
    assert not is_admitted(candidate("terms", "glossary"), "fr")
    assert measured("fr", "terms", "glossary") == Measured(40, 20)
