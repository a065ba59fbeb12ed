"""Calls of the API that many tests begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plain_praxeo import TEXT
from starlette.testclient import TestClient

Work = Callable[[], None]


def uploaded(client: TestClient, text: str = TEXT, name: str = "enzymes.txt") -> dict[str, Any]:
    document = client.post("/v1/document_inputs", json={"name": name}).json()
    address = f"/v1/document_inputs/{document['id']}"
    assert client.put(f"{address}/content", content=text.encode()).status_code == 200
    confirmed = client.post(f"{address}/confirm")
    assert confirmed.status_code == 202
    return confirmed.json()  # type: ignore[no-any-return]


def made(client: TestClient, work: Work, text: str = TEXT) -> dict[str, Any]:
    document = uploaded(client, text)
    answer = client.post("/v1/examples", json={"input_id": document["id"]})
    assert answer.status_code == 202
    work()
    return client.get(f"/v1/examples/{answer.json()['id']}").json()  # type: ignore[no-any-return]
