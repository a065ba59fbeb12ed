"""From a PDF to a published app that is seen, as anybody asks the deployed app for it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from deployed import Answer, Deployed
from praxeo.adapters.dynamodb_tables import item_of
from praxeo.domain.access import local_user
from praxeo.domain.catalog import table_of
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Job

PDF = Path(__file__).parents[2] / "samples" / "the-water-cycle.pdf"
WORK_SECONDS = 180
REST_SECONDS = 1.0
OLD = "2026-01-02T03:04:05.000006Z"


@dataclass(frozen=True)
class Asked:
    """What the roles of the functions asked for, as the local cloud noted it."""

    file: Path

    def of(self, function: str, prefix: str = "praxeo") -> set[tuple[str, str]]:
        """Each action that the function's role took and the resource that it was on."""
        lines = self.file.read_text("utf-8").splitlines()
        found = set()
        for who, action, resource, _ in map(json.loads, lines):
            if f":assumed-role/{prefix}-{function}/" in who:
                found.add((action, resource))
        return found


@dataclass(frozen=True, kw_only=True)
class Journey:
    """What came of it, from the example to the page and the app as visitors get them."""

    document: dict[str, Any]
    example: dict[str, Any]
    job: dict[str, Any]
    embed: dict[str, Any]
    page: Answer
    app: Answer


def travel(deployed: Deployed) -> Journey:
    """Upload, make, publish, look. Fails where any of these is refused."""
    document = asked(deployed, "POST", "/v1/document_inputs", {"name": PDF.name})
    place = f"/v1/document_inputs/{document['id']}"
    send(deployed, place, PDF.read_bytes())
    asked(deployed, "POST", f"{place}/confirm")
    example = asked(deployed, "POST", "/v1/examples", {"input_id": document["id"]})
    job = ended(deployed, example["job_id"])
    example = asked(deployed, "GET", f"/v1/examples/{example['id']}")
    embed = asked(deployed, "POST", "/v1/embeds", {"example_id": example["id"]})
    return Journey(
        document=asked(deployed, "GET", place),
        example=example,
        job=job,
        embed=embed,
        page=deployed.ask("GET", f"/e/{embed['id']}", api="embeds"),
        app=deployed.ask("GET", f"/a/{embed['id']}/{embed['content_hash']}", api="embeds"),
    )


def asked(deployed: Deployed, method: str, path: str, body: object = None, **headers: str) -> Any:
    """What the API answers with; nothing but success will do."""
    answer = deployed.ask(method, path, body, **headers)
    assert answer.status < 300, (method, path, answer.status, answer.body[:500])
    return answer.json if answer.body else None


def send(deployed: Deployed, place: str, data: bytes) -> None:
    """The bytes of a document, straight into the bucket: the function that signed the address has the rights."""
    what = {"size": len(data), "content_hash": sha256(data).hexdigest()}
    target = asked(deployed, "POST", f"{place}/upload", what)
    assert target["url"].startswith(f"{deployed.cloud.url}/praxeo-assets/documents/")
    answer = deployed.fetch("PUT", target["url"], data, target["headers"])
    assert answer.status == 200, answer


def ended(deployed: Deployed, job_id: str) -> dict[str, Any]:
    """The job, once it has ended: a Lambda works on it that the queue has called."""
    return came_to(deployed, job_id, "done", "failed", "cancelled")


def came_to(deployed: Deployed, job_id: str, *states: str) -> dict[str, Any]:
    """The job, once it is in one of these states."""
    end = time.monotonic() + WORK_SECONDS
    while time.monotonic() < end:
        job: dict[str, Any] = asked(deployed, "GET", f"/v1/jobs/{job_id}")
        if job["status"] in states:
            return job
        time.sleep(REST_SECONDS)
    raise AssertionError(f"The job is not {states} after {WORK_SECONDS} s: {job}")


def tour(deployed: Deployed, journey: Journey) -> None:
    """What a journey does not need: lists, an upload in parts, deletion, a job that was lost."""
    asked(deployed, "GET", "/v1/examples?limit=5")
    long = asked(deployed, "POST", "/v1/document_inputs", {"name": "long.txt"})
    place = f"/v1/document_inputs/{long['id']}"
    asked(deployed, "PUT", f"{place}/content", b"The water rises. " * 530_000)
    # Of a document that is not there yet, nothing can be made yet: the jobs' own nudge to try again.
    early = asked(deployed, "POST", "/v1/examples", {"input_id": long["id"]})
    came_to(deployed, early["job_id"], "waiting")
    asked(deployed, "POST", f"/v1/jobs/{early['job_id']}/cancel")
    _sweep_lost_jobs(deployed)
    _visit(deployed, journey.embed)
    thrown = asked(deployed, "GET", f"/v1/examples/{journey.example['id']}")
    asked(
        deployed, "DELETE", f"/v1/examples/{thrown['id']}", **{"If-Match": f'"{thrown["version"]}"'}
    )


def _visit(deployed: Deployed, embed: dict[str, Any]) -> None:
    """Tell of one visit of another embed twice, read that it was one, and delete that embed."""
    other = asked(deployed, "POST", "/v1/embeds", {"example_id": embed["example_id"]})
    viewed = {"id": "event-0001", "name": "viewed"}
    told = {"visit": "visit-0001", "version": other["content_hash"][:12], "events": [viewed]}
    agent = {"User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}
    for _ in range(2):
        answer = deployed.ask("POST", f"/v/{other['id']}", told, api="embeds", **agent)
        assert answer.status == 204, answer
    assert asked(deployed, "GET", f"/v1/embeds/{other['id']}/usage")["visits"] == 1
    match = {"If-Match": f'"{other["version"]}"'}
    asked(deployed, "DELETE", f"/v1/embeds/{other['id']}", **match)


def _sweep_lost_jobs(deployed: Deployed) -> None:
    """Put in jobs whose nudge and whose worker are lost, and let the clock's Lambda find them."""
    records = deployed.cloud.client("dynamodb")
    for number, fields in enumerate(
        ({"status": "queued"}, {"status": "running", "lease_until": OLD, "worker": "w"})
    ):
        work = GenerateExample(example_id=f"exa_{number}")
        job = new_job(work, id=f"job_{number}", actor=local_user(), subject_id="exa_0", now=OLD)
        job = replace(job, version=1, **fields)
        item = item_of(table_of(Job), job, to_body(job))
        records.put_item(TableName="praxeo-jobs", Item=item)
    answer = deployed.cloud.client("lambda").invoke(
        FunctionName="praxeo-schedule:live", Payload=b"{}"
    )
    assert "FunctionError" not in answer, answer["Payload"].read()
