"""What is counted while Praxeo works. METRICS names all of it, on a box (`/metrics`) and in the cloud alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["counter", "gauge", "histogram"]
TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # upper bounds, of answers
LONG_SECONDS = (1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0)  # and of jobs


@dataclass(frozen=True, kw_only=True, slots=True)
class Metric:
    """One metric: what it says, by which labels, and (of a histogram) the upper bounds of its buckets.

    `apart` are the labels by which the cloud tells values apart; each combination costs money there.
    """

    kind: Kind
    says: str
    labels: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()
    apart: tuple[str, ...] = ()


METRICS: dict[str, Metric] = {
    "praxeo_requests_total": Metric(
        kind="counter", says="Answered requests.", labels=("route", "method", "status")
    ),
    "praxeo_request_errors_total": Metric(
        kind="counter", says="Requests answered with an error of Praxeo's own.", labels=("route",)
    ),
    "praxeo_request_seconds": Metric(
        kind="histogram",
        says="Seconds until a request was answered, those that were told to wait left out.",
        labels=("route",),
        bounds=SECONDS,
    ),
    "praxeo_jobs": Metric(
        kind="gauge",
        says="Jobs that are not done, at most 1,000 of a status.",
        labels=("lane", "status"),
        apart=("lane", "status"),
    ),
    "praxeo_job_oldest_seconds": Metric(
        kind="gauge",
        says="Seconds since the oldest queued job of the lane was made.",
        labels=("lane",),
        apart=("lane",),
    ),
    "praxeo_job_attempts_total": Metric(
        kind="counter", says="Times that a worker began at a job.", labels=("kind", "lane")
    ),
    "praxeo_jobs_ended_total": Metric(
        kind="counter", says="Jobs that are done, failed or given up.", labels=("kind", "status")
    ),
    "praxeo_job_failures_total": Metric(
        kind="counter", says="Jobs that failed or were given up.", labels=("kind",)
    ),
    "praxeo_job_seconds": Metric(
        kind="histogram",
        says="Seconds from a job's first save to its end.",
        labels=("kind",),
        bounds=LONG_SECONDS,
    ),
    "praxeo_saves_total": Metric(kind="counter", says="Saves of records."),
    "praxeo_saved_records_total": Metric(
        kind="counter", says="Records that were saved.", labels=("table",)
    ),
    "praxeo_checks_total": Metric(
        kind="counter", says="Checks of apps by their verdict.", labels=("result",)
    ),
    "praxeo_model_calls_total": Metric(
        kind="counter", says="Calls of models that ended.", labels=("model", "purpose", "outcome")
    ),
    "praxeo_model_microusd_total": Metric(
        kind="counter",
        says="Price of the calls of models, in millionths of a US dollar.",
        labels=("model", "purpose"),
    ),
}


class Metrics(Protocol):
    """Takes note of what happens."""

    def note(self, labels: Mapping[str, str] | None = None, /, **values: float) -> None:
        """One event: its values by the names of METRICS, each with those of the labels that it has.

        A counter goes up by the value, a gauge has it now, a histogram counts it. Never raises for
        labels that a metric does not have; KeyError for one that METRICS does not name.
        """

    def text(self) -> str:
        """All of it in the TEXT_FORMAT of Prometheus; "" where it is not kept in this process."""


class Unmeasured:
    """Metrics that nobody reads."""

    def note(self, labels: Mapping[str, str] | None = None, /, **values: float) -> None:
        """Nothing."""

    def text(self) -> str:
        return ""


UNMEASURED: Metrics = Unmeasured()
