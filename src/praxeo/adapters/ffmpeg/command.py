"""How ffmpeg and ffprobe are told to trust nothing: which containers and protocols, how many streams and pixels."""

from __future__ import annotations

from praxeo.domain.limits import RECORDING_SECONDS_MAX
from praxeo.domain.media import MediaFacts

FORMATS = "mov,matroska,webm,ogg,mp3,wav,flac,aac,avi,mpegts,mpeg"
"""The demuxers that may open a file: those that read one file, and no list of others (HLS, DASH, concat)."""
STREAMS_MAX = 32
PIXELS_MAX = 4096 * 2160
INPUT = "file:input"
WHITE_NITS = 203  # of paper in HDR, by ITU-R BT.2408
TO_COMMON_BRIGHTNESS = (
    f"zscale=transfer=linear:npl={WHITE_NITS},format=gbrpf32le,zscale=primaries=bt709",
    "tonemap=mobius:param=0.7,zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv420p",
)
GUARDS = (
    *("-protocol_whitelist", "file", "-format_whitelist", FORMATS),
    *("-max_streams", str(STREAMS_MAX), "-max_pixels", str(PIXELS_MAX)),
)


def probing(ffprobe: str, *asked: str) -> tuple[str, ...]:
    """A question to ffprobe about the input."""
    return (ffprobe, "-v", "error", *GUARDS, *asked, "-i", INPUT)


def taking(
    ffmpeg: str, *output: str, seek: float = 0.0, before: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """A run of ffmpeg over the input, from the second `seek` on, for no longer than a recording may last."""
    start = ("-ss", f"{seek:.3f}") if seek else ()
    most = ("-t", str(RECORDING_SECONDS_MAX))
    return (
        ffmpeg,
        "-v",
        "error",
        "-nostdin",
        *GUARDS,
        *before,
        *start,
        *most,
        "-i",
        INPUT,
        *output,
    )


def shown(facts: MediaFacts, *filters: str) -> str:
    """A chain of filters for pictures as they are to be seen: what is HDR is brought to common brightness first."""
    hdr = facts.video is not None and facts.video.hdr
    return ",".join((*(TO_COMMON_BRIGHTNESS if hdr else ()), *filters))
