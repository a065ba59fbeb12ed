"""Several inputs in one example: put together, chosen among, retried, deleted and moved as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library_calls import Work, uploaded
from plain_praxeo import outside_in_memory, read_document, run_all
from starlette.testclient import TestClient

from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Unavailable
from praxeo.domain.input_records import CombinedInput
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.ops.transfer.exporting import export_archive
from praxeo.ops.transfer.importing import import_archive

HEART = "The heart pumps blood.\nA vein carries it back."
BUSY = {"left": 0}


def read_if_free(path: Path, *, name: str, **more: object) -> Any:
    """The plain reader, which is busy at times."""
    if name == "busy.txt" and BUSY["left"] > 0:
        BUSY["left"] -= 1
        raise Unavailable("reader_busy", "The reader is busy.")
    return read_document(path, name=name)


@pytest.fixture(params=["memory", "sqlite"])
def praxeo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Praxeo]:
    BUSY["left"] = 0
    outside = replace(outside_in_memory(), read_document=read_if_free)
    if request.param == "sqlite":
        outside = replace(outside, records=SqliteRecords(tmp_path / "praxeo.sqlite3"))
    yield build(outside)
    outside.records.close()


@pytest.fixture
def client(praxeo: Praxeo) -> Iterator[TestClient]:
    with TestClient(create_api(praxeo, ApiOptions()), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def work(praxeo: Praxeo) -> Work:
    return lambda: run_all(praxeo)


def combined(client: TestClient, *inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"input_ids": [each["id"] for each in inputs], **more}
    answer = client.post("/v1/combined_inputs", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()  # type: ignore[no-any-return]


def example_of(client: TestClient, source: dict[str, Any]) -> dict[str, Any]:
    body = {"input_id": source["id"], "input_type": "combined_input"}
    answer = client.post("/v1/examples", json=body)
    assert answer.status_code == 202, answer.text
    return answer.json()  # type: ignore[no-any-return]


def at(client: TestClient, kind: str, record: dict[str, Any]) -> dict[str, Any]:
    answer = client.get(f"/v1/{kind}/{record['id']}")
    return answer.json()  # type: ignore[no-any-return]


def cards(client: TestClient, example: dict[str, Any]) -> str:
    example = at(client, "examples", example)
    return client.get(f"/v1/specs/{example['spec_id']}/text").text


def pair(client: TestClient) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    paper, talk = uploaded(client), uploaded(client, HEART, "heart.txt")
    return paper, talk, combined(client, paper, talk)


def test_an_example_is_made_of_several_inputs_and_each_place_leads_to_its_own(
    client: TestClient, work: Work
) -> None:
    paper, talk, both = pair(client)
    example = example_of(client, both)
    work()
    assert at(client, "examples", example)["status"] == "ready"
    read = at(client, "combined_inputs", both)
    assert (read["status"], read["title"]) == ("ready", "enzymes.txt + heart.txt")
    stored = client.get(f"/v1/combined_inputs/{both['id']}/extraction").json()
    assert [source["input_id"] for source in stored["sources"]] == [paper["id"], talk["id"]]
    places = {block["id"]: block["locator"]["source"] for block in stored["blocks"]}
    assert places == {"b1": 0, "b2": 0, "b3": 0, "b4": 1, "b5": 1, "b6": 1}
    parts = client.get(f"/v1/combined_inputs/{both['id']}/blocks/b5").json()["parts"]
    assert parts == ["The heart pumps blood."]
    assert "The heart pumps blood." in cards(client, example)


def test_inputs_left_out_are_not_taught_and_no_place_is_renamed(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    paper, talk, both = pair(client)
    example = example_of(client, both)
    work()
    address = f"/v1/combined_inputs/{both['id']}/chosen"
    tag = {"If-Match": client.get(f"/v1/combined_inputs/{both['id']}").headers["etag"]}

    def taught() -> list[str]:
        kept = praxeo.examples.get(local_user(), example["id"])
        return [block.id for block in praxeo.inputs.extraction(kept).blocks]

    turned = client.put(address, json={"input_ids": [talk["id"], paper["id"]]}, headers=tag)
    assert (turned.status_code, taught()) == (200, ["b4", "b5", "b6", "b1", "b2", "b3"])
    late = client.put(address, json={"input_ids": [talk["id"]]}, headers=tag)
    assert late.status_code == 412
    tag = {"If-Match": turned.headers["etag"]}
    left = client.put(address, json={"input_ids": [talk["id"]]}, headers=tag)
    assert (left.status_code, taught()) == (200, ["b4", "b5", "b6"])
    assert client.post(f"/v1/examples/{example['id']}/remake").status_code == 202
    work()
    assert at(client, "examples", example)["status"] == "ready"
    assert "substrate" not in cards(client, example)


def test_what_was_wanted_of_the_asides_of_one_is_wanted_of_the_whole(
    client: TestClient,
) -> None:
    paper, talk = uploaded(client), uploaded(client, HEART, "heart.txt")
    address = f"/v1/document_inputs/{talk['id']}"
    tag = {"If-Match": client.get(address).headers["etag"]}
    wanted = {"channels": ["speaker_notes"]}
    assert client.patch(address, json=wanted, headers=tag).status_code == 200
    assert combined(client, paper, talk)["channels"] == ["speaker_notes"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (lambda ids: [ids[0]], 422, "nothing_to_combine"),
        (lambda ids: [ids[0], ids[0]], 422, "input_twice"),
        (lambda ids: [ids[0], "doc_00000000000000000000000000"], 404, "not_found"),
        (lambda ids: [ids[0], "prj_00000000000000000000000000"], 404, "not_found"),
        (lambda ids: [ids[0], ids[2]], 422, "combination_within"),
        (lambda ids: [f"doc_{n:026}" for n in range(21)], 422, "invalid_request"),
        (lambda ids: [], 422, "invalid_request"),
    ],
)
def test_what_cannot_be_combined_is_refused_before_anything_is_stored(
    body: Any, status: int, code: str, client: TestClient, praxeo: Praxeo
) -> None:
    ids = [record["id"] for record in pair(client)]
    answer = client.post("/v1/combined_inputs", json={"input_ids": body(ids)})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    page = praxeo.outside.records.list(CombinedInput, {"owner": "local"})
    assert [record.id for record in page.records] == [ids[2]]


def test_a_part_that_is_refused_is_named_and_the_rest_goes_on_without_it(
    client: TestClient, work: Work
) -> None:
    paper, bad = uploaded(client), uploaded(client, "refuse", "picture.txt")
    both = combined(client, paper, bad)
    example = example_of(client, both)
    work()
    refused = at(client, "combined_inputs", both)
    assert (refused["status"], refused["reason_code"]) == ("refused", "part_refused")
    assert refused["reason"] == (
        "picture.txt cannot be read: This file is no document. Leave it out to go on."
    )
    again = client.post(f"/v1/jobs/{at(client, 'examples', example)['job_id']}/retry")
    assert (again.status_code, again.json()["code"]) == (409, "job_not_retryable")
    address = f"/v1/combined_inputs/{both['id']}"
    tag = {"If-Match": client.get(address).headers["etag"]}
    body = {"input_ids": [paper["id"]]}
    assert client.put(f"{address}/chosen", json=body, headers=tag).json()["status"] == "queued"
    work()
    assert at(client, "combined_inputs", both)["status"] == "ready"
    assert client.post(f"/v1/jobs/{at(client, 'examples', example)['job_id']}/retry").is_success
    work()
    assert at(client, "examples", example)["status"] == "ready"


def test_what_failed_because_of_a_part_is_tried_again_with_it(
    client: TestClient, work: Work
) -> None:
    BUSY["left"] = 5
    paper, busy = uploaded(client), uploaded(client, HEART, "busy.txt")
    both = combined(client, paper, busy)
    example = example_of(client, both)
    work()
    failed = at(client, "combined_inputs", both)
    assert (failed["status"], failed["reason_code"]) == ("failed", "part_failed")
    assert "busy.txt" in failed["reason"]
    assert client.post(f"/v1/jobs/{at(client, 'examples', example)['job_id']}/retry").is_success
    work()
    assert at(client, "combined_inputs", both)["status"] == "ready"
    assert at(client, "examples", example)["status"] == "ready"


def deleted(client: TestClient, address: str) -> Any:
    return client.delete(address, headers={"If-Match": client.get(address).headers["etag"]})


def test_a_part_is_kept_as_long_as_it_is_one(client: TestClient, work: Work) -> None:
    paper, _, both = pair(client)
    work()
    held = deleted(client, f"/v1/document_inputs/{paper['id']}")
    assert (held.status_code, held.json()["code"]) == (409, "part_in_use")
    assert "enzymes.txt + heart.txt" in held.json()["detail"]
    assert deleted(client, f"/v1/combined_inputs/{both['id']}").status_code == 204
    assert deleted(client, f"/v1/document_inputs/{paper['id']}").status_code == 204


def test_an_example_goes_with_its_inputs_as_far_as_no_other_needs_them(
    client: TestClient, work: Work
) -> None:
    paper, talk, both = pair(client)
    other = combined(client, talk, uploaded(client, "Third.", "third.txt"))
    example = example_of(client, both)
    work()
    body = {"ids": [example["id"]], "with_inputs": True}
    assert client.post("/v1/example_deletions", json=body).is_success
    for kind, record, status in (
        ("combined_inputs", both, 404),
        ("document_inputs", paper, 404),
        ("document_inputs", talk, 200),
        ("combined_inputs", other, 200),
    ):
        assert client.get(f"/v1/{kind}/{record['id']}").status_code == status


def test_a_project_that_is_deleted_leaves_the_parts_that_another_needs(
    client: TestClient, work: Work
) -> None:
    shelf = client.post("/v1/projects", json={"name": "Shelf"}).json()
    other = client.post("/v1/projects", json={"name": "Other"}).json()
    paper, talk = uploaded(client), uploaded(client, HEART, "heart.txt")
    home = paper["project_id"]
    assert paper["project_id"] in (shelf["id"], other["id"])
    away = shelf if home == other["id"] else other
    both = combined(client, paper, talk, project_id=away["id"])
    work()
    assert deleted(client, f"/v1/projects/{home}").status_code == 204
    for part in (paper, talk):
        assert at(client, "document_inputs", part)["project_id"] == away["id"]
    assert deleted(client, f"/v1/projects/{away['id']}").status_code == 204
    for kind, record in (("combined_inputs", both), ("document_inputs", paper)):
        assert client.get(f"/v1/{kind}/{record['id']}").status_code == 404


@pytest.mark.parametrize("trusted", [True, False])
def test_a_project_moves_with_the_parts_of_its_combinations(
    trusted: bool, client: TestClient, praxeo: Praxeo, work: Work, tmp_path: Path
) -> None:
    paper, talk = uploaded(client), uploaded(client, HEART, "heart.txt")
    shelf = client.post("/v1/projects", json={"name": "Shelf"}).json()
    both = combined(client, paper, talk, project_id=shelf["id"])
    example = example_of(client, both)
    work()
    outside, path = praxeo.outside, tmp_path / "moved.zip"
    export_archive(outside.records, outside.blobs, path, owner="local", project_id=shelf["id"])
    there = build(replace(outside, records=MemoryRecords(), blobs=MemoryBlobs()))
    import_archive(there.outside.records, there.outside.blobs, path, owner="local", trusted=trusted)
    found = there.inputs.get(local_user(), both["id"])
    assert there.inputs.evidence_parts(found, "b5") == ("The heart pumps blood.",)
    assert there.inputs.get(local_user(), talk["id"]).status == "ready"
    assert there.examples.get(local_user(), example["id"]).input_id == both["id"]
