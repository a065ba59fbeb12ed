"""Examples on their shelves: copied truly, changed and deleted in bulk, projects emptied."""

from __future__ import annotations

from typing import Any

import pytest
from library_calls import Work, made, uploaded
from starlette.testclient import TestClient

from praxeo.app import Praxeo


def get(client: TestClient, example: dict[str, Any], path: str = "") -> Any:
    return client.get(f"/v1/examples/{example['id']}{path}").json()


def test_a_copy_has_every_version_as_it_is_and_goes_its_own_way(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    edit = {"text": "<p>By hand</p>", "based_on": example["code_snippet_id"]}
    client.post(f"/v1/examples/{example['id']}/code_snippets", json=edit)
    work()
    answer = client.post(
        f"/v1/examples/{example['id']}/duplicate",
        json={"title": "Copy"},
        headers={"Idempotency-Key": "copy"},
    )
    assert answer.status_code == 201
    copy = answer.json()
    twice = client.post(
        f"/v1/examples/{example['id']}/duplicate",
        json={"title": "Copy"},
        headers={"Idempotency-Key": "copy"},
    )
    assert twice.json()["id"] == copy["id"]
    assert (copy["title"], copy["status"], copy["job_id"]) == ("Copy", "ready", "")
    mine, theirs = (get(client, one, "/code_snippets")["records"] for one in (example, copy))
    assert [one["number"] for one in theirs] == [2, 1]
    for old, new in zip(mine, theirs, strict=True):
        assert new["content_hash"] == old["content_hash"]
        assert new["check_status"] == old["check_status"]
        assert new["id"] != old["id"]
        assert new["report_blob"].startswith(f"examples/{copy['id']}/")
    assert copy["spec_id"] == get(client, copy, "/specs")["records"][0]["id"]
    client.post("/v1/example_deletions", json={"ids": [example["id"]], "with_inputs": True})
    code = client.get(f"/v1/code_snippets/{copy['code_snippet_id']}/code").text
    assert code == "<p>By hand</p>"
    assert client.get(f"/v1/examples/{copy['id']}/cover").content == b"\x89PNG"
    assert client.get(f"/v1/document_inputs/{copy['input_id']}").status_code == 200


def test_an_example_that_is_being_made_is_not_copied(client: TestClient) -> None:
    document = uploaded(client)
    example = client.post("/v1/examples", json={"input_id": document["id"]}).json()
    answer = client.post(f"/v1/examples/{example['id']}/duplicate", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "being_made")


def test_many_are_tagged_and_moved_at_once_and_failures_are_told(
    client: TestClient, work: Work
) -> None:
    first, second = made(client, work), made(client, work)
    project = client.post("/v1/projects", json={"name": "Biology"}).json()
    client.post("/v1/example_changes", json={"ids": [first["id"]], "add_tags": ["Keep"]})
    answer = client.post(
        "/v1/example_changes",
        json={
            "ids": [first["id"], "exa_nowhere", second["id"], first["id"]],
            "project_id": project["id"],
            "archived": True,
            "add_tags": ["Exam", "keep"],
        },
    )
    assert answer.status_code == 200
    assert [failure["code"] for failure in answer.json()["failed"]] == ["not_found"]
    assert [record["tags"] for record in answer.json()["records"]] == [
        ["Keep", "Exam"],
        ["Exam", "keep"],
    ]
    assert get(client, second)["project_id"] == project["id"]
    undone = client.post(
        "/v1/example_changes",
        json={"ids": [first["id"], second["id"]], "archived": False, "remove_tags": ["exam"]},
    ).json()
    assert [record["tags"] for record in undone["records"]] == [["Keep"], ["keep"]]
    assert not any(record["archived"] for record in undone["records"])


@pytest.mark.parametrize(
    "body",
    [{"ids": []}, {"ids": ["exa_1"] * 201}, {"ids": ["../x"]}, {"ids": ["exa_1"], "title": "x"}],
)
def test_a_bulk_request_of_the_wrong_shape_is_refused(client: TestClient, body: object) -> None:
    assert client.post("/v1/example_changes", json=body).status_code == 422


def test_nothing_moves_to_a_project_that_does_not_exist(client: TestClient, work: Work) -> None:
    example = made(client, work)
    body = {"ids": [example["id"]], "project_id": "prj_nowhere"}
    assert client.post("/v1/example_changes", json=body).status_code == 404
    assert get(client, example)["version"] == example["version"]


def test_what_is_deleted_in_bulk_takes_its_document_along_if_no_other_needs_it(
    client: TestClient, work: Work
) -> None:
    document = uploaded(client)
    work()
    one, other = (
        client.post("/v1/examples", json={"input_id": document["id"]}).json() for _ in range(2)
    )
    busy = client.post("/v1/example_deletions", json={"ids": [one["id"]]}).json()
    assert busy["failed"][0]["code"] == "being_made"
    work()
    for example, left in ((one, 200), (other, 404)):
        body = {"ids": [example["id"]], "with_inputs": True}
        assert client.post("/v1/example_deletions", json=body).json()["failed"] == []
        assert client.get(f"/v1/document_inputs/{document['id']}").status_code == left


def test_a_refused_document_does_not_keep_its_project_from_being_deleted(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    project = client.post("/v1/projects", json={"name": "Odds"}).json()
    body = {"name": "x.txt", "project_id": project["id"]}
    document = client.post("/v1/document_inputs", json=body).json()
    address = f"/v1/document_inputs/{document['id']}"
    client.put(f"{address}/content", content=b"refuse")
    client.post(f"{address}/confirm")
    work()
    assert client.get(address).json()["status"] == "refused"
    gone = client.delete(f"/v1/projects/{project['id']}", headers={"If-Match": '"1"'})
    assert gone.status_code == 204
    assert client.get(address).status_code == 404


def test_a_document_follows_its_example_out_of_a_project_that_is_deleted(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    old = example["project_id"]
    new = client.post("/v1/projects", json={"name": "New"}).json()
    client.post("/v1/example_changes", json={"ids": [example["id"]], "project_id": new["id"]})
    tag = client.get(f"/v1/projects/{old}").headers["etag"]
    assert client.delete(f"/v1/projects/{old}", headers={"If-Match": tag}).status_code == 204
    document = client.get(f"/v1/document_inputs/{example['input_id']}").json()
    assert document["project_id"] == new["id"]
