"""What the records in DynamoDB do beyond the contract, looked at from behind."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import ConnectionClosedError
from botocore.httpsession import URLLib3Session
from installation import NAME, Installation

from praxeo.adapters.aws import new_client
from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.dynamodb_definition import index_name
from praxeo.adapters.dynamodb_tables import create_tables
from praxeo.domain.access import local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.records import Job, Project, first_of

NOW = "2026-01-02T03:04:05.000006Z"
DAY = 86_400


def project(number: int = 1) -> Project:
    return Project(
        id=f"prj_{number:08d}", owner="local", created_at=NOW, updated_at=NOW, name=f"P{number}"
    )


def job() -> Job:
    work = GenerateExample(example_id="exa_1")
    return new_job(work, id="job_1", actor=local_user(), subject_id="exa_1", now=NOW)


def test_every_table_of_the_catalog_has_an_index_of_keys_for_each_listing(
    installation: Installation,
) -> None:
    client = installation.cloud.client("dynamodb")
    for table in TABLES:
        described = client.describe_table(TableName=f"{NAME}-{table.name}")["Table"]
        indexes = described.get("GlobalSecondaryIndexes", [])
        assert {index["IndexName"] for index in indexes} == set(map(index_name, table.list_by))
        assert {index["Projection"]["ProjectionType"] for index in indexes} == {"KEYS_ONLY"}
        lives = client.describe_time_to_live(TableName=f"{NAME}-{table.name}")
        status = lives["TimeToLiveDescription"]["TimeToLiveStatus"]
        assert (status in {"ENABLED", "ENABLING"}) == (table.keep_days is not None)


def test_creating_the_tables_again_changes_nothing(installation: Installation) -> None:
    create_tables(installation.cloud.client("dynamodb"), NAME)


def test_what_is_kept_for_some_days_expires_after_them(
    installation: Installation, dynamo_records: DynamoRecords
) -> None:
    dynamo_records.save(job())
    client = installation.cloud.client("dynamodb")
    item = client.get_item(TableName=f"{NAME}-jobs", Key={"id": {"S": "job_1"}})["Item"]
    assert int(item["expires"]["N"]) == 1_767_323_045 + 90 * DAY


def test_a_job_that_has_ended_is_in_no_index_of_open_jobs(
    installation: Installation, dynamo_records: DynamoRecords
) -> None:
    saved = first_of(Job, dynamo_records.save(job()))
    dynamo_records.save(replace(saved, status="done"))
    client = installation.cloud.client("dynamodb")
    assert client.scan(TableName=f"{NAME}-jobs", IndexName="by_status")["Items"] == []
    assert len(client.scan(TableName=f"{NAME}-jobs", IndexName="by_owner")["Items"]) == 1


def test_a_listing_leaves_out_what_its_index_names_wrongly_and_goes_on(
    dynamo_records: DynamoRecords,
) -> None:
    """An index may still name what is gone or has moved, and the first page be full of it."""
    saved = dynamo_records.save(*(project(number) for number in range(1, 7)))
    dynamo_records.save(replace(saved[2], owner="ada"), delete=saved[:2])  # type: ignore[type-var]
    client = new_client("dynamodb")
    stale = [{"id": {"S": project(number).id}} for number in (1, 2, 3)]

    def lag(parsed: dict[str, Any], **_: object) -> None:
        if stale:
            parsed["Items"] = [stale.pop(0) for _ in range(min(3, len(stale)))]

    client.meta.events.register("after-call.dynamodb.Query", lag)
    page = DynamoRecords(NAME, client).list(Project, {"owner": "local"}, limit=2)
    assert [record.id for record in page.records] == [project(4).id, project(5).id]
    rest = dynamo_records.list(Project, {"owner": "local"}, cursor=page.cursor)
    assert [record.id for record in rest.records] == [project(6).id]


@pytest.mark.parametrize("several", [False, True])
def test_a_save_whose_answer_is_lost_takes_effect_once(
    dynamo_records: DynamoRecords, several: bool
) -> None:
    client = new_client("dynamodb")
    lose_first_answer(client)
    more = (project(2),) if several else ()
    saved = DynamoRecords(NAME, client).save(project(1), *more)
    assert dynamo_records.get(Project, project(1).id) == saved[0]
    with pytest.raises(Conflict):  # the same record from somebody else is another matter
        dynamo_records.save(project(1), *more)


def test_without_the_rights_it_says_so_and_is_not_tried_again(
    installation: Installation, dynamo_records: DynamoRecords
) -> None:
    key = installation.cloud.new_user("stranger", [])
    stranger = DynamoRecords(NAME, installation.cloud.client("dynamodb", key))
    for act in (
        lambda: stranger.get(Project, "prj_1"),
        lambda: stranger.save(project()),
        lambda: stranger.save(project(1), project(2)),
        lambda: stranger.list(Project, {"owner": "local"}),
    ):
        with pytest.raises(Unavailable) as refusal:
            act()
        assert not refusal.value.retryable
        assert "AccessDenied" in refusal.value.message


def test_a_database_that_cannot_be_reached_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch, installation: Installation
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://127.0.0.1:9")
    with pytest.raises(Unavailable) as refusal:
        DynamoRecords(NAME).get(Project, "prj_1")
    assert refusal.value.retryable


def test_a_signature_made_with_a_wrong_secret_is_refused(installation: Installation) -> None:
    client = installation.cloud.client("dynamodb", (installation.key[0], "x" * 40))
    with pytest.raises(Unavailable) as refusal:
        DynamoRecords(NAME, client).get(Project, "prj_1")
    assert not refusal.value.retryable


def lose_first_answer(client: Any) -> None:
    """The first write arrives and takes effect, but the connection breaks before its answer."""
    lost = []

    def send(request: Any, **_: object) -> None:
        if not lost:
            lost.append(request)
            answer = URLLib3Session(verify=os.environ["AWS_CA_BUNDLE"]).send(request)
            assert answer.status_code == 200
            raise ConnectionClosedError(endpoint_url=request.url)

    for operation in ("PutItem", "TransactWriteItems"):
        client.meta.events.register(f"before-send.dynamodb.{operation}", send)
