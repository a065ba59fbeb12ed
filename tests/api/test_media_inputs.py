"""A recording by the API: announced, sent, captioned, confirmed; then looked at, read, and made an app of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import outside_in_memory, run_all
from starlette.testclient import TestClient

from devtools.recordings import captions, recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import Praxeo, build
from praxeo.entrypoints.api.application import ApiOptions, create_api

SAID = ("The heart is a muscle that pumps blood.", "An artery carries blood away from the heart.")


@pytest.fixture
def praxeo() -> Praxeo:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    tools = {"read_document": DocumentReader(), "media_tools": Ffmpeg(*found)}
    return build(replace(outside_in_memory(), **tools))


def test_a_recording_with_captions_becomes_an_app(praxeo: Praxeo, tmp_path: Path) -> None:
    lecture = recording(tmp_path / "lecture.mp4").read_bytes()
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        body = {"name": "lecture.mp4", "size": len(lecture), "captions": captions(SAID)}
        place = f"/v1/media_inputs/{client.post('/v1/media_inputs', json=body).json()['id']}"
        target = client.post(f"{place}/upload", json={"size": 1, "content_hash": "0" * 64})
        assert target.json() == {"url": f"{place}/content", "headers": {}}
        assert client.put(f"{place}/content", content=lecture).status_code == 200
        assert client.post(f"{place}/confirm").status_code == 202
        run_all(praxeo)
        found = client.get(place).json()
        assert (found["status"], found["duration_seconds"]) == ("ready", 6)
        assert found["facts"]["video"]["height"] == 180
        assert client.get(f"{place}/content").content == lecture
        given = {"input_type": "media_input", "input_id": found["id"]}
        example = client.post("/v1/examples", json=given).json()
        run_all(praxeo)
        assert client.get(f"/v1/examples/{example['id']}").json()["status"] == "ready"
        listed = client.get("/v1/media_inputs").json()
        assert [each["id"] for each in listed["records"]] == [found["id"]]


def test_captions_sent_later_have_it_read_again(praxeo: Praxeo, tmp_path: Path) -> None:
    lecture = recording(tmp_path / "lecture.mp4").read_bytes()
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        new = client.post("/v1/media_inputs", json={"name": "lecture.mp4"}).json()
        place = f"/v1/media_inputs/{new['id']}"
        early = client.post(f"{place}/confirm")
        assert (early.status_code, early.json()["code"]) == (409, "no_content")
        client.put(f"{place}/content", content=lecture)
        client.post(f"{place}/confirm")
        run_all(praxeo)
        found = client.get(place).json()
        assert (found["status"], found["reason_code"]) == ("failed", "recording_without_words")
        said = client.put(f"{place}/captions", content=captions(SAID))
        assert said.status_code == 200
        run_all(praxeo)
        assert client.get(place).json()["status"] == "ready"
