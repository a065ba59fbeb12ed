"""Whether recordings can be taken apart on this machine."""

from __future__ import annotations

from praxeo.ops.doctor.finding import Finding
from praxeo.ports.media import MediaTools

NAME = "Recordings"
INSTALL = (
    "Recordings are refused. Install ffmpeg (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg), or set "
    "PRAXEO_FFMPEG to its path."
)


def recordings(tools: MediaTools | None) -> Finding:
    """What there is for them; it is needed by nothing else."""
    if tools is None:
        return Finding(name=NAME, ok=False, message="not found", remedy=INSTALL, needed=False)
    return Finding(name=NAME, ok=True, message=tools.version(), needed=False)
