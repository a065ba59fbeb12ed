"""Claims: what an example says, where its source says so, and whether in its own words."""

from __future__ import annotations

from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.claims.gate import RULES


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
