"""The way of a document through the API: upload, confirm, make, follow, edit, look, delete."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from library_calls import Work, made, uploaded
from plain_praxeo import TEXT
from starlette.testclient import TestClient


def test_an_uploaded_document_becomes_a_ready_example(client: TestClient, work: Work) -> None:
    example = made(client, work)
    assert example["status"] == "ready"
    app = client.get(f"/v1/examples/{example['id']}/app")
    assert app.headers["content-type"] == "text/html; charset=utf-8"
    assert "attachment" in app.headers["content-disposition"]
    assert "About enzymes.txt" in app.text


def test_the_steps_of_making_can_be_read_as_a_job(client: TestClient, work: Work) -> None:
    example = made(client, work)
    job = client.get(f"/v1/jobs/{example['job_id']}").json()
    assert job["status"] == "done"
    assert [step["name"] for step in job["steps"]] == ["write_spec", "compile", "check", "attach"]


def test_a_refused_document_says_why_and_an_upload_can_be_corrected_before(
    client: TestClient, work: Work
) -> None:
    document = client.post("/v1/document_inputs", json={"name": "x"}).json()
    address = f"/v1/document_inputs/{document['id']}"
    client.put(f"{address}/content", content=b"first")
    client.put(f"{address}/content", content=b"refuse this")
    client.post(f"{address}/confirm")
    work()
    record = client.get(address).json()
    assert (record["status"], record["reason_code"]) == ("refused", "not_a_document")
    assert client.get(f"{address}/extraction").status_code == 404


def test_what_was_read_from_a_document_can_be_read(client: TestClient, work: Work) -> None:
    document = uploaded(client)
    work()
    extraction = client.get(f"/v1/document_inputs/{document['id']}/extraction").json()
    assert [block["text"] for block in extraction["blocks"]] == TEXT.splitlines()


def test_bytes_past_the_limit_are_refused_and_not_kept(client: TestClient, praxeo: Any) -> None:
    document = client.post("/v1/document_inputs", json={"name": "big"}).json()
    address = f"/v1/document_inputs/{document['id']}/content"
    assert client.put(address, content=b"x" * 1_000_001).status_code == 413

    def endless() -> Any:
        for _ in range(12):
            yield b"x" * 100_000

    answer = client.put(address, content=endless())
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert list(praxeo.outside.blobs.keys(f"document_inputs/{document['id']}")) == []


def test_an_upload_that_breaks_off_is_a_problem_and_leaves_nothing(
    client: TestClient, praxeo: Any
) -> None:
    document = client.post("/v1/document_inputs", json={"name": "half"}).json()
    path = f"/v1/document_inputs/{document['id']}/content"
    incoming = iter([{"type": "http.request", "body": b"half", "more_body": True}])
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return next(incoming, {"type": "http.disconnect"})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "headers": [(b"host", b"praxeo.test")],
    }
    asyncio.run(client.app(scope, receive, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 422
    assert list(praxeo.outside.blobs.keys(f"document_inputs/{document['id']}")) == []
    assert client.get(f"/v1/document_inputs/{document['id']}").json()["status"] == "waiting"


def test_a_document_without_bytes_cannot_be_confirmed(client: TestClient) -> None:
    document = client.post("/v1/document_inputs", json={"name": "x"}).json()
    answer = client.post(f"/v1/document_inputs/{document['id']}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_content")


def test_a_confirmed_document_takes_no_other_bytes(client: TestClient) -> None:
    document = uploaded(client)
    answer = client.put(f"/v1/document_inputs/{document['id']}/content", content=b"other")
    assert (answer.status_code, answer.json()["code"]) == (409, "already_confirmed")


def test_an_edited_spec_becomes_a_new_version(client: TestClient, work: Work) -> None:
    example = made(client, work)
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    address = f"/v1/examples/{example['id']}/specs"
    edited = text.replace("About enzymes.txt", "Enzymes")
    answer = client.post(address, json={"text": edited, "based_on": example["spec_id"]})
    assert (answer.status_code, answer.json()["number"]) == (202, 2)
    work()
    assert [spec["number"] for spec in client.get(address).json()["records"]] == [2, 1]
    late = client.post(address, json={"text": edited, "based_on": example["spec_id"]})
    assert (late.status_code, late.json()["code"]) == (409, "spec_changed")


def test_a_faulty_spec_is_refused_with_every_fault_and_its_line(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    answer = client.post(
        f"/v1/examples/{example['id']}/specs",
        json={"text": "no head\n### Nothing: x", "based_on": example["spec_id"]},
    )
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "spec_invalid")
    assert all(fault["line"] >= 1 and fault["message"] for fault in problem["faults"])


def test_an_earlier_spec_can_be_restored(client: TestClient, work: Work) -> None:
    example = made(client, work)
    answer = client.post(f"/v1/specs/{example['spec_id']}/restore")
    assert (answer.status_code, answer.json()["number"]) == (202, 2)


def test_code_report_and_pictures_of_a_check_can_be_read(client: TestClient, work: Work) -> None:
    example = made(client, work)
    address = f"/v1/code_snippets/{example['code_snippet_id']}"
    assert client.get(f"{address}/report").json()["status"] == "passed"
    assert client.get(f"{address}/code").headers["content-type"] == "text/plain; charset=utf-8"
    assert client.get(f"{address}/screenshots/0").content == b"\x89PNG"
    assert client.get(f"{address}/screenshots/1").status_code == 404
    assert client.get(f"/v1/examples/{example['id']}/cover").content == b"\x89PNG"


def test_a_preview_runs_in_a_sandbox_without_the_rights_of_the_api(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    answer = client.get(f"/v1/code_snippets/{example['code_snippet_id']}/preview")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in policy
    assert "default-src 'none'" in policy


def test_lists_lead_through_everything_by_cursors_and_can_be_narrowed(
    client: TestClient, work: Work
) -> None:
    document = uploaded(client)
    work()
    for number in range(5):
        body = {"input_id": document["id"], "title": f"Example {number}"}
        assert client.post("/v1/examples", json=body).status_code == 202
    seen: list[str] = []
    cursor = ""
    while True:
        page = client.get("/v1/examples", params={"limit": 2, "cursor": cursor}).json()
        seen += [record["title"] for record in page["records"]]
        cursor = page["cursor"]
        if not cursor:
            break
    assert seen == [f"Example {number}" for number in (4, 3, 2, 1, 0)]
    assert client.get("/v1/examples", params={"status": "ready"}).json()["records"] == []
    narrowed = client.get("/v1/examples", params={"project_id": document["project_id"]}).json()
    assert len(narrowed["records"]) == 5


@pytest.mark.parametrize("cursor", ["nonsense", "%00", "a" * 200])
def test_a_cursor_of_ones_own_making_is_refused(client: TestClient, cursor: str) -> None:
    answer = client.get("/v1/examples", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


def test_an_example_can_be_renamed_moved_and_deleted(client: TestClient, work: Work) -> None:
    example = made(client, work)
    project = client.post("/v1/projects", json={"name": "Biology"}).json()
    address = f"/v1/examples/{example['id']}"
    tag = client.get(address).headers["etag"]
    changed = client.patch(
        address, json={"title": "Mine", "project_id": project["id"]}, headers={"If-Match": tag}
    )
    assert (changed.json()["title"], changed.json()["project_id"]) == ("Mine", project["id"])
    full = client.delete(f"/v1/projects/{project['id']}", headers={"If-Match": '"1"'})
    assert (full.status_code, full.json()["code"]) == (409, "project_not_empty")
    deleted = client.delete(address, headers={"If-Match": changed.headers["etag"]})
    assert deleted.status_code == 204
    assert client.get(address).status_code == 404


def test_a_job_can_be_cancelled_and_tried_again(client: TestClient, work: Work) -> None:
    document = uploaded(client)
    example = client.post("/v1/examples", json={"input_id": document["id"]}).json()
    cancelled = client.post(f"/v1/jobs/{example['job_id']}/cancel")
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    assert client.get(f"/v1/examples/{example['id']}").json()["reason_code"] == "cancelled"
    again = client.post(f"/v1/jobs/{example['job_id']}/retry")
    assert again.status_code == 202
    work()
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"


def test_new_things_go_to_the_project_that_the_settings_name(client: TestClient) -> None:
    wanted = client.post("/v1/projects", json={"name": "Wanted"}).json()
    client.post("/v1/projects", json={"name": "Newer"})
    fields = {"default_project_id": wanted["id"], "embed_theme": {"--praxeo-accent": "#0a6e5c"}}
    changed = client.patch("/v1/settings", json=fields, headers={"If-Match": '"0"'})
    assert changed.status_code == 200
    assert uploaded(client)["project_id"] == wanted["id"]
    for wrong in ({"default_project_id": "prj_nowhere"}, {"embed_theme": {"color": "url(x)"}}):
        answer = client.patch("/v1/settings", json=wrong, headers={"If-Match": '"1"'})
        assert answer.status_code in (404, 422)


def test_settings_start_with_their_defaults_and_keep_changes(client: TestClient) -> None:
    first = client.get("/v1/settings")
    assert (first.json()["appearance"], first.headers["etag"]) == ("system", '"0"')
    changed = client.patch(
        "/v1/settings", json={"appearance": "dark"}, headers={"If-Match": first.headers["etag"]}
    )
    assert changed.json()["appearance"] == "dark"
    assert client.get("/v1/settings").json()["version"] == 1


def test_an_example_is_called_as_its_spec_says_or_as_a_person_named_it_later(
    client: TestClient, work: Work
) -> None:
    example = made(client, work)
    place = f"/v1/examples/{example['id']}"

    def edited(old: str, new: str) -> dict[str, Any]:
        current = client.get(place).json()
        text = client.get(f"/v1/specs/{current['spec_id']}/text").text
        assert old in text
        body = {"text": text.replace(old, new, 1), "based_on": current["spec_id"]}
        assert client.post(f"{place}/specs", json=body).status_code == 202
        work()
        found: dict[str, Any] = client.get(place).json()
        return found

    copy = client.post(f"{place}/duplicate", json={}).json()
    retitled = edited(f"title: {example['title']}", "title: Enzymes at work")
    assert retitled["title"] == "Enzymes at work"
    assert client.get(f"/v1/examples/{copy['id']}").json()["title"] == copy["title"]
    named = client.patch(
        place, json={"title": "Mine"}, headers={"If-Match": f'"{retitled["version"]}"'}
    )
    assert named.status_code == 200
    assert client.get(place).json()["title"] == "Mine"
    assert edited("title: Enzymes at work", "title: Enzymes again")["title"] == "Enzymes again"
