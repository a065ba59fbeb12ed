"""The dashboard of a region: what a person looks at when an alarm has called."""

from __future__ import annotations

from functools import partial

from aws_cdk import Stack
from aws_cdk import aws_cloudwatch as cloudwatch

from infra.environments import Environment
from infra.parts.alarm_rules import OWN


def dashboard(stack: Stack, settings: Environment, alarms: list[cloudwatch.Alarm]) -> None:
    """What a person looks at first: states of the alarms, then answers, jobs and models over time."""
    graph = partial(_graph, settings.prefix)
    cloudwatch.Dashboard(
        stack,
        "dashboard",
        dashboard_name=settings.prefix_in(stack.region),
        widgets=[
            [cloudwatch.AlarmStatusWidget(title="Alarms", alarms=alarms, width=24)],  # type: ignore[arg-type]
            [
                graph(
                    "Answers that are errors of ours (share)",
                    ("api", "ServerErrors", "Average", "studio"),
                    ("embeds", "ServerErrors", "Average", "published apps"),
                ),
                graph(
                    "Milliseconds of an answer",
                    ("api", "Milliseconds", "p50", "studio, half"),
                    ("api", "Milliseconds", "p99", "studio, 99 %"),
                    ("embeds", "Milliseconds", "p99", "published apps, 99 %"),
                ),
            ],
            [
                graph(
                    "Jobs",
                    ("jobs", "JobsFailed", "SampleCount", "ended"),
                    ("jobs", "JobsFailed", "Sum", "of them failed"),
                ),
                graph(
                    "Models: millionths of a dollar",
                    ("jobs", "ModelMicrousd", "Sum", "cost"),
                ),
            ],
        ],
    )


def _graph(prefix: str, title: str, *lines: tuple[str, str, str, str]) -> cloudwatch.GraphWidget:
    """Lines of a function, its metric, a statistic of it, and what the line is called."""
    made = [
        cloudwatch.Metric(
            namespace=OWN,
            metric_name=metric,
            dimensions_map={"Function": f"{prefix}-{function}"},
            statistic=statistic,
            label=label,
        )
        for function, metric, statistic, label in lines
    ]
    return cloudwatch.GraphWidget(title=title, left=made, width=12)
