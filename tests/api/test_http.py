"""What holds for every route: problems, ETags, conditions, idempotency, and who may speak to it."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.records import Project
from praxeo.domain.trail_records import IdempotencyKey


def assert_problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    problem: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem["type"] == f"urn:praxeo:problem:{code}"
    assert problem["detail"].endswith(".")
    assert problem["request_id"] == answer.headers["x-request-id"]
    return problem


def new_project(client: TestClient, name: str = "Biology") -> Any:
    return client.post("/v1/projects", json={"name": name})


def test_what_does_not_exist_is_a_problem(client: TestClient) -> None:
    assert_problem(client.get("/v1/examples/exa_nowhere"), 404, "not_found")
    assert_problem(client.get("/v1/nowhere"), 404, "no_such_address")


@pytest.mark.parametrize("record_id", ["%00", "%ff", "..%2f..", "x" * 300, "ä", "exa_%0a"])
def test_odd_ids_are_simply_not_found(client: TestClient, record_id: str) -> None:
    assert client.get(f"/v1/examples/{record_id}").status_code == 404


def test_a_method_that_an_address_does_not_know_is_told_with_those_it_knows(
    client: TestClient,
) -> None:
    answer = client.delete("/v1/projects")
    assert_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, POST"


def test_a_body_that_does_not_fit_is_told_place_by_place(client: TestClient) -> None:
    problem = assert_problem(
        client.post("/v1/projects", json={"name": "", "colour": "red"}), 422, "invalid_request"
    )
    assert {fault["pointer"] for fault in problem["faults"]} == {"/body/name", "/body/colour"}


def test_a_body_that_is_no_json_is_told_so(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/v1/projects", content=b"{", headers=headers)
    assert_problem(answer, 400, "bad_json")


def test_a_name_of_nothing_visible_is_refused(client: TestClient) -> None:
    assert_problem(new_project(client, " \u200b\u0007 "), 422, "empty_title")


def test_a_huge_body_is_refused(client: TestClient) -> None:
    answer = client.post("/v1/projects", content=b" " * 22_000_000)
    assert_problem(answer, 413, "body_too_large")


def test_a_defect_is_a_problem_without_a_trace(client: TestClient, praxeo: Praxeo) -> None:
    del praxeo.outside.records._bodies["projects"]  # type: ignore[attr-defined]
    answer = client.get("/v1/projects/prj_1")
    problem = assert_problem(answer, 500, "unexpected_error")
    assert "JSON" not in str(problem)


def test_an_answer_the_caller_has_already_is_not_sent_again(client: TestClient) -> None:
    project = new_project(client)
    address = project.headers["location"]
    for path in (address, "/v1/projects"):
        tag = client.get(path).headers["etag"]
        again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_change_has_to_say_which_version_it_changes(client: TestClient) -> None:
    project = new_project(client)
    address = project.headers["location"]
    answer = client.patch(address, json={"name": "x"})
    assert_problem(answer, 428, "if_match_required")
    right = {"If-Match": project.headers["etag"]}
    assert client.patch(address, json={"name": "New"}, headers=right).status_code == 200
    for header in (right, {"If-Match": '"nonsense"'}):
        answer = client.patch(address, json={"name": "x"}, headers=header)
        assert_problem(answer, 412, "changed_meanwhile")
        assert_problem(client.delete(address, headers=header), 412, "changed_meanwhile")


def test_a_post_sent_twice_with_one_key_takes_effect_once(client: TestClient) -> None:
    headers = {"Idempotency-Key": "4f1b"}
    first, second = (
        client.post("/v1/projects", json={"name": "Once"}, headers=headers) for _ in range(2)
    )
    assert first.json() == second.json()
    assert (first.status_code, second.status_code) == (201, 201)
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert len(client.get("/v1/projects").json()["records"]) == 1


def test_a_key_belongs_to_one_request(client: TestClient) -> None:
    headers = {"Idempotency-Key": "4f1b"}
    client.post("/v1/projects", json={"name": "Once"}, headers=headers)
    answer = client.post("/v1/projects", json={"name": "Other"}, headers=headers)
    assert_problem(answer, 422, "key_used_before")


def test_a_refused_request_does_not_use_up_its_key(client: TestClient) -> None:
    headers = {"Idempotency-Key": "4f1b"}
    assert client.post("/v1/projects", json={"name": "\u200b"}, headers=headers).status_code == 422
    assert client.post("/v1/projects", json={"name": "Once"}, headers=headers).status_code == 201


def test_a_key_is_kept_with_its_effect_or_not_at_all(client: TestClient, praxeo: Praxeo) -> None:
    answer = client.post("/v1/projects", json={"name": "Once"}, headers={"Idempotency-Key": "4f1b"})
    (key,) = praxeo.outside.records.list(IdempotencyKey, {"owner": "local"}).records
    assert key.subject_id == answer.json()["id"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8400", "", "127.0.0.1.evil.example"]
)
def test_other_host_names_are_not_answered(client: TestClient, host: str) -> None:
    assert_problem(client.get("/v1/health", headers={"Host": host}), 421, "wrong_host")


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost", "[::1]:8400", "praxeo.test"])
def test_the_machines_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8401"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_from_elsewhere_change_nothing(
    client: TestClient, praxeo: Praxeo, headers: dict[str, str]
) -> None:
    answer = client.post("/v1/projects", json={"name": "x"}, headers=headers)
    assert_problem(answer, 403, "foreign_page")
    assert praxeo.outside.records.list(Project, {"owner": "local"}).records == ()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://praxeo.test"}, {"Origin": "http://localhost:5173"}, {}],
)
def test_the_studio_and_programs_may_change_things(
    client: TestClient, headers: dict[str, str]
) -> None:
    assert client.post("/v1/projects", json={"name": "x"}, headers=headers).status_code == 201


def test_only_origins_that_were_named_may_read_from_a_browser(client: TestClient) -> None:
    for origin, allowed in (("http://localhost:5173", True), ("http://evil.example", False)):
        answer = client.get("/v1/health", headers={"Origin": origin})
        assert ("access-control-allow-origin" in answer.headers) == allowed
        preflight = client.options("/v1/projects", headers={"Origin": origin})
        assert ("access-control-allow-methods" in preflight.headers) == allowed


def test_every_answer_carries_the_request_id_that_it_was_given(client: TestClient) -> None:
    answer = client.get("/v1/health", headers={"X-Request-Id": "trace-0001"})
    assert answer.headers["x-request-id"] == "trace-0001"
    odd = client.get("/v1/health", headers={"X-Request-Id": 'x" y'})
    assert odd.headers["x-request-id"].startswith("req_")


def test_a_job_that_does_not_change_is_waited_for_no_longer_than_asked(
    client: TestClient,
) -> None:
    document = client.post("/v1/document_inputs", json={"name": "x"}).json()
    address = f"/v1/document_inputs/{document['id']}"
    client.put(f"{address}/content", content=b"text")
    job = client.post(f"{address}/confirm").json()["job_id"]
    tag = client.get(f"/v1/jobs/{job}").headers["etag"]
    waited = client.get(f"/v1/jobs/{job}", params={"wait": 0.15}, headers={"If-None-Match": tag})
    assert waited.status_code == 304
    assert client.get(f"/v1/jobs/{job}", params={"wait": 20}).status_code == 200
