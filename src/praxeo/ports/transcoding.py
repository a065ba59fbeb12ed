"""Makes of a recording what browsers play: pictures to choose by, sound, and renditions of the picture.

Everything is written into the `folder` that is given, under names that are told back. Errors are those of `media`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from praxeo.domain.media import MediaFacts, Overview, Rung
from praxeo.ports.proving import Progress


class Transcoder(Protocol):
    """Makes files of a recording, one stage after the other, so that none has to be made twice."""

    def overview(self, path: Path, facts: MediaFacts, folder: Path) -> Overview:
        """Small pictures, one in five seconds, 160 points wide and 5 × 5 on a sheet; from keyframes alone."""

    def look(self, path: Path, facts: MediaFacts, second: float, folder: Path) -> tuple[bytes, ...]:
        """The picture of this second as `poster.jpg`, at most 1280 points wide; gives ten small gray ones of the
        second around it."""

    def loudness(self, path: Path, facts: MediaFacts) -> float:
        """How loud it is on the whole, in LUFS (EBU R 128); -70 for silence."""

    def sound(
        self, path: Path, facts: MediaFacts, folder: Path, *, gain: float | None, progress: Progress
    ) -> tuple[str, ...]:
        """The sound in segments, with its playlist; copied as it is, or encoded and made louder by `gain` decibels."""

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
        """These renditions of the picture in segments, each with its playlist; cut in these seconds, if there are any.

        All are copied or all encoded, in one go over the recording.
        """

    def film(self, picture: Path | None, sound: Path | None, folder: Path) -> str:
        """Picture and sound that were made, in one file that plays while it is still coming."""
