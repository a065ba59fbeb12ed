"""What CloudWatch reads out of a Lambda's log."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from praxeo.entrypoints.asgi_handler import Counted
from praxeo.observability import metrics


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_says_what_its_values_are_and_of_which_function(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    metrics.emit(JobsFailed=1)
    assert lines(capsys) == []  # not in a Lambda
    monkeypatch.setenv(metrics.FUNCTION, "praxeo-jobs")
    metrics.emit(JobsFailed=1, JobSeconds=2.5)
    (line,) = lines(capsys)
    (described,) = line["_aws"]["CloudWatchMetrics"]
    assert described["Namespace"] == "Praxeo"
    assert described["Dimensions"] == [["Function"]]
    units = {"Name": "JobsFailed", "Unit": "Count"}, {"Name": "JobSeconds", "Unit": "Seconds"}
    assert described["Metrics"] == list(units)
    assert (line["Function"], line["JobsFailed"], line["JobSeconds"]) == ("praxeo-jobs", 1, 2.5)
    assert line["_aws"]["Timestamp"] > 1_700_000_000_000


@pytest.mark.parametrize(
    ("answer", "query", "errors", "timed"),
    [(200, b"", 0, True), (404, b"a=b", 0, True), (503, b"", 1, True), (200, b"wait=20", 0, False)],
)
def test_an_answer_is_counted_as_the_caller_saw_it(
    answer: int,
    query: bytes,
    errors: int,
    timed: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": answer, "headers": []})

    monkeypatch.setenv(metrics.FUNCTION, "praxeo-api")
    asyncio.run(_call(Counted(app), query))
    (line,) = lines(capsys)
    assert line["ServerErrors"] == errors
    assert ("Milliseconds" in line) == timed


def test_an_application_that_breaks_is_an_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError

    monkeypatch.setenv(metrics.FUNCTION, "praxeo-api")
    with pytest.raises(RuntimeError):
        asyncio.run(_call(Counted(app), b""))
    assert lines(capsys)[0]["ServerErrors"] == 1


async def _call(app: Any, query: bytes) -> None:
    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        pass

    await app({"type": "http", "query_string": query}, receive, send)
