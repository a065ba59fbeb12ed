"""Visits by the API: asked for, read with the version that they are held against, and settled by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.domain.blocks import ReadSource
from praxeo.domain.records import changed
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded

OPTIONS = ApiOptions(embed_url="http://127.0.0.1:8401", hosts=frozenset({"praxeo.test"}))


@pytest.fixture
def praxeo() -> Praxeo:
    return build(outside_in_memory())


@pytest.fixture
def client(praxeo: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def example(praxeo: Praxeo) -> str:
    """An example whose text is said to have come from a page, which cannot be reached."""
    made = add_text(praxeo)
    run_all(praxeo)
    records, inputs = praxeo.outside.records, praxeo.inputs
    source = inputs.find(made.input_id)
    assert source
    origin = ReadSource(title="Enzymes", address="https://lake.example/enzymes")
    read = replace(inputs.extractions.at(source.extraction_blob), sources=(origin,))
    blob, _ = inputs.extractions.put(f"document_inputs/{source.id}", read)
    records.save(changed(source, praxeo.outside.clock.now(), extraction_blob=blob.key))
    return f"/v1/examples/{made.id}"


def test_a_visit_is_a_job_and_then_a_list_of_sources(
    praxeo: Praxeo, client: TestClient, example: str
) -> None:
    assert client.get(f"{example}/source_visit").json()["state"] == ""
    job = client.post(f"{example}/source_visit")
    assert (job.status_code, job.json()["kind"]) == (202, "VisitSources")
    run_all(praxeo)
    answer = client.get(f"{example}/source_visit")
    found = answer.json()
    assert found["state"] == client.get(example).json()["source_state"] == "unreachable"
    assert found["sources"][0]["reason_code"] == "page_unreachable"
    assert answer.headers["ETag"].strip('"').startswith(found["spec_id"])
    same = client.get(f"{example}/source_visit", headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304


def test_settling_names_the_version_that_was_seen(
    praxeo: Praxeo, client: TestClient, example: str
) -> None:
    client.post(f"{example}/source_visit")
    run_all(praxeo)
    tag = client.get(f"{example}/source_visit").headers["ETag"]
    place = f"{example}/source_visit/settle"
    assert client.post(place, json={}).json()["code"] == "if_match_required"
    assert (
        client.post(place, json={}, headers={"If-Match": "spc_1"}).json()["code"] == "spec_changed"
    )
    unknown = client.post(place, json={"take": ["i1"]}, headers={"If-Match": tag})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "no_such_item")
    settled = client.post(place, json={}, headers={"If-Match": tag})
    assert (settled.status_code, settled.json()["source_state"]) == (202, "settled")


def test_nothing_is_settled_before_somebody_has_looked(
    praxeo: Praxeo, client: TestClient, example: str
) -> None:
    spec = client.get(example).json()["spec_id"]
    answer = client.post(f"{example}/source_visit/settle", json={}, headers={"If-Match": spec})
    assert answer.json()["code"] == "no_visit"
