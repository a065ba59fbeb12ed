"""What the API tells about the places that evidence leads to: parts of blocks and pages of PDFs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.adapters.sandbox.page_images import PageImages
from praxeo.app import Praxeo, build
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.wiring.alone import document_reader

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile" / "builders"))

from pdf_files import objects, pdf

OPTIONS = ApiOptions(hosts=frozenset({"praxeo.test"}), origins=frozenset({"http://localhost:5173"}))
Work = Callable[[], None]


@pytest.fixture
def real() -> Praxeo:
    """In memory, but with the real reader of documents and the real pages."""
    return build(
        replace(outside_in_memory(), read_document=document_reader(), draw_page=PageImages())
    )


@pytest.fixture
def reading(real: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(real, OPTIONS), real, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def pages(real: Praxeo, reading: TestClient) -> str:
    """The address of the pages of a PDF that has been read."""
    document = reading.post("/v1/document_inputs", json={"name": "enzymes.pdf"}).json()
    address = f"/v1/document_inputs/{document['id']}"
    reading.put(f"{address}/content", content=pdf(objects()))
    reading.post(f"{address}/confirm")
    run_all(real)
    return f"{address}/pages"


def test_a_page_of_a_pdf_is_a_picture_with_its_size_in_points(
    reading: TestClient, pages: str
) -> None:
    answer = reading.get(f"{pages}/1", headers={"Origin": "http://localhost:5173"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert (answer.headers["x-page-width"], answer.headers["x-page-height"]) == ("612", "792")
    assert "X-Page-Width" in answer.headers["access-control-expose-headers"]
    etag = answer.headers["etag"]
    assert reading.get(f"{pages}/1", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("number", "status", "code"),
    [
        ("0", 404, "no_such_page"),
        ("2", 404, "no_such_page"),
        ("-1", 404, "no_such_page"),
        ("99999999999999999999", 404, "no_such_page"),
        ("one", 422, "invalid_request"),
    ],
)
def test_a_page_that_is_not_there_is_said_to_be_missing(
    reading: TestClient, pages: str, number: str, status: int, code: str
) -> None:
    answer = reading.get(f"{pages}/{number}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_only_a_pdf_that_was_read_has_pages(client: TestClient, praxeo: Praxeo, work: Work) -> None:
    address = f"/v1/document_inputs/{add_text(praxeo).input_id}/pages/1"
    assert client.get(address).json()["code"] == "not_read_yet"
    work()
    assert client.get(address).json()["code"] == "no_pages"
    assert client.get("/v1/document_inputs/doc_nothing/pages/1").status_code == 404


def test_the_parts_of_a_block_are_what_evidence_can_quote(
    client: TestClient, praxeo: Praxeo, work: Work
) -> None:
    made = add_text(praxeo, "Heat denatures it. Cold does not.\nAcid does, too.")
    work()
    address = f"/v1/document_inputs/{made.input_id}/blocks"
    assert client.get(f"{address}/b1").json() == {
        "block_id": "b1",
        "parts": ["Heat denatures it.", "Cold does not."],
    }
    missing = client.get(f"{address}/b3")
    assert (missing.status_code, missing.json()["code"]) == (404, "no_such_block")
