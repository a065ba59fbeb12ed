"""The picture in several sizes and the sound, in segments of fragmented MP4: one file each, cut by its playlist."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from praxeo.adapters.ffmpeg.command import shown
from praxeo.adapters.ffmpeg.confined import Limits
from praxeo.adapters.ffmpeg.making import written
from praxeo.adapters.ffmpeg.sounds import SOUND
from praxeo.domain.media import MediaFacts, Rung
from praxeo.ports.proving import Progress

SEGMENT_SECONDS = 4
SOUND_HERTZ = 48_000
START_SECONDS = 60
CPU_OF_SECOND = 8  # at most, of one second of 4K on a slow machine
QUALITY = "23"
LOUDEST = 0.84  # of full scale: -1.5 dB


def _segments(name: str) -> tuple[str, ...]:
    return (
        *("-f", "hls", "-hls_time", str(SEGMENT_SECONDS), "-hls_playlist_type", "vod"),
        *("-hls_segment_type", "fmp4", "-hls_flags", "single_file+independent_segments"),
        *("-hls_segment_filename", f"{name}.mp4", f"{name}.m3u8"),
    )


def picture(
    ffmpeg: str,
    path: Path,
    facts: MediaFacts,
    rungs: Sequence[Rung],
    *,
    cuts: Sequence[float],
    folder: Path,
    progress: Progress,
) -> tuple[str, ...]:
    """See `ports.transcoding`."""
    seconds = math.ceil(facts.seconds)
    limits = Limits(
        processor_seconds=START_SECONDS + CPU_OF_SECOND * seconds,
        written_bytes=2 * facts.size + seconds * 1_000_000,
    )
    if all(rung.copied for rung in rungs):
        (top,) = rungs
        output = ("-map", "0:V:0", "-c:v", "copy", "-an", "-tag:v", "avc1", *_segments(top.name))
    else:
        output = _encoded(facts, rungs, cuts)
    return written(ffmpeg, path, output, folder, limits, seconds=facts.seconds, progress=progress)


def _encoded(facts: MediaFacts, rungs: Sequence[Rung], cuts: Sequence[float]) -> tuple[str, ...]:
    rate = rungs[0].frames_per_second
    split = "".join(f"[s{number}]" for number in range(len(rungs)))
    graph = f"[0:V:0]{shown(facts, f'fps={rate}')},split={len(rungs)}{split}"
    for number, rung in enumerate(rungs):
        graph += (
            f";[s{number}]scale={rung.width}:{rung.height}:flags=bilinear,format=yuv420p[v{number}]"
        )
    output: list[str] = ["-filter_complex", graph]
    for number, rung in enumerate(rungs):
        output += ["-map", f"[v{number}]", *_h264(rung, cuts), *_segments(rung.name)]
    return tuple(output)


def _h264(rung: Rung, cuts: Sequence[float]) -> tuple[str, ...]:
    """Keyframes at the cuts and nowhere else, or one for each segment: players change rungs only there."""
    every = round(rung.frames_per_second * SEGMENT_SECONDS)
    forced = (
        ("-force_key_frames", ",".join(f"{second:.3f}" for second in cuts), "-g", "100000")
        if cuts
        else ("-g", str(every), "-force_key_frames", f"expr:gte(t,n_forced*{SEGMENT_SECONDS})")
    )
    return (
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", QUALITY, "-profile:v", "high"),
        *("-maxrate", str(rung.bit_rate), "-bufsize", str(2 * rung.bit_rate)),
        *(*forced, "-sc_threshold", "0"),
    )


def sound(
    ffmpeg: str,
    path: Path,
    facts: MediaFacts,
    folder: Path,
    *,
    gain: float | None,
    progress: Progress,
) -> tuple[str, ...]:
    """See `ports.transcoding`."""
    seconds = math.ceil(facts.seconds)
    limits = Limits(
        processor_seconds=START_SECONDS + seconds, written_bytes=facts.size + seconds * 100_000
    )
    louder = f"volume={gain or 0:.2f}dB,alimiter=limit={LOUDEST}:level=false"
    encoded = ("-af", louder, "-c:a", "aac", "-b:a", "96k", "-ac", "2", "-ar", str(SOUND_HERTZ))
    how = ("-c:a", "copy") if gain is None else encoded
    output = (*SOUND, *how, *_segments("sound"))
    return written(ffmpeg, path, output, folder, limits, seconds=facts.seconds, progress=progress)


def film(ffmpeg: str, picture: Path | None, sound: Path | None, folder: Path) -> str:
    """See `ports.transcoding`."""
    first = picture or sound
    assert first
    second = sound if picture else None
    size = first.stat().st_size + (second.stat().st_size if second else 0)
    limits = Limits(processor_seconds=START_SECONDS + size // 10_000_000, written_bytes=2 * size)
    more = ("-i", "file:beside", "-map", "0", "-map", "1") if second else ()
    output = (*more, "-c", "copy", "-movflags", "+faststart", "film.mp4")
    (name,) = written(ffmpeg, first, output, folder, limits, beside=second)
    return name
