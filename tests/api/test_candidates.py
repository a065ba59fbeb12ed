"""What else may be asked of a source: looked for by a job, listed, and added in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.spec import Cloze, Pair, Term
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.ports.authoring import Concept, Draft, Offer

OPTIONS = ApiOptions(embed_url="http://127.0.0.1:8401", hosts=frozenset({"praxeo.test"}))
Work = Callable[[], None]
GAP = Cloze(before="Heat ", answer="denatures", after=" the enzyme.", evidence=("b2.1",))
PAIRS = [Pair(left=f"l{n}", right=f"r{n}", evidence=("b1.1",)) for n in range(3)]
TERMS = ["enzyme", "substrate", "inhibitor", "cofactor"]


def offer(extraction: Extraction, *, name: str) -> Offer:
    if "broken" in extraction.blocks[0].text:
        raise Refused("too_little_text", "There is too little text.")
    pairs = [Draft(kind="matching", item=pair, source="table", group="t1") for pair in PAIRS]
    return Offer(
        drafts=(Draft(kind="cloze", item=GAP, source="gap"), *pairs),
        concepts=tuple(
            Concept(
                term=term,
                meaning=f"what {term} means",
                evidence=("b1.1",),
                siblings=tuple(other for other in TERMS if other != term),
            )
            for term in TERMS
        ),
    )


@pytest.fixture
def praxeo() -> Praxeo:
    return build(replace(outside_in_memory(), offering=offer))


@pytest.fixture
def client(praxeo: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def example(praxeo: Praxeo) -> str:
    made = add_text(praxeo)
    run_all(praxeo)
    return f"/v1/examples/{made.id}"


def edit(client: TestClient, example: str, *operations: dict[str, Any]) -> dict[str, Any]:
    spec_id = client.get(example).json()["spec_id"]
    body = {"based_on": spec_id, "operations": list(operations)}
    answer = client.post(f"{example}/spec_edits", json=body, headers={"If-Match": spec_id})
    assert answer.status_code == 202, answer.text
    return answer.json()  # type: ignore[no-any-return]


def test_candidates_are_looked_for_when_asked_for_and_added_in_one_call(
    client: TestClient, example: str, work: Work
) -> None:
    assert client.get(f"{example}/candidates").json()["state"] == "none"
    job = client.post(f"{example}/candidates")
    assert (job.status_code, job.json()["kind"]) == (202, "FindCandidates")
    work()
    found = client.get(f"{example}/candidates").json()
    assert found["state"] == "found"
    gap, pairs = found["candidates"]
    assert gap["fields"] == {
        "before": "Heat ", "answer": "denatures", "after": " the enzyme.", "accept": [],
    }  # fmt: skip
    assert (gap["kind"], gap["evidence"], gap["rule"]) == ("cloze", ["b2.1"], "gap")
    assert found["evidence"]["b2.1"]["text"] == "Heat denatures the enzyme."
    assert [row["left"] for row in pairs["fields"]["rows"]] == ["l0", "l1", "l2"]
    adds = [
        {"op": "add_item", **{name: each[name] for name in ("part", "kind", "fields", "evidence")}}
        for each in (gap, pairs)
    ]
    edited = edit(client, example, *adds)
    items = edited["desk"]["parts"][0]["items"]
    assert [item["kind"] for item in items[2:]] == ["cloze", "matching"]
    assert all(item["support"] == "source" and not item["faults"] for item in items[2:])
    assert client.get(f"{example}/candidates").json()["candidates"] == []


def test_for_an_item_there_are_distractors_and_more_like_it(
    client: TestClient, example: str, work: Work
) -> None:
    client.post(f"{example}/candidates")
    work()
    spec = client.get(example).json()["spec_id"]
    part = client.get(f"/v1/specs/{spec}/desk").json()["parts"][0]["key"]
    question = {
        "question": "Which binds?",
        "answer": "Enzyme",
        "distractors": ["the substrate", "x"],
    }
    term = {"term": "substrate", "definition": "what it binds"}
    keys = edit(
        client,
        example,
        {"op": "add_item", "part": part, "kind": "choice", "fields": question, "name": "choice"},
        {"op": "add_item", "part": part, "kind": "terms", "fields": term, "name": "term"},
    )["keys"]
    found = client.get(f"{example}/candidates", params={"item": keys["choice"]}).json()
    assert [each["text"] for each in found["distractors"]] == ["substrate", "inhibitor", "cofactor"]
    assert found["distractors"][1]["meaning"] == "what inhibitor means"
    assert [each["fields"]["answer"] for each in found["candidates"]] == TERMS[1:]
    found = client.get(f"{example}/candidates", params={"item": keys["term"]}).json()
    terms = [Term(**each["fields"], evidence=()).term for each in found["candidates"]]
    assert terms == ["enzyme", "inhibitor", "cofactor"]
    unknown = client.get(f"{example}/candidates", params={"item": "i0"})
    assert unknown.status_code == 404


def test_an_example_is_no_worse_when_looking_comes_to_nothing(
    praxeo: Praxeo, client: TestClient, work: Work
) -> None:
    made = add_text(praxeo, "broken for offers\nbut good to read")
    work()
    example = f"/v1/examples/{made.id}"
    before = client.get(example).json()
    job = client.post(f"{example}/candidates").json()
    work()
    assert client.get(f"/v1/jobs/{job['id']}").json()["status"] == "failed"
    assert client.get(example).json() == before
    assert before["status"] == "ready"
