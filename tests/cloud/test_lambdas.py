"""The Lambdas, called with the events that AWS sends, on DynamoDB, S3 and SQS of the local cloud."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from installation import NAME, RECEIVED_MAX, Installation
from lambda_events import CLOCK_EVENT, HOST, Context, api_request, body_of, queue_event
from metered import Meter, compare, metering

from benchmarks.visits.classroom import sums_of, visits
from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.s3 import S3Blobs
from praxeo.domain.access import local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.jobs import LANES, GenerateExample, new_job
from praxeo.domain.records import (
    CodeSnippet,
    Example,
    Job,
    Lane,
    created,
    first_of,
    utc_moment,
    utc_text,
)
from praxeo.ports.tally import DayCell, Tally

ENTRY_POINTS = sorted(
    Path(__file__).parents[2].joinpath("src/praxeo/entrypoints").glob("lambda_*.py")
)
SAMPLE = Path(__file__).parents[2] / "samples" / "the-water-cycle.pdf"
VIEWS = 5
VIEWED = {"id": "event-0001", "name": "viewed"}
BATCHES = 40  # of messages, at most, until all work is done


@dataclass(frozen=True)
class Lambdas:
    """The Lambdas of one installation and the queues between them."""

    installation: Installation
    queue: str

    def __getattr__(self, name: str) -> ModuleType:
        return importlib.import_module(f"praxeo.entrypoints.lambda_{name}")

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """An API call; gives the record that it answers with."""
        answer = self.api.handler(api_request(method, path, body, headers), Context())
        assert answer["statusCode"] < 300, answer
        return json.loads(body_of(answer))

    def messages(self, lane: Lane = "reading", wait: int = 2) -> list[dict[str, Any]]:
        client = self.installation.cloud.client("sqs")
        answer = client.receive_message(
            QueueUrl=self.url(lane),
            MaxNumberOfMessages=5,
            WaitTimeSeconds=wait,
            VisibilityTimeout=60,
        )
        return list(answer.get("Messages", []))

    def work(self) -> None:
        """Do what SQS does: hand over batches, forget what went well, until nothing comes."""
        client = self.installation.cloud.client("sqs")
        for _ in range(BATCHES):
            came = False
            for lane in LANES:
                messages = self.messages(lane, wait=2 if lane == "reading" else 0)
                if not messages:
                    continue
                came = True
                answer = self.jobs.handler(queue_event(messages), Context())
                assert answer == {"batchItemFailures": []}
                for each in messages:
                    handle = each["ReceiptHandle"]
                    client.delete_message(QueueUrl=self.url(lane), ReceiptHandle=handle)
            if not came:
                return
        raise AssertionError("the work finds no end")

    def url(self, queue: str = "reading") -> str:
        client = self.installation.cloud.client("sqs")
        url: str = client.get_queue_url(QueueName=f"{self.queue}-{queue}")["QueueUrl"]
        return url


@pytest.fixture
def lambdas(
    installation: Installation,
    s3_blobs: S3Blobs,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Lambdas]:
    queue = installation.new_queue()
    monkeypatch.setenv("DATABASE_URL", f"dynamodb://{NAME}")
    monkeypatch.setenv("BLOBS_URL", f"s3://{NAME}")
    monkeypatch.setenv("QUEUE_URL", f"sqs://{queue}")
    monkeypatch.setenv("PRAXEO_ALLOWED_HOSTS", HOST)
    names = [f"praxeo.entrypoints.{file.stem}" for file in ENTRY_POINTS]
    for name in names:
        sys.modules.pop(name, None)
    loop = asyncio.new_event_loop()  # a process of Lambda's has one; tests before may have taken it
    asyncio.set_event_loop(loop)
    yield Lambdas(installation, queue)
    loop.close()
    for name in names:
        module = sys.modules.pop(name, None)
        if module and hasattr(module, "PRAXEO"):
            module.PRAXEO.outside.close()
    installation.empty_tables({f"{NAME}-{table.name}" for table in TABLES})


def queued_job(lambdas: Lambdas, number: int = 1, **fields: Any) -> Job:
    """A job for an example that does not exist, saved behind the queue's back."""
    outside = lambdas.jobs.PRAXEO.outside
    work = GenerateExample(example_id=f"exa_{number}")
    now = utc_text(outside.clock.now())
    job = new_job(work, id=f"job_{number}", actor=local_user(), subject_id=f"exa_{number}", now=now)
    return first_of(Job, DynamoRecords(NAME).save(replace(job, **fields)))


