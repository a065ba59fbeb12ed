"""The studio's files beside the API, and the plain page in their place."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from plain_praxeo import add_text, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.access import local_user
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.entrypoints.studio import add_studio

OPTIONS = ApiOptions(hosts=frozenset({"praxeo.test"}))


def client_for(praxeo: Praxeo, web: Path) -> TestClient:
    api = create_api(praxeo, OPTIONS)
    add_studio(api, web, embed_url="http://127.0.0.1:8401")
    return TestClient(guarded(api, praxeo, OPTIONS), base_url="http://praxeo.test")


@pytest.fixture
def studio(praxeo: Praxeo, tmp_path: Path) -> Iterator[TestClient]:
    folder = tmp_path / "studio"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<title>Studio</title>")
    (folder / "assets" / "main-a1b2.js").write_text("1")
    (folder / "assets" / "main-a1b2.js.br").write_bytes(brotli.compress(b"1"))
    (folder / "assets" / "main-a1b2.js.gz").write_bytes(gzip.compress(b"1"))
    shown = tmp_path / "gallery" / "vaccines"
    shown.mkdir(parents=True)
    (shown / "app.html").write_text("<title>Vaccines</title>")
    (tmp_path / "secret.txt").write_text("secret")
    with client_for(praxeo, tmp_path) as client:
        yield client


def test_every_page_of_the_studio_is_its_one_page(studio: TestClient) -> None:
    for path in ("/", "/library", "/examples/exa_1/edit"):
        answer = studio.get(path)
        assert answer.text == "<title>Studio</title>"
        assert answer.headers["cache-control"] == "no-cache"
        assert (
            "frame-src 'self' http://127.0.0.1:8401/;" in answer.headers["content-security-policy"]
        )


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", "")]
)
def test_files_are_sent_as_they_were_compressed_when_they_were_built(
    studio: TestClient, accepted: str, encoding: str
) -> None:
    answer = studio.get("/assets/main-a1b2.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding", "") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.text == "1"


def test_a_file_that_has_not_changed_is_not_sent_again(studio: TestClient) -> None:
    first = studio.get("/")
    again = studio.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/assets/main-a1b2.js", "/v1/health", "/v1/examples"])
def test_head_answers_as_get_does_but_without_a_body(studio: TestClient, path: str) -> None:
    head, get = studio.head(path), studio.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
    assert head.headers.get("etag") == get.headers.get("etag")


def test_an_app_of_the_gallery_runs_without_the_rights_of_the_studio(studio: TestClient) -> None:
    answer = studio.get("/gallery/vaccines/app.html")
    assert answer.text == "<title>Vaccines</title>"
    assert answer.headers["content-security-policy"].startswith("sandbox allow-scripts")
    assert studio.get("/gallery/gone/app.html").status_code == 404
    assert studio.get("/gallery/vaccines").status_code == 404


def test_hashed_files_are_kept_for_good_and_missing_ones_are_missing(studio: TestClient) -> None:
    answer = studio.get("/assets/main-a1b2.js")
    assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert "immutable" in answer.headers["cache-control"]
    assert studio.get("/assets/gone.js").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/%00",
        "//etc",
        "/gallery/../secret.txt",
    ],
)
def test_no_path_leads_out_of_the_studios_folder(studio: TestClient, path: str) -> None:
    assert "secret" not in studio.get(path).text


def test_addresses_of_the_api_are_never_the_studio(studio: TestClient) -> None:
    answer = studio.get("/v1/nowhere")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_such_address")
    assert studio.get("/v1/health").json()["status"] == "ok"


def test_without_the_studio_a_plain_page_links_the_apps(praxeo: Praxeo, tmp_path: Path) -> None:
    made = add_text(praxeo, name="<b>enzymes.txt")
    run_all(praxeo)
    example = praxeo.examples.get(local_user(), made.id)
    with client_for(praxeo, tmp_path / "nothing") as client:
        page = client.get("/").text
        assert f"/v1/code_snippets/{example.code_snippet_id}/preview" in page
        assert "make web" in page
        assert "<b>" not in page
