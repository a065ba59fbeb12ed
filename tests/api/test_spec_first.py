"""A spec that is to be looked at before its app is made, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plain_praxeo import add_text
from starlette.testclient import TestClient

from praxeo.app import Praxeo

Work = Callable[[], None]


def waiting(client: TestClient, praxeo: Praxeo, work: Work) -> dict[str, Any]:
    source = add_text(praxeo)
    work()
    body = {"input_id": source.input_id, "spec_first": True}
    made = client.post("/v1/examples", json=body)
    assert made.status_code == 202
    work()
    example: dict[str, Any] = client.get(f"/v1/examples/{made.json()['id']}").json()
    return example


def test_the_spec_is_there_and_the_app_is_not(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    example = waiting(client, praxeo, work)
    assert (example["status"], example["code_snippet_id"]) == ("specified", "")
    assert client.get(f"/v1/specs/{example['spec_id']}/text").status_code == 200
    missing = client.get(f"/v1/examples/{example['id']}/app")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_app_yet")
    (listed,) = client.get("/v1/examples?status=specified").json()["records"]
    assert listed["id"] == example["id"]


def test_it_is_changed_and_then_made_once(client: TestClient, praxeo: Praxeo, work: Work) -> None:
    example = waiting(client, praxeo, work)
    address = f"/v1/examples/{example['id']}"
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    edited = text.replace("title: ", "title: My own ", 1)
    body = {"text": edited, "based_on": example["spec_id"]}
    assert client.post(f"{address}/specs", json=body).status_code == 202
    work()
    assert client.get(address).json()["status"] == "specified"
    key = {"Idempotency-Key": "approve-it-once"}
    assert {client.post(f"{address}/app", headers=key).status_code for _ in range(2)} == {202}
    work()
    done = client.get(address).json()
    assert (done["status"], done["spec_first"]) == ("ready", False)
    assert done["title"].startswith("My own ")
    again = client.post(f"{address}/app")
    assert (again.status_code, again.json()["code"]) == (409, "not_awaited")
    assert len(client.get(f"{address}/code_snippets").json()["records"]) == 1


def test_a_copy_of_it_waits_too(client: TestClient, praxeo: Praxeo, work: Work) -> None:
    example = waiting(client, praxeo, work)
    copy = client.post(f"/v1/examples/{example['id']}/duplicate", json={}).json()
    assert copy["status"] == "specified"
    assert client.post(f"/v1/examples/{copy['id']}/app").status_code == 202
    work()
    assert client.get(f"/v1/examples/{copy['id']}").json()["status"] == "ready"
