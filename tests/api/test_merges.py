"""A person's edits and what is written anew, over HTTP: carried over, or a conflict they settle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from plain_praxeo import add_text, compile_spec, outside_in_memory, run_all, write_spec
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import SpecDocument
from praxeo.ports.authoring import Authored
from praxeo.spec.text import parse_spec, print_spec

Work = Callable[[], None]


@dataclass
class WillingAuthor:
    """Writes the plain author's spec with some words replaced."""

    words: tuple[str, str] = ("", "")

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        text = print_spec(write_spec(extraction, name=name))
        wanted = text.replace(*self.words) if self.words[0] else text
        return Authored(document=parse_spec(wanted))


def compile_cards(spec: SpecDocument, extraction: Extraction | None) -> str:
    """A page with a line for each card."""
    cards = [f"<p>{item.back}</p>" for s in spec.sections for a in s.activities for item in a.items]  # type: ignore[union-attr]
    return compile_spec(spec, extraction).replace(
        "</html>", "\n" + "\n".join(cards) + "\n</html>\n"
    )


@pytest.fixture
def author() -> WillingAuthor:
    return WillingAuthor()


@pytest.fixture
def praxeo(author: WillingAuthor) -> Praxeo:
    return build(replace(outside_in_memory(), author=author, compiler=compile_cards))


@pytest.fixture
def example(praxeo: Praxeo) -> str:
    made = add_text(praxeo)
    run_all(praxeo)
    return f"/v1/examples/{made.id}"


def edit_spec(client: TestClient, example: str, *words: str) -> None:
    spec_id = client.get(example).json()["spec_id"]
    text = client.get(f"/v1/specs/{spec_id}/text").text
    body = {"text": text.replace(*words), "based_on": spec_id}
    assert client.post(f"{example}/specs", json=body).status_code == 202


def edit_code(client: TestClient, example: str, *words: str) -> None:
    code_id = client.get(example).json()["code_snippet_id"]
    text = client.get(f"/v1/code_snippets/{code_id}/code").text
    body = {"text": text.replace(*words), "based_on": code_id}
    assert client.post(f"{example}/code_snippets", json=body).status_code == 202


def current(client: TestClient, example: str) -> tuple[dict[str, Any], str, str]:
    record = client.get(example).json()
    return (
        record,
        client.get(f"/v1/specs/{record['spec_id']}/text").text,
        client.get(f"/v1/code_snippets/{record['code_snippet_id']}/code").text,
    )


def test_edits_of_spec_and_code_are_carried_over_when_the_example_is_made_again(
    client: TestClient, work: Work, example: str, author: WillingAuthor
) -> None:
    edit_spec(client, example, "binds the substrate", "holds the substrate")
    work()
    edit_code(client, example, "<h1>", "<h1 class=mine>")
    work()
    author.words = ("Heat denatures", "Heat destroys")
    assert client.post(f"{example}/remake").status_code == 202
    work()
    record, spec, code = current(client, example)
    assert record["status"] == "ready"
    for text in (spec, code):
        assert "holds the substrate" in text
        assert "Heat destroys the enzyme" in text
    assert "<h1 class=mine>" in code
    specs = client.get(f"{example}/specs").json()["records"]
    assert [(s["number"], s["author"], bool(s["merged_id"])) for s in specs] == [
        (4, "you", True),
        (3, "plain 1", False),
        (2, "you", False),
        (1, "plain 1", False),
    ]
    assert specs[0]["machine_id"] == specs[1]["id"]


def test_a_conflict_leaves_spec_and_app_as_they_are_until_a_person_settles_it(
    client: TestClient, work: Work, example: str, author: WillingAuthor
) -> None:
    edit_spec(client, example, "Heat denatures", "Heat unfolds")
    work()
    before = current(client, example)
    author.words = ("Heat denatures", "Heat destroys")
    client.post(f"{example}/remake")
    work()
    record, spec, code = current(client, example)
    assert (spec, code) == before[1:]
    assert record["status"] == "ready"
    merge = f"/v1/merges/{record['merge_id']}"
    assert client.get(merge).json()["conflict_count"] == 1
    (region,) = client.get(f"{merge}/regions").json()["regions"]
    assert [("unfolds" in region["ours"]), ("destroys" in region["theirs"])] == [True, True]
    assert "denatures" in region["base"]

    refused = client.post(f"{example}/remake")
    assert (refused.status_code, refused.json()["code"]) == (409, "merge_open")
    missing = client.post(f"{merge}/resolve", json={"resolutions": []})
    assert (missing.status_code, missing.json()["code"]) == (422, "resolutions_missing")
    wrong = {"resolutions": [{"choice": "text", "text": "no item at all\n"}]}
    assert client.post(f"{merge}/resolve", json=wrong).json()["code"] == "spec_invalid"
    own = region["ours"].replace("unfolds", "unfolds and so destroys")
    done = client.post(f"{merge}/resolve", json={"resolutions": [{"choice": "text", "text": own}]})
    assert done.status_code == 202
    work()
    record, spec, code = current(client, example)
    assert (record["status"], record["merge_id"]) == ("ready", "")
    assert "unfolds and so destroys" in spec
    assert "unfolds and so destroys" in code
    again = client.post(f"{merge}/resolve", json={"resolutions": [{"choice": "ours"}]})
    assert again.json()["code"] == "merge_closed"
    (listed,) = client.get(f"{example}/merges").json()["records"]
    assert (listed["status"], listed["result_id"]) == ("resolved", record["spec_id"])


