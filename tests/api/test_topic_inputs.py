"""Topics by the API: the plan before anything is asked, and how what it says is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from plain_praxeo import outside_in_memory

from praxeo.adapters.local_search.library import LibrarySearch
from praxeo.app import build
from praxeo.entrypoints.api.application import ApiOptions, create_api


@pytest.fixture
def client() -> Iterator[TestClient]:
    outside = outside_in_memory()
    own = lambda owner: LibrarySearch(outside.records, outside.blobs, outside.clock, owner)  # noqa: E731
    praxeo = build(replace(outside, own_library=own))
    with TestClient(create_api(praxeo, ApiOptions()), base_url="http://127.0.0.1") as client:
        yield client


def test_a_plan_is_told_and_its_queries_are_those_of_the_topic(client: TestClient) -> None:
    body = {"topic": "Enzymes and tides", "depth": "thorough"}
    plan = client.post("/v1/topic_plans", json=body).json()
    assert (plan["engines"], plan["pages"], plan["microusd"]) == (["Library"], 12, 0)
    queries = [*plan["queries"][:2], "Tides of the North Sea"]
    made = client.post("/v1/topic_inputs", json={**body, "queries": queries})
    assert (made.status_code, made.json()["queries"]) == (201, queries)
    assert client.get("/v1/topic_inputs").json()["records"][0]["depth"] == "thorough"


def test_a_plan_keeps_nothing_and_refuses_what_is_none(client: TestClient) -> None:
    client.post("/v1/topic_plans", json={"topic": "Enzymes"})
    assert client.get("/v1/topic_inputs").json()["records"] == []
    for body in (
        {"topic": ""},
        {"topic": "Heat", "depth": "deep"},
        {"topic": "Heat", "queries": ["x"] * 9},
    ):
        assert client.post("/v1/topic_plans", json=body).status_code == 422
