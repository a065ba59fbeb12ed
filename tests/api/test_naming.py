"""An app goes out under the name that a person gave its example; its versions stay as they were made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from plain_praxeo import HandClock, add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.access import local_user
from praxeo.domain.records import Embed

Work = Callable[[], None]
NAME = "Enzymes & you, 8b"
SHOWN = "<title>Enzymes &amp; you, 8b</title>"


@pytest.fixture
def example(client: TestClient, praxeo: Praxeo) -> dict[str, Any]:
    made = add_text(praxeo)
    run_all(praxeo)
    return client.get(f"/v1/examples/{made.id}").json()  # type: ignore[no-any-return]


def rename(client: TestClient, example: dict[str, Any], title: str) -> dict[str, Any]:
    address = f"/v1/examples/{example['id']}"
    tag = client.get(address).headers["etag"]
    return client.patch(address, json={"title": title}, headers={"If-Match": tag}).json()  # type: ignore[no-any-return]


def preview(client: TestClient, example: dict[str, Any]) -> str:
    return client.get(f"/v1/code_snippets/{example['code_snippet_id']}/preview").text


def published(client: TestClient, example: dict[str, Any]) -> Any:
    return client.post("/v1/embeds", json={"example_id": example["id"]})


def app_of(praxeo: Praxeo, embed_id: str) -> str:
    return praxeo.outside.blobs.read(praxeo.embeds.visited(embed_id).app_blob).decode()


def test_a_renamed_example_is_shown_and_downloaded_under_its_name_and_kept_as_it_was_made(
    client: TestClient, example: dict[str, Any]
) -> None:
    before = preview(client, example)
    code = client.get(f"/v1/code_snippets/{example['code_snippet_id']}/code").text
    rename(client, example, NAME)
    assert SHOWN not in before
    assert SHOWN in preview(client, example)
    assert SHOWN in client.get(f"/v1/examples/{example['id']}/app").text
    assert client.get(f"/v1/code_snippets/{example['code_snippet_id']}/code").text == code


def test_a_copy_is_shown_under_its_own_name(client: TestClient, example: dict[str, Any]) -> None:
    answer = client.post(f"/v1/examples/{example['id']}/duplicate", json={"title": NAME})
    assert answer.status_code < 300
    assert SHOWN in preview(client, answer.json())
    assert SHOWN not in preview(client, example)


def test_what_is_published_follows_a_new_name_with_the_same_version(
    client: TestClient, praxeo: Praxeo, example: dict[str, Any], work: Work
) -> None:
    embed = published(client, example).json()
    rename(client, example, NAME)
    work()
    renamed = client.get(f"/v1/embeds/{embed['id']}").json()
    assert renamed["title"] == NAME
    assert SHOWN in app_of(praxeo, embed["id"])
    assert renamed["code_snippet_id"] == embed["code_snippet_id"]
    assert renamed["published_at"] == embed["published_at"]
    assert renamed["history"] == []
    work()
    assert client.get(f"/v1/embeds/{embed['id']}").json() == renamed


def test_an_embed_with_a_name_of_its_own_keeps_it(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    answer = published(client, example)
    client.patch(
        answer.headers["location"],
        json={"title": "For parents"},
        headers={"If-Match": answer.headers["etag"]},
    )
    rename(client, example, NAME)
    work()
    assert client.get(answer.headers["location"]).json()["title"] == "For parents"


def test_a_title_that_is_written_into_the_spec_later_is_the_name_again(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    rename(client, example, NAME)
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    line = next(line for line in text.splitlines() if line.startswith("title: "))
    body = {"text": text.replace(line, "title: Cells"), "based_on": example["spec_id"]}
    assert client.post(f"/v1/examples/{example['id']}/specs", json=body).status_code == 202
    work()
    now = client.get(f"/v1/examples/{example['id']}").json()
    assert now["title"] == "Cells"
    assert "<title>Cells</title>" in preview(client, now)


def test_another_change_of_the_spec_leaves_the_name_that_a_person_gave(
    client: TestClient, example: dict[str, Any], work: Work
) -> None:
    rename(client, example, NAME)
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text.replace(
        "What does line 1", "What does the first line"
    )
    body = {"text": text, "based_on": example["spec_id"]}
    client.post(f"/v1/examples/{example['id']}/specs", json=body)
    work()
    now = client.get(f"/v1/examples/{example['id']}").json()
    assert now["code_snippet_id"] != example["code_snippet_id"]
    assert now["title"] == NAME
    assert SHOWN in preview(client, now)


def test_a_version_is_live_since_it_was_published_whatever_else_changes(
    client: TestClient, praxeo: Praxeo, example: dict[str, Any]
) -> None:
    answer = published(client, example)
    address, since = answer.headers["location"], answer.json()["published_at"]
    assert since == answer.json()["created_at"]
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    clock.move(60)
    embed: Embed = praxeo.embeds.visited(answer.json()["id"])
    for change in ({"access": "public"}, {"theme": {}}, {"title": "Cells"}):
        embed = praxeo.embeds.change(local_user(), embed.id, version=embed.version, **change)  # type: ignore[arg-type]
    assert client.get(address).json()["published_at"] == since
    embed = praxeo.embeds.unpublish(local_user(), embed.id, version=embed.version)
    again = praxeo.embeds.republish(local_user(), embed.id, version=embed.version)
    assert again.published_at == again.updated_at > since


def test_a_job_acts_in_the_name_of_who_caused_it(
    client: TestClient, praxeo: Praxeo, example: dict[str, Any], work: Work
) -> None:
    embed = published(client, example).json()
    rename(client, example, NAME)
    work()
    events = client.get("/v1/audit_events").json()["records"]
    (retitled,) = (event for event in events if event["action"] == "embed.retitled")
    (renamed,) = (event for event in events if event["action"] == "example.changed")
    job = client.get(f"/v1/jobs/{retitled['session_id']}").json()
    assert (retitled["subject_id"], retitled["actor_kind"]) == (embed["id"], "job")
    assert retitled["actor_id"] == renamed["actor_id"] == job["caused_by"] == "local"
    assert retitled["request_id"] == renamed["request_id"] != ""
