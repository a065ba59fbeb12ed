"""When the packets of a recording play: its keyframes, and where it really ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from praxeo.adapters.ffmpeg.command import probing
from praxeo.adapters.ffmpeg.confined import Limits, run, too_complex
from praxeo.domain.media import MediaFacts

PACKETS_MAX = 2_000_000  # four hours of 120 frames a second
LIMITS = Limits(processor_seconds=15)


@dataclass(frozen=True)
class Timed:
    """The seconds of all keyframes in order, and the second in which the last packet ends."""

    keyframes: tuple[float, ...]
    end: float


def packets_of(ffprobe: str, folder: Path, facts: MediaFacts) -> Timed:
    """What the packets of the picture (else of the sound) say. Nothing is decoded. Raises as `run`."""
    stream = "V:0" if facts.video else "a:0"
    entries = "packet=pts_time,duration_time,flags"
    command = probing(
        ffprobe, "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0"
    )
    keyframes: list[float] = []
    end = 0.0
    for count, line in enumerate(_lines(run(command, folder, LIMITS, writes=False))):
        if count > PACKETS_MAX:
            raise too_complex()
        start, length, flags = (*line.split(","), "", "")[:3]
        second = _second(start)
        if second is not None:
            end = max(end, second + (_second(length) or 0.0))
            if facts.video and flags.startswith("K"):
                keyframes.append(max(0.0, second))
    return Timed(keyframes=tuple(sorted(keyframes)), end=round(end, 3))


def _lines(parts: Iterable[bytes]) -> Iterator[str]:
    rest = b""
    for part in parts:
        *whole, rest = (rest + part).split(b"\n")
        yield from (line.decode("ascii", "replace") for line in whole)
    if rest:
        yield rest.decode("ascii", "replace")


def _second(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
