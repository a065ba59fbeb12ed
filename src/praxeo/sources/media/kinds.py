"""Which files are taken for recordings, by their first bytes and by their names."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.errors import Refused
from praxeo.sources.documents.signatures import HEAD_BYTES, NAMES, binary_kind

# What `binary_kind` calls what ffmpeg is let open, with the media type that it is kept as.
MEDIA_TYPES = {
    "mp4": "video/mp4",
    "m4a": "audio/mp4",
    "webm": "video/webm",
    "matroska": "video/x-matroska",
    "ogg": "application/ogg",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "aac": "audio/aac",
    "avi": "video/x-msvideo",
    "mpeg": "video/mpeg",
}
TAKEN = "MP4, MOV, WebM, Matroska, AVI, MPEG, MP3, M4A, AAC, Ogg, FLAC and WAV"


def media_kind(head: bytes) -> str:
    """The key in MEDIA_TYPES of a file that begins with these bytes; "" for what is no recording."""
    kind = binary_kind(head, head)
    if not kind and len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return "aac"
    return kind if kind in MEDIA_TYPES else ""


def check_start(head: bytes) -> None:
    """Refuse at once what its first `HEAD_BYTES` show to be no recording: Refused("not_a_recording")."""
    if not media_kind(head):
        name = NAMES.get(binary_kind(head, head), "no recording")
        raise Refused(
            "not_a_recording", f"This file is {name}. Praxeo takes recordings as {TAKEN}."
        )


def is_recording(path: Path) -> bool:
    """Whether this file begins as a recording does. False where it cannot be read."""
    try:
        with path.open("rb") as file:
            return bool(media_kind(file.read(HEAD_BYTES)))
    except OSError:
        return False
