"""Which renditions a recording gets, and what making them takes: copied where it can be, never above what is there.

The figures are those of benchmarks/media: seconds of processor for a second of 1280 × 720 at 25 pictures a second.
"""

from __future__ import annotations

from collections.abc import Iterable

from praxeo.domain.media import AudioTrack, MediaFacts, Rung, VideoTrack

COPIED_SIDE_MAX = 1080  # of the shorter side
COPIED_LEVEL_MAX = 41
COPIED_KEYFRAME_SECONDS_MAX = 5.0
ENCODED_SIDES = (720, 480)
LOW_SIDE = 480
FRAMES_PER_SECOND_MAX = 30.0
SEGMENT_SECONDS = 4.0
BIT_RATES = {1080: 5_000_000, 720: 3_000_000, 480: 1_200_000}  # at most, by the shorter side
LOUDNESS, SILENT = -16.0, -60.0  # LUFS: as recordings for the web are, and what is no sound
UNHEARD_DECIBELS, GAIN_MAX = 4.0, 24.0
SOUND_RATE, SOUND_HERTZ_MAX = 96_000, 48_000

_POINTS = 1280 * 720 * 25
_DECODED, _ENCODED, _SOUND, _COPIED = 0.05, 0.17, 0.03, 0.003


def rungs_of(video: VideoTrack | None) -> tuple[Rung, ...]:
    """From the largest to the smallest; none is larger or has more pictures a second than the recording."""
    if video is None:
        return ()
    side = min(video.width, video.height)
    if can_be_copied(video):
        top = _rung(video, side, copied=True)
        return (top, _rung(video, LOW_SIDE)) if side > LOW_SIDE else (top,)
    sides = [wanted for wanted in ENCODED_SIDES if wanted <= side] or [side]
    return tuple(_rung(video, wanted) for wanted in sides)


def can_be_copied(video: VideoTrack) -> bool:
    """Whether every browser plays the picture as it is, and a player can seek in it."""
    return (
        video.codec == "h264"
        and video.pixel_format in ("yuv420p", "yuvj420p")
        and 0 < video.level <= COPIED_LEVEL_MAX
        and min(video.width, video.height) <= COPIED_SIDE_MAX
        and 0 < video.keyframe_seconds <= COPIED_KEYFRAME_SECONDS_MAX
        and not video.rotation
        and not video.hdr  # common screens show it gray
    )


def sound_can_be_copied(audio: AudioTrack) -> bool:
    """Whether every browser plays the sound as it is."""
    return audio.codec == "aac" and audio.channels <= 2 and audio.sample_rate <= SOUND_HERTZ_MAX


def gain_of(audio: AudioTrack, loudness: float) -> float | None:
    """By how many decibels the sound is to be made louder; None where it is copied, as it is loud enough already."""
    gain = LOUDNESS - loudness if loudness > SILENT else 0.0
    if sound_can_be_copied(audio) and abs(gain) <= UNHEARD_DECIBELS:
        return None
    return max(-GAIN_MAX, min(GAIN_MAX, gain))


def cuts_of(keyframes: Iterable[float]) -> tuple[float, ...]:
    """Where a copied rung is cut into segments: at the first keyframe past each multiple of a segment's length."""
    cuts: list[float] = []
    first: float | None = None
    for second in keyframes:
        first = second if first is None else first
        if second - first >= SEGMENT_SECONDS * (len(cuts) + 1):
            cuts.append(second)
    return tuple(cuts)


def processor_seconds(facts: MediaFacts) -> int:
    """About how many seconds of one processor it takes to make all of it."""
    video, seconds = facts.video, facts.seconds
    if video is None:
        return max(1, round(seconds * _SOUND))
    rungs = rungs_of(video)
    encoded = [rung for rung in rungs if not rung.copied]
    share = _COPIED + _SOUND
    if encoded:
        share += _DECODED * _load(video.width, video.height, video.frames_per_second)
    share += sum(_ENCODED * _load(r.width, r.height, r.frames_per_second) for r in encoded)
    return max(1, round(seconds * share))


def _load(width: int, height: int, frames_per_second: float) -> float:
    return width * height * (frames_per_second or FRAMES_PER_SECOND_MAX) / _POINTS


def _rung(video: VideoTrack, side: int, *, copied: bool = False) -> Rung:
    share = side / min(video.width, video.height)
    width, height = (2 * round(length * share / 2) for length in (video.width, video.height))
    rate = video.frames_per_second or FRAMES_PER_SECOND_MAX
    most = next((BIT_RATES[known] for known in sorted(BIT_RATES) if side <= known), BIT_RATES[1080])
    return Rung(
        width=video.width if copied else width,
        height=video.height if copied else height,
        frames_per_second=rate if copied else min(rate, FRAMES_PER_SECOND_MAX),
        bit_rate=max(video.bit_rate, 1) if copied else most,
        copied=copied,
    )
