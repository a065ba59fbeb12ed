"""Makes small recordings with the ffmpeg of this machine, for tests and benchmarks: never from what a person gave."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

PICTURE = "testsrc2=size=320x180:rate=25:duration={seconds}"
TONE = "sine=frequency=440:sample_rate=44100:duration={seconds}"
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50")
AAC = ("-c:a", "aac", "-b:a", "64k")


def made(path: Path, *arguments: str | Path) -> Path:
    """What ffmpeg makes with these arguments, at this path."""
    command = [ffmpeg(), "-v", "error", "-nostdin", "-y", *map(str, arguments), str(path)]
    subprocess.run(command, check=True, timeout=120)
    return path


def ffmpeg() -> str:
    """Where the ffmpeg of this machine is."""
    found = shutil.which("ffmpeg")
    assert found, "ffmpeg is not installed"
    return found


def recording(
    path: Path,
    *,
    seconds: float = 6,
    picture: str = PICTURE,
    sound: str = TONE,
    codecs: Sequence[str] = (*H264, *AAC),
    more: Sequence[str] = (),
) -> Path:
    """A recording of a moving picture and a tone; either is left out where its source is ""."""
    sources = [
        part for made_of in (picture, sound) if made_of
        for part in ("-f", "lavfi", "-i", made_of.format(seconds=seconds))
    ]  # fmt: skip
    return made(path, *sources, *codecs, *more, "-shortest")


def captions(said: Sequence[str], *, every: float = 3) -> str:
    """WebVTT in which one sentence follows the other, each of them for this many seconds."""
    return captions_at(
        (number * every, (number + 1) * every - 0.2, sentence)
        for number, sentence in enumerate(said)
    )


def captions_at(cues: Iterable[tuple[float, float, str]]) -> str:
    """WebVTT of what is said from when to when."""
    lines = (f"{_clock(start)} --> {_clock(end)}\n{text}\n\n" for start, end, text in cues)
    return f"WEBVTT\n\n{''.join(lines)}"


def _clock(second: float) -> str:
    minutes, rest = divmod(second, 60)
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}:{rest:06.3f}"
