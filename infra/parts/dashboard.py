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
                    ("api", "praxeo_request_errors_total", "Average", "studio"),
                    ("embeds", "praxeo_request_errors_total", "Average", "published apps"),
                ),
                graph(
                    "Seconds of an answer",
                    ("api", "praxeo_request_seconds", "p50", "studio, half"),
                    ("api", "praxeo_request_seconds", "p99", "studio, 99 %"),
                    ("embeds", "praxeo_request_seconds", "p99", "published apps, 99 %"),
                ),
            ],
            [
                graph(
                    "Jobs",
                    ("jobs", "praxeo_job_failures_total", "SampleCount", "ended"),
                    ("jobs", "praxeo_job_failures_total", "Sum", "of them failed"),
                ),
                graph(
                    "Models: millionths of a dollar",
                    ("jobs", "praxeo_model_microusd_total", "Sum", "cost"),
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
