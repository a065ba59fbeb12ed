"""The adapters that the contract suites run on: every one of them, with no way to opt out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.memory_nudges import MemoryNudges
from praxeo.adapters.s3 import S3Blobs
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.adapters.sqs import SqsNudges
from praxeo.domain.records import Record
from praxeo.ports.blobs import BlobStore
from praxeo.ports.jobs import Nudges
from praxeo.ports.records import RecordStore


@pytest.fixture(params=["memory", "sqlite", "dynamodb"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RecordStore]:
    if request.param == "dynamodb":
        yield request.getfixturevalue("dynamo_records")
        return
    store: RecordStore = (
        MemoryRecords() if request.param == "memory" else SqliteRecords(tmp_path / "praxeo.sqlite3")
    )
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite", "dynamodb"])
def watched(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[RecordStore, list[str]]]:
    """A store, and the ids that its listener was told of."""
    told: list[str] = []

    def listen(saved: Sequence[Record]) -> None:
        told.extend(record.id for record in saved)

    store: RecordStore
    if request.param == "dynamodb":
        plain = request.getfixturevalue("dynamo_records")
        store = DynamoRecords(plain._name, plain._client, listen)
    elif request.param == "sqlite":
        store = SqliteRecords(tmp_path / "praxeo.sqlite3", listen)
    else:
        store = MemoryRecords(listen)
    yield store, told
    if request.param != "dynamodb":
        store.close()


@pytest.fixture(params=["memory", "local_files", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> BlobStore:
    if request.param == "s3":
        store: BlobStore = request.getfixturevalue("s3_blobs")
        return store
    return MemoryBlobs() if request.param == "memory" else LocalBlobs(tmp_path / "blobs")


@pytest.fixture
def overwrite(blobs: BlobStore) -> Callable[[str, bytes], None]:
    """Puts other bytes in the place of a blob, past the store."""

    def put(key: str, data: bytes) -> None:
        if isinstance(blobs, S3Blobs):
            blobs._client.put_object(**blobs._object(key), Body=data)
        elif isinstance(blobs, LocalBlobs):
            blobs._path(key).write_bytes(data)
        else:
            assert isinstance(blobs, MemoryBlobs)
            blobs._blobs[key] = data

    return put


@pytest.fixture(params=["memory", "sqs"])
def nudges(request: pytest.FixtureRequest) -> Nudges:
    """A queue that hides what was received for two seconds."""
    if request.param == "sqs":
        installation = request.getfixturevalue("installation")
        return SqsNudges(installation.new_queue(), hidden_seconds=2)
    return MemoryNudges(hidden_seconds=2)