@pytest.mark.parametrize("file", ENTRY_POINTS, ids=lambda file: file.stem)
def test_a_lambda_is_at_most_25_lines(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 25


@pytest.fixture
def meter(lambdas: Lambdas) -> Iterator[Meter]:
    with metering() as started:
        for name in ("api", "jobs", "embeds", "schedule"):
            started.around(getattr(lambdas, name), name)
        started.calls.taken()  # that they were started
        yield started


@pytest.mark.slow
def test_a_document_becomes_an_app_that_is_published_and_seen(
    lambdas: Lambdas, meter: Meter
) -> None:
    """And what all of this takes is what the page about costs rests on."""
    document = lambdas.ask("POST", "/v1/document_inputs", {"name": SAMPLE.name})
    sent = lambdas.ask("PUT", f"/v1/document_inputs/{document['id']}/content", SAMPLE.read_bytes())
    assert sent["size"] == SAMPLE.stat().st_size
    lambdas.ask("POST", f"/v1/document_inputs/{document['id']}/confirm")
    example = lambdas.ask("POST", "/v1/examples", {"input_id": document["id"]})
    lambdas.work()
    meter.note("made_app")
    example = lambdas.ask("GET", f"/v1/examples/{example['id']}")
    assert example["status"] in {"ready", "unproven"}, example["reason"]
    job = lambdas.ask("GET", f"/v1/jobs/{example['job_id']}")
    assert job["status"] == "done"
    listed = lambdas.ask("GET", "/v1/examples?limit=5")
    assert [record["id"] for record in listed["records"]] == [example["id"]]
    meter.note("read", times=3)

    embed = lambdas.ask("POST", "/v1/embeds", {"example_id": example["id"]})
    meter.note("publish")
    addresses = f"/e/{embed['id']}", f"/a/{embed['id']}/{embed['content_hash']}"
    for address in addresses * VIEWS:
        request = api_request("GET", address, headers={"Accept-Encoding": "br"})
        page = lambdas.embeds.handler(request, Context())
        assert page["statusCode"] == 200
    meter.note("view", times=VIEWS)
    lambdas.schedule.handler(CLOCK_EVENT, Context())
    meter.note("sweep")
    if example["status"] == "ready":  # proven in a browser, as the stored counts are
        document = lambdas.ask("GET", f"/v1/document_inputs/{document['id']}")
        compare(meter.kinds, document["word_count"])

    page = lambdas.embeds.handler(api_request("GET", addresses[0]), Context())
    assert embed["content_hash"] in body_of(page).decode()
    for encoding in ("br", "gzip", ""):
        request = api_request("GET", addresses[1], headers={"Accept-Encoding": encoding})
        app = lambdas.embeds.handler(request, Context())
        assert app["statusCode"] == 200
        headers = {name.lower(): value for name, value in app["headers"].items()}
        assert headers.get("content-encoding", "") == encoding
    assert "water" in body_of(app).decode().lower()


def published(lambdas: Lambdas) -> dict[str, Any]:
    """An embed of an app that was put there."""
    outside = lambdas.api.PRAXEO.outside
    blob = outside.blobs.put("examples/exa_1", b"<!doctype html><title>Plants</title>")
    now, owner = outside.clock.now(), local_user().account
    about = {"project_id": "prj_1", "input_type": "document_input", "input_id": "doc_1"}
    made = {"title": "Plants", "language": "en", "status": "ready", "spec_id": "spc_1"}
    example = created(
        Example, now, id="exa_1", owner=owner, code_snippet_id="cod_1", **about, **made
    )
    snippet = created(
        CodeSnippet,
        now,
        id="cod_1",
        owner=owner,
        example_id="exa_1",
        spec_id="spc_1",
        number=1,
        code_blob=blob.key,
        size=blob.size,
        content_hash=blob.content_hash,
        check_status="passed",
    )
    outside.records.save(example, snippet)
    embed: dict[str, Any] = lambdas.ask("POST", "/v1/embeds", {"example_id": "exa_1"})
    return embed


def test_visits_are_counted_once_however_often_they_are_told_and_forgotten_with_their_embed(
    lambdas: Lambdas,
) -> None:
    embed = published(lambdas)
    random = Random(3)
    expected = sums_of(visits(12, 3))
    for batches in visits(12, 3):
        for batch in batches:
            agent = {"User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}
            request = api_request("POST", f"/v/{embed['id']}", batch.body(), agent)
            for _ in range(random.randint(1, 3)):
                assert lambdas.embeds.handler(request, Context())["statusCode"] == 204
    robot = {"User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)"}
    told = {"visit": "visit-robot", "version": "abcdef012345", "events": [VIEWED]}
    lambdas.embeds.handler(api_request("POST", f"/v/{embed['id']}", told, robot), Context())
    report = lambdas.ask("GET", f"/v1/embeds/{embed['id']}/usage")
    assert report["visits"] == 12
    assert report["completed"] == expected["completed", ""]
    assert report["seconds"] == expected["seconds", ""]
    tally = lambdas.api.PRAXEO.outside.tally
    counted = {(each.cell.what, each.cell.name): each.sum for each in _cells(tally, embed["id"])}
    assert counted == dict(expected)
    match = {"If-Match": f'"{embed["version"]}"'}
    answer = lambdas.api.handler(
        api_request("DELETE", f"/v1/embeds/{embed['id']}", headers=match), Context()
    )
    assert answer["statusCode"] == 204
    assert list(_cells(tally, embed["id"])) == []
    lambdas.installation.empty_usage()


def _cells(tally: Tally, embed_id: str) -> Iterator[DayCell]:
    return tally.cells(embed_id, date(2026, 1, 1), date(2100, 1, 1))


def test_what_the_api_refuses_is_a_problem_here_too(lambdas: Lambdas) -> None:
    answer = lambdas.api.handler(api_request("GET", "/v1/examples/exa_none"), Context())
    assert answer["statusCode"] == 404
    assert not answer["isBase64Encoded"]  # a client that names no kind of answer reads it too
    assert json.loads(body_of(answer))["code"] == "not_found"
    foreign = api_request("GET", "/v1/examples", headers={"Host": "evil.example"})
    assert lambdas.api.handler(foreign, Context())["statusCode"] in {403, 421}


def test_of_a_batch_only_what_failed_comes_again_and_in_the_end_is_put_aside(
    lambdas: Lambdas,
) -> None:
    queued_job(lambdas)
    client = lambdas.installation.cloud.client("sqs")
    for body in ("no job at all", "job_1", "job_deleted"):
        client.send_message(QueueUrl=lambdas.url(), MessageBody=body)
    messages: list[dict[str, Any]] = []
    while len(messages) < 3:
        messages += lambdas.messages()
    (bad,) = [message for message in messages if message["Body"] == "no job at all"]
    answer = lambdas.jobs.handler(queue_event(messages), Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": bad["MessageId"]}]}
    job = DynamoRecords(NAME).get(Job, "job_1")
    assert job is not None
    assert job.status == "failed"  # its example does not exist
    for _ in range(RECEIVED_MAX):
        client.change_message_visibility(
            QueueUrl=lambdas.url(), ReceiptHandle=bad["ReceiptHandle"], VisibilityTimeout=0
        )
        for message in lambdas.messages():
            if message["Body"] == bad["Body"]:
                bad = message
    dead = client.receive_message(QueueUrl=lambdas.url("dead"), WaitTimeSeconds=5)["Messages"]
    assert [message["Body"] for message in dead] == ["no job at all"]


def test_a_lambda_with_no_time_left_begins_nothing(lambdas: Lambdas) -> None:
    queued_job(lambdas)
    event = queue_event([{"MessageId": "m1", "ReceiptHandle": "r1", "Body": "job_1"}])
    answer = lambdas.jobs.handler(event, Context(milliseconds=0))
    job = DynamoRecords(NAME).get(Job, "job_1")
    assert job is not None
    assert (job.status, job.attempt) == ("queued", 0)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m1"}]}


def test_the_clock_nudges_again_for_what_was_lost_or_forgotten(lambdas: Lambdas) -> None:
    now = utc_moment(queued_job(lambdas, 1).updated_at)
    old = utc_text(now - timedelta(minutes=3))
    queued_job(lambdas, 2, updated_at=old)
    queued_job(lambdas, 3, status="running", lease_until=old)
    queued_job(lambdas, 4, status="waiting", run_after=old)
    queued_job(lambdas, 5, status="waiting", run_after=utc_text(now + timedelta(hours=1)))
    assert lambdas.schedule.handler(CLOCK_EVENT, Context()) == {"queued": 2}
    bodies: set[str] = set()
    while messages := lambdas.messages():
        bodies |= {message["Body"] for message in messages}
    assert bodies == {"job_2", "job_3", "job_4"}
