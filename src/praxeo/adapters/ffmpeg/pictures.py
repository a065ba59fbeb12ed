"""Pictures out of a recording: a row of small ones to be compared, and single ones to be shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from praxeo.adapters.ffmpeg.command import shown, taking
from praxeo.adapters.ffmpeg.confined import Limits, own_folder, run, too_complex, unreadable
from praxeo.domain.media import MediaFacts

STILL_BYTES = 40_000_000  # of one picture as PNG
STILL = Limits(processor_seconds=30)
START_SECONDS = 30  # of processor, beside what the length of a recording takes
BYTES_OF_POINT = {"gray": 1, "rgb24": 3}


def decoding(facts: MediaFacts) -> Limits:
    """What decoding all of the recording may take: 4K at 60 pictures a second takes some two seconds a second."""
    return Limits(processor_seconds=START_SECONDS + math.ceil(3 * facts.seconds))


def frames(
    ffmpeg: str,
    path: Path,
    facts: MediaFacts,
    *,
    size: tuple[int, int],
    per_second: float,
    colours: Literal["gray", "rgb24"] = "gray",
) -> Iterator[bytes]:
    """Pictures of this size, so many a second from its beginning, each as the bytes of its points, row by row.

    Raises as `run` does; nothing comes of a recording without a picture.
    """
    if facts.video is None:
        return
    width, height = size
    filters = shown(facts, f"fps={per_second}", f"scale={width}:{height}:flags=area")
    most = math.ceil(facts.seconds * per_second) + 1
    command = taking(
        ffmpeg,
        *("-map", "0:V:0", "-vf", filters, "-frames:v", str(most)),
        *("-pix_fmt", colours, "-f", "rawvideo", "pipe:1"),
    )
    length = width * height * BYTES_OF_POINT[colours]
    with own_folder(path) as folder:
        rest = bytearray()
        for part in run(command, folder, decoding(facts), writes=False):
            rest += part
            whole = len(rest) - len(rest) % length
            for start in range(0, whole, length):
                yield bytes(rest[start : start + length])
            del rest[:whole]


def still(ffmpeg: str, path: Path, facts: MediaFacts, second: float, *, width: int) -> bytes:
    """The picture of this second as PNG, at most so wide and never larger than it is.

    Raises Refused("recording_unreadable") where there is none.
    """
    fitted = f"scale='min({width},iw)':-2"
    command = taking(
        ffmpeg,
        *("-map", "0:V:0", "-vf", shown(facts, fitted), "-frames:v", "1"),
        *("-c:v", "png", "-f", "image2pipe", "pipe:1"),
        seek=max(0.0, second),
    )
    found = bytearray()
    with own_folder(path) as folder:
        for part in run(command, folder, STILL, writes=False):
            found += part
            if len(found) > STILL_BYTES:
                raise too_complex()
    if not found:
        raise unreadable()
    return bytes(found)
