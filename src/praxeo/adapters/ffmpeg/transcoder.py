"""ffmpeg as the transcoder; see `ports.transcoding.Transcoder`. What it takes is loaded with the first recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxeo.domain.media import MediaFacts, Overview, Rung
    from praxeo.ports.proving import Progress


@dataclass(frozen=True)
class FfmpegTranscoder:
    """The program at this path."""

    ffmpeg: str

    def overview(self, path: Path, facts: MediaFacts, folder: Path) -> Overview:
        from praxeo.adapters.ffmpeg.overview import overview

        return overview(self.ffmpeg, path, facts, folder)

    def look(self, path: Path, facts: MediaFacts, second: float, folder: Path) -> tuple[bytes, ...]:
        from praxeo.adapters.ffmpeg.overview import look

        return look(self.ffmpeg, path, facts, second, folder)

    def loudness(self, path: Path, facts: MediaFacts) -> float:
        from praxeo.adapters.ffmpeg.sounds import loudness

        return loudness(self.ffmpeg, path, facts)

    def sound(
        self, path: Path, facts: MediaFacts, folder: Path, *, gain: float | None, progress: Progress
    ) -> tuple[str, ...]:
        from praxeo.adapters.ffmpeg.renditions import sound

        return sound(self.ffmpeg, path, facts, folder, gain=gain, progress=progress)

    def picture(
        self,
        path: Path,
        facts: MediaFacts,
        rungs: Sequence[Rung],
        *,
        cuts: Sequence[float],
        folder: Path,
        progress: Progress,
    ) -> tuple[str, ...]:
        from praxeo.adapters.ffmpeg.renditions import picture

        return picture(self.ffmpeg, path, facts, rungs, cuts=cuts, folder=folder, progress=progress)

    def film(self, picture: Path | None, sound: Path | None, folder: Path) -> str:
        from praxeo.adapters.ffmpeg.renditions import film

        return film(self.ffmpeg, picture, sound, folder)
