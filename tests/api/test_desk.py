"""The desk: a spec as parts and items, changed by typed operations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from plain_praxeo import add_text, check_app, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.ports.proving import CheckOutcome

Work = Callable[[], None]


@pytest.fixture
def example(praxeo: Praxeo, client: TestClient) -> dict[str, Any]:
    made = add_text(praxeo)
    run_all(praxeo)
    return client.get(f"/v1/examples/{made.id}").json()  # type: ignore[no-any-return]


def desk_of(client: TestClient, example: dict[str, Any]) -> dict[str, Any]:
    current = client.get(f"/v1/examples/{example['id']}").json()
    answer = client.get(f"/v1/specs/{current['spec_id']}/desk")
    assert answer.status_code == 200
    return {**answer.json(), "etag": answer.headers["etag"]}


def edit(client: TestClient, desk: dict[str, Any], *operations: dict[str, Any], **more: Any) -> Any:
    body = {"based_on": desk["spec_id"], "operations": list(operations)}
    headers = {"If-Match": more.get("match", desk["etag"])}
    return client.post(f"/v1/examples/{desk['example_id']}/spec_edits", json=body, headers=headers)


def text_of(client: TestClient, spec_id: str) -> str:
    return client.get(f"/v1/specs/{spec_id}/text").text


def test_the_desk_shows_parts_and_items_with_the_sentences_they_quote(
    client: TestClient, example: dict[str, Any]
) -> None:
    desk = desk_of(client, example)
    assert (desk["spec_id"], desk["number"], desk["language"]) == (example["spec_id"], 1, "en")
    [part] = desk["parts"]
    assert (part["title"], part["reading"]) == ("All of it", ["b1", "b2"])
    first, second = part["items"]
    assert first["kind"] == "flashcards"
    assert first["fields"] == {
        "front": "What does line 1 say?",
        "back": "The enzyme binds the substrate.",
    }
    assert (first["evidence"], first["support"], first["faults"]) == (["b1.1"], "source", [])
    assert first["activity"] == second["activity"]
    assert desk["evidence"]["b1.1"]["text"] == "The enzyme binds the substrate."
    again = client.get(f"/v1/specs/{desk['spec_id']}/desk", headers={"If-None-Match": desk["etag"]})
    assert again.status_code == 304


def test_an_edit_is_a_new_version_in_which_all_else_is_as_it_was(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    desk = desk_of(client, example)
    first, second = (item["key"] for item in desk["parts"][0]["items"])
    answer = edit(
        client,
        desk,
        {"op": "change_item", "item": first, "fields": {"back": "- [x] `it` $ binds {own}\n## Section: x"}},
        {"op": "add_item", "part": desk["parts"][0]["key"], "before": second, "kind": "choice",
         "fields": {"question": "Who?", "answer": "me", "distractors": ["you", "they"]}, "name": "new"},
        {"op": "move_item", "item": "new", "before": first},
    )  # fmt: skip
    assert answer.status_code == 202, answer.text
    edited = answer.json()
    assert answer.headers["etag"].startswith(f'"{edited["spec"]["id"]}.')
    assert (edited["spec"]["number"], edited["spec"]["author"]) == (2, "you")
    assert edited["merged"] is False
    items = edited["desk"]["parts"][0]["items"]
    assert [item["kind"] for item in items] == ["choice", "flashcards", "flashcards"]
    assert items[1]["fields"]["back"] == "- [x] `it` $ binds {own}\n## Section: x"
    assert (items[0]["support"], items[0]["title"]) == ("own", "Check yourself")
    assert edited["keys"]["new"] == items[0]["key"]
    assert edited["keys"][first] == items[1]["key"]
    before, after = (text_of(client, each) for each in (desk["spec_id"], edited["spec"]["id"]))
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert gone == ["  A: The enzyme binds the substrate. {b1.1}"]
    work()
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"


def test_of_operations_of_which_one_cannot_be_done_none_is(
    client: TestClient, example: dict[str, Any]
) -> None:
    desk = desk_of(client, example)
    item = desk["parts"][0]["items"][0]["key"]
    answer = edit(
        client,
        desk,
        {"op": "drop_item", "item": item},
        {"op": "change_item", "item": item, "fields": {"back": "x"}},
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "operation_key_unknown")
    assert answer.json()["faults"][0]["pointer"] == "/operations/1/item"
    assert desk_of(client, example) == desk


@pytest.mark.parametrize(
    ("operation", "code", "pointer"),
    [
        ({"op": "change_item", "item": "{item}", "fields": {"question": "x"}},
         "operation_field_unknown", "fields/question"),
        ({"op": "set_evidence", "item": "{item}", "evidence": ["b99.1"]},
         "operation_evidence_unknown", "evidence"),
        ({"op": "drop_part", "part": "{part}"}, "last_part", "part"),
        ({"op": "rename_part", "part": "{part}", "title": " \n"}, "operation_text_missing", "title"),
        ({"op": "add_part", "title": "x", "name": "{part}"}, "operation_name_taken", "name"),
        ({"op": "move_item", "item": "{item}", "before": "x"}, "operation_key_unknown", "before"),
    ],
)  # fmt: skip
def test_a_refusal_says_which_field_of_which_operation_it_is_about(
    client: TestClient, example: dict[str, Any], operation: dict[str, Any], code: str, pointer: str
) -> None:
    desk = desk_of(client, example)
    part = desk["parts"][0]
    names = {"{item}": part["items"][0]["key"], "{part}": part["key"]}
    told = {
        key: names.get(value, value) if isinstance(value, str) else value
        for key, value in operation.items()
    }
    answer = edit(client, desk, told)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["faults"][0]["pointer"] == f"/operations/0/{pointer}"


def test_who_has_not_seen_the_newest_version_is_told_and_can_have_the_edits_merged(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    seen = desk_of(client, example)
    first, second = (item["key"] for item in seen["parts"][0]["items"])
    theirs = edit(client, seen, {"op": "change_item", "item": second, "fields": {"back": "Heat."}})
    work()
    mine = {"op": "change_item", "item": first, "fields": {"back": "It binds."}}
    late = edit(client, seen, mine)
    assert (late.status_code, late.json()["code"]) == (412, "spec_changed")
    merged = edit(client, seen, mine, match=theirs.headers["etag"])
    assert (merged.status_code, merged.json()["merged"]) == (202, True)
    backs = [item["fields"]["back"] for item in merged.json()["desk"]["parts"][0]["items"]]
    assert backs == ["It binds.", "Heat."]
    work()
    same = {"op": "change_item", "item": second, "fields": {"back": "Fire."}}
    meets = edit(client, seen, same, match=merged.headers["etag"])
    assert (meets.status_code, meets.json()["code"]) == (409, "edits_meet")


def test_an_edit_names_the_version_that_it_changes(
    client: TestClient, example: dict[str, Any]
) -> None:
    desk = desk_of(client, example)
    body = {"based_on": desk["spec_id"], "operations": [{"op": "change_prose", "prose": "x"}]}
    bare = client.post(f"/v1/examples/{example['id']}/spec_edits", json=body)
    assert (bare.status_code, bare.json()["code"]) == (428, "if_match_required")
    plain = edit(client, desk, body["operations"][0], match=f'"{desk["spec_id"]}"')  # type: ignore[index]
    assert plain.status_code == 202


def test_a_repeated_edit_takes_effect_once(client: TestClient, example: dict[str, Any]) -> None:
    desk = desk_of(client, example)
    body = {"based_on": desk["spec_id"], "operations": [{"op": "change_prose", "prose": "x"}]}
    headers = {"If-Match": desk["etag"], "Idempotency-Key": "k"}
    address = f"/v1/examples/{example['id']}/spec_edits"
    answers = [client.post(address, json=body, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json()["desk"] == answers[1].json()["desk"]


def test_an_unfinished_item_is_saved_and_left_out_of_the_app_until_it_is_mended(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    desk = desk_of(client, example)
    part = desk["parts"][0]["key"]
    unfinished = {"op": "add_item", "part": part, "kind": "choice", "name": "new",
                  "fields": {"question": "Who?", "answer": "me", "distractors": ["you"]}}  # fmt: skip
    edited = edit(client, desk, unfinished).json()
    item = edited["desk"]["parts"][0]["items"][2]
    assert item["key"].startswith("x")
    fault = item["faults"][0]
    assert fault["message"] == "It needs at least 2 wrong options (in the text marked [ ])."
    assert (fault["code"], fault["details"]) == ("wrong_options_few", {"least": 2})
    work()
    after = client.get(f"/v1/examples/{example['id']}").json()
    assert (after["status"], after["exercise_count"]) == ("ready", 2)
    [warning] = after["warnings"]
    assert warning["code"] == "items_left_out"
    assert warning["details"] == {"count": 1, "line": item["lines"][0]}
    mended = {"op": "change_item", "item": item["key"], "fields": {"distractors": ["you", "they"]}}
    edit(client, desk_of(client, example), mended)
    work()
    after = client.get(f"/v1/examples/{example['id']}").json()
    assert (after["exercise_count"], after["warnings"]) == (3, [])


def test_lines_that_cannot_be_read_are_shown_as_they_are_and_can_be_written_anew(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    text = text_of(client, example["spec_id"]).rstrip() + "\n- Who?\n  A: me\n"
    body = {"text": text, "based_on": example["spec_id"]}
    address = f"/v1/examples/{example['id']}/specs"
    assert client.post(address, json=body).status_code == 202
    work()
    desk = desk_of(client, example)
    item = desk["parts"][0]["items"][2]
    assert (item["fields"], item["text"]) == ({}, "- Who?\n  A: me")
    assert [fault["message"] for fault in item["faults"]] == ["An item here begins with “- Q: ”."]
    anew = {"op": "change_item", "item": item["key"], "fields": {"front": "Who?", "back": "me"}}
    edited = edit(client, desk, anew).json()
    assert edited["desk"]["parts"][0]["items"][2]["faults"] == []
    assert text_of(client, edited["spec"]["id"]) == text.replace(
        "- Who?\n  A: me\n", "- Q: Who?\n  A: me {own}\n"
    )


def test_edits_are_taken_while_the_app_of_the_last_one_is_being_made(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    desk = desk_of(client, example)
    for number in range(3):
        op = {"op": "change_prose", "part": desk["parts"][0]["key"], "prose": f"Words {number}"}
        answer = edit(client, desk, op)
        assert answer.status_code == 202
        desk = {**answer.json()["desk"], "etag": answer.headers["etag"]}
    jobs = client.get("/v1/jobs").json()["records"]
    told = [(job["status"], job["error_code"]) for job in jobs if job["kind"] == "CompileSpec"]
    assert told == [("queued", ""), ("cancelled", "superseded"), ("cancelled", "superseded")]
    work()
    after = client.get(f"/v1/examples/{example['id']}").json()
    assert (after["status"], after["spec_id"]) == ("ready", desk["spec_id"])
    code = client.get(f"/v1/code_snippets/{after['code_snippet_id']}").json()
    assert code["spec_id"] == desk["spec_id"]


def test_an_edit_that_meets_a_worker_at_its_work_ends_that_work(
    praxeo: Praxeo, client: TestClient, example: dict[str, Any], work: Work
) -> None:
    part = desk_of(client, example)["parts"][0]["key"]
    answers = []

    def check(html: str, **more: Any) -> CheckOutcome:
        if len(answers) < 2:
            op = {"op": "change_prose", "part": part, "prose": f"Words {len(answers)}"}
            answers.append(edit(client, desk_of(client, example), op))
        return check_app(html, **more)

    object.__setattr__(praxeo.outside, "checker", check)
    edit(client, desk_of(client, example), {"op": "change_prose", "prose": "First"})
    work()
    assert [answer.status_code for answer in answers] == [202, 202]
    after = client.get(f"/v1/examples/{example['id']}").json()
    assert (after["status"], after["spec_id"]) == ("ready", answers[1].json()["spec"]["id"])


def test_while_the_example_itself_is_being_made_anew_it_is_not_edited(
    client: TestClient, example: dict[str, Any]
) -> None:
    desk = desk_of(client, example)
    client.post(f"/v1/examples/{example['id']}/remake")
    answer = edit(client, desk, {"op": "change_prose", "prose": "x"})
    assert (answer.status_code, answer.json()["code"]) == (409, "being_made")


def test_an_earlier_version_is_restored_only_over_the_one_that_was_seen(
    client: TestClient, example: dict[str, Any]
) -> None:
    desk = desk_of(client, example)
    edited = edit(client, desk, {"op": "change_prose", "prose": "x"})
    restore = f"/v1/specs/{desk['spec_id']}/restore"
    late = client.post(restore, headers={"If-Match": desk["etag"]})
    assert (late.status_code, late.json()["code"]) == (412, "spec_changed")
    undone = client.post(restore, headers={"If-Match": edited.headers["etag"]})
    assert undone.status_code == 202
    assert text_of(client, undone.json()["id"]) == text_of(client, desk["spec_id"])


def test_what_was_dropped_stays_dropped_when_the_app_is_made_again_until_that_is_undone(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    desk = desk_of(client, example)
    dropped, kept = desk["parts"][0]["items"]
    edit(client, desk, {"op": "drop_item", "item": dropped["key"]})
    work()
    for _ in range(2):
        client.post(f"/v1/examples/{example['id']}/remake")
        work()
        items = desk_of(client, example)["parts"][0]["items"]
        assert [item["key"] for item in items] == [kept["key"]]
    client.post(f"/v1/specs/{desk['spec_id']}/restore")
    work()
    client.post(f"/v1/examples/{example['id']}/remake")
    work()
    items = desk_of(client, example)["parts"][0]["items"]
    assert [item["key"] for item in items] == [dropped["key"], kept["key"]]
