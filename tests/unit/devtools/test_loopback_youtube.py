"""The YouTube Data API on this machine answers as the real one's documentation says."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from devtools.loopback.youtube import LoopbackYouTube, Video

VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nEnzymes.\n"


@pytest.fixture
def server() -> LoopbackYouTube:
    videos = [
        Video(id="aaa", title="Enzymes", captions={"track1": VTT}),
        Video(id="bbb", title="Hidden", privacy="private"),
    ]
    return LoopbackYouTube(videos={video.id: video for video in videos})


@pytest.fixture
def client(server: LoopbackYouTube) -> Iterator[httpx.Client]:
    with server.running() as address, httpx.Client(base_url=f"{address}/youtube/v3") as client:
        yield client


def videos(client: httpx.Client, name: str, key: str = "loopback-key") -> httpx.Response:
    part = "snippet,contentDetails,status"
    return client.get("/videos", params={"part": part, "id": name, "key": key})


def test_a_public_video_has_its_facts_and_others_are_not_there(client: httpx.Client) -> None:
    (item,) = videos(client, "aaa,bbb,ccc").json()["items"]
    assert item["snippet"]["title"] == "Enzymes"
    details, status = item["contentDetails"], item["status"]
    assert (details["duration"], details["caption"]) == ("PT12M3S", "true")
    assert (status["uploadStatus"], item["snippet"]["liveBroadcastContent"]) == (
        "processed",
        "none",
    )
    assert item["snippet"]["thumbnails"]["maxres"]["width"] == 1280
    assert "liveStreamingDetails" not in item  # that part was not asked for
    unknown = videos(client, "ccc")
    assert (unknown.status_code, unknown.json()["items"]) == (200, [])


def test_captions_need_somebody_who_may_edit_the_video(client: httpx.Client) -> None:
    by_key = client.get("/captions", params={"videoId": "aaa", "key": "loopback-key"})
    assert by_key.status_code == 401
    headers = {"Authorization": "Bearer loopback-token"}
    (track,) = client.get("/captions", params={"videoId": "aaa"}, headers=headers).json()["items"]
    text = client.get(f"/captions/{track['id']}", params={"tfmt": "vtt"}, headers=headers)
    assert (text.text, text.headers["content-type"]) == (VTT, "text/vtt")
    assert client.get("/captions/none", headers=headers).status_code == 404


def test_a_days_units_come_to_an_end(client: httpx.Client, server: LoopbackYouTube) -> None:
    server.units = 2
    assert [videos(client, "aaa").status_code for _ in range(3)] == [200, 200, 403]
    (error,) = videos(client, "aaa").json()["error"]["errors"]
    assert (error["domain"], error["reason"]) == ("youtube.quota", "quotaExceeded")


def test_a_request_that_is_refused_costs_a_unit_too(
    client: httpx.Client, server: LoopbackYouTube
) -> None:
    server.units = 2
    assert [videos(client, "aaa", key="wrong").status_code for _ in range(2)] == [400, 400]
    assert videos(client, "aaa").status_code == 403


def test_a_key_may_stand_in_a_header(client: httpx.Client) -> None:
    asked = {"params": {"part": "snippet", "id": "aaa"}}
    told = client.get("/videos", **asked, headers={"X-Goog-Api-Key": "loopback-key"})  # type: ignore[arg-type]
    assert told.json()["items"][0]["snippet"]["title"] == "Enzymes"


def test_wrong_keys_addresses_and_faults_are_refused(
    client: httpx.Client, server: LoopbackYouTube
) -> None:
    assert videos(client, "aaa", key="wrong").status_code == 400
    assert client.get("/channels", params={"key": "loopback-key"}).status_code == 404
    server.faults.append(503)
    assert [videos(client, "aaa").status_code for _ in range(2)] == [503, 200]
