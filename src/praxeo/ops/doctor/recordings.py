"""Whether recordings can be taken apart on this machine."""

from __future__ import annotations

from praxeo.ops.doctor.finding import Finding
from praxeo.ports.media import MediaTools

NAME = "Recordings"
INSTALL = (
    "Recordings are refused. Install ffmpeg (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg), or set "
    "PRAXEO_FFMPEG to its path."
)

WALLS = {"files": "other files", "network": "the network"}
BARE = (
    "Recordings are taken all the same: ffmpeg opens no list of other files and no address. For the second wall, run Praxeo on Linux 5.13 or "
    "later with Landlock, where processes may have networks of their own (containers often forbid both)."
)


def recordings(tools: MediaTools | None) -> Finding:
    """What there is for them; it is needed by nothing else."""
    if tools is None:
        return Finding(name=NAME, ok=False, message="not found", remedy=INSTALL, needed=False)
    missing = tools.missing_walls()
    if missing:
        message = f"{tools.version()}, which the kernel does not keep from {' and '.join(WALLS[wall] for wall in missing)}"
        return Finding(name=NAME, ok=False, message=message, remedy=BARE, needed=False)
    message = f"{tools.version()}, kept from other files and the network by the kernel"
    return Finding(name=NAME, ok=True, message=message, needed=False)


def speech(configured: str, fault: str) -> Finding:
    """Whether what is said can be written down; `fault` is what is missing for the configured model."""
    name = "Speech model"
    if not configured:
        message = "none configured; what is said in recordings comes from captions"
        return Finding(name=name, ok=True, message=message, needed=False)
    return Finding(name=name, ok=not fault, message=fault or configured, needed=False)
