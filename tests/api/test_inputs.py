"""One life cycle for inputs of every kind: a new kind is a record, a room and a row, and all of this follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from library_calls import Work
from plain_praxeo import outside_in_memory
from starlette.testclient import TestClient

from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Aside, Block, Extraction, Locator, Metadata
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.input_records import Input, InputType, TopicInput, YoutubeInput
from praxeo.domain.records import created
from praxeo.domain.snapshot_records import Hop, Snapshot
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.ops.transfer.exporting import export_archive
from praxeo.ops.transfer.importing import import_archive
from praxeo.ports.blobs import BlobStore
from praxeo.ports.proving import Progress
from praxeo.sources.inputs import KINDS

PAGES = "https://example.org/?page="
GIVEN = {
    "topic_input": ("topic", "On "),
    "web_page_input": ("url", PAGES),
}
OTHER_KINDS = pytest.mark.parametrize("kind", GIVEN)
BUSY = {"busy": 5}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """A room whose inputs say what their name says; it asks for a port as any room does."""

    blobs: BlobStore

    def read(self, source: Input, progress: Progress) -> Extraction:
        words = source.called.split("=")[-1].removeprefix("On ")
        if words == "refuse":
            raise Refused("captions_missing", "This video has no captions.")
        if words == "busy" and BUSY["busy"] > 0:
            BUSY["busy"] -= 1
            raise Unavailable("quota_spent", "The service has had enough for today.")
        block = Block(
            id="b1",
            kind="paragraph",
            text=f"The {words} binds the substrate. Heat stops it.",
            locator=Locator(second=65),
        )
        said = replace(block, id="b2", text="Tell them about fever.")
        return Extraction(
            metadata=Metadata(title=words, word_count=8),
            blocks=(block,),
            asides=(Aside(channel="speaker_notes", after="b1", block=said),),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Topics(Lines):
    def accept(self, given: str, **how: Any) -> Mapping[str, Any]:
        return {"topic": given}


@dataclass(frozen=True, kw_only=True, slots=True)
class Pages(Lines):
    def accept(self, given: str, **how: Any) -> Mapping[str, Any]:
        return {"url": given}


@pytest.fixture
def praxeo(monkeypatch: pytest.MonkeyPatch) -> Praxeo:
    """With rooms for kinds that have none yet."""
    BUSY["busy"] = 5
    monkeypatch.setitem(KINDS, "topic_input", replace(KINDS["topic_input"], room=Topics))
    monkeypatch.setitem(KINDS, "web_page_input", replace(KINDS["web_page_input"], room=Pages))
    return build(outside_in_memory())


@pytest.fixture
def client(praxeo: Praxeo) -> Iterator[TestClient]:
    with TestClient(create_api(praxeo, ApiOptions()), base_url="http://127.0.0.1") as client:
        yield client


def give(client: TestClient, kind: str, words: str = "enzyme", project_id: str = "") -> Any:
    field, start = GIVEN[kind]
    body = {field: start + words} | ({"project_id": project_id} if project_id else {})
    answer = client.post(f"/v1/{kind}s", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def ask(client: TestClient, source: dict[str, Any], kind: str) -> Any:
    answer = client.post("/v1/examples", json={"input_id": source["id"], "input_type": kind})
    assert answer.status_code == 202, answer.text
    return answer.json()


def at(client: TestClient, kind: str, source: dict[str, Any]) -> Any:
    return client.get(f"/v1/{kind}s/{source['id']}").json()


def test_every_kind_has_a_row_a_record_and_a_table() -> None:
    records = {table.record for table in TABLES if issubclass(table.record, Input)}
    assert set(KINDS) == set(get_args(InputType))
    assert {kind.record for kind in KINDS.values()} == records
    names = {table.record: table.name for table in TABLES}
    assert {f"{name}s" for name in KINDS} == {names[kind.record] for kind in KINDS.values()}


@OTHER_KINDS
def test_an_input_of_any_kind_is_read_and_becomes_an_example(
    kind: str, client: TestClient, work: Work
) -> None:
    source = give(client, kind)
    assert (source["status"], source["job_id"][:4]) == ("queued", "job_")
    example = ask(client, source, kind)
    work()
    source = at(client, kind, source)
    assert (source["status"], source["title"], source["word_count"]) == ("ready", "enzyme", 8)
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"
    listed = client.get(f"/v1/{kind}s").json()["records"]
    assert [each["id"] for each in listed] == [source["id"]]


@OTHER_KINDS
def test_evidence_leads_back_to_an_input_of_any_kind(
    kind: str, client: TestClient, work: Work
) -> None:
    source = give(client, kind)
    example = ask(client, source, kind)
    work()
    address = f"/v1/{kind}s/{source['id']}"
    parts = client.get(f"{address}/blocks/b1").json()["parts"]
    assert parts == ["The enzyme binds the substrate.", "Heat stops it."]
    assert client.get(f"{address}/blocks/b9").json()["code"] == "no_such_block"
    assert client.get(f"{address}/extraction").json()["blocks"][0]["locator"] == {"second": 65}
    spec_id = client.get(f"/v1/examples/{example['id']}").json()["spec_id"]
    text = client.get(f"/v1/specs/{spec_id}/text").text.replace("b1.1", "b7.1")
    draft = client.post(f"/v1/examples/{example['id']}/draft/faults", json={"text": text})
    assert [fault["message"] for fault in draft.json()["faults"]] == [
        "The source has no place b7.1."
    ]


@OTHER_KINDS
def test_an_input_that_is_refused_says_why_and_is_not_tried_again(
    kind: str, client: TestClient, work: Work
) -> None:
    source = give(client, kind, "refuse")
    example = ask(client, source, kind)
    work()
    source = at(client, kind, source)
    assert (source["status"], source["reason_code"]) == ("refused", "captions_missing")
    job_id = client.get(f"/v1/examples/{example['id']}").json()["job_id"]
    for job in (source["job_id"], job_id):
        again = client.post(f"/v1/jobs/{job}/retry")
        assert (again.status_code, again.json()["code"]) == (409, "job_not_retryable")


@OTHER_KINDS
def test_an_example_whose_input_failed_is_tried_again_with_it(
    kind: str, client: TestClient, work: Work
) -> None:
    source = give(client, kind, "busy")
    example = ask(client, source, kind)
    work()
    source = at(client, kind, source)
    assert (source["status"], source["reason_code"]) == ("failed", "quota_spent")
    failed = client.get(f"/v1/examples/{example['id']}").json()
    assert (failed["status"], failed["reason_code"]) == ("failed", "quota_spent")
    assert client.post(f"/v1/jobs/{failed['job_id']}/retry").status_code in (200, 202)
    work()
    assert at(client, kind, source)["status"] == "ready"
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"


@OTHER_KINDS
def test_an_input_that_is_being_read_can_be_stopped_and_is_deleted_only_then(
    kind: str, client: TestClient, work: Work
) -> None:
    source = give(client, kind)
    address = f"/v1/{kind}s/{source['id']}"
    held = client.delete(address, headers={"If-Match": '"1"'})
    assert (held.status_code, held.json()["code"]) == (409, "being_read")
    assert client.post(f"/v1/jobs/{source['job_id']}/cancel").status_code == 200
    stopped = client.get(address)
    assert stopped.json()["reason_code"] == "cancelled"
    gone = client.delete(address, headers={"If-Match": stopped.headers["etag"]})
    assert (gone.status_code, client.get(address).status_code) == (204, 404)


@OTHER_KINDS
def test_inputs_of_any_kind_go_with_their_examples_or_their_project(
    kind: str, client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    shelf, other = (
        client.post("/v1/projects", json={"name": name}).json()["id"] for name in ("Odds", "Ends")
    )
    moved, left, unused = (give(client, kind, words, shelf) for words in ("one", "two", "three"))
    example, second = ask(client, moved, kind), ask(client, left, kind)
    work()
    body = {"ids": [second["id"]], "with_inputs": True}
    assert client.post("/v1/example_deletions", json=body).json()["failed"] == []
    assert client.get(f"/v1/{kind}s/{left['id']}").status_code == 404
    client.post("/v1/example_changes", json={"ids": [example["id"]], "project_id": other})
    tag = client.get(f"/v1/projects/{shelf}").headers["etag"]
    assert client.delete(f"/v1/projects/{shelf}", headers={"If-Match": tag}).status_code == 204
    assert at(client, kind, moved)["project_id"] == other
    assert client.get(f"/v1/{kind}s/{unused['id']}").status_code == 404
    blobs = praxeo.outside.blobs
    assert list(blobs.keys(f"{kind}s/{moved['id']}"))
    assert not [*blobs.keys(f"{kind}s/{left['id']}"), *blobs.keys(f"{kind}s/{unused['id']}")]


def test_a_project_of_more_inputs_than_one_page_is_emptied(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    shelf = client.post("/v1/projects", json={"name": "Full"}).json()["id"]
    for number in range(205):
        praxeo.documents.create(local_user(), project_id=shelf, name=f"{number}.txt")
    tag = client.get(f"/v1/projects/{shelf}").headers["etag"]
    assert client.delete(f"/v1/projects/{shelf}", headers={"If-Match": tag}).status_code == 204
    assert client.get("/v1/document_inputs").json()["records"] == []


def test_an_input_is_found_only_under_its_own_kind(client: TestClient, work: Work) -> None:
    source = give(client, "topic_input")
    work()
    assert client.get(f"/v1/web_page_inputs/{source['id']}").status_code == 404
    assert client.get(f"/v1/document_inputs/{source['id']}/extraction").status_code == 404
    for wrong in ({"input_type": "web_page_input"}, {}):
        answer = client.post("/v1/examples", json={"input_id": source["id"], **wrong})
        assert answer.status_code == 404
    assert client.get("/v1/youtube_inputs/prj_1").status_code == 404


def test_what_is_nothing_of_its_kind_is_refused_before_anything_is_stored(
    client: TestClient, praxeo: Praxeo
) -> None:
    refused = client.post("/v1/youtube_inputs", json={"url": "https://example.org/"})
    assert (refused.status_code, refused.json()["code"]) == (422, "not_a_video")
    assert client.post("/v1/topic_inputs", json={"topic": ""}).status_code == 422
    for record in (YoutubeInput, TopicInput):
        assert praxeo.outside.records.list(record, {"owner": "local"}).records == ()


@OTHER_KINDS
def test_a_project_moves_to_another_library_with_inputs_of_any_kind(
    kind: str, client: TestClient, praxeo: Praxeo, work: Work, tmp_path: Path
) -> None:
    source = give(client, kind)
    ask(client, source, kind)
    work()
    outside, path = praxeo.outside, tmp_path / "moved.zip"
    export_archive(outside.records, outside.blobs, path, owner="local")
    there = build(replace(outside, records=MemoryRecords(), blobs=MemoryBlobs()))
    import_archive(there.outside.records, there.outside.blobs, path, owner="local", trusted=True)
    found = there.inputs.get(local_user(), source["id"])
    assert there.inputs.evidence_parts(found, "b1")[1] == "Heat stops it."


def test_the_api_describes_the_routes_of_every_kind_that_has_a_room(client: TestClient) -> None:
    paths = client.get("/v1/openapi.json").json()["paths"]
    for kind in KINDS:
        assert {"get", "post"} <= paths[f"/v1/{kind}s"].keys()
        assert {"get", "delete"} <= paths[f"/v1/{kind}s/{{input_id}}"].keys()
        assert "get" in paths[f"/v1/{kind}s/{{input_id}}/blocks/{{block_id}}"]
    schemas = client.get("/v1/openapi.json").json()["components"]["schemas"]
    assert schemas["NewYoutubeInput"]["required"] == ["url"]


def test_a_kind_without_a_room_cannot_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "topic_input", replace(KINDS["topic_input"], room=None))
    with TestClient(create_api(build(outside_in_memory()), ApiOptions())) as client:
        assert client.post("/v1/topic_inputs", json={"topic": "Heat"}).status_code == 404


def test_what_was_set_aside_is_taught_only_once_it_is_chosen(
    praxeo: Praxeo, client: TestClient, work: Work
) -> None:
    field, address = GIVEN["web_page_input"]
    made = client.post("/v1/web_page_inputs", json={field: f"{address}enzyme"}).json()
    example = client.post(
        "/v1/examples", json={"input_type": "web_page_input", "input_id": made["id"]}
    ).json()
    work()
    place = f"/v1/web_page_inputs/{made['id']}"
    source = client.get(place)
    stored = client.get(f"{place}/extraction").json()
    assert [(a["channel"], a["after"], a["id"]) for a in stored["asides"]] == [
        ("speaker_notes", "b1", "b2")
    ]

    def taught() -> list[str]:
        kept = praxeo.examples.get(local_user(), example["id"])
        return [block.id for block in praxeo.inputs.extraction(kept).blocks]

    assert (source.json()["channels"], taught()) == ([], ["b1"])
    chosen = client.patch(
        place, json={"channels": ["speaker_notes"]}, headers={"If-Match": source.headers["ETag"]}
    )
    assert (chosen.status_code, chosen.json()["channels"]) == (200, ["speaker_notes"])
    assert taught() == ["b1", "b2"]
    assert client.get(f"{place}/blocks/b2").json()["parts"] == ["Tell them about fever."]
    late = client.patch(place, json={"channels": []}, headers={"If-Match": source.headers["ETag"]})
    assert (late.status_code, taught()) == (412, ["b1", "b2"])
    assert client.patch(place, json={"channels": ["gossip"]}).status_code == 422


def snapshots(praxeo: Praxeo, input_id: str, count: int) -> list[Snapshot]:
    """Of an input, with their bytes in its area."""
    outside, made = praxeo.outside, []
    for number in range(count):
        blob = outside.blobs.put(f"web_page_inputs/{input_id}", f"page {number}".encode())
        url = f"{PAGES}{number}"
        snapshot = created(
            Snapshot,
            outside.clock.now(),
            id=outside.ids.new("snp"),
            owner="local",
            input_id=input_id,
            url=url,
            final_url=url,
            hops=(Hop(url=url, status=200, dialled="93.184.216.34"),),
            content_blob=blob.key,
            size=blob.size,
        )
        made.append(outside.records.save(snapshot)[0])
    return made  # type: ignore[return-value]


@pytest.mark.parametrize("count", [1, 130])
def test_what_was_fetched_for_an_input_goes_with_it(
    count: int, client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    source, other = give(client, "web_page_input"), give(client, "web_page_input", "catalyst")
    work()
    snapshots(praxeo, source["id"], count)
    (kept,) = snapshots(praxeo, other["id"], 1)
    address = f"/v1/web_page_inputs/{source['id']}"
    tag = client.get(address).headers["etag"]
    assert client.delete(address, headers={"If-Match": tag}).status_code == 204
    left = praxeo.outside.records.list(Snapshot, {"owner": "local"}).records
    assert [snapshot.id for snapshot in left] == [kept.id]
    assert not [*praxeo.outside.blobs.keys(f"web_page_inputs/{source['id']}")]


@pytest.mark.parametrize("trusted", [True, False])
def test_snapshots_move_with_their_project(
    trusted: bool, client: TestClient, praxeo: Praxeo, work: Work, tmp_path: Path
) -> None:
    source = give(client, "web_page_input")
    example = ask(client, source, "web_page_input")
    work()
    (good,) = snapshots(praxeo, source["id"], 1)
    bad = replace(good, id=praxeo.outside.ids.new("snp"), version=0, url="javascript:alert(1)")
    (bad,) = praxeo.outside.records.save(bad)
    outside, path = praxeo.outside, tmp_path / "moved.zip"
    project_id = example["project_id"]
    export_archive(outside.records, outside.blobs, path, owner="local", project_id=project_id)
    there = build(replace(outside, records=MemoryRecords(), blobs=MemoryBlobs())).outside
    import_archive(there.records, there.blobs, path, owner="local", trusted=trusted)
    assert there.records.get(Snapshot, good.id) == good
    assert there.blobs.read(good.content_blob) == b"page 0"
    moved = there.records.get(Snapshot, bad.id)
    assert moved
    assert moved.url == ("javascript:alert(1)" if trusted else "")
