"""How ffmpeg and ffprobe are told to trust nothing: which containers and protocols, how many streams and pixels."""

from __future__ import annotations

FORMATS = "mov,matroska,webm,ogg,mp3,wav,flac,aac,avi,mpegts,mpeg"
"""The demuxers that may open a file: those that read one file, and no list of others (HLS, DASH, concat)."""
STREAMS_MAX = 32
PIXELS_MAX = 4096 * 2160
INPUT = "file:input"
GUARDS = (
    *("-protocol_whitelist", "file", "-format_whitelist", FORMATS),
    *("-max_streams", str(STREAMS_MAX), "-max_pixels", str(PIXELS_MAX)),
)


def probing(ffprobe: str, *asked: str) -> tuple[str, ...]:
    """A question to ffprobe about the input."""
    return (ffprobe, "-v", "error", *GUARDS, *asked, "-i", INPUT)
