"""How often the same text is parsed: a spec once per request, what was read once per job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from library_calls import Work, made, uploaded
from plain_praxeo import run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.sources import extractions
from praxeo.spec import text as spec_text
from praxeo.spec.reader import SpecReader


class Count:
    """Counts the calls of a function that it stands in for."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, *values: Any) -> Any:
        self.calls += 1
        return self.function(*values)

    def taken(self) -> int:
        """The calls since this was last asked."""
        calls, self.calls = self.calls, 0
        return calls


@pytest.fixture
def specs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Count]:
    """Counts how often a spec is parsed; none is remembered at the beginning."""
    spec_text._remembered.cache_clear()
    count = Count(SpecReader.read)
    monkeypatch.setattr(SpecReader, "read", lambda reader: count(reader))
    yield count
    spec_text._remembered.cache_clear()


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Counts how often a stored extraction is parsed."""
    count = Count(extractions.from_json)
    monkeypatch.setattr(extractions, "from_json", count)
    return count


def edit(client: TestClient, example_id: str, old: str, new: str) -> None:
    example = client.get(f"/v1/examples/{example_id}").json()
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    assert old in text
    body = {"text": text.replace(old, new), "based_on": example["spec_id"]}
    assert client.post(f"/v1/examples/{example_id}/specs", json=body).status_code == 202


def test_an_edit_of_a_spec_is_parsed_once_per_request_and_not_again_by_its_job(
    client: TestClient, work: Work, specs: Count
) -> None:
    example = made(client, work)
    specs.taken()
    for number in range(3):
        edit(
            client,
            example["id"],
            "What does line" if not number else f"say {number}",
            f"say {number + 1}",
        )
        assert specs.taken() == 1
        work()
        assert specs.taken() <= 1  # as it is printed with the edits carried over


def test_after_a_restart_an_edit_parses_the_text_before_it_too_and_nothing_twice(
    client: TestClient, work: Work, specs: Count
) -> None:
    example = made(client, work)
    spec_text._remembered.cache_clear()
    specs.taken()
    edit(client, example["id"], "What does line", "What says line")
    assert specs.taken() == 2


def test_a_job_parses_what_was_read_once_at_most(
    client: TestClient, praxeo: Praxeo, readings: Count
) -> None:
    document = uploaded(client)
    run_all(praxeo)
    assert readings.taken() == 0  # it has just been made
    elsewhere = build(praxeo.outside)  # a worker that has not read it
    client.post("/v1/examples", json={"input_id": document["id"]})
    run_all(elsewhere)
    assert readings.taken() == 1


def test_a_draft_is_judged_without_reading_its_source_anew(
    client: TestClient, work: Work, specs: Count, readings: Count
) -> None:
    example = made(client, work)
    text = client.get(f"/v1/specs/{example['spec_id']}/text").text
    specs.taken(), readings.taken()
    for number in range(5):
        body = {"text": text.replace("What does line", f"What {number}")}
        faults = client.post(f"/v1/examples/{example['id']}/draft/faults", json=body)
        assert faults.json()["faults"] == []
    assert (specs.taken(), readings.taken()) == (5, 0)


def test_what_is_too_large_to_be_kept_is_parsed_each_time(
    client: TestClient, praxeo: Praxeo, readings: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extractions, "KEPT_BYTES_MAX", 10)
    example = made(client, lambda: run_all(praxeo))
    readings.taken()
    address = f"/v1/document_inputs/{example['input_id']}/blocks/b1"
    assert [client.get(address).status_code for _ in range(3)] == [200] * 3
    assert readings.taken() == 3


def test_no_more_than_a_few_extractions_are_kept(
    client: TestClient, praxeo: Praxeo, readings: Count
) -> None:
    documents = [uploaded(client, f"Line {number}.") for number in range(extractions.KEPT + 1)]
    run_all(praxeo)
    for document in documents:
        client.get(f"/v1/document_inputs/{document['id']}/blocks/b1")
    assert readings.taken() == extractions.KEPT + 1
