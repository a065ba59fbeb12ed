"""Claims: what an example says, where its source says so, and whether in its own words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from httpx import Response
from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.claims.gate import RULES
from praxeo.domain.access import local_user
from praxeo.domain.edit_records import ClaimCheck


def test_every_claim_has_a_verdict_and_the_sentence_that_it_leads_to(
    praxeo: Praxeo, client: TestClient
) -> None:
    made = add_text(praxeo)
    assert client.get(f"/v1/examples/{made.id}/claims").json()["claims"] == []
    run_all(praxeo)
    example = client.get(f"/v1/examples/{made.id}").json()
    ledger = client.get(f"/v1/examples/{made.id}/claims").json()
    assert ledger["spec_id"] == example["spec_id"]
    assert ledger["claims"]
    for claim in ledger["claims"]:
        # "What does line 1 say?" counts lines, which the source does not.
        assert (claim["verdict"], claim["against"]) == ("not_found", ["number"])
        assert claim["checked_by"] == RULES
        assert all(span["text"] and span["sentence"] >= 0 for span in claim["spans"])
    counted = ledger["quoted"] + ledger["restated"] + ledger["not_found"] + ledger["own"]
    assert counted == len(ledger["claims"])


def test_an_edit_changes_the_verdict_of_its_claim(praxeo: Praxeo, client: TestClient) -> None:
    made = add_text(praxeo, text="Heat denatures the enzyme at 60 degrees.")
    run_all(praxeo)
    spec_id = client.get(f"/v1/examples/{made.id}").json()["spec_id"]
    text = client.get(f"/v1/specs/{spec_id}/text").text
    for question, verdict in (
        ("What denatures the enzyme at 60 degrees?", "restated"),
        ("What denatures the enzyme at 70 degrees?", "not_found"),
    ):
        edited = text.replace("What does line 1 say?", question)
        spec_id = client.post(
            f"/v1/examples/{made.id}/specs", json={"text": edited, "based_on": spec_id}
        ).json()["id"]
        run_all(praxeo)
        ledger = client.get(f"/v1/examples/{made.id}/claims").json()
        assert [claim["verdict"] for claim in ledger["claims"]] == [verdict]
        assert ledger["claims"][0]["spans"][0]["text"] == "Heat denatures the enzyme at 60 degrees."


def _ledger(client: TestClient, example_id: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/v1/examples/{example_id}/claims").json()
    return found


def _say(client: TestClient, example_id: str, confirmed: bool, item: str = "") -> Response:
    ledger = _ledger(client, example_id)
    item = item or ledger["claims"][0]["item"]
    return client.put(
        f"/v1/examples/{example_id}/claims/{item}",
        json={"spec_id": ledger["spec_id"], "confirmed": confirmed},
    )


def test_a_person_stands_by_a_claim_that_no_rule_vouches_for_and_takes_it_back(
    praxeo: Praxeo, client: TestClient
) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    for _ in range(2):  # said twice, it is kept once
        told = _say(client, made.id, True).json()
    first, *others = told["claims"]
    assert (first["confirmed_by"], first["verdict"], told["confirmed"]) == ("local", "not_found", 1)
    assert first["confirmed_at"] > first["checked_at"]
    assert not any(claim["confirmed_by"] or claim["asked_again"] for claim in others)
    assert len(praxeo.outside.records.list(ClaimCheck, {"example_id": made.id}).records) == 1
    told = _say(client, made.id, False).json()
    assert (told["claims"][0]["confirmed_by"], told["confirmed"]) == ("", 0)


def test_a_claim_is_asked_about_again_when_its_sentence_or_the_rules_are_others(
    praxeo: Praxeo, client: TestClient
) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    _say(client, made.id, True)
    (check,) = praxeo.outside.records.list(ClaimCheck, {"example_id": made.id}).records
    for other in (replace(check, rules="rules 0"), replace(check, said="0" * 64)):
        (check,) = praxeo.outside.records.save(replace(other, version=check.version))
        told = _ledger(client, made.id)
        assert told["claims"][0]["asked_again"]
        assert not told["claims"][0]["confirmed_by"]
    assert _say(client, made.id, True).json()["confirmed"] == 1


def test_what_was_checked_goes_with_a_copy_and_is_deleted_with_its_example(
    praxeo: Praxeo, client: TestClient
) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    _say(client, made.id, True)
    copy = praxeo.duplicate_example(local_user(), made.id)
    assert _ledger(client, copy.id)["confirmed"] == 1
    praxeo.delete_example(local_user(), copy.id, version=copy.version)
    (left,) = praxeo.outside.records.scan(ClaimCheck, limit=10).records
    assert left.example_id == made.id


def test_a_word_about_another_version_or_a_claim_that_is_gone_is_refused(
    praxeo: Praxeo, client: TestClient
) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    assert _say(client, made.id, True, "i0").json()["code"] == "claim_not_found"
    item = _ledger(client, made.id)["claims"][0]["item"]
    answer = client.put(
        f"/v1/examples/{made.id}/claims/{item}", json={"spec_id": "spc_old", "confirmed": True}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "spec_changed")
