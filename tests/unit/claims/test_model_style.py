"""What models write of a source is not marked, what is false of it is not vouched for, whichever way it came."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim, claim_of
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import Card, Link, Pair, Term
from praxeo.editing.unsaid import mark_unsaid
from praxeo.spec.forms import FORMS
from praxeo.spec.items import write_item

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "claims"
MARKED_MOST, VOUCHED_MOST = 0.035, 0.15
HEAD = "---\nspec: 1\ntitle: T\nlanguage: en\nsource: s\n---\n\n## Section: S\n"


def extraction(*texts: str, kind: str = "paragraph") -> Extraction:
    blocks = tuple(Block(id=f"b{n}", kind=kind, text=text) for n, text in enumerate(texts, 1))  # type: ignore[arg-type]
    return Extraction(
        metadata=Metadata(media_type="text/markdown", content_hash="0" * 64, language="en"),
        blocks=blocks,
    )


CIRCUIT = extraction(
    "Current is the rate at which charge flows past a point. Resistance is the opposition of a "
    "conductor to the flow of charge. If the voltage doubles, the current doubles. If the resistance "
    "doubles, the current halves."
)
TABLE = extraction("Place | Period\nEarth | 2.01 s\nMoon | 4.94 s\nMars | 3.26 s", kind="table")


@pytest.mark.parametrize("search", [True, False])
def test_a_term_with_the_definition_of_another_is_not_vouched_for(search: bool) -> None:
    wrong = Term(
        term="Current",
        definition="the opposition of a conductor to the flow of charge",
        evidence=(),
    )
    found = Gate.of(CIRCUIT).judge(claim_of(wrong), references=("b1.1",), search=search)
    assert not found.proven


def test_the_sentence_beside_does_not_vouch_for_what_the_place_denies() -> None:
    claim = Claim(text="If the resistance doubles, the current doubles.", key="the current doubles")
    assert not Gate.of(CIRCUIT).judge_at(claim, ("b1.4",)).proven


def test_a_row_of_a_table_speaks_for_itself_alone() -> None:
    gate = Gate.of(TABLE)
    said = claim_of(Pair(left="Moon", right="4.94 s", evidence=()))
    wrong = claim_of(Pair(left="Mars", right="4.94 s", evidence=()))
    assert gate.judge_at(said, ("b1.3",)).proven
    assert not gate.judge_at(wrong, ("b1.4",)).proven


def test_an_edit_that_takes_the_number_of_the_next_row_is_marked() -> None:
    pair = Pair(left="Mars", right="4.94 s", evidence=("b1.4",))
    item = write_item("matching", pair, sourced=True, number=1)
    text, count = mark_unsaid(
        HEAD, f"{HEAD}\n### {FORMS['matching'].heading}: Periods\n{item}\n", TABLE
    )
    assert count == 1
    assert "{unsupported}" in text


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("An ideal meter has no resistance.", Card(front="How large is the resistance of an ideal meter?", back="Zero", evidence=())),
        ("The body has a resistance of 1,000 ohms.", Pair(left="resistance of the body", right="1 000 ohms", evidence=())),
        ("Plants use CO2 and H2O.", Card(front="Which two substances do plants use?", back="CO₂ and H₂O", evidence=())),
        ("Gas enters the leaf through small pores, the stomata.", Term(term="stomata", definition="small pores through which gas enters the leaf", evidence=())),
        ("With air resistance the amplitude slowly decreases.", Link(start="air resistance", label="decreases", end="amplitude", evidence=())),
    ],
)  # fmt: skip
def test_what_says_the_same_in_other_signs_is_not_marked(text: str, item: Card) -> None:
    assert (
        Gate.of(extraction(text)).judge(claim_of(item), references=("b1.1",)).verdict != "not_found"
    )


@pytest.mark.slow
def test_few_true_items_are_marked_and_few_falsehoods_vouched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As answers of a model, as changes in words and as edits by hand."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARK), *sys.path])
    import model_style
    from model_items import given

    rows = [*given("recorded.tsv"), *given("by_hand.tsv"), *given("planted.tsv")]
    judged = [(row, model_style.judge_three_ways(row)) for row in rows]
    true = [found for row, found in judged if row.kind not in ("false", "planted")]
    false = [found for row, found in judged if row.kind in ("false", "planted")]
    for way in range(len(model_style.WAYS)):
        assert sum(f[way].verdict == "not_found" for f in true) <= MARKED_MOST * len(true)
        assert sum(f[way].proven for f in false) <= VOUCHED_MOST * len(false)
