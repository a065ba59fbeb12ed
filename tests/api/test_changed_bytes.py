"""A stored file that was changed on the disk is never given out as if it were what was stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library_calls import Work, made
from plain_praxeo import outside_in_memory
from starlette.testclient import TestClient

from praxeo.adapters.local_files import LocalBlobs
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.entrypoints.embed_host import create_embed_host

Change = Callable[[bytes], bytes]
CHANGES: dict[str, Change] = {
    "a byte is another": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "the end is missing": lambda data: data[:-1],
    "all is missing": lambda data: b"",
    "something was put on": lambda data: data + b"\n",
}
# The ends of the addresses that give stored bytes, or what is read from them.
OPTIONS = ApiOptions(embed_url="http://127.0.0.1:8401")
GIVE_BYTES = {
    "app",
    "claims",
    "cover",
    "coverage",
    "desk",
    "packages",
    "content",
    "extraction",
    "b1",
    "text",
    "preview",
    "code",
    "report",
    "screenshots",
}


@pytest.fixture
def praxeo(tmp_path: Path) -> Praxeo:
    return build(replace(outside_in_memory(), blobs=LocalBlobs(tmp_path / "blobs")))


def stored_files(folder: Path) -> Iterator[Path]:
    yield from (
        path for path in (folder / "blobs").rglob("*") if re.fullmatch("[0-9a-f]{64}", path.name)
    )


def addresses(client: TestClient, example: dict[str, Any]) -> list[str]:
    """Every address of the API that is read by ids, with those of this example."""
    ids = {
        "example_id": example["id"],
        "input_id": example["input_id"],
        "spec_id": example["spec_id"],
        "code_snippet_id": example["code_snippet_id"],
        "job_id": example["job_id"],
        "number": "0",
        "block_id": "b1",
    }
    described = client.get("/v1/openapi.json").json()["paths"]
    paths = [path for path, operations in described.items() if "get" in operations]
    known = [path for path in paths if set(re.findall(r"{(\w+)}", path)) <= ids.keys()]
    return [re.sub(r"{(\w+)}", lambda found: ids[found[1]], path) for path in known]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_api_gives_no_changed_bytes(
    client: TestClient, praxeo: Praxeo, work: Work, tmp_path: Path, change: Change
) -> None:
    example = made(client, work)
    paths = addresses(client, example)
    before = {path: client.get(path) for path in paths}
    for file in stored_files(tmp_path):
        file.write_bytes(change(file.read_bytes()))
    refused = set()
    client = TestClient(create_api(build(praxeo.outside), OPTIONS))  # has nothing in memory
    for path, right in before.items():
        answer = client.get(path)
        if answer.status_code == 503:
            assert answer.json()["code"] == "blob_damaged"
            refused.add(path.rstrip("/0").rpartition("/")[2])
        elif right.status_code == 200:
            assert (answer.status_code, answer.content) == (right.status_code, right.content)
    assert refused == GIVE_BYTES


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_published_app_with_changed_bytes_is_not_shown(
    client: TestClient, work: Work, praxeo: Praxeo, tmp_path: Path, encoding: str
) -> None:
    example = made(client, work)
    embed = praxeo.embeds.publish(local_user(), example["id"])
    host = TestClient(create_embed_host(praxeo.embeds, tmp_path / "none"))
    for file in stored_files(tmp_path):
        file.write_bytes(CHANGES["a byte is another"](file.read_bytes()))
    answer = host.get(f"/a/{embed.id}/{embed.content_hash}", headers={"Accept-Encoding": encoding})
    assert answer.status_code == 503
