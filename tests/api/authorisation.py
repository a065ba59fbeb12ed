"""The authorisation matrix: what each operation of the API needs, and a walk that holds all of them to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi.routing import APIRoute
from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.access import Action, Actor, local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.edit_records import ChangeRequest, Merge
from praxeo.domain.input_records import TopicInput, WebPageInput
from praxeo.domain.media import MediaFacts, MediaFile
from praxeo.domain.records import Record, created
from praxeo.entrypoints.api.application import ApiOptions, create_api, routers

TEXT = {"text": "# A", "based_on": "{spec_id}"}


@dataclass(frozen=True, kw_only=True)
class Call:
    """What an operation needs of the actor, and how it is called on a library like `stocked`.

    `names` is the kind of record that it is about: a stranger is told that there is none. "" for one that
    is about the account as a whole, where a stranger meets their own. `match` is sent as If-Match in place of
    the present version of the record.
    """

    needs: Action | None
    names: bool = True
    body: Mapping[str, Any] | None = None
    form: str = ""
    match: str = ""
    query: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


def _read(query: str = "", *, names: bool = True) -> Call:
    return Call(needs="read", names=names, query=query)


def _change(names: bool = True, **body: Any) -> Call:
    return Call(needs="change", names=names, body=body)


CALLS: Mapping[str, Call] = {
    "list_all_jobs": _read(names=False),
    "get_one_job": _read(),
    "cancel_one_job": _change(),
    "retry_one_job": _change(),
    "list_examples": _read("project_id={project_id}", names=False),
    "create_example": _change(input_id="{input_id}"),
    "get_example": _read(),
    "change_example": _change(title="B"),
    "delete_example": _change(),
    "remake_example": _change(),
    "make_app": _change(),
    "check_example": _change(),
    "list_specs": _read(),
    "create_spec": _change(**TEXT),
    "list_code_snippets": _read(),
    "create_code_snippet": _change(text="<h1>A</h1>", based_on="{code_snippet_id}"),
    "list_merges": _read(),
    "download_app": _read(),
    "list_packages": _read(),
    "download_package": Call(needs="read", more={"package_format": "html"}),
    "get_diagnosis": _read(),
    "get_cover": _read(),
    "find_draft_faults": Call(needs="read", body={"text": "# A"}),
    "show_draft_app": Call(needs="read", form="text=A", more={"kind": "code"}),
    "duplicate_example": _change(),
    "change_examples": _change(ids=["{example_id}"], archived=True),
    "delete_examples": _change(ids=["{example_id}"]),
    "list_projects": _read(names=False),
    "create_project": _change(names=False, name="C"),
    "get_project": _read(),
    "change_project": _change(name="B"),
    "delete_project": _change(),
    "list_document_inputs": _read("project_id={project_id}", names=False),
    "create_document_input": _change(name="a.txt", project_id="{project_id}"),
    "get_document_input": _read(),
    "change_document_input": _change(channels=["comments"]),
    "announce_document_content": _change(size=1, content_hash="0" * 64),
    "put_document_content": _change(),
    "get_document_content": _read(),
    "confirm_document_input": _change(),
    "get_document_input_extraction": _read(),
    "get_document_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_document_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "list_topic_inputs": _read("project_id={project_id}", names=False),
    "plan_topic": Call(needs="read", names=False, body={"topic": "Enzymes"}),
    "summarise_topic": _read(),
    "leave_out_pages": _change(addresses=[]),
    "create_topic_input": _change(topic="Enzymes", project_id="{project_id}"),
    "get_topic_input": _read(),
    "change_topic_input": _change(channels=["comments"]),
    "get_topic_input_extraction": _read(),
    "get_topic_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_topic_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "delete_topic_input": _change(),
    "list_web_page_inputs": _read("project_id={project_id}", names=False),
    "create_web_page_input": _change(url="https://example.org/a", project_id="{project_id}"),
    "get_web_page_input": _read(),
    "change_web_page_input": _change(channels=["comments"]),
    "get_web_page_input_extraction": _read(),
    "get_web_page_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_web_page_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "delete_web_page_input": _change(),
    "get_page": Call(needs="read", more={"number": "1"}),
    "delete_document_input": _change(),
    "list_youtube_inputs": _read("project_id={project_id}", names=False),
    "create_youtube_input": _change(url="https://youtu.be/dQw4w9WgXcQ", project_id="{project_id}"),
    "get_youtube_input": _read(),
    "change_youtube_input": _change(channels=["comments"]),
    "put_captions": _change(),
    "get_youtube_input_extraction": _read(),
    "get_youtube_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_youtube_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "delete_youtube_input": _change(),
    "list_media_inputs": _read("project_id={project_id}", names=False),
    "create_media_input": _change(name="a.mp4", project_id="{project_id}"),
    "get_media_input": _read(),
    "change_media_input": _change(channels=["comments"]),
    "announce_media_content": _change(size=1, content_hash="0" * 64),
    "put_media_content": _change(),
    "get_media_content": _read(),
    "put_media_captions": _change(),
    "confirm_media_input": _change(),
    "put_media_part": Call(needs="change", body={}, more={"number": "1"}),
    "announce_media_part": Call(
        needs="change", body={"size": 1, "content_hash": "0" * 64}, more={"number": "1"}
    ),
    "complete_media_parts": _change(size=1),
    "get_preparation_quote": _read(),
    "prepare_media_input": _change(),
    "get_media_file": Call(needs="read", more={"name": "film.mp4"}),
    "get_media_input_extraction": _read(),
    "get_media_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_media_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "delete_media_input": _change(),
    "list_combined_inputs": _read("project_id={project_id}", names=False),
    "create_combined_input": _change(input_ids=["{input_id}", "{other_input_id}"]),
    "get_combined_input": _read(),
    "change_combined_input": _change(channels=["comments"]),
    "choose_parts": _change(input_ids=["{input_id}"]),
    "get_combined_input_extraction": _read(),
    "get_combined_input_block_parts": Call(needs="read", more={"block_id": "b1"}),
    "get_combined_input_picture": Call(needs="read", more={"content_hash": "0" * 64}),
    "delete_combined_input": _change(),
    "get_spec": _read(),
    "change_spec": _change(label="mine"),
    "get_spec_text": _read(),
    "list_candidates": _read(),
    "find_candidates": _change(),
    "get_source_visit": _read(),
    "visit_sources": _change(),
    "settle_sources": _change(),
    "get_desk": _read(),
    "get_coverage": _read(),
    "get_claims": _read(),
    "check_claim": Call(
        needs="change", body={"spec_id": "{spec_id}", "confirmed": True}, more={"item": "i0"}
    ),
    "edit_spec": Call(
        needs="change",
        match='"{spec_id}"',
        body={"based_on": "{spec_id}", "operations": [{"op": "change_prose", "prose": "Own."}]},
    ),
    "restore_spec": Call(needs="change", match='"{spec_id}"'),
    "get_code_snippet": _read(),
    "change_code_snippet": _change(label="mine"),
    "restore_code_snippet": _change(),
    "preview_code_snippet": _read(),
    "get_code": _read(),
    "get_report": _read(),
    "check_code_snippet": _change(line=""),
    "get_screenshot": Call(needs="read", more={"number": "0"}),
    "get_merge": _read(),
    "get_merge_regions": _read(),
    "resolve_merge": _change(resolutions=[]),
    "set_merge_aside": _change(),
    "get_change_request": _read(),
    "list_change_requests": _read(),
    "create_change_request": _change(words="Shorter."),
    "list_embeds": _read("example_id={example_id}", names=False),
    "create_embed": _change(example_id="{example_id}"),
    "get_embed": _read(),
    "get_snippets": _read(),
    "get_difference": _read(),
    "change_embed": _change(title="B"),
    "pin_embed": _change(),
    "roll_back_embed": _change(),
    "get_usage": _read(),
    "get_usage_table": _read(),
    "create_link": _change(expires_at="2030-07-31T22:00:00Z"),
    "revoke_embed": _change(),
    "delete_embed": _change(),
    "get_text_recognition": _read(names=False),
    "get_settings": _read(names=False),
    "change_settings": Call(needs="manage", names=False, body={"language": "de"}),
    "list_models": _read(names=False),
    "get_quote": _read("input_id={input_id}"),
    "list_local_models": Call(needs=None, names=False),
    "list_model_faults": Call(needs=None, names=False),
    "list_ledger_entries": _read("example_id={example_id}", names=False),
    "get_ledger_totals": _read("example_id={example_id}", names=False),
    "list_audit_events": Call(needs="manage", names=False, query="subject_id={embed_id}"),
    "get_health": Call(needs=None, names=False),
    "get_liveness": Call(needs=None, names=False),
    "get_readiness": Call(needs=None, names=False),
}


def operations() -> dict[str, APIRoute]:
    """Every operation of the API by its name."""
    routes = [route for router in routers() for route in router.routes]
    return {route.name: route for route in routes if isinstance(route, APIRoute)}


def stocked(praxeo: Praxeo) -> dict[str, str]:
    """A library with a record of every kind in the local account; gives their ids."""
    owner = local_user()
    example = add_text(praxeo)
    run_all(praxeo)
    example = praxeo.examples.get(owner, example.id)
    embed = praxeo.embeds.publish(owner, example.id)
    other = add_text(praxeo, "Another.", "other.txt")
    inputs = (example.input_id, other.input_id)
    video = praxeo.videos.create(
        owner, project_id=example.project_id, url="https://youtu.be/dQw4w9WgXcQ"
    )
    recording = praxeo.recordings.create(owner, project_id=example.project_id, name="a.mp4")
    film = praxeo.outside.blobs.put(f"media_inputs/{recording.id}", b"film").key
    (recording,) = praxeo.outside.records.save(
        replace(
            recording,
            facts=MediaFacts(container="mov", seconds=1.0, size=4, streams=0),
            files=(MediaFile(name="film.mp4", blob=film, size=4),),
        )
    )
    combined = praxeo.combinations.create(owner, project_id=example.project_id, input_ids=inputs)
    run_all(praxeo)
    now, same = praxeo.outside.clock.now(), {"owner": "local", "example_id": example.id}
    blob = praxeo.outside.blobs.put(f"examples/{example.id}", b"{}").key
    sides = dict.fromkeys(("base_id", "ours_id", "theirs_id"), example.spec_id)
    merge = created(
        Merge, now, id=praxeo.outside.ids.new("mrg"), **same, **sides,
        subject="spec", parts_blob=blob, conflict_count=1,
    )  # fmt: skip
    request = created(
        ChangeRequest, now, id=praxeo.outside.ids.new("chg"), **same, words="Shorter.",
        subject="spec", based_on_spec_id=example.spec_id, based_on_code_id=example.code_snippet_id,
    )  # fmt: skip
    topic = created(
        TopicInput, now, id=praxeo.outside.ids.new("top"), owner="local", status="ready",
        project_id=example.project_id, topic="Enzymes",
    )  # fmt: skip
    page = created(
        WebPageInput, now, id=praxeo.outside.ids.new("web"), owner="local", status="ready",
        project_id=example.project_id, url="https://example.org/a",
    )  # fmt: skip
    praxeo.outside.records.save(merge, request, topic, page)
    return {
        "project_id": example.project_id,
        "input_id": example.input_id,
        "other_input_id": other.input_id,
        "combined_input_id": combined.id,
        "youtube_input_id": video.id,
        "media_input_id": recording.id,
        "example_id": example.id,
        "spec_id": example.spec_id,
        "code_snippet_id": example.code_snippet_id,
        "job_id": example.job_id,
        "embed_id": embed.id,
        "merge_id": merge.id,
        "change_request_id": request.id,
        "web_page_input_id": page.id,
        "topic_input_id": topic.id,
    }


def deviations(
    praxeo: Praxeo, actor: Actor, ids: Mapping[str, str], names: Iterator[str] | None = None
) -> list[str]:
    """What of these operations does otherwise than the matrix says when this actor asks for it."""
    found = []
    api = create_api(praxeo, ApiOptions(actor_of=lambda request: actor))
    with TestClient(api, raise_server_exceptions=False) as client:
        for name in names or iter(CALLS):
            before = _bodies(praxeo)
            answer = _asked(client, praxeo, name, ids)
            own, call = actor.account == "local", CALLS[name]
            wanted = _wanted(call, actor, own)
            code = answer.json().get("code", "") if "json" in _type(answer) else ""
            told = "not_found" if '"code": "not_found"' in answer.text else code
            got = "403" if code == "not_allowed" else "404" if told == "not_found" else "done"
            if got != wanted:
                found.append(f"{name}: {answer.status_code} {code or answer.text[:80]}")
            if (wanted != "done" or call.needs == "read") and _bodies(praxeo) != before:
                found.append(f"{name}: changed something")
            if not own and any(value in answer.text for value in ids.values()) and got == "done":
                found.append(f"{name}: shows what is foreign")
    return found


def _wanted(call: Call, actor: Actor, own: bool) -> str:
    if not own and call.names and (not call.needs or call.needs in actor.rights):
        return "404"
    return "done" if call.needs is None or call.needs in actor.rights else "403"


def _asked(client: TestClient, praxeo: Praxeo, name: str, ids: Mapping[str, str]) -> Any:
    route, call = operations()[name], CALLS[name]
    address = route.path.format(**{**ids, **_input_id(route.path, ids), **call.more})
    (method,) = route.methods
    body = _filled(call.body, ids) if call.body is not None else None
    query = "?" + call.query.format(**ids) if call.query else ""
    headers = {"If-Match": call.match.format(**ids) or _version(praxeo, address)}
    if call.form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return client.request(method, address, content=call.form, headers=headers)
    return client.request(method, address + query, json=body, headers=headers)


def _input_id(path: str, ids: Mapping[str, str]) -> dict[str, str]:
    """The input that the routes of this kind are asked for."""
    for name, found in ids.items():
        if name.endswith("_input_id") and f"/{name.removesuffix('_id')}s/" in path:
            return {"input_id": found}
    return {}


def _filled(value: Any, ids: Mapping[str, str]) -> Any:
    match value:
        case str():
            return value.format(**ids) if value.startswith("{") else value
        case list():
            return [_filled(each, ids) for each in value]
        case Mapping():
            return {key: _filled(each, ids) for key, each in value.items()}
    return value


def _version(praxeo: Praxeo, address: str) -> str:
    """The present version of the record that the address names, as `If-Match` has it."""
    for bodies in _bodies(praxeo).values():
        for record_id, record in bodies.items():
            if record_id in address.split("/"):
                return f'"{record.version}"'
    return '"0"'


def _bodies(praxeo: Praxeo) -> dict[str, dict[str, Record]]:
    return {
        table.name: {r.id: r for r in praxeo.outside.records.scan(table.record, limit=200).records}
        for table in TABLES
        if table.name != "audit_events"  # a refusal leaves one
    }


def _type(answer: Any) -> str:
    return str(answer.headers.get("content-type", ""))
