"""Whether a published app plays its recording is its owner's to say; without a word nobody outside gets it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from devtools.recordings import captions, recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import Praxeo, build
from praxeo.embeds import films
from praxeo.entrypoints.api.application import ApiOptions, create_api

SAID = ("The heart is a muscle that pumps blood.", "An artery carries blood away from the heart.")


@pytest.fixture
def praxeo() -> Praxeo:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    tools = {
        "read_document": DocumentReader(),
        "media_tools": Ffmpeg(*found),
        "transcoder": FfmpegTranscoder(found[0]),
    }
    return build(replace(outside_in_memory(), **tools))


def published(client: TestClient, example: str) -> dict[str, Any]:
    answer = client.post("/v1/embeds", json={"example_id": example})
    assert answer.status_code == 201
    return answer.json()  # type: ignore[no-any-return]


def changed(client: TestClient, embed: dict[str, Any], **fields: Any) -> Any:
    headers = {"If-Match": f'"{embed["version"]}"'}
    return client.patch(f"/v1/embeds/{embed['id']}", json=fields, headers=headers)


def test_its_owner_publishes_the_recording_and_takes_it_back(
    praxeo: Praxeo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = recording(tmp_path / "lecture.mp4").read_bytes()
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        body = {"name": "lecture.mp4", "captions": captions(SAID)}
        place = f"/v1/media_inputs/{client.post('/v1/media_inputs', json=body).json()['id']}"
        client.put(f"{place}/content", content=data)
        client.post(f"{place}/confirm")
        run_all(praxeo)
        given = {"input_type": "media_input", "input_id": place.rpartition("/")[2]}
        example = client.post("/v1/examples", json=given).json()["id"]
        run_all(praxeo)
        embed = published(client, example)
        assert embed["films"] == []
        early = changed(client, embed, films=True)
        assert (early.status_code, early.json()["code"]) == (409, "recording_not_prepared")
        client.post(f"{place}/preparation")
        run_all(praxeo)
        with monkeypatch.context() as small:
            small.setattr(films, "FILM_BYTES_MAX", 1_000)
            large = changed(client, embed, films=True)
        assert (large.status_code, large.json()["code"]) == (413, "film_too_large")
        shown = changed(client, embed, films=True).json()
        film, words = shown["films"]
        blobs = praxeo.outside.blobs
        made = {file["name"]: file["blob"] for file in client.get(place).json()["files"]}
        assert blobs.read(film["blob"]) == blobs.read(made["film.mp4"])
        assert [text for _, _, text in json.loads(blobs.read(words["blob"]))] == [*SAID]
        area = f"embeds/{embed['id']}/"
        assert film["blob"].startswith(area)
        assert words["blob"].startswith(area)
        taken_back = changed(client, shown, films=False).json()
        assert taken_back["films"] == []
        assert not blobs.exists(film["blob"])
        assert blobs.exists(made["film.mp4"])


def test_an_app_of_no_recording_has_none_to_play(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        answer = changed(client, published(client, made.id), films=True)
        assert (answer.status_code, answer.json()["code"]) == (422, "no_recording")
