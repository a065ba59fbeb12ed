"""The pictures of a source: kept beside what was read, given one by one, carried by the app, gone with the input."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import add_text, author, outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Block, Extraction, Metadata, Picture
from praxeo.domain.spec import SpecDocument
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.ops.transfer.exporting import export_archive
from praxeo.ops.transfer.importing import import_archive

WEBP = b"RIFF\x0a\0\0\0WEBPVP8 leaf"
HASH = hashlib.sha256(WEBP).hexdigest()
OPTIONS = ApiOptions(hosts=frozenset({"praxeo.test"}))
RUNTIME = RuntimeFiles(template="%PRAXEO_PAYLOAD%", script="", style="")


def read_pictured(path: Path, *, name: str, **more: object) -> Extraction:
    picture = Picture(content_hash=HASH, width=40, height=30, alt="A leaf")
    return Extraction(
        metadata=Metadata(media_type="text/plain", content_hash="0" * 64),
        blocks=(
            Block(id="b1", kind="paragraph", text="The leaf is in Figure 1."),
            Block(id="b2", kind="figure", text="Figure 1. A leaf.", picture=picture),
        ),
        pictures={HASH: WEBP},
    )


def compiled(spec: SpecDocument, extraction: Extraction | None) -> str:
    return compile_app(spec, extraction, runtime=RUNTIME)


@pytest.fixture
def pictured() -> Praxeo:
    outside = replace(outside_in_memory(), read_document=read_pictured, compiler=compiled)
    return build(replace(outside, author=author))


@pytest.fixture
def reading(pictured: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(pictured, OPTIONS), pictured, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


def test_a_picture_is_given_by_its_hash_and_any_other_is_missing(
    reading: TestClient, pictured: Praxeo
) -> None:
    made = add_text(pictured)
    run_all(pictured)
    address = f"/v1/document_inputs/{made.input_id}"
    answer = reading.get(f"{address}/pictures/{HASH}")
    assert (answer.content, answer.headers["content-type"]) == (WEBP, "image/webp")
    assert answer.headers["x-content-type-options"] == "nosniff"
    for other in ("0" * 64, HASH[:10], "%2e%2e%2fleaf"):
        missing = reading.get(f"{address}/pictures/{other}")
        assert missing.status_code == 404, other


def test_what_was_read_names_the_picture_and_does_not_hold_it(
    reading: TestClient, pictured: Praxeo
) -> None:
    made = add_text(pictured)
    run_all(pictured)
    read = reading.get(f"/v1/document_inputs/{made.input_id}/extraction").json()
    assert read["blocks"][1]["picture"]["content_hash"] == HASH
    assert "pictures" not in read


def test_the_app_carries_the_picture_and_leads_from_its_number_to_it(
    reading: TestClient, pictured: Praxeo
) -> None:
    made = add_text(pictured)
    run_all(pictured)
    snippet = reading.get(f"/v1/examples/{made.id}").json()["code_snippet_id"]
    app = reading.get(f"/v1/code_snippets/{snippet}/code").text
    assert "data:image/webp;base64," in app
    assert r"\u003ca href=\"#b2\"\u003eFigure 1\u003c/a\u003e" in app


def test_pictures_move_with_a_library_and_go_with_their_input(
    pictured: Praxeo, tmp_path: Path
) -> None:
    made = add_text(pictured)
    run_all(pictured)
    source = pictured.inputs.get(local_user(), made.input_id)
    archive = tmp_path / "library.zip"
    export_archive(pictured.outside.records, pictured.outside.blobs, archive, owner="local")
    other = build(outside_in_memory())
    import_archive(other.outside.records, other.outside.blobs, archive, owner="local", trusted=True)
    assert other.inputs.picture(source, HASH) == WEBP
    now = pictured.examples.get(local_user(), made.id)
    pictured.examples.delete(local_user(), made.id, version=now.version)
    pictured.inputs.delete(local_user(), source.id, version=source.version)
    assert not list(pictured.outside.blobs.keys(f"document_inputs/{source.id}"))
