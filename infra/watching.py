"""WATCHED: the alarms that call a person, as plain data; the stack makes them, the status page groups them.

A description begins with the part of the product that people know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from infra.environments import Environment
from infra.parts.alarm_rules import LAMBDA, OWN, AlarmRule
from praxeo.adapters.dynamodb_usage import USAGE
from praxeo.adapters.sqs import queue_name
from praxeo.domain.catalog import TABLES

FIVE_MINUTES, DAY = 300, 86_400
DAY_DOLLARS = 50  # for models; the caps of the product itself come before that


@dataclass(frozen=True, kw_only=True)
class Watched:
    """An alarm with its dimensions and the words for the person who is called."""

    rule: AlarmRule
    dimensions: dict[str, str]
    words: str


def _rule(name: str, namespace: str, metric: str, statistic: str, threshold: float, of: int = 1, among: int = 1, seconds: int = 60) -> AlarmRule:  # fmt: skip
    return AlarmRule(
        name=name,
        namespace=namespace,
        metric=metric,
        statistic=statistic,  # type: ignore[arg-type]
        threshold=threshold,
        of=of,
        among=among,
        seconds=seconds,
    )


def watched(settings: Environment) -> Iterator[Watched]:
    """All alarms of one region of this environment."""
    yield from _answers(settings)
    yield from _functions(settings)
    yield from _work(settings)
    yield from _tables(settings)


def _answers(settings: Environment) -> Iterator[Watched]:
    for name, part in (("api", "Studio"), ("embeds", "Published apps")):
        own = {"Function": f"{settings.prefix}-{name}"}
        yield Watched(
            rule=_rule(
                f"{name}-server-errors", OWN, "praxeo_request_errors_total", "Average", 0.01, 3, 5
            ),
            dimensions=own,
            words=f"{part}: one answer in a hundred is an error of ours. See the log of the function, then docs/runbooks/release.md.",
        )
        yield Watched(
            rule=_rule(f"{name}-slow", OWN, "praxeo_request_seconds", "p99", 3, 3, 5),
            dimensions=own,
            words=f"{part}: one answer in a hundred takes three seconds or more.",
        )


def _functions(settings: Environment) -> Iterator[Watched]:
    for name in ("api", "embeds", "jobs", "schedule"):
        part = {"api": "Studio", "embeds": "Published apps"}.get(name, "Making apps")
        function = {"FunctionName": f"{settings.prefix}-{name}"}
        yield Watched(
            rule=_rule(f"{name}-crashes", LAMBDA, "Errors", "Sum", 5, 1, 1, FIVE_MINUTES),
            dimensions=function,
            words=f"{part}: five calls of {name} in five minutes ended without an answer.",
        )
        yield Watched(
            rule=_rule(f"{name}-throttled", LAMBDA, "Throttles", "Sum", 10, 2, 3),
            dimensions=function,
            words=f"{part}: calls of {name} are turned away; raise its concurrency or find who asks so much.",
        )


def _work(settings: Environment) -> Iterator[Watched]:
    yield Watched(
        rule=_rule(
            "jobs-failed", OWN, "praxeo_job_failures_total", "Average", 0.2, 2, 3, FIVE_MINUTES
        ),
        dimensions={"Function": f"{settings.prefix}-jobs"},
        words="Making apps: one job in five fails.",
    )
    yield Watched(
        rule=_rule("jobs-put-aside", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", 1),
        dimensions={"QueueName": f"{settings.prefix}-jobs-dead"},
        words="Making apps: a nudge failed five times and was put aside. Its job is found again by the sweep.",
    )
    for lane in settings.lanes:
        yield Watched(
            rule=_rule(
                f"jobs-late-{lane}",
                "AWS/SQS",
                "ApproximateAgeOfOldestMessage",
                "Maximum",
                600,
                3,
                3,
            ),
            dimensions={"QueueName": queue_name(f"{settings.prefix}-jobs", lane)},
            words=f"Making apps: a job of the lane {lane} has waited for ten minutes; raise the number that run at once.",
        )
    yield Watched(
        rule=_rule("sweep-fails", LAMBDA, "Errors", "Maximum", 1, 5, 5),
        dimensions={"FunctionName": f"{settings.prefix}-schedule"},
        words="Making apps: each sweep of five minutes failed; lost and put-off jobs wait.",
    )
    yield Watched(
        rule=_rule(
            "model-dollars", OWN, "praxeo_model_microusd_total", "Sum", DAY_DOLLARS * 1e6, 1, 1, DAY
        ),
        dimensions={"Function": f"{settings.prefix}-jobs"},
        words=f"Cost: calls of models have cost {DAY_DOLLARS} dollars today.",
    )


def _tables(settings: Environment) -> Iterator[Watched]:
    for name in (*(table.name for table in TABLES), USAGE):
        yield Watched(
            rule=_rule(
                f"table-{name}-throttled",
                "AWS/DynamoDB",
                "ThrottledRequests",
                "Sum",
                10,
                2,
                3,
            ),
            dimensions={"TableName": f"{settings.prefix}-{name}"},
            words=f"Records: requests of the table {name} are turned away.",
        )
