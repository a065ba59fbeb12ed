"""Drafts are judged and shown without being saved; versions get names and are restored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.app_policy import APP_POLICY, guarded

Work = Callable[[], None]


@pytest.fixture
def example(praxeo: Praxeo, client: TestClient) -> dict[str, Any]:
    made = add_text(praxeo)
    run_all(praxeo)
    return client.get(f"/v1/examples/{made.id}").json()  # type: ignore[no-any-return]


def spec_of(client: TestClient, example: dict[str, Any]) -> str:
    return client.get(f"/v1/specs/{example['spec_id']}/text").text


def faults(client: TestClient, example: dict[str, Any], text: str) -> list[tuple[int, str]]:
    answer = client.post(f"/v1/examples/{example['id']}/draft/faults", json={"text": text})
    assert answer.status_code == 200
    return [(fault["line"], fault["message"]) for fault in answer.json()["faults"]]


def shown(client: TestClient, example: dict[str, Any], kind: str, text: str) -> Any:
    return client.post(f"/v1/examples/{example['id']}/draft/{kind}/app", data={"text": text})


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def test_a_sound_draft_has_no_faults(client: TestClient, example: dict[str, Any]) -> None:
    assert faults(client, example, spec_of(client, example)) == []


def test_a_draft_is_told_every_line_that_is_against_the_grammar(
    client: TestClient, example: dict[str, Any]
) -> None:
    text = spec_of(client, example).replace("### Flashcards", "### Dances")
    [(line, message)] = faults(client, example, text)
    assert line == line_of(text, "### Dances")
    assert message.startswith("“Dances” is no kind of activity.")


def test_places_that_the_source_does_not_have_are_told_by_their_line(
    client: TestClient, example: dict[str, Any]
) -> None:
    text = spec_of(client, example)
    read = line_of(text, "Read:")
    text = text.replace("{b2.1}", "{b2.1 b7.9}").replace("Read: b1, b2", "Read: b1-b9")
    assert faults(client, example, text) == [
        (read, "The source has no place b3, b4, b5, b6, b7 and 2 more."),
        (text.splitlines().index("  A: Heat denatures the enzyme. {b2.1 b7.9}") + 1,
         "The source has no place b7.9."),
    ]  # fmt: skip


def test_the_app_of_a_draft_is_shown_in_the_sandbox_and_nothing_is_saved(
    client: TestClient, example: dict[str, Any]
) -> None:
    text = spec_of(client, example).replace("title: ", "title: Draft of ", 1)
    answer = shown(client, example, "spec", text)
    assert answer.status_code == 200
    assert "<h1>Draft of" in answer.text
    saved = client.get(f"/v1/code_snippets/{example['code_snippet_id']}/preview")
    policy = answer.headers["content-security-policy"]
    assert policy == saved.headers["content-security-policy"]
    assert policy.startswith(APP_POLICY)
    assert "http://localhost:5173" in policy
    assert client.get(f"/v1/examples/{example['id']}").json() == example


def test_the_code_of_a_draft_is_shown_as_it_is(client: TestClient, example: dict[str, Any]) -> None:
    code = "<!doctype html>\n<title>a & b = c% + ü</title>\n"
    answer = shown(client, example, "code", code.replace("\n", "\r\n"))
    assert answer.content == guarded(code.encode())
    assert answer.headers["content-security-policy"].startswith("sandbox ")


def test_a_draft_with_a_fault_has_no_app(client: TestClient, example: dict[str, Any]) -> None:
    answer = shown(client, example, "spec", "nothing")
    assert (answer.status_code, answer.json()["code"]) == (422, "spec_invalid")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 422, "bad_form"),
        (b"words=1", 422, "bad_form"),
        (b"text=\xff", 422, "bad_form"),
        (b"&".join([b"text=a"] * 9), 422, "bad_form"),
        (b"text=" + b"x" * 5_000_001, 413, "spec_too_large"),
    ],
)
def test_a_form_that_is_none_is_refused(
    client: TestClient, example: dict[str, Any], body: bytes, status: int, code: str
) -> None:
    answer = client.post(f"/v1/examples/{example['id']}/draft/spec/app", content=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_foreign_pages_have_no_draft_shown(client: TestClient, example: dict[str, Any]) -> None:
    for headers in ({"Origin": "https://elsewhere.example"}, {"Origin": "null"}):
        answer = client.post(
            f"/v1/examples/{example['id']}/draft/code/app", data={"text": "x"}, headers=headers
        )
        assert answer.status_code == 403


def test_drafts_of_an_unknown_example_are_not_found(client: TestClient) -> None:
    address = "/v1/examples/exa_nothing/draft"
    assert client.post(f"{address}/faults", json={"text": ""}).status_code == 404
    assert client.post(f"{address}/code/app", data={"text": ""}).status_code == 404


@pytest.mark.parametrize(
    ("kind", "field"), [("specs", "spec_id"), ("code_snippets", "code_snippet_id")]
)
def test_a_version_gets_a_name_and_loses_it_again(
    client: TestClient, example: dict[str, Any], kind: str, field: str
) -> None:
    address = f"/v1/{kind}/{example[field]}"
    etag = client.get(address).headers["etag"]
    named = client.patch(address, json={"label": "  Before\nthe exam "}, headers={"If-Match": etag})
    assert (named.status_code, named.json()["label"]) == (200, "Before the exam")
    late = client.patch(address, json={"label": "Mine"}, headers={"If-Match": etag})
    assert (late.status_code, late.json()["code"]) == (412, "changed_meanwhile")
    assert client.patch(address, json={"label": "Mine"}).status_code == 428
    etag = named.headers["etag"]
    bare = client.patch(address, json={"label": ""}, headers={"If-Match": etag})
    assert bare.json()["label"] == ""
    long = client.patch(address, json={"label": "x" * 301}, headers={"If-Match": etag})
    assert long.status_code == 422


def test_restored_code_is_the_earlier_version_with_its_spec(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    address = f"/v1/examples/{example['id']}"
    first = client.get(f"/v1/code_snippets/{example['code_snippet_id']}").json()
    text = spec_of(client, example).replace("title: ", "title: Second ", 1)
    body = {"text": text, "based_on": example["spec_id"]}
    assert client.post(f"{address}/specs", json=body).status_code == 202
    work()
    now = client.get(address).json()
    body = {"text": "<h1>By hand</h1>", "based_on": now["code_snippet_id"]}
    client.post(f"{address}/code_snippets", json=body)
    work()
    restored = client.post(f"/v1/code_snippets/{first['id']}/restore").json()
    assert (restored["number"], restored["restored_number"], restored["label"]) == (4, 1, "")
    assert restored["content_hash"] == first["content_hash"]
    assert (restored["author"], restored["spec_id"]) == (first["author"], first["spec_id"])
    assert restored["check_status"] == "pending"
    work()
    after = client.get(address).json()
    assert (after["status"], after["code_snippet_id"]) == ("ready", restored["id"])
    assert after["spec_id"] == first["spec_id"]


def test_a_restored_spec_says_which_version_it_repeats(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    restored = client.post(f"/v1/specs/{example['spec_id']}/restore").json()
    assert (restored["number"], restored["restored_number"]) == (2, 1)
    busy = client.post(f"/v1/code_snippets/{example['code_snippet_id']}/restore")
    assert (busy.status_code, busy.json()["code"]) == (409, "being_made")
    work()
    assert spec_of(client, client.get(f"/v1/examples/{example['id']}").json()) == spec_of(
        client, example
    )


def test_characters_of_every_kind_pass_through_the_form(
    client: TestClient, example: dict[str, Any]
) -> None:
    code = "".join(map(chr, range(0x20, 0x3000, 7))) + "🧪\n"
    body = f"text={quote(code, safe='')}".encode()
    answer = client.post(f"/v1/examples/{example['id']}/draft/code/app", content=body)
    assert answer.content == guarded(code.encode())
