"""A recording by the API: announced, sent, captioned, confirmed; then looked at, read, and made an app of."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from plain_praxeo import outside_in_memory, run_all
from starlette.testclient import TestClient

from devtools.lectures import Style, lecture
from devtools.recordings import captions, recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.adapters.offline_author import OfflineAuthor
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.app import Praxeo, build
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import SpecDocument
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.spec.printing import print_spec

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


@pytest.mark.parametrize("with_captions", [True, False])
def test_items_lead_to_the_second_in_which_it_is_said_or_shown(
    praxeo: Praxeo, tmp_path: Path, with_captions: bool
) -> None:
    engine = find_tesseract()
    assert engine, "tesseract is not installed"
    outside = replace(
        praxeo.outside,
        text_recognition=Tesseract(engine),
        author=OfflineAuthor(),
        compiler=compiled,
    )
    talk = lecture(tmp_path / "a.mp4", seed=2, slides=6, seconds=(6, 9), style=Style(theme=1))
    body = {"name": "talk.mp4", "captions": talk.captions if with_captions else ""}
    praxeo = build(outside)
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        new = client.post("/v1/media_inputs", json=body).json()
        place = f"/v1/media_inputs/{new['id']}"
        client.put(f"{place}/content", content=talk.path.read_bytes())
        client.post(f"{place}/confirm")
        run_all(praxeo)
        found = client.get(place).json()
        told = [warning["code"] for warning in found["warnings"]]
        assert (found["status"], "slides_only" in told) == ("ready", not with_captions)
        given = {"input_type": "media_input", "input_id": found["id"]}
        example = f"/v1/examples/{client.post('/v1/examples', json=given).json()['id']}"
        run_all(praxeo)
        assert client.get(example).json()["status"] == "ready"
        claims = client.get(f"{example}/claims").json()["claims"]
        spans = [span for claim in claims for span in claim["spans"]]
        blocks = {b["id"]: b for b in client.get(f"{place}/extraction").json()["blocks"]}
    assert len(spans) >= 3
    for span in spans:
        second = second_of(blocks[span["block"]], span["sentence"])
        number = max(n for n, start in enumerate(talk.starts) if start <= second + 2)
        topic = talk.topics[number]
        assert span["text"] in (topic.said, *topic.lines, *(f"{line}." for line in topic.lines))


def compiled(spec: SpecDocument, extraction: Extraction) -> str:
    return f"<!doctype html><html lang=en>{print_spec(spec)}"


def second_of(block: dict[str, Any], sentence: int) -> int:
    seconds = block.get("seconds") or [block["locator"]["second"]]
    return int(seconds[min(sentence, len(seconds)) - 1])


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


def test_a_recording_is_prepared_at_a_price_told_before_and_given_in_parts(
    praxeo: Praxeo, tmp_path: Path
) -> None:
    lecture = recording(tmp_path / "lecture.mp4").read_bytes()
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        new = client.post("/v1/media_inputs", json={"name": "lecture.mp4"}).json()
        place = f"/v1/media_inputs/{new['id']}"
        for early in (client.get(f"{place}/preparation"), client.post(f"{place}/preparation")):
            assert (early.status_code, early.json()["code"]) == (409, "not_looked_at")
        client.put(f"{place}/content", content=lecture)
        client.post(f"{place}/confirm")
        run_all(praxeo)
        quote = client.get(f"{place}/preparation").json()
        assert quote == {
            "processor_seconds": 1,
            "renditions": [{"width": 320, "height": 180, "copied": True}],
        }
        missing = client.get(f"{place}/files/film.mp4")
        assert (missing.status_code, missing.json()["code"]) == (404, "no_such_file")
        begun = client.post(f"{place}/preparation")
        assert (begun.status_code, begun.json()["preparation"]) == (202, "under_way")
        run_all(praxeo)
        assert client.get(place).json()["preparation"] == "ready"
        whole = client.get(f"{place}/files/film.mp4")
        assert (whole.headers["content-type"], whole.headers["accept-ranges"]) == (
            "video/mp4",
            "bytes",
        )
        for asked, part in (
            ("bytes=0-9", whole.content[:10]),
            ("bytes=10-", whole.content[10:]),
            ("bytes=-7", whole.content[-7:]),
            ("bytes=5-99999999", whole.content[5:]),
        ):
            answer = client.get(f"{place}/files/film.mp4", headers={"Range": asked})
            assert (answer.status_code, answer.content) == (206, part)
            assert answer.headers["content-range"].endswith(f"/{len(whole.content)}")
        beyond = client.get(f"{place}/files/film.mp4", headers={"Range": "bytes=99999999-"})
        assert beyond.status_code == 416
        for odd in ("bytes=", "lines=1-2", "bytes=1-2,5-6", "bytes=9-2"):
            answer = client.get(f"{place}/files/film.mp4", headers={"Range": odd})
            assert answer.status_code in (200, 416)
        playlist = client.get(f"{place}/files/master.m3u8")
        assert playlist.headers["content-type"] == "application/vnd.apple.mpegurl"
        assert "180p.m3u8" in playlist.text
        again = client.get(
            f"{place}/files/master.m3u8", headers={"If-None-Match": playlist.headers["etag"]}
        )
        assert again.status_code == 304


def test_a_recording_comes_in_parts_and_goes_on_after_a_break(
    praxeo: Praxeo, tmp_path: Path
) -> None:
    lecture = recording(tmp_path / "lecture.mp4").read_bytes()
    whole = lecture + bytes(8_000_000)
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        new = client.post("/v1/media_inputs", json={"name": "lecture.mp4"}).json()
        place = f"/v1/media_inputs/{new['id']}"
        too_large = client.put(f"{place}/parts/1", content=bytes(8_000_001))
        assert too_large.status_code == 413
        assert client.put(f"{place}/parts/1", content=whole[:8_000_000]).status_code == 200
        missing = client.post(f"{place}/complete", json={"size": len(whole)})
        assert (missing.status_code, missing.json()["details"]) == (409, {"part": 2, "parts": 2})
        assert [part["number"] for part in client.get(place).json()["parts"]] == [1]
        client.put(f"{place}/parts/2", content=whole[8_000_000:])
        done = client.post(f"{place}/complete", json={"size": len(whole)})
        assert (done.status_code, done.json()["size"]) == (200, len(whole))
        second = {"size": len(lecture), "content_hash": sha256(whole[8_000_000:]).hexdigest()}
        assert client.post(f"{place}/parts/2", json=second).json()["url"] == ""
        other = {"size": 5, "content_hash": "0" * 64}
        assert client.post(f"{place}/parts/2", json=other).json()["url"] == f"{place}/parts/2"
        assert client.post(f"{place}/confirm").status_code == 202
        run_all(praxeo)
        assert client.get(f"{place}/content").content == whole
        assert client.get(place).json()["parts"] == []
