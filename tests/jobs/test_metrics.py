"""What the metrics say while an example is made."""

from __future__ import annotations

from dataclasses import replace

from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.adapters.prometheus import Registry
from praxeo.app import build
from praxeo.entrypoints.metrics_host import create_metrics_host


def test_jobs_are_counted_by_lane_and_status_by_attempts_and_by_their_end() -> None:
    registry = Registry()
    praxeo = build(replace(outside_in_memory(), metrics=registry))
    client = TestClient(create_metrics_host(praxeo))
    add_text(praxeo)
    add_text(praxeo, "refuse me")
    before = client.get("/metrics").text.splitlines()
    assert 'praxeo_jobs{lane="reading",status="queued"} 4' in before
    assert 'praxeo_jobs{lane="models",status="queued"} 0' in before
    run_all(praxeo)
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    after = answer.text.splitlines()
    for line in (
        'praxeo_jobs{lane="reading",status="queued"} 0',
        'praxeo_job_oldest_seconds{lane="reading"} 0',
        'praxeo_jobs_ended_total{kind="GenerateExample",status="done"} 1',
        'praxeo_jobs_ended_total{kind="GenerateExample",status="failed"} 1',
        'praxeo_job_failures_total{kind="ProcessDocument"} 1',
        'praxeo_job_attempts_total{kind="ProcessDocument",lane="reading"} 2',
        'praxeo_job_seconds_count{kind="ProcessDocument"} 2',
    ):
        assert line in after, line


def test_nothing_else_is_to_be_had_there() -> None:
    client = TestClient(create_metrics_host(build(outside_in_memory())))
    assert client.get("/metrics").status_code == 404  # nothing is counted
    assert client.get("/").status_code == 404
    assert client.post("/metrics").status_code == 405
