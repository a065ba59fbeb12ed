"""What is asked of the program that takes recordings apart; all of it looks at hostile files in a confined process.

Refused: recording_unreadable, recording_empty, recording_too_complex. TooLarge: recording_too_long,
too_many_streams, frame_too_large. Unavailable: media_tool_failed (the program died: worth another try).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Protocol

from praxeo.domain.media import MediaFacts, Still


class MediaTools(Protocol):
    """Looks at recordings and takes pictures and sound out of them."""

    def version(self) -> str:
        """Its name and version."""

    def missing_walls(self) -> tuple[str, ...]:
        """From what the kernel does not keep the program while it looks at hostile files: "files", "network"."""

    def probe(self, path: Path) -> MediaFacts:
        """What the file is. Raises as the module's head says."""

    def frames(
        self,
        path: Path,
        facts: MediaFacts,
        *,
        size: tuple[int, int],
        per_second: float,
        colours: Literal["gray", "rgb24"] = "gray",
    ) -> Iterator[bytes]:
        """Small pictures from its beginning on, so many a second: the n-th (from 0) is of second n / `per_second`.

        `size` is width and height; each is the bytes of its points, row by row. None of a sound alone.
        """

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
        """So many pictures from this second on, one at least; at most so wide and never larger than they are."""

    def keyframes(self, path: Path, facts: MediaFacts) -> tuple[float, ...]:
        """The seconds of all keyframes, in order."""

    def silences(
        self, path: Path, facts: MediaFacts, *, seconds: float = 0.5, decibels: float = -35
    ) -> tuple[tuple[float, float], ...]:
        """From when to when nothing louder than `decibels` is to be heard, of `seconds` at least."""

    def speech_audio(self, path: Path, facts: MediaFacts, folder: Path) -> Path:
        """The sound as a WAV in this folder: one channel, 16,000 samples of two bytes a second."""
