"""What YouTube's Data API says of a video, and each way in which it refuses, told apart against the loopback API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from devtools.loopback.youtube import LoopbackYouTube, Video
from praxeo.adapters.youtube_answers import facts_of
from praxeo.adapters.youtube_api import YoutubeApi
from praxeo.domain.errors import PraxeoError
from praxeo.domain.secrets import Secret

ID = "dQw4w9WgXcQ"
VIDEO = Video(
    id=ID,
    title="The heart\u202e",
    channel="Ada's school",
    description="0:00 Start\n1:05 Veins\n2:05 End",
    duration="P1DT1H2M3S",
    licence="creativeCommon",
    captions={"t": "WEBVTT\n"},
)


@pytest.fixture
def server() -> LoopbackYouTube:
    return LoopbackYouTube(videos={ID: VIDEO})


@pytest.fixture
def address(server: LoopbackYouTube) -> Iterator[str]:
    with server.running() as address:
        yield address


def api(address: str, key: str = "loopback-key") -> YoutubeApi:
    return YoutubeApi(address, Secret(key), lambda: datetime(2026, 11, 29, tzinfo=UTC), "praxeo/0")


def fault(address: str, video_id: str = ID, key: str = "loopback-key") -> PraxeoError:
    with pytest.raises(PraxeoError) as error:
        api(address, key)(video_id)
    assert key not in str(error.value)
    return error.value


def test_a_video_has_its_facts(address: str) -> None:
    facts = api(address)(ID)
    assert (facts.title, facts.channel, facts.published) == (
        "The heart",
        "Ada's school",
        "2026-01-02",
    )
    assert facts.description.endswith("2:05 End")
    assert (facts.duration_seconds, facts.licence) == (90123, "CC BY 3.0")
    assert (facts.hindrance, facts.fetched_at[:10]) == ("", "2026-11-29")


@pytest.mark.parametrize(
    ("video", "hindrance"),
    [
        (replace(VIDEO, live="upcoming"), "video_upcoming"),
        (replace(VIDEO, live="live"), "video_live"),
        (replace(VIDEO, live="completed", upload="uploaded"), "video_processing"),
        (replace(VIDEO, upload="uploaded"), "video_processing"),
        (replace(VIDEO, upload="rejected"), "video_failed"),
        (replace(VIDEO, upload="failed"), "video_failed"),
        (replace(VIDEO, age_restricted=True), "video_age_restricted"),
        (replace(VIDEO, blocked_in=("DE",)), "video_region_restricted"),
        (replace(VIDEO, captions={}), "video_without_captions"),
        (replace(VIDEO, automatic=frozenset({"t"})), "video_without_captions"),
        (VIDEO, ""),
    ],
)
def test_what_stands_in_the_way_of_hearing_it_is_told(
    video: Video, hindrance: str, server: LoopbackYouTube, address: str
) -> None:
    server.videos[ID] = video
    assert api(address)(ID).hindrance == hindrance


def test_private_and_unknown_videos_are_not_there(server: LoopbackYouTube, address: str) -> None:
    server.videos[ID] = replace(VIDEO, privacy="private")
    assert {fault(address).code, fault(address, "aaaaaaaaaaa").code} == {"video_unknown"}


def test_a_used_up_quota_a_refused_key_and_a_busy_service_are_never_confused(
    server: LoopbackYouTube, address: str
) -> None:
    assert fault(address, key="wrong-key").code == "video_key_refused"
    server.faults += [503, 500, 429]
    busy = [fault(address) for _ in range(3)]
    assert {error.code for error in busy} == {"video_service_busy"}
    assert all(error.retryable for error in busy)
    server.units = 0
    spent = fault(address)
    assert (spent.code, spent.retryable) == ("video_quota_used", False)


def test_an_address_where_nobody_answers_is_told() -> None:
    assert fault("http://127.0.0.1:9").retryable


@pytest.mark.parametrize(
    "item", [{}, {"snippet": {}}, {"snippet": {"title": 7}}, {"snippet": None}]
)
def test_an_item_of_another_shape_is_no_video(item: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, AttributeError)):
        facts_of(item, "")
