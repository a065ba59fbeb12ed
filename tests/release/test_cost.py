"""The page about costs says what the model says, and the model adds up what DynamoDB and AWS publish."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.cost import capacity
from benchmarks.cost.model import dominant, measured, month, of_calls, tokens_cost
from benchmarks.cost.page import FILE, page
from benchmarks.cost.prices import PRICES
from benchmarks.cost.usage import SCALES, Setup, Usage
from praxeo.authors.prompts.rendering import prompt_text
from praxeo.models.quotes import INSTRUCTION_TOKENS

PRICE = PRICES["us-east-1"]


def test_the_page_is_up_to_date() -> None:
    assert FILE.read_text("utf-8") == page(), "run: make cost"


def test_units_follow_from_sizes_by_dynamodbs_rules() -> None:
    item = {"id": {"S": "a" * 6}, "body": {"S": "ü" * 506}, "version": {"N": "12"}}
    assert capacity.item_bytes(item) == 2 + 6 + 4 + 1012 + 7 + 2
    assert capacity.write_units(1024) == 1
    assert capacity.write_units(1025) == 2
    assert capacity.write_units(1025, transaction=True) == 4
    assert capacity.read_units([0, 4096, 4097]) == 4
    assert capacity.query_units(0) == 0.5


def test_an_index_is_written_to_only_when_an_item_moves_in_it() -> None:
    queued = {"id": {"S": "1"}, "body": {"S": "x"}, "status": {"S": "queued"}}
    longer = {**queued, "body": {"S": "xyz"}}
    done = {**queued, "status": {"S": "done"}}
    assert capacity.index_writes(None, queued) == 1
    assert capacity.index_writes(queued, longer) == 0
    assert capacity.index_writes(queued, done) == 2
    assert capacity.index_writes(done, None) == 1


def test_a_million_of_each_costs_its_list_price() -> None:
    one = Setup(regions=1)
    counts = {"dynamodb_write_units": 1e6, "dynamodb_read_units": 1e6, "sqs_calls": 1e6}
    costs = of_calls(counts, PRICE, one)
    assert costs["DynamoDB writes"] == pytest.approx(PRICE.dynamodb_write_million)
    assert costs["DynamoDB reads"] == pytest.approx(PRICE.dynamodb_read_million)
    assert costs["SQS"] == pytest.approx(PRICE.sqs_million)
    second = of_calls({"jobs_ms": 1000.0}, PRICE, Setup(jobs_gb=2.0))["Lambda"]
    assert second == pytest.approx(2 * PRICE.lambda_gb_second)
    twice = of_calls(counts, PRICE, Setup(regions=2))
    assert twice["DynamoDB writes"] == pytest.approx(2 * costs["DynamoDB writes"])


def test_what_dominates_is_named_and_changes_with_use() -> None:
    counts = measured()
    few, *_, many = (month(scale, counts, PRICE) for scale in SCALES)
    assert dominant(few)[0][0] == "Standing"
    assert dominant(many)[0][0] != "Standing"
    without = month(SCALES[-1], counts, PRICE, Usage(model_share=0.0))
    paid = SCALES[-1] * Usage().apps * Usage().model_share * tokens_cost(counts.words, counts.day)
    assert sum(many.values()) - sum(without.values()) == pytest.approx(paid)
    assert dominant({"a": 70.0, "b": 20.0, "c": 10.0}) == [("a", 0.7)]
    assert dominant({"b": 40.0, "a": 60.0}) == [("a", 0.6), ("b", 0.4)]


def test_the_quote_that_the_tokens_rest_on_fits_the_prompts_as_they_are() -> None:
    least, _, most = INSTRUCTION_TOKENS
    for name in ("write_spec", "write_code"):
        tokens = len(prompt_text(name).encode()) / 4
        assert least / 2 <= tokens <= most, name
