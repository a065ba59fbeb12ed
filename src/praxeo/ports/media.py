"""What is asked of the program that takes recordings apart; all of it looks at hostile files in a confined process.

Refused: recording_unreadable, recording_empty, recording_too_complex. TooLarge: recording_too_long,
too_many_streams, frame_too_large. Unavailable: media_tool_failed (the program died: worth another try).
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from praxeo.domain.media import MediaFacts


class MediaTools(Protocol):
    """Looks at recordings and takes pictures and sound out of them."""

    def version(self) -> str:
        """Its name and version."""

    def probe(self, path: Path) -> MediaFacts:
        """What the file is. Raises as the module's head says."""
