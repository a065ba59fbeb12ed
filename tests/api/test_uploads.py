"""A document's way in and out where the store has no addresses of its own: through the API."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from praxeo.app import Praxeo

TEXT = "Water rises as vapour. Über den Wolken.".encode()
HASH = hashlib.sha256(TEXT).hexdigest()


def new_document(client: TestClient, name: str = "water.txt") -> str:
    made = client.post("/v1/document_inputs", json={"name": name})
    return f"/v1/document_inputs/{made.json()['id']}"


def test_the_address_for_the_bytes_is_the_apis_own(
    client: TestClient, work: Callable[[], None]
) -> None:
    place = new_document(client, "Über Wasser.txt")
    target = client.post(f"{place}/upload", json={"size": len(TEXT), "content_hash": HASH}).json()
    assert target == {"url": f"{place}/content", "headers": {}}
    assert client.get(place).json()["content_hash"] == ""
    sent = client.put(target["url"], content=TEXT)
    assert (sent.status_code, sent.json()["content_hash"]) == (200, HASH)
    assert client.post(f"{place}/confirm").status_code == 202
    work()
    kept = client.get(f"{place}/content")
    assert (kept.content, kept.headers["content-length"]) == (TEXT, str(len(TEXT)))
    assert kept.headers["content-disposition"].endswith("filename*=UTF-8''%C3%9Cber%20Wasser.txt")
    assert kept.headers["content-security-policy"] == "sandbox"
    assert kept.headers["content-type"] == "application/octet-stream"
    late = client.post(f"{place}/upload", json={"size": 1, "content_hash": HASH})
    assert (late.status_code, late.json()["code"]) == (409, "already_confirmed")


def test_a_document_that_is_too_large_is_refused_before_it_is_sent(
    client: TestClient, praxeo: Praxeo
) -> None:
    most = praxeo.outside.upload_bytes_max
    for size, status in ((most, 201), (most + 1, 413)):
        answer = client.post("/v1/document_inputs", json={"name": "a.pdf", "size": size})
        assert answer.status_code == status
    assert answer.json()["code"] == "upload_too_large"
    place = new_document(client)
    answer = client.post(f"{place}/upload", json={"size": most + 1, "content_hash": HASH})
    assert (answer.status_code, answer.json()["details"]) == (413, {"limit": most // 1_000_000})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"size": -1, "content_hash": HASH},
        {"size": 1, "content_hash": HASH.upper()},
        {"size": 1, "content_hash": HASH[1:]},
        {"size": 1, "content_hash": "../" + HASH[3:]},
        {"size": "many", "content_hash": HASH},
        {"size": 1, "content_hash": HASH, "bucket": "other"},
    ],
)
def test_an_announcement_that_names_no_bytes_is_refused(
    client: TestClient, body: dict[str, object]
) -> None:
    assert client.post(f"{new_document(client)}/upload", json=body).status_code == 422


def test_a_document_without_bytes_has_none_to_give(client: TestClient) -> None:
    answer = client.get(f"{new_document(client)}/content")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_content")
    assert client.get("/v1/document_inputs/doc_none/content").status_code == 404
