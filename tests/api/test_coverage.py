"""Coverage: which main ideas of its source an app practises, told of any version of its spec."""

from __future__ import annotations

from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo


def test_a_spec_tells_which_ideas_it_practises(praxeo: Praxeo, client: TestClient) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = client.get(f"/v1/examples/{made.id}").json()
    answer = client.get(f"/v1/specs/{example['spec_id']}/coverage")
    assert answer.status_code == 200
    coverage = answer.json()
    assert coverage["practised"] == len([i for i in coverage["ideas"] if i["practised_by"]])
    for idea in coverage["ideas"]:
        assert (idea["reason"] == "practised") is bool(idea["practised_by"])
        assert idea["section_id"] == "s1"
    again = client.get(
        f"/v1/specs/{example['spec_id']}/coverage",
        headers={"If-None-Match": answer.headers["etag"]},
    )
    assert again.status_code == 304
