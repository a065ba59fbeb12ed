"""What is counted, as Prometheus and as CloudWatch read it: the same names in both."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest

from praxeo.adapters.cloudwatch import LogMetrics
from praxeo.adapters.prometheus import SERIES_MAX, Registry
from praxeo.entrypoints.measured import Measured, embed_route
from praxeo.ports.metrics import METRICS, Metrics

SAMPLE = re.compile(r'(?P<name>[a-z_]+)(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? [0-9.e+-]+')


class Noted:
    """Metrics that remember what they were told."""

    def __init__(self) -> None:
        self.events: list[tuple[dict[str, str], dict[str, float]]] = []

    def note(self, labels: Any = None, /, **values: float) -> None:
        self.events.append((dict(labels or {}), values))

    def text(self) -> str:
        return ""


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def note_everything(metrics: Metrics) -> None:
    labels = {name: "x" for metric in METRICS.values() for name in metric.labels}
    for name in METRICS:
        metrics.note(labels, **{name: 1.0})


def test_both_know_every_metric_by_the_same_name(capsys: pytest.CaptureFixture[str]) -> None:
    registry = Registry()
    note_everything(registry)
    note_everything(LogMetrics("praxeo-api"))
    told = {
        m["Name"] for line in lines(capsys) for m in line["_aws"]["CloudWatchMetrics"][0]["Metrics"]
    }
    text = registry.text()
    assert told == set(METRICS) == set(re.findall("^# TYPE ([a-z_]+) ", text, re.MULTILINE))
    samples = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(SAMPLE.fullmatch(line) for line in samples)


@pytest.mark.parametrize("metrics", [Registry(), LogMetrics("f")])
def test_a_metric_that_is_not_in_the_table_is_a_defect(metrics: Metrics) -> None:
    with pytest.raises(KeyError):
        metrics.note(praxeo_unheard_of=1)


def test_a_counter_adds_a_gauge_is_what_it_was_last_and_a_histogram_sorts() -> None:
    registry = Registry()
    for seconds in (0.01, 0.3, 99):
        registry.note({"route": "/a"}, praxeo_request_seconds=seconds)
    for jobs in (3, 2):
        registry.note({"lane": "models", "status": "queued"}, praxeo_jobs=jobs)
    registry.note(praxeo_saves_total=1)
    registry.note(praxeo_saves_total=2)
    text = registry.text()
    for line in (
        'praxeo_request_seconds_bucket{route="/a",le="0.005"} 0',
        'praxeo_request_seconds_bucket{route="/a",le="0.025"} 1',
        'praxeo_request_seconds_bucket{route="/a",le="0.5"} 2',
        'praxeo_request_seconds_bucket{route="/a",le="10"} 2',
        'praxeo_request_seconds_bucket{route="/a",le="+Inf"} 3',
        'praxeo_request_seconds_sum{route="/a"} 99.31',
        'praxeo_request_seconds_count{route="/a"} 3',
        'praxeo_jobs{lane="models",status="queued"} 2',
        "praxeo_saves_total 3",
    ):
        assert line in text.splitlines(), line


def test_labels_cannot_break_out_of_their_line_or_grow_without_end() -> None:
    registry = Registry()
    registry.note({"table": 'a"} 1\nb\\'}, praxeo_saved_records_total=1)
    assert 'praxeo_saved_records_total{table="a\\"} 1\\nb\\\\"} 1' in registry.text().splitlines()
    for number in range(2 * SERIES_MAX):
        registry.note({"table": str(number)}, praxeo_saved_records_total=1)
    text = registry.text()
    assert text.count("praxeo_saved_records_total{") == SERIES_MAX + 1
    assert f'{{table="other"}} {SERIES_MAX + 1}' in text


def test_a_line_says_what_its_values_are_and_of_which_function(
    capsys: pytest.CaptureFixture[str],
) -> None:
    metrics = LogMetrics("praxeo-jobs")
    metrics.note({"kind": "k"}, praxeo_job_failures_total=1, praxeo_job_seconds=2.5)
    metrics.note({"lane": "models", "status": "queued"}, praxeo_jobs=4)
    line, depth = lines(capsys)
    (described,) = line["_aws"]["CloudWatchMetrics"]
    assert described["Namespace"] == "Praxeo"
    assert described["Dimensions"] == [["Function"]]
    assert described["Metrics"] == [
        {"Name": "praxeo_job_failures_total", "Unit": "Count"},
        {"Name": "praxeo_job_seconds", "Unit": "Seconds"},
    ]
    assert (line["Function"], line["kind"], line["praxeo_job_seconds"]) == ("praxeo-jobs", "k", 2.5)
    assert line["_aws"]["Timestamp"] > 1_700_000_000_000
    assert depth["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["Function", "lane", "status"]]


@pytest.mark.parametrize(
    ("answer", "query", "errors", "timed"),
    [(200, b"", 0, True), (404, b"a=b", 0, True), (503, b"", 1, True), (200, b"wait=20", 0, False)],
)
def test_an_answer_is_counted_as_the_caller_saw_it(
    answer: int, query: bytes, errors: int, timed: bool
) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": answer, "headers": []})

    noted = Noted()
    asyncio.run(_call(Measured(app, noted, embed_route), query))
    ((labels, values),) = noted.events
    assert labels == {"route": "/e", "method": "none", "status": str(answer)}
    assert values["praxeo_request_errors_total"] == errors
    assert ("praxeo_request_seconds" in values) == timed


def test_an_application_that_breaks_is_an_error() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError

    noted = Noted()
    with pytest.raises(RuntimeError):
        asyncio.run(_call(Measured(app, noted), b""))
    assert noted.events[0][1]["praxeo_request_errors_total"] == 1


async def _call(app: Any, query: bytes) -> None:
    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        pass

    scope = {"type": "http", "query_string": query, "method": "BREW", "path": "/e/emb_1"}
    await app(scope, receive, send)
