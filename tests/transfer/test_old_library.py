"""A library that release 0.1.0 made opens as it is: its app, its report, and its embed at the old addresses."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.config import read_config
from praxeo.domain.access import local_user
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.ops.retention import forget_expired
from praxeo.wiring.product import build_praxeo

LIBRARY = Path(__file__).parent / "data" / "library-0.1.0.tar.gz"
FRAMED = {"Sec-Fetch-Dest": "iframe"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Praxeo]:
    folder = tmp_path_factory.mktemp("old")
    with tarfile.open(LIBRARY) as archive:
        archive.extractall(folder, filter="data")
    praxeo = build_praxeo(read_config({"PRAXEO_DATA_DIR": str(folder)}))
    with closing(praxeo.outside):
        yield praxeo


@pytest.fixture(scope="module")
def api(opened: Praxeo) -> TestClient:
    return TestClient(create_api(opened, ApiOptions()))


def test_everything_in_it_is_there(opened: Praxeo, api: TestClient) -> None:
    (example,) = api.get("/v1/examples").json()["records"]
    assert (example["title"], example["status"]) == ("The water cycle", "ready")
    spec = api.get(f"/v1/specs/{example['spec_id']}/text").text
    assert "**Evaporation**" in spec
    report = api.get(f"/v1/code_snippets/{example['code_snippet_id']}/report").json()
    assert report["status"] == "passed"
    assert "<!doctype html>" in api.get(f"/v1/examples/{example['id']}/app").text.lower()
    read = api.get(f"/v1/document_inputs/{example['input_id']}/extraction").json()
    assert read["blocks"][0]["text"] == "The water cycle"


def test_it_is_edited_like_any_other(api: TestClient) -> None:
    (example,) = api.get("/v1/examples").json()["records"]
    text = api.get(f"/v1/specs/{example['spec_id']}/text").text.replace(
        "liquid water", "fluid water"
    )
    body = {"text": text, "based_on": example["spec_id"]}
    assert api.post(f"/v1/examples/{example['id']}/specs", json=body).status_code == 202


def test_what_expired_is_forgotten_and_nothing_else(opened: Praxeo) -> None:
    forget_expired(opened.outside.records, opened.outside.blobs, opened.outside.clock)
    assert opened.examples.list(local_user()).records


def test_its_embed_answers_at_the_old_addresses(opened: Praxeo, tmp_path: Path) -> None:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text("<!doctype html><title>%PRAXEO_TITLE%</title>", "utf-8")
    (embed,) = opened.embeds.list(local_user()).records
    host = TestClient(create_embed_host(opened.embeds, wrapper), base_url="http://apps.test")
    page = host.get(f"/e/{embed.id}")
    assert (page.status_code, "The water cycle" in page.text) == (200, True)
    old = host.get(
        f"/a/{embed.content_hash}", headers=FRAMED
    )  # a redirect leads to the new address
    assert old.status_code == 200
    assert b"Evaporation" in old.content
    assert old.url.path == f"/a/{embed.id}/{embed.content_hash}"
