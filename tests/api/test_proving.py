"""One line of a report can be proven again, and no check leaves an app worse or better than it is."""

from __future__ import annotations

from typing import Any

from library_calls import Work, made
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.records import Job


def check_address(example: dict[str, Any]) -> str:
    return f"/v1/code_snippets/{example['code_snippet_id']}/check"


def test_a_line_is_proven_again_as_a_job_that_takes_effect_once(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    example = made(client, work)
    key = {"Idempotency-Key": "again"}
    first = client.post(check_address(example), json={"line": "start"}, headers=key)
    assert (first.status_code, first.json()["status"]) == (202, "making")
    twice = client.post(check_address(example), json={"line": "start"}, headers=key)
    assert twice.json()["job_id"] == first.json()["job_id"]
    job = praxeo.outside.records.get(Job, first.json()["job_id"])
    assert job is not None
    assert (job.kind, job.arguments["line"]) == ("CheckAgain", "start")
    work()
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"


def test_a_line_that_the_report_lacks_is_not_found(client: TestClient, work: Work) -> None:
    example = made(client, work)
    answer = client.post(check_address(example), json={"line": "nowhere"})
    assert (answer.status_code, answer.json()["code"]) == (404, "line_not_found")


def test_only_the_present_app_is_checked_again(client: TestClient, work: Work) -> None:
    example = made(client, work)
    new = {"text": "<p>By hand</p>", "based_on": example["code_snippet_id"]}
    client.post(f"/v1/examples/{example['id']}/code_snippets", json=new)
    assert client.post(check_address(example), json={}).json()["code"] == "being_made"
    work()
    assert client.post(check_address(example), json={}).json()["code"] == "code_changed"


def test_a_check_that_is_stopped_leaves_the_verdict_before_it(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    job = client.post(check_address(example), json={"line": "start"}).json()["job_id"]
    assert client.post(f"/v1/jobs/{job}/cancel").status_code == 200
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"


def test_a_line_code_of_any_length_is_answered(client: TestClient, work: Work) -> None:
    example = made(client, work)
    answer = client.post(check_address(example), json={"line": "x" * 201})
    assert answer.status_code == 422
