"""What a route takes: JSON that says it is JSON, of so many bytes and values, and nothing twice."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_calls import Work, made
from plain_praxeo import outside_in_memory
from starlette.testclient import TestClient
from starlette.types import Message

from praxeo.app import Praxeo, build
from praxeo.domain.limits import (
    CODE_BYTES_MAX,
    RECORDING_BYTES_MAX,
    SPEC_BYTES_MAX,
    UPLOAD_BYTES_MAX,
    UPLOAD_PART_BYTES,
)
from praxeo.entrypoints.api import intake
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.entrypoints.api.problems import FAULTS_MAX
from praxeo.entrypoints.api.routing import TableRoute, complete_routes
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX

JSON = {"Content-Type": "application/json"}
MEGABYTE = b" " * 1_000_000
ORDINARY = 64_000  # bytes that a body may have where nothing large is sent


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_million_unknown_fields_are_refused_before_they_are_read(
    client: TestClient, method: str
) -> None:
    body = b'{"name":"x"' + b"".join(b',"k%d":1' % number for number in range(1_000_000)) + b"}"
    path = "/v1/projects" if method == "POST" else "/v1/projects/prj_1"
    answer = client.request(method, path, content=body, headers=JSON)
    assert code_of(answer) == (413, "body_too_large")
    assert answer.json()["details"]["limit"] == ORDINARY // 1_000


@pytest.mark.parametrize("value", ['"k%d":1', '"k%d":{}', '"k%d":"x\\\\"'])
def test_a_million_unknown_fields_are_refused_where_large_bodies_are_taken(
    client: TestClient, work: Work, value: str
) -> None:
    example = made(client, work)
    body = "{" + ",".join(value % number for number in range(1_000_000)) + "}"
    address = f"/v1/examples/{example['id']}/code_snippets"
    answer = client.post(address, content=body.encode(), headers=JSON)
    assert code_of(answer) == (413, "body_too_large")


@pytest.mark.parametrize("body", [b"[" * 60_000, b'{"name":' + b"1" * 60_000 + b"}", b"\xff", b'"'])
def test_json_that_no_reader_likes_is_a_refusal_and_no_defect(
    client: TestClient, body: bytes
) -> None:
    assert client.post("/v1/projects", content=body, headers=JSON).status_code in (400, 413)


def test_of_many_faults_the_first_are_told(client: TestClient) -> None:
    body: dict[str, Any] = {"name": "x", **{f"k{number}": 1 for number in range(1_500)}}
    answer = client.post("/v1/projects", json=body)
    assert code_of(answer) == (422, "invalid_request")
    assert len(answer.json()["faults"]) == FAULTS_MAX


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_a_body_that_does_not_say_its_length_is_read_no_further_than_it_may_be(
    client: TestClient, kind: str
) -> None:
    told: list[int] = []
    taken: list[int] = []

    async def receive() -> Message:
        taken.append(len(MEGABYTE))
        return {"type": "http.request", "body": MEGABYTE, "more_body": True}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    names = {"host": "praxeo.test", "content-type": kind, "transfer-encoding": "chunked"}
    headers = [(name.encode(), value.encode()) for name, value in names.items()]
    scope = {"type": "http", "method": "POST", "path": "/v1/projects", "query_string": b""}
    asyncio.run(client.app({**scope, "headers": headers}, receive, send))
    assert told == ([413] if kind == "application/json" else [415])
    assert len(taken) <= 1


def test_no_route_takes_more_than_it_has_a_use_for(praxeo: Praxeo) -> None:
    api = create_api(praxeo, ApiOptions())
    complete_routes(api)
    large = {
        route.name: route.body_bytes_max
        for route in api.router.routes
        if isinstance(route, TableRoute) and route.body_bytes_max > ORDINARY
    }
    assert large == {
        "put_document_content": UPLOAD_BYTES_MAX,
        "show_draft_app": 3 * CODE_BYTES_MAX,
        "create_code_snippet": CODE_BYTES_MAX * 5 // 4,
        "resolve_merge": CODE_BYTES_MAX * 5 // 4,
        "create_spec": 2 * SPEC_BYTES_MAX,
        "find_draft_faults": 2 * SPEC_BYTES_MAX,
        "edit_spec": 2 * SPEC_BYTES_MAX,
        "create_youtube_input": 2 * CAPTIONS_BYTES_MAX,
        "put_captions": CAPTIONS_BYTES_MAX,
        "create_media_input": 2 * CAPTIONS_BYTES_MAX,
        "put_media_captions": CAPTIONS_BYTES_MAX,
        "put_media_content": RECORDING_BYTES_MAX,
        "put_media_part": UPLOAD_PART_BYTES,
        "create_change_request": 192_000,
    }


def test_the_longest_texts_still_fit(client: TestClient, work: Work) -> None:
    example = made(client, work)
    text = '"\\\n' * (CODE_BYTES_MAX // 24)
    address = f"/v1/examples/{example['id']}"
    new = {"text": text, "based_on": example["code_snippet_id"]}
    assert client.post(f"{address}/code_snippets", json=new).status_code != 413
    draft = {"text": "ä\n" * (SPEC_BYTES_MAX // 3)}
    answer = client.post(
        f"{address}/draft/faults",
        content=json.dumps(draft, ensure_ascii=False).encode(),
        headers=JSON,
    )
    assert answer.status_code == 200
    long = {"name": "x", "description": "\U0001f600" * 5_000}
    assert client.post("/v1/projects", content=json.dumps(long), headers=JSON).status_code == 201


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/json",
        "",
        None,
    ],
)
def test_json_has_to_say_that_it_is_json(client: TestClient, kind: str | None) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    answer = client.post("/v1/projects", content=b'{"name": "x"}', headers=headers)
    assert code_of(answer) == (415, "wrong_media_type")
    assert client.get("/v1/projects").json()["records"] == []


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "Application/Merge-Patch+JSON"]
)
def test_every_way_to_say_it_is_understood(client: TestClient, kind: str) -> None:
    body = b'{"name": "x"}'
    answer = client.post("/v1/projects", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 201


@pytest.mark.parametrize("name", ["Host", "Origin", "Content-Length"])
@pytest.mark.parametrize("second", ["same", "other"])
def test_what_may_be_said_once_is_refused_twice(client: TestClient, name: str, second: str) -> None:
    first = {"Host": "praxeo.test", "Origin": "http://praxeo.test", "Content-Length": "0"}[name]
    headers = [(name, first), (name, first if second == "same" else "evil.example")]
    assert code_of(client.get("/v1/health", headers=headers)) == (400, "header_twice")


def test_an_upload_is_written_beside_the_loop_that_answers_others() -> None:
    outside = outside_in_memory()
    blobs = TellingBlobs(outside.blobs)
    api = create_api(build(replace(outside, blobs=blobs)), ApiOptions())

    async def sent() -> int:
        transport = httpx.ASGITransport(api)
        async with httpx.AsyncClient(transport=transport, base_url="http://praxeo.test") as http:
            document = (await http.post("/v1/document_inputs", json={"name": "a.txt"})).json()
            address = f"/v1/document_inputs/{document['id']}/content"
            assert (await http.put(address, content=b"A text.")).status_code == 200
        return threading.get_ident()

    assert blobs.threads.isdisjoint({asyncio.run(sent())})
    assert blobs.threads


class TellingBlobs:
    """Blobs that tell in which threads they were written."""

    def __init__(self, blobs: Any) -> None:
        self._blobs = blobs
        self.threads: set[int] = set()

    @contextmanager
    def writer(self, area: str) -> Iterator[Any]:
        with self._blobs.writer(area) as writer:
            write = writer.write

            def telling(chunk: bytes) -> None:
                self.threads.add(threading.get_ident())
                write(chunk)

            writer.write = telling
            yield writer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._blobs, name)


def marks_of(value: Any) -> int:
    """How many opening brackets and commas it takes to write this value."""
    inner = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(inner, list):
        return 0
    return 1 + max(len(inner) - 1, 0) + sum(map(marks_of, inner))


VALUES = st.recursive(
    st.text(alphabet='a"\\,[{}]:\n', max_size=8) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(alphabet='a"\\,', max_size=3), inner, max_size=6),
    max_leaves=40,
)  # fmt: skip


@given(value=VALUES, piece=st.integers(1, 40))
def test_values_are_counted_as_a_reader_would_wherever_a_piece_ends(value: Any, piece: int) -> None:
    body, marks = json.dumps(value).encode(), marks_of(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(intake, "PIECE_BYTES", piece)
        patch.setattr(intake, "QUOTES_OF_VALUE", 1_000_000)
        for most, fits in ((marks, True), (marks - 1, False)):
            patch.setattr(intake, "VALUES_MAX", most)
            assert asyncio.run(intake._has_few_values(body)) is fits
