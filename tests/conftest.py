"""What tests of several folders stand on: the local cloud, one for each process that runs tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent / "cloud"))

from installation import NAME, Installation, installed_by_stacks, set_up
from local_cloud import Cloud, running
from suites import Suites

from deployed import ASKED, Deployed, deploy
from praxeo.adapters.aws import new_client
from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.s3 import S3Blobs

# A busy machine is slow, not wrong; and what a test tries is the same each time.
settings.register_profile("praxeo", deadline=None, derandomize=True)
settings.load_profile("praxeo")

DEPLOYED = bool(
    os.environ.get("PRAXEO_DEPLOYED")
)  # `make cloud-test`: on the tables and roles of the stacks


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--suites", type=Path, help="note in this file which suite passed where")


def pytest_configure(config: pytest.Config) -> None:
    if file := config.getoption("--suites"):
        config.pluginmanager.register(Suites(file))


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    """A local cloud that checks signatures, rights and TLS, and notes who asks for what if all is deployed."""
    folder = tmp_path_factory.mktemp("cloud")
    with running(folder, folder / ASKED if DEPLOYED else None) as started:
        yield started


@pytest.fixture(scope="session")
def app(cloud: Cloud) -> Deployed:
    """The app of `infra/`, deployed there."""
    return deploy(cloud, cloud.certificate.parent)


@pytest.fixture(scope="session")
def installation(cloud: Cloud, request: pytest.FixtureRequest) -> Iterator[Installation]:
    """Praxeo's tables and buckets in it; the SDK's variables lead there."""
    if DEPLOYED:
        request.getfixturevalue("app")
    installed = installed_by_stacks(cloud) if DEPLOYED else set_up(cloud)
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
