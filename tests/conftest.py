"""What tests of several folders stand on: the local cloud, one for each process that runs tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "cloud"))

from installation import NAME, Installation, set_up
from local_cloud import Cloud, running

from praxeo.adapters.aws import new_client
from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.s3 import S3Blobs


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    """A local cloud that checks signatures, rights and TLS."""
    with running(tmp_path_factory.mktemp("cloud")) as started:
        yield started


@pytest.fixture(scope="session")
def installation(cloud: Cloud) -> Iterator[Installation]:
    """Praxeo's tables and buckets in it; the SDK's variables lead there."""
    installed = set_up(cloud)
    with pytest.MonkeyPatch.context() as environment:
        for name, value in cloud.environment(installed.key).items():
            environment.setenv(name, value)
        yield installed


@pytest.fixture(scope="session")
def shared_dynamo(installation: Installation) -> tuple[DynamoRecords, set[str]]:
    """The records of the installation, and the names of the tables that were written to."""
    client = new_client("dynamodb")
    written: set[str] = set()

    def note(params: dict[str, Any], **_: object) -> None:
        parts = [part for action in params.get("TransactItems", ()) for part in action.values()]
        written.update(part["TableName"] for part in [*parts, params] if "TableName" in part)

    for operation in ("PutItem", "TransactWriteItems"):
        client.meta.events.register(f"provide-client-params.dynamodb.{operation}", note)
    return DynamoRecords(NAME, client), written


@pytest.fixture
def dynamo_records(
    installation: Installation, shared_dynamo: tuple[DynamoRecords, set[str]]
) -> Iterator[DynamoRecords]:
    """Records in DynamoDB; none at the beginning."""
    records, written = shared_dynamo
    yield records
    installation.empty_tables(written)
    written.clear()


@pytest.fixture(scope="session")
def shared_s3(installation: Installation) -> S3Blobs:
    return S3Blobs(NAME)


@pytest.fixture
def s3_blobs(installation: Installation, shared_s3: S3Blobs) -> Iterator[S3Blobs]:
    """Blobs in S3; none at the beginning."""
    yield shared_s3
    installation.empty_buckets()