def test_a_conflict_in_code_is_settled_the_same_way_or_set_aside(
    client: TestClient, work: Work, example: str
) -> None:
    edit_code(client, example, "Heat denatures", "Heat unfolds")
    work()
    edit_spec(client, example, "Heat denatures", "Heat destroys")
    work()
    record, spec, code = current(client, example)
    assert "destroys" in spec
    assert "unfolds" in code
    merge = f"/v1/merges/{record['merge_id']}"
    assert client.get(merge).json()["subject"] == "code"
    (region,) = client.get(f"{merge}/regions").json()["regions"]
    assert region["place"] == "3"
    left = client.post(f"{merge}/set_aside")
    assert (left.status_code, left.json()["merge_id"]) == (200, "")
    assert current(client, example)[2] == code

    edit_spec(client, example, "Heat destroys", "Much heat destroys")
    work()
    record = client.get(example).json()
    merge = f"/v1/merges/{record['merge_id']}"
    client.post(f"{merge}/resolve", json={"resolutions": [{"choice": "theirs"}]})
    work()
    record, _, code = current(client, example)
    assert (record["status"], record["merge_id"]) == ("ready", "")
    assert "Much heat destroys" in code
    assert "unfolds" not in code


def test_code_that_was_restored_keeps_what_was_edited_in_it(
    client: TestClient, work: Work, example: str
) -> None:
    edit_code(client, example, "<h1>", "<h1 class=mine>")
    work()
    hand_made = client.get(example).json()["code_snippet_id"]
    first = client.get(f"{example}/code_snippets").json()["records"][-1]["id"]
    assert client.post(f"/v1/code_snippets/{first}/restore").status_code == 202
    work()
    assert "class=mine" not in current(client, example)[2]
    assert client.post(f"/v1/code_snippets/{hand_made}/restore").status_code == 202
    work()
    edit_spec(client, example, "Heat denatures", "Heat destroys")
    work()
    code = current(client, example)[2]
    assert "class=mine" in code
    assert "destroys" in code


def test_a_deleted_example_takes_its_merges_along(
    client: TestClient, work: Work, example: str, author: WillingAuthor
) -> None:
    edit_spec(client, example, "Heat denatures", "Heat unfolds")
    work()
    author.words = ("Heat denatures", "Heat destroys")
    client.post(f"{example}/remake")
    work()
    record = client.get(example)
    merge = f"/v1/merges/{record.json()['merge_id']}"
    assert client.delete(example, headers={"If-Match": record.headers["ETag"]}).status_code == 204
    assert client.get(merge).status_code == 404


def test_a_copy_has_the_edits_and_the_open_conflict_for_itself(
    client: TestClient, work: Work, example: str, author: WillingAuthor
) -> None:
    edit_code(client, example, "<h1>", "<h1 class=mine>")
    work()
    edit_spec(client, example, "Heat denatures", "Heat unfolds")
    work()
    author.words = ("Heat denatures", "Heat destroys")
    client.post(f"{example}/remake")
    work()
    copied = client.post(f"{example}/duplicate", json={})
    assert copied.status_code == 201, copied.json()
    copy = f"/v1/examples/{copied.json()['id']}"
    record = client.get(example)
    client.delete(example, headers={"If-Match": record.headers["ETag"]})
    merge = f"/v1/merges/{copied.json()['merge_id']}"
    assert len(client.get(f"{merge}/regions").json()["regions"]) == 1
    client.post(f"{merge}/resolve", json={"resolutions": [{"choice": "theirs"}]})
    work()
    record, spec, code = current(client, copy)
    assert (record.get("merge_id"), record["status"]) == ("", "ready")
    assert "Heat destroys" in spec
    assert "class=mine" in code
    assert "Heat destroys" in code
