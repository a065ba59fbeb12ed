"""The page docs/reference/cost.md, made from the model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

from benchmarks.cost.model import (
    Costs,
    Measured,
    dominant,
    measured,
    month,
    of_calls,
    seen,
    tokens_cost,
)
from benchmarks.cost.prices import PRICES, Prices
from benchmarks.cost.usage import SCALES, SETUP, USAGE, Setup, Usage
from praxeo.models.prices import PREFERRED

FILE = Path(__file__).parents[2] / "docs" / "reference" / "cost.md"
REGION = "eu-central-1"
PLAIN = frozenset({"Standing", "Model tokens", "Storage", "Firewall", "Logs"})
COUNTED = {
    "dynamodb_write_units": "DynamoDB write units",
    "dynamodb_read_units": "DynamoDB read units",
    "s3_writes": "S3 writes and lists",
    "s3_reads": "S3 reads",
    "s3_stored_bytes": "bytes stored in S3",
    "sqs_calls": "SQS calls of the product",
    "api_calls": "calls of the API's Lambda",
    "api_ms": "their milliseconds",
    "jobs_calls": "calls of the jobs' Lambda",
    "jobs_ms": "their milliseconds",
    "embeds_calls": "calls of the embeds' Lambda",
    "embeds_ms": "their milliseconds",
    "schedule_calls": "calls of the schedule's Lambda",
    "schedule_ms": "their milliseconds",
    "bytes_out": "bytes sent to the browser",
}


def page() -> str:
    """The whole page."""
    counts, usage, setup = measured(), USAGE, SETUP
    return "\n".join(
        [
            "# What it costs on AWS",
            "",
            "<!-- Made by `make cost`; edit benchmarks/cost, not this page. -->",
            "",
            _intro(counts, usage, setup),
            "",
            "## Counted",
            *_counted(counts),
            "",
            "## For each",
            *_each(counts, setup),
            "",
            "## In a month",
            *_months(counts, usage, setup),
            "",
            "## Taken for granted",
            *_assumed(usage, setup),
            "",
            "## Prices",
            *_prices(),
            "",
        ]
    )


def _intro(counts: Measured, usage: Usage, setup: Setup) -> str:
    bills = {scale: month(scale, counts, PRICES[REGION], usage, setup) for scale in SCALES}
    named = [f"{scale:,} users: {_named(bill)}" for scale, bill in bills.items()]
    offline = month(SCALES[-1], counts, PRICES[REGION], replace(usage, model_share=0.0), setup)
    return (
        f"**What dominates** a month's bill in {REGION}: {'; '.join(named)}. Where no model writes, at {SCALES[-1]:,} "
        f"users: {_named(offline)}.\n\n"
        "The figures are counted calls × assumptions about use × list prices without free tiers. The calls were counted by a hook in the SDK "
        "while a PDF became an app that was published and viewed on the local cloud; request units follow from "
        "the sizes of the items by DynamoDB's rules. Milliseconds are those of the machine that counted, on which the services answer at once, "
        "and not Lambda's: they are the weakest of these figures. No bill of AWS has been seen yet."
    )


def _counted(counts: Measured) -> Iterable[str]:
    kinds = (counts.made_app, counts.publish, counts.view, counts.read, counts.sweep)
    yield f"Counted on {counts.day} (`benchmarks/cost/counts.json`; a test compares it with each run)."
    yield ""
    yield "| | an app made of a PDF | a publication | a view (mean of five in a row) | a read of the studio | a minute's sweep |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for name, words in COUNTED.items():
        if any(kind.get(name) for kind in kinds):
            yield f"| {words} | {' | '.join(_number(kind.get(name, 0)) for kind in kinds)} |"


def _each(counts: Measured, setup: Setup) -> Iterable[str]:
    thousand = {name: count * 1000 for name, count in seen(counts.view, setup).items()}
    columns: list[dict[str, float]] = []
    for prices in PRICES.values():
        app = of_calls(counts.made_app, prices, setup)
        views = of_calls(thousand, prices, setup)
        columns += [app, of_calls(counts.publish, prices, setup), views]
    heads = [
        f"{what}, {region}" for region in PRICES for what in ("app", "publication", "1,000 views")
    ]
    yield f"| US dollars | {' | '.join(heads)} |"
    yield "| --- |" + " --: |" * len(heads)
    for part in columns[0]:
        if any(column[part] for column in columns):
            yield f"| {part} | {' | '.join(_dollars(column[part]) for column in columns)} |"
    yield f"| **sum** | {' | '.join(f'**{_dollars(sum(column.values()))}**' for column in columns)} |"
    yield ""
    tokens = tokens_cost(counts.words, counts.day)
    yield (
        f"An app that a model writes ({PREFERRED[0]}, a document of {counts.words:,} words, spec and code in one try each, prices of "
        f"{counts.day}) takes {_dollars(tokens)} for tokens besides, which is {tokens / sum(columns[3].values()):,.0f} times the rest. "
        "This is what `praxeo quote` says as long as nothing was paid; on a box it is the same."
    )


def _months(counts: Measured, usage: Usage, setup: Setup) -> Iterable[str]:
    for region, prices in PRICES.items():
        bills = [month(scale, counts, prices, usage, setup) for scale in SCALES]
        yield f"### {region}"
        yield f"| US dollars | {' | '.join(f'{scale:,} users' for scale in SCALES)} |"
        yield "| --- |" + " --: |" * len(SCALES)
        for part in sorted(bills[-1], key=lambda name: -bills[-1][name]):
            yield f"| {part} | {' | '.join(f'{bill[part]:,.2f}' for bill in bills)} |"
        yield f"| **sum** | {' | '.join(f'**{sum(bill.values()):,.2f}**' for bill in bills)} |"
        yield (
            "| a user | "
            + " | ".join(
                _dollars(sum(bill.values()) / scale)
                for bill, scale in zip(bills, SCALES, strict=True)
            )
            + " |"
        )
        yield ""


def _assumed(usage: Usage, setup: Setup) -> Iterable[str]:
    yield (
        f"Each user, in a month: {usage.apps:g} apps made (of {usage.model_share:.0%} a model writes spec and code), "
        f"{usage.publishes:g} published, {usage.views:g} views, {usage.reads:g} other requests of the studio. What is made is kept for "
        f"{usage.months_kept:g} months. The Lambdas have {setup.api_gb:g} GB (API, {setup.warm_api} of them kept warm), "
        f"{setup.jobs_gb:.3g} GB (jobs, with the browser), {setup.embeds_gb:g} GB (embeds) and {setup.schedule_gb:g} GB (schedule). Tables and buckets are replicated to {setup.regions - 1} other "
        f"region. CloudFront answers {setup.app_hits:.0%} of the requests for apps; the wrapper page asks the origin each time, "
        f"which is what makes a withdrawn app vanish at once. A call logs {setup.log_bytes:,.0f} bytes. Standing costs are a firewall with five rules, "
        "keys, secrets, thirty-three alarms, a dashboard, a health check and a canary, in each region, and Lambda's looking at the queues. "
        "Counting a visit comes on top of its view: one of five minutes with twenty answers, told every ten seconds, takes 376 write units and 109 read units; 1,000 of them cost 0.30 dollars in eu-central-1."
    )


def _prices() -> Iterable[str]:
    yield "| US dollars | " + " | ".join(PRICES) + " |"
    yield "| --- |" + " --: |" * len(PRICES)
    for field in fields(Prices):
        if field.name != "region":
            values = [getattr(prices, field.name) for prices in PRICES.values()]
            shown = map(_price, values)
            yield f"| {field.name.replace('_', ' ')} | {' | '.join(shown)} |"


def _named(bill: Costs) -> str:
    return " and ".join(
        f"{name[0].lower() + name[1:] if name in PLAIN else name} ({share:.0%})"
        for name, share in dominant(bill)
    )


def _price(value: object) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _number(count: float) -> str:
    return f"{count:,.1f}".removesuffix(".0")


def _dollars(amount: float) -> str:
    return f"{amount:.6f}" if amount < 0.01 else f"{amount:.4f}"


def write() -> None:
    """Write the page anew."""
    FILE.write_text(page(), "utf-8")
