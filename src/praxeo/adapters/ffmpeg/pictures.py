"""Pictures out of a recording: a row of small ones to be compared, and single ones to be shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from praxeo.adapters.ffmpeg.command import shown, taking
from praxeo.adapters.ffmpeg.confined import Limits, own_folder, run, too_complex, unreadable
from praxeo.domain.media import MediaFacts, Still

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


def stills(
    ffmpeg: str,
    path: Path,
    facts: MediaFacts,
    second: float,
    *,
    width: int,
    count: int,
    per_second: float,
) -> tuple[Still, ...]:
    """So many pictures from this second on, each at most so wide and never larger than it is.

    Raises Refused("recording_unreadable") where there is none.
    """
    size = _fitted(facts, width)
    filters = shown(facts, f"fps={per_second}", f"scale={size[0]}:{size[1]}")
    command = taking(
        ffmpeg,
        *("-map", "0:V:0", "-vf", filters, "-frames:v", str(count)),
        *("-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"),
        seek=max(0.0, second),
    )
    length = size[0] * size[1] * BYTES_OF_POINT["rgb24"]
    found = bytearray()
    with own_folder(path) as folder:
        for part in run(command, folder, STILL, writes=False):
            found += part
            if len(found) > count * length:
                raise too_complex()
    if len(found) < length:
        raise unreadable()
    starts = range(0, len(found) - length + 1, length)
    return tuple(
        Still(width=size[0], height=size[1], points=bytes(found[start : start + length]))
        for start in starts
    )


def _fitted(facts: MediaFacts, width: int) -> tuple[int, int]:
    """The picture's width and height when it is at most so wide."""
    if facts.video is None:
        raise unreadable()
    share = min(1.0, width / facts.video.width)
    return round(facts.video.width * share), max(1, round(facts.video.height * share))
