"""ffmpeg, where it is installed, as the tools for recordings."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # what takes recordings apart is loaded with the first of them
    from praxeo.domain.media import MediaFacts, Still

ASKED_SECONDS = 20  # for its version; a busy machine may be slow


def find_ffmpeg(configured: str = "") -> tuple[str, str] | None:
    """The paths of ffmpeg and of the ffprobe beside it (else that on PATH); None without both."""
    ffmpeg = shutil.which(configured or "ffmpeg")
    beside = str(Path(ffmpeg).with_name("ffprobe")) if ffmpeg else ""
    ffprobe = shutil.which(beside) or shutil.which("ffprobe")
    return (
        (str(Path(ffmpeg).absolute()), str(Path(ffprobe).absolute()))
        if ffmpeg and ffprobe
        else None
    )


@dataclass(frozen=True)
class Ffmpeg:
    """The programs at these paths; see `ports.media.MediaTools`."""

    ffmpeg: str
    ffprobe: str

    def version(self) -> str:
        """As in "ffmpeg 5.1.9"; "ffmpeg" where it does not say."""
        try:
            said = subprocess.run(
                [self.ffmpeg, "-version"],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=ASKED_SECONDS,
                check=True,
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError):
            return "ffmpeg"
        return " ".join(["ffmpeg", *said.split()[2:3]])

    def missing_walls(self) -> tuple[str, ...]:
        from praxeo.adapters.ffmpeg import walls

        try:
            held = subprocess.run(
                [sys.executable, "-I", "-S", walls.__file__],
                capture_output=True,
                timeout=ASKED_SECONDS,
                check=True,
            ).stdout.decode("ascii", "replace")
        except (OSError, subprocess.SubprocessError):
            held = ""
        return tuple(wall for wall in (walls.FILES, walls.NETWORK) if wall not in held.split())

    def probe(self, path: Path) -> MediaFacts:
        """What the file is: first what it says of itself, then what its packets say of its length."""
        from praxeo.adapters.ffmpeg.probing import probed

        return probed(self.ffprobe, path)

    def frames(
        self,
        path: Path,
        facts: MediaFacts,
        *,
        size: tuple[int, int],
        per_second: float,
        colours: Literal["gray", "rgb24"] = "gray",
    ) -> Iterator[bytes]:
        from praxeo.adapters.ffmpeg.pictures import frames

        return frames(self.ffmpeg, path, facts, size=size, per_second=per_second, colours=colours)

    def stills(
        self,
        path: Path,
        facts: MediaFacts,
        second: float,
        *,
        width: int,
        count: int = 1,
        per_second: float = 2.0,
    ) -> tuple[Still, ...]:
        from praxeo.adapters.ffmpeg.pictures import stills

        return stills(
            *(self.ffmpeg, path, facts, second), width=width, count=count, per_second=per_second
        )

    def keyframes(self, path: Path, facts: MediaFacts) -> tuple[float, ...]:
        from praxeo.adapters.ffmpeg.confined import own_folder
        from praxeo.adapters.ffmpeg.packets import packets_of

        with own_folder(path) as folder:
            return packets_of(self.ffprobe, folder, facts).keyframes

    def silences(
        self, path: Path, facts: MediaFacts, *, seconds: float = 0.5, decibels: float = -35
    ) -> tuple[tuple[float, float], ...]:
        from praxeo.adapters.ffmpeg.sounds import silences

        return silences(self.ffmpeg, path, facts, seconds=seconds, decibels=decibels)

    def speech_audio(self, path: Path, facts: MediaFacts, folder: Path) -> Path:
        from praxeo.adapters.ffmpeg.sounds import speech_audio

        return speech_audio(self.ffmpeg, path, facts, folder)
