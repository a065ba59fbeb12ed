"""The sound of a recording: as it is needed to recognise speech, and where nothing is to be heard."""

from __future__ import annotations

import math
import re
import shutil
from pathlib import Path

from praxeo.adapters.ffmpeg.command import taking
from praxeo.adapters.ffmpeg.confined import Limits, own_folder, run
from praxeo.domain.media import MediaFacts

SPEECH_HERTZ = 16_000
BYTES_OF_SECOND = 2 * SPEECH_HERTZ
START_SECONDS = 30
SOUND = ("-map", "0:a:0", "-vn", "-sn", "-dn")
SILENT = -70.0
LOUDNESS, LOUDNESS_BYTES = re.compile(rb"lavfi\.r128\.I=(-?[\d.]+)"), 4_000
MARK = re.compile(r"lavfi\.silence_(start|end)=([\d.]+)")


def speech_audio(ffmpeg: str, path: Path, facts: MediaFacts, folder: Path) -> Path:
    """One channel of 16,000 samples a second as a WAV in this folder. Raises as `run` does."""
    seconds = math.ceil(facts.seconds) + 1
    limits = Limits(
        processor_seconds=START_SECONDS + seconds // 4,
        written_bytes=2 * seconds * BYTES_OF_SECOND + 100_000,
    )
    output = ("-ac", "1", "-ar", str(SPEECH_HERTZ), "-c:a", "pcm_s16le", "-f", "wav", "speech.wav")
    with own_folder(path) as own:
        for _ in run(taking(ffmpeg, *SOUND, *output), own, limits):
            pass
        return Path(shutil.move(own / "speech.wav", folder / "speech.wav"))


def silences(
    ffmpeg: str, path: Path, facts: MediaFacts, *, seconds: float, decibels: float
) -> tuple[tuple[float, float], ...]:
    """From when to when nothing louder than this is to be heard for at least so many seconds."""
    if facts.audio is None:
        return ()
    wanted = f"silencedetect=noise={decibels}dB:duration={seconds}"
    command = taking(ffmpeg, *SOUND, "-af", f"{wanted},ametadata=print:file=-", "-f", "null", "-")
    limits = Limits(processor_seconds=START_SECONDS + math.ceil(facts.seconds) // 4)
    starts: list[float] = []
    found: list[tuple[float, float]] = []
    rest = ""
    with own_folder(path) as folder:
        for part in run(command, folder, limits, writes=False):
            *lines, rest = (rest + part.decode("ascii", "replace")).split("\n")
            for kind, second in MARK.findall("\n".join(lines)):
                if kind == "start":
                    starts.append(float(second))
                elif starts:
                    found.append((starts.pop(), float(second)))
    return (*found, *((start, facts.seconds) for start in starts))


def loudness(ffmpeg: str, path: Path, facts: MediaFacts) -> float:
    """How loud the sound is on the whole, in LUFS; SILENT for silence."""
    measured = "ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-"
    command = taking(ffmpeg, *SOUND, "-af", measured, "-f", "null", "-")
    limits = Limits(processor_seconds=START_SECONDS + math.ceil(facts.seconds) // 4)
    last = b""
    with own_folder(path) as folder:
        for part in run(command, folder, limits, writes=False):
            last = (last + part)[-LOUDNESS_BYTES:]
    found = LOUDNESS.findall(last)
    return max(SILENT, float(found[-1])) if found else SILENT
