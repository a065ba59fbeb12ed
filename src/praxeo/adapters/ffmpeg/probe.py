"""What ffprobe says of a file, as `MediaFacts`; refused if it is none that can be worked on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from praxeo.adapters.ffmpeg.command import PIXELS_MAX, STREAMS_MAX
from praxeo.adapters.ffmpeg.confined import too_many_streams
from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.limits import RECORDING_SECONDS_MAX
from praxeo.domain.media import AudioTrack, MediaChapter, MediaFacts, VideoTrack

CHAPTERS_MAX = 500
TEXT_CHARACTERS_MAX = 300
HDR_TRANSFERS = ("smpte2084", "arib-std-b67")
STILLS = ("mjpeg", "png", "gif", "bmp", "webp")  # the cover of an audio file, no moving picture


def facts_of(said: Mapping[str, Any], *, size: int) -> MediaFacts:
    """The facts without what only its packets tell. Raises as `ports.media` says."""
    streams, format = said.get("streams", []), said.get("format", {})
    if len(streams) >= STREAMS_MAX:
        raise too_many_streams()
    video = _first(streams, "video", _is_film)
    audio = _first(streams, "audio", lambda stream: True)
    if not video and not audio:
        raise Refused(
            "recording_empty",
            "There is neither a picture nor a sound in this file. Look whether it was saved whole, then add it again.",
        )
    return MediaFacts(
        container=_text(format.get("format_name")),
        seconds=max(
            map(_number, (format.get("duration"), video.get("duration"), audio.get("duration")))
        ),
        size=size,
        streams=len(streams),
        video=_video(video) if video else None,
        audio=_audio(audio) if audio else None,
        title=_text(format.get("tags", {}).get("title")),
        chapters=tuple(_chapters(said.get("chapters", []))),
    )


def check_length(seconds: float) -> None:
    """Refuse a recording of more seconds than can be worked on: TooLarge("recording_too_long")."""
    if seconds > RECORDING_SECONDS_MAX:
        hours = RECORDING_SECONDS_MAX // 3600
        raise TooLarge(
            "recording_too_long",
            f"A recording may last {hours} hours; this one says that it is longer. Cut it into parts and add each of them.",
            details={"limit": hours},
        )


def longest_gap(keyframes: Iterable[float], seconds: float) -> float:
    """The longest way from one keyframe to the next, or to the end."""
    return round(max((b - a for a, b in pairwise([*keyframes, seconds])), default=0.0), 3)


def _first(streams: Iterable[Any], kind: str, wanted: Any) -> dict[str, Any]:
    return next((s for s in streams if s.get("codec_type") == kind and wanted(s)), {})


def _is_film(stream: Mapping[str, Any]) -> bool:
    attached = stream.get("disposition", {}).get("attached_pic")
    return not attached and not (
        stream.get("codec_name") in STILLS and _number(stream.get("nb_frames")) == 1
    )


def _video(stream: Mapping[str, Any]) -> VideoTrack:
    width, height = int(_number(stream.get("width"))), int(_number(stream.get("height")))
    if width * height > PIXELS_MAX:
        raise TooLarge(
            "frame_too_large",
            "The picture of this recording has more points than 4096 × 2160. Save it anew at 1080p or less.",
        )
    if not width or not height or not stream.get("codec_name"):
        raise _no_picture()
    turned = round(_rotation(stream)) % 360
    if turned % 180 == 90:
        width, height = height, width
    return VideoTrack(
        codec=_text(stream.get("codec_name")),
        profile=_text(stream.get("profile")),
        level=max(0, int(_number(stream.get("level"), negative=True))),
        pixel_format=_text(stream.get("pix_fmt")),
        width=width,
        height=height,
        rotation=turned,
        frames_per_second=_rate(stream.get("avg_frame_rate")) or _rate(stream.get("r_frame_rate")),
        bit_rate=int(_number(stream.get("bit_rate"))),
        hdr=stream.get("color_transfer") in HDR_TRANSFERS,
    )


def _no_picture() -> Refused:
    return Refused(
        "recording_unreadable",
        "The picture of this recording cannot be read: its codec is not known, or the file is damaged. Save it "
        "anew as an MP4 (H.264 and AAC).",
    )


def _audio(stream: Mapping[str, Any]) -> AudioTrack:
    return AudioTrack(
        codec=_text(stream.get("codec_name")),
        sample_rate=int(_number(stream.get("sample_rate"))),
        channels=int(_number(stream.get("channels"))),
        bit_rate=int(_number(stream.get("bit_rate"))),
        language=_text(stream.get("tags", {}).get("language")),
    )


def _chapters(said: Iterable[Mapping[str, Any]]) -> Iterable[MediaChapter]:
    for number, chapter in enumerate(said):
        title = _text(chapter.get("tags", {}).get("title"))
        if title and number < CHAPTERS_MAX:
            yield MediaChapter(start=_number(chapter.get("start_time")), title=title)


def _rotation(stream: Mapping[str, Any]) -> float:
    for data in stream.get("side_data_list", []):
        if "rotation" in data:
            return -_number(data["rotation"], negative=True)
    return _number(stream.get("tags", {}).get("rotate"), negative=True)


def _rate(text: object) -> float:
    above, _, below = str(text or "").partition("/")
    parts = _number(above), _number(below or "1")
    return round(parts[0] / parts[1], 3) if parts[1] else 0.0


def _number(value: object, *, negative: bool = False) -> float:
    """The number; 0 for what is none, is not finite, or may not be negative."""
    try:
        number = float(str(value))
    except ValueError:
        return 0.0
    return number if math.isfinite(number) and (negative or number > 0) else 0.0


def _text(value: object) -> str:
    """A text of one line that the file states, without signs that steer a terminal."""
    words = "".join(sign if sign.isprintable() else " " for sign in str(value or "")).split()
    return " ".join(words)[:TEXT_CHARACTERS_MAX]
