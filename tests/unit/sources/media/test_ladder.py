"""Which renditions a recording gets: copied where they can be, never above what is there, at a price told before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from praxeo.domain.media import AudioTrack, MediaFacts, Rung, VideoTrack
from praxeo.sources.media.ladder import (
    SEGMENT_SECONDS,
    cuts_of,
    gain_of,
    processor_seconds,
    rungs_of,
)
from praxeo.sources.media.playlists import master, sprites
from praxeo.sources.media.poster import STILL, best_first, unrest

LECTURE = VideoTrack(
    codec="h264", level=31, pixel_format="yuv420p", width=1280, height=720,
    frames_per_second=25.0, bit_rate=2_000_000, keyframe_seconds=2.0,
)  # fmt: skip


def shown(video: VideoTrack) -> list[tuple[int, int, bool]]:
    return [(rung.width, rung.height, rung.copied) for rung in rungs_of(video)]


def test_what_every_browser_plays_is_copied_and_one_smaller_picture_made() -> None:
    assert shown(LECTURE) == [(1280, 720, True), (854, 480, False)]
    full = replace(LECTURE, width=1920, height=1080, level=40)
    assert shown(full) == [(1920, 1080, True), (854, 480, False)]


@pytest.mark.parametrize(
    "other",
    [
        {"codec": "hevc"}, {"codec": "vp9"}, {"level": 42}, {"level": 0}, {"pixel_format": "yuv444p"},
        {"keyframe_seconds": 5.1}, {"keyframe_seconds": 0.0}, {"rotation": 90}, {"hdr": True},
    ],
)  # fmt: skip
def test_what_some_cannot_play_or_seek_in_is_encoded(other: dict[str, object]) -> None:
    assert shown(replace(LECTURE, **other)) == [(1280, 720, False), (854, 480, False)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "height"), [(3840, 2160), (720, 1280), (640, 360), (201, 99)])
@pytest.mark.parametrize("rate", [0.0, 15.0, 60.0])
@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_no_rendition_is_larger_or_quicker_than_the_recording(
    width: int, height: int, rate: float, codec: str
) -> None:
    video = replace(LECTURE, codec=codec, width=width, height=height, frames_per_second=rate)
    for rung in rungs_of(video):
        assert rung.width <= width + 1
        assert rung.height <= height + 1
        assert rung.frames_per_second <= max(rate, 30.0)
        if not rung.copied:
            assert rung.width % 2 == rung.height % 2 == 0
            assert rung.frames_per_second <= 30


def test_cuts_are_the_first_keyframes_past_each_four_seconds() -> None:
    keyframes = [0.0, 1.5, 3.9, 4.4, 7.0, 9.9, 10.0, 12.0, 30.0, 30.5, 31.0]
    assert cuts_of(keyframes) == (4.4, 9.9, 12.0, 30.0, 30.5, 31.0)
    assert cuts_of([]) == ()
    later = cuts_of([second + 100 for second in keyframes])
    assert [round(cut - 100, 3) for cut in later] == [4.4, 9.9, 12.0, 30.0, 30.5, 31.0]
    even = cuts_of([float(second) for second in range(60)])
    assert {b - a for a, b in pairwise(even)} == {SEGMENT_SECONDS}


def test_a_sound_is_copied_unless_it_is_much_softer_or_louder_than_others() -> None:
    sound = AudioTrack(codec="aac", channels=2, sample_rate=48_000)
    assert gain_of(sound, -18) is None
    assert gain_of(sound, -28) == 12
    assert gain_of(sound, -70) is None
    assert gain_of(replace(sound, codec="opus"), -18) == 2
    assert gain_of(replace(sound, channels=6), -16) == 0
    assert gain_of(replace(sound, codec="opus"), -59) == 24


def test_the_price_grows_with_length_and_size_and_copies_are_cheap() -> None:
    facts = MediaFacts(container="mov", seconds=60, size=1, streams=2, video=LECTURE)
    encoded = replace(facts, video=replace(LECTURE, codec="vp9"))
    assert processor_seconds(facts) < 0.7 * processor_seconds(encoded)
    assert processor_seconds(replace(encoded, seconds=600)) == pytest.approx(
        10 * processor_seconds(encoded), rel=0.1
    )
    assert processor_seconds(replace(facts, video=None)) <= 2


def test_the_playlist_names_each_rendition_with_the_one_sound() -> None:
    rungs = rungs_of(LECTURE)
    text = master(rungs, sound=True)
    assert text.count("#EXT-X-STREAM-INF") == 2
    assert text.count('AUDIO="sound"') == 2
    assert "RESOLUTION=854x480" in text
    assert [line for line in text.splitlines() if not line.startswith("#")] == [
        "720p.m3u8",
        "480p.m3u8",
    ]
    assert "sound.m3u8" in master((), sound=True)
    assert "AUDIO" not in master(rungs, sound=False)
    assert Rung(width=1280, height=720, frames_per_second=25, bit_rate=1).name == "720p"


def test_every_five_seconds_have_their_part_of_a_sheet() -> None:
    text = sprites(("sprite-001.jpg", "sprite-002.jpg"), 132.0, 90)
    cues = [line for line in text.splitlines() if "#xywh" in line]
    assert len(cues) == 26
    assert cues[0] == "sprite-001.jpg#xywh=0,0,160,90"
    assert cues[6] == "sprite-001.jpg#xywh=160,90,160,90"
    assert cues[25] == "sprite-002.jpg#xywh=0,0,160,90"
    assert "00:02:05.000 --> 00:02:10.000" in text


def test_a_poster_is_neither_dark_nor_blank_nor_blurred_nor_the_very_first_if_there_is_another() -> (
    None
):
    black, white, plain = bytes(64 * 36), bytes([255]) * (64 * 36), bytes([90]) * (64 * 36)
    sharp = bytes((x * 37 % 200) + 20 for _ in range(36) for x in range(64))
    soft = bytes(90 + x for _ in range(36) for x in range(64))
    assert best_first([black, white, plain, soft, sharp], 64) == [4, 3]
    assert best_first([sharp, soft], 64) == [1, 0]
    assert best_first([black], 64) == []
    assert unrest([sharp, sharp]) <= STILL
    assert unrest([sharp, sharp, soft]) > STILL
