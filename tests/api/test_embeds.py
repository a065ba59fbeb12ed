"""Publishing through the API: an embed is pinned to a version, and goes back and away at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.embeds.usage.counting import UsageCounting
from praxeo.embeds.usage.events import read_visit
from praxeo.entrypoints.api.application import ApiOptions, create_api


@pytest.fixture
def example(client: TestClient, praxeo: Praxeo) -> dict[str, Any]:
    made = add_text(praxeo)
    run_all(praxeo)
    return client.get(f"/v1/examples/{made.id}").json()  # type: ignore[no-any-return]


def published(client: TestClient, example: dict[str, Any]) -> Any:
    answer = client.post("/v1/embeds", json={"example_id": example["id"]})
    assert answer.status_code == 201
    return answer


def test_a_published_app_is_pinned_to_its_version(
    client: TestClient, example: dict[str, Any]
) -> None:
    embed = published(client, example).json()
    assert embed["code_snippet_id"] == example["code_snippet_id"]
    listed = client.get("/v1/embeds", params={"example_id": example["id"]}).json()["records"]
    assert [record["id"] for record in listed] == [embed["id"]]


def test_publishing_twice_with_one_key_makes_one_embed(
    client: TestClient, example: dict[str, Any]
) -> None:
    headers = {"Idempotency-Key": "publish-1"}
    answers = [
        client.post("/v1/embeds", json={"example_id": example["id"]}, headers=headers).json()
        for _ in range(2)
    ]
    assert answers[0]["id"] == answers[1]["id"]


def edited(client: TestClient, example: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """The example after an edit of its spec, whose app is still to be made."""
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    assert old in text
    body = {"text": text.replace(old, new), "based_on": example["spec_id"]}
    assert client.post(f"/v1/examples/{example['id']}/specs", json=body).status_code == 202
    return example


def following(client: TestClient, example: dict[str, Any]) -> str:
    """The address of an embed that follows."""
    embed = published(client, example)
    address: str = embed.headers["location"]
    tag = {"If-Match": embed.headers["etag"]}
    assert client.patch(address, json={"follows": True}, headers=tag).json()["follows"] is True
    return address


def test_an_embed_that_follows_shows_each_new_version_once_it_is_proven(
    client: TestClient, example: dict[str, Any], work: Callable[[], None]
) -> None:
    address, left = following(client, example), published(client, example).headers["location"]
    for old, new in (("About", "More on"), ("More on", "All on")):
        now = client.get(f"/v1/examples/{example['id']}").json()
        edited(client, now, old, new)
        work()
        now = client.get(f"/v1/examples/{example['id']}").json()
        embed = client.get(address).json()
        assert embed["code_snippet_id"] == now["code_snippet_id"] != example["code_snippet_id"]
        assert embed["title"].startswith(new)
    assert len(embed["history"]) == 2
    assert client.get(left).json()["code_snippet_id"] == example["code_snippet_id"]


def test_what_is_withdrawn_follows_nothing(
    client: TestClient, example: dict[str, Any], work: Callable[[], None]
) -> None:
    address = following(client, example)
    tag = {"If-Match": client.get(address).headers["etag"]}
    client.patch(address, json={"published": False}, headers=tag)
    edited(client, example, "About", "More on")
    work()
    assert client.get(address).json()["code_snippet_id"] == example["code_snippet_id"]


@pytest.mark.parametrize("back", ["roll_back", "pin"])
def test_whoever_goes_back_is_not_taken_on_again(
    client: TestClient, example: dict[str, Any], work: Callable[[], None], back: str
) -> None:
    address = following(client, example)
    edited(client, example, "About", "More on")
    work()
    tag = {"If-Match": client.get(address).headers["etag"]}
    body = {"code_snippet_id": example["code_snippet_id"]} if back == "pin" else {}
    shown = client.post(f"{address}/{back}", json=body, headers=tag).json()
    assert (shown["code_snippet_id"], shown["follows"]) == (example["code_snippet_id"], False)
    edited(client, client.get(f"/v1/examples/{example['id']}").json(), "More on", "All on")
    work()
    assert client.get(address).json()["code_snippet_id"] == example["code_snippet_id"]


def test_a_version_that_fails_its_check_is_not_followed(
    client: TestClient, praxeo: Praxeo, example: dict[str, Any], work: Callable[[], None]
) -> None:
    address = following(client, example)
    code = client.get(f"/v1/code_snippets/{example['code_snippet_id']}/code").text
    body = {
        "text": code.replace("<html", "<html data-wrong"),
        "based_on": example["code_snippet_id"],
    }
    assert client.post(f"/v1/examples/{example['id']}/code_snippets", json=body).status_code == 202
    work()
    assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "failed"
    assert client.get(address).json()["code_snippet_id"] == example["code_snippet_id"]


def test_an_embed_shows_a_new_version_only_when_told_and_goes_back(
    client: TestClient, example: dict[str, Any], work: Callable[[], None]
) -> None:
    embed = published(client, example)
    address = embed.headers["location"]
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text.replace("About", "More on")
    body = {"text": text, "based_on": example["spec_id"]}
    client.post(f"/v1/examples/{example['id']}/specs", json=body)
    work()
    assert client.get(address).json()["code_snippet_id"] == example["code_snippet_id"]
    headers = {"If-Match": embed.headers["etag"]}
    pinned = client.post(f"{address}/pin", json={}, headers=headers)
    assert pinned.json()["code_snippet_id"] != example["code_snippet_id"]
    headers = {"If-Match": pinned.headers["etag"]}
    back = client.post(f"{address}/roll_back", headers=headers)
    assert back.json()["code_snippet_id"] == example["code_snippet_id"]


def test_an_embed_can_be_withdrawn_brought_back_and_deleted(
    client: TestClient, example: dict[str, Any]
) -> None:
    embed = published(client, example)
    address, tag = embed.headers["location"], embed.headers["etag"]
    for wanted in (False, True):
        answer = client.patch(address, json={"published": wanted}, headers={"If-Match": tag})
        assert answer.json()["published"] is wanted
        tag = answer.headers["etag"]
    assert client.delete(address, headers={"If-Match": tag}).status_code == 204
    assert client.get(address).status_code == 404


def test_a_deleted_example_takes_its_embeds_along(
    client: TestClient, example: dict[str, Any]
) -> None:
    address = published(client, example).headers["location"]
    headers = {"If-Match": f'"{example["version"]}"'}
    assert client.delete(f"/v1/examples/{example['id']}", headers=headers).status_code == 204
    assert client.get(address).status_code == 404


def test_an_embed_is_told_until_when_it_is_seen_and_that_it_is_seen_for_good(
    client: TestClient, example: dict[str, Any]
) -> None:
    address = f"/v1/embeds/{published(client, example).json()['id']}"

    def until(moment: str, status: int = 200) -> str:
        tag = client.get(address).headers["etag"]
        answer = client.patch(address, json={"expires_at": moment}, headers={"if-match": tag})
        assert answer.status_code == status, answer.text
        return str(client.get(address).json()["expires_at"])

    assert until("2030-07-31T22:00:00+02:00") == "2030-07-31T20:00:00.000000Z"
    assert until("2030-07-31T22:00:00", 422) == "2030-07-31T20:00:00.000000Z"  # whose ten o'clock?
    assert until("") == ""


def test_a_password_is_set_and_never_told(client: TestClient, example: dict[str, Any]) -> None:
    embed = published(client, example)
    address, headers = embed.headers["location"], {"If-Match": embed.headers["etag"]}
    refused = client.patch(address, json={"access": "password"}, headers=headers)
    assert refused.json()["code"] == "password_needed"
    body = {"access": "password", "password": "Blattgrün"}
    changed = client.patch(address, json=body, headers=headers)
    assert changed.json()["access"] == "password"
    assert "Blattgrün" not in changed.text
    assert "argon2" not in changed.text
    assert "argon2" not in client.get("/v1/audit_events").text


def test_links_are_signed_for_what_is_closed_and_revoked(
    client: TestClient, example: dict[str, Any]
) -> None:
    embed = published(client, example)
    address, headers = embed.headers["location"], {"If-Match": embed.headers["etag"]}
    until = {"expires_at": "2026-07-31T22:00:00Z"}
    assert client.post(f"{address}/links", json=until).json()["code"] == "link_needs_lock"
    closed = client.patch(address, json={"access": "link"}, headers=headers)
    link = client.post(f"{address}/links", json=until)
    assert link.status_code == 201
    assert link.headers["cache-control"] == "no-store"
    assert "#" in link.json()["address"]
    revoked = client.post(f"{address}/revoke", headers={"If-Match": closed.headers["etag"]})
    assert revoked.json()["policy_version"] == closed.json()["policy_version"] + 1


@pytest.mark.parametrize(
    "body",
    [
        {"access": "secret"}, {"domains": "school.example"}, {"domains": ["a b"]}, {"domains": ["*"]},
        {"domains": ["a.example"] * 60}, {"password": ""}, {"password": 1}, {"password": "x" * 401},
        {"policy_version": 7},
    ],
)  # fmt: skip
def test_rules_that_are_none_change_nothing(
    client: TestClient, example: dict[str, Any], body: dict[str, Any]
) -> None:
    embed = published(client, example)
    address, headers = embed.headers["location"], {"If-Match": embed.headers["etag"]}
    assert client.patch(address, json=body, headers=headers).status_code == 422
    assert client.get(address).headers["etag"] == embed.headers["etag"]


def test_the_use_of_an_app_is_told_as_sums_and_as_a_table(
    client: TestClient, praxeo: Praxeo, example: dict[str, Any]
) -> None:
    embed = published(client, example).json()
    tally, address = praxeo.outside.tally, f"/v1/embeds/{embed['id']}/usage"
    assert tally is not None
    counting = UsageCounting(tally, praxeo.outside.clock)
    for number in range(6):
        told = (
            f'{{"visit": "visit-{number:04}", "version": "{embed["content_hash"][:12]}", "events": '
            '[{"id": "event-0001", "name": "viewed"}, {"id": "event-0002", "name": "answered", '
            '"exercise": "i1", "verdict": "wrong", "choice": "the cofactor", "done": 1}]}'
        )
        counting.count(praxeo.embeds.visited(embed["id"]), read_visit(told.encode()))
    report = client.get(address).json()
    assert (report["visits"], report["completed"], report["reached"]) == (
        6,
        0,
        [{"done": 1, "visits": 6}],
    )
    assert report["exercises"][0]["confused_with"] == [{"choice": "the cofactor", "times": 6}]
    assert client.get(address, params={"version": "0" * 12}).json()["visits"] == 0
    assert client.get(address, params={"since": "2020-01-01"}).json()["code"] == "bad_days"
    table = client.get(f"{address}.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert "i1,,,the cofactor,6" in table.text


def test_what_is_given_out_is_said_to_open_for_whom_it_does(
    praxeo: Praxeo, example: dict[str, Any], client: TestClient
) -> None:
    embed = published(client, example).json()
    options = ApiOptions(embed_url="http://127.0.0.1:8401", shared_url="http://192.168.1.20:8401")
    for given, reach in ((options, "network"), (replace(options, shared_url=""), "machine")):
        told = (
            TestClient(create_api(praxeo, given)).get(f"/v1/embeds/{embed['id']}/snippets").json()
        )
        assert told["reach"] == reach
        assert told["address"] == f"{given.shared_url or given.embed_url}/e/{embed['id']}"
        assert f'src="{told["address"]}"' in told["frame"]
