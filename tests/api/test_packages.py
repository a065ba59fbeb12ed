"""/v1/examples/{id}/packages: which formats there are for an app, and the files."""

from __future__ import annotations

from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo


def test_an_app_that_states_no_exercises_is_had_in_the_formats_that_carry_it_whole(
    praxeo: Praxeo, client: TestClient
) -> None:
    example = add_text(praxeo)
    run_all(praxeo)
    offers = client.get(f"/v1/examples/{example.id}/packages").json()["records"]
    assert [offer["format"] for offer in offers] == ["html", "scorm12", "scorm2004", "cmi5", "h5p"]
    refused = client.get(f"/v1/examples/{example.id}/packages/anki")
    assert (refused.status_code, refused.json()["code"]) == (422, "nothing_to_pack")


def test_a_package_is_a_file_that_is_kept_and_not_opened(
    praxeo: Praxeo, client: TestClient
) -> None:
    example = add_text(praxeo)
    run_all(praxeo)
    packed = client.get(f"/v1/examples/{example.id}/packages/html")
    assert packed.headers["content-disposition"].startswith("attachment; ")
    assert packed.headers["content-security-policy"] == "sandbox"
    assert packed.content == client.get(f"/v1/examples/{example.id}/app").content


def test_before_there_is_an_app_there_is_no_package(praxeo: Praxeo, client: TestClient) -> None:
    example = add_text(praxeo)
    for path in ("packages", "packages/anki"):
        answer = client.get(f"/v1/examples/{example.id}/{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "no_app_yet")
    assert client.get(f"/v1/examples/{example.id}/packages/paper").status_code == 422
