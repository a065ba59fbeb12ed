"""The model: counted calls × stated usage × prices, as dollars by what they are paid for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.cost.prices import MILLION, SECONDS_A_MONTH, Prices
from benchmarks.cost.usage import SETUP, USAGE, Setup, Usage
from praxeo.models.prices import PREFERRED, read_prices
from praxeo.models.quotes import quote
from praxeo.ports.models import Purpose

COUNTS_FILE = Path(__file__).with_name("counts.json")
PURPOSES: tuple[Purpose, ...] = ("write_spec", "write_code")
GB = 1_000_000_000
DOMINANT_SHARE = 0.25  # of the bill, from which a part counts as one that dominates

Counts = Mapping[str, float]
Costs = Mapping[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What was counted: each is one of its kind, but `sweep` is what happens each minute."""

    made_app: Counts
    publish: Counts
    view: Counts
    read: Counts
    sweep: Counts
    words: int  # of the document
    day: str


def measured(file: Path = COUNTS_FILE) -> Measured:
    """The stored counts."""
    return Measured(**json.loads(file.read_text("utf-8")))


def of_calls(counts: Counts, prices: Prices, setup: Setup) -> dict[str, float]:
    """What these calls cost in dollars, by what is paid for; storage is not among it."""
    replicated = setup.regions
    seconds = (
        counts.get("api_ms", 0) * setup.api_gb
        + counts.get("jobs_ms", 0) * setup.jobs_gb
        + counts.get("embeds_ms", 0) * setup.embeds_gb
        + counts.get("schedule_ms", 0) * setup.schedule_gb
    ) / 1000
    requests = counts.get("api_calls", 0) + counts.get("embeds_calls", 0)  # through a gateway
    calls = requests + counts.get("jobs_calls", 0) + counts.get("schedule_calls", 0)
    return {
        "DynamoDB writes": counts.get("dynamodb_write_units", 0)
        * replicated
        * prices.dynamodb_write_million
        / MILLION,
        "DynamoDB reads": counts.get("dynamodb_read_units", 0)
        * prices.dynamodb_read_million
        / MILLION,
        "S3 requests": counts.get("s3_writes", 0) * replicated * prices.s3_write_thousand / 1000
        + counts.get("s3_reads", 0) * prices.s3_read_thousand / 1000
        + counts.get("s3_stored_bytes", 0) / GB * (replicated - 1) * prices.between_regions_gb,
        # A message is also received and deleted by Lambda itself.
        "SQS": (counts.get("sqs_calls", 0) + 2 * counts.get("jobs_calls", 0))
        * prices.sqs_million
        / MILLION,
        "Lambda": seconds * prices.lambda_gb_second + calls * prices.lambda_million / MILLION,
        "API Gateway": requests * prices.api_gateway_million / MILLION,
        "CloudFront": counts.get("bytes_out", 0) / GB * prices.cloudfront_gb
        + counts.get("edge_requests", requests) * prices.cloudfront_ten_thousand / 10_000,
        "Firewall": counts.get("edge_requests", requests) * prices.firewall_million / MILLION,
        "Logs": calls * setup.log_bytes / GB * prices.logs_gb,
    }


def seen(view: Counts, setup: Setup) -> dict[str, float]:
    """A view as the origin sees it behind CloudFront: of its two requests the wrapper page asks each
    time, the app only if it is not cached. What a visitor gets stays the same."""
    at_origin = (1 + (1 - setup.app_hits)) / 2
    kept = {"bytes_out": view["bytes_out"], "edge_requests": view["embeds_calls"]}
    return {name: count * at_origin for name, count in view.items()} | kept


def tokens_cost(words: int, day: str) -> float:
    """What a model takes for an app of so many words, by the product's own prices and quotes."""
    offer = quote(
        words=words,
        purposes=PURPOSES,
        model=PREFERRED[0],
        price=partial(read_prices("").price, PREFERRED[0], day),
        history=(),
        cap_microusd=10 * MILLION,
    )
    return offer.microusd.likely / MILLION


def stored_gb(counts: Measured, usage: Usage) -> tuple[float, float]:
    """What one user adds to the tables and to the buckets in all the months that it is kept."""

    def kept(name: str) -> float:
        made, published = counts.made_app.get(name, 0), counts.publish.get(name, 0)
        return (usage.apps * made + usage.publishes * published) * usage.months_kept / GB

    return kept("dynamodb_stored_bytes"), kept("s3_stored_bytes")


def month(
    users: int, counts: Measured, prices: Prices, usage: Usage = USAGE, setup: Setup = SETUP
) -> dict[str, float]:
    """The bill of a month in dollars by what is paid for."""
    sums: defaultdict[str, float] = defaultdict(float)

    def add(calls: Counts, times: float) -> None:
        for part, dollars in of_calls(calls, prices, setup).items():
            sums[part] += dollars * times

    add(counts.made_app, users * usage.apps)
    add(counts.publish, users * usage.publishes)
    add(seen(counts.view, setup), users * usage.views)
    add(counts.read, users * usage.reads)
    add(counts.sweep, SECONDS_A_MONTH / 60)
    tables, buckets = (gb * users * setup.regions for gb in stored_gb(counts, usage))
    sums["Model tokens"] = (
        users * usage.apps * usage.model_share * tokens_cost(counts.words, counts.day)
    )
    sums["Storage"] = (
        tables * (prices.dynamodb_gb_month + prices.dynamodb_backup_gb_month)
        + buckets * prices.s3_gb_month
    )
    warm = setup.warm_api * setup.api_gb * SECONDS_A_MONTH * prices.lambda_kept_warm_gb_second
    polls = setup.pollers * SECONDS_A_MONTH / 20 * prices.sqs_million / MILLION
    sums["Standing"] = (prices.fixed_month + warm) * setup.regions + polls
    return dict(sums)


def dominant(costs: Costs) -> list[tuple[str, float]]:
    """The largest part of a bill with its share, and the second if it is large as well."""
    total = sum(costs.values())
    parts = sorted(((name, cost / total) for name, cost in costs.items()), key=lambda p: -p[1])
    return [parts[0], *[part for part in parts[1:2] if part[1] >= DOMINANT_SHARE]]
