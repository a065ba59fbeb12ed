"""What ffprobe says becomes facts, or a refusal with its own code."""

from __future__ import annotations

from typing import Any

import pytest

from praxeo.adapters.ffmpeg.packets import Timed
from praxeo.adapters.ffmpeg.probe import check_length, facts_of, longest_gap
from praxeo.domain.errors import PraxeoError
from praxeo.domain.limits import RECORDING_SECONDS_MAX

PICTURE: dict[str, Any] = {
    "codec_type": "video",
    "codec_name": "h264",
    "width": 1920,
    "height": 1080,
    "avg_frame_rate": "30000/1001",
    "level": 40,
}
SOUND: dict[str, Any] = {"codec_type": "audio", "codec_name": "aac", "channels": 2}


def said(*streams: dict[str, Any], **format: Any) -> dict[str, Any]:
    return {"streams": list(streams), "format": {"format_name": "mov", "duration": "10", **format}}


def test_a_picture_is_as_wide_as_it_is_shown() -> None:
    for turned in ({"side_data_list": [{"rotation": -90}]}, {"tags": {"rotate": "90"}}):
        video = facts_of(said(PICTURE | turned), size=1).video
        assert video is not None
        assert (video.width, video.height, video.rotation) == (1080, 1920, 90)
    upside_down = facts_of(said(PICTURE | {"tags": {"rotate": "180"}}), size=1).video
    assert upside_down is not None
    assert (upside_down.width, upside_down.height) == (1920, 1080)


def test_what_a_phone_films_in_hdr_is_known_by_its_transfer() -> None:
    for transfer, hdr in (("smpte2084", True), ("arib-std-b67", True), ("bt709", False)):
        video = facts_of(said(PICTURE | {"color_transfer": transfer}), size=1).video
        assert video is not None
        assert video.hdr is hdr


def test_the_cover_of_a_song_is_no_picture_of_a_recording() -> None:
    cover = PICTURE | {"codec_name": "mjpeg", "disposition": {"attached_pic": 1}}
    facts = facts_of(said(cover, SOUND), size=1)
    assert facts.video is None
    assert facts.audio is not None


@pytest.mark.parametrize("value", ["N/A", "nan", "inf", "-5", "", None, [], "1e999"])
def test_numbers_that_are_none_count_as_not_known(value: object) -> None:
    odd = PICTURE | {"avg_frame_rate": value, "bit_rate": value, "level": value}
    facts = facts_of(said(odd, duration=value), size=1)
    assert facts.video is not None
    assert (facts.seconds, facts.video.bit_rate, facts.video.frames_per_second) == (0, 0, 0)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (said(), "recording_empty"),
        (said({"codec_type": "subtitle"}), "recording_empty"),
        (said(*[SOUND] * 32), "too_many_streams"),
        (said(PICTURE | {"width": 8192, "height": 8192}), "frame_too_large"),
        (said(PICTURE | {"width": 65535, "height": 65535}), "frame_too_large"),
        (said(PICTURE | {"width": 0}), "recording_unreadable"),
        (said(PICTURE | {"codec_name": None}), "recording_unreadable"),
        ({}, "recording_empty"),
    ],
)
def test_what_cannot_be_worked_on_is_refused_with_its_own_code(
    answer: dict[str, Any], code: str
) -> None:
    with pytest.raises(PraxeoError) as refusal:
        facts_of(answer, size=1)
    assert (refusal.value.code, refusal.value.retryable) == (code, False)


def test_a_title_is_one_line_without_signs_that_steer_a_terminal() -> None:
    facts = facts_of(
        said(PICTURE, tags={"title": "The\x1b[31m heart\n\u202e of " + "x" * 999}), size=1
    )
    assert facts.title.startswith("The [31m heart of x")
    assert len(facts.title) == 300


def test_a_recording_of_four_hours_is_the_longest() -> None:
    check_length(RECORDING_SECONDS_MAX)
    with pytest.raises(PraxeoError) as refusal:
        check_length(RECORDING_SECONDS_MAX + 1)
    assert (refusal.value.code, refusal.value.details) == ("recording_too_long", {"limit": 4})


def test_the_longest_way_between_keyframes_counts_the_end() -> None:
    assert longest_gap((0.0, 2.0, 4.0), 5.0) == 2.0
    assert longest_gap((0.0,), 60.0) == 60.0
    assert longest_gap((), 0.0) == 0.0
    assert Timed(keyframes=(), end=0.0).end == 0.0
