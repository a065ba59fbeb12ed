"""Looks at a recording: what it says of itself, then what its packets say of its length."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from praxeo.adapters.ffmpeg.command import probing
from praxeo.adapters.ffmpeg.confined import Limits, own_folder, run, too_complex, unreadable
from praxeo.adapters.ffmpeg.packets import packets_of
from praxeo.adapters.ffmpeg.probe import check_length, facts_of, longest_gap
from praxeo.domain.media import MediaFacts

ANSWER_BYTES = 4_000_000
LIMITS = Limits(processor_seconds=5)
ASKED = ("-show_format", "-show_streams", "-show_chapters", "-of", "json=c=1")


def probed(ffprobe: str, path: Path) -> MediaFacts:
    """What the file is. Raises as `ports.media` says."""
    with own_folder(path) as folder:
        said = bytearray()
        for part in run(probing(ffprobe, *ASKED), folder, LIMITS, writes=False):
            said += part
            if len(said) > ANSWER_BYTES:
                raise too_complex()
        facts = facts_of(_read(said), size=path.stat().st_size)
        check_length(facts.seconds)
        timed = packets_of(ffprobe, folder, facts)
    seconds = max(facts.seconds, timed.end)
    check_length(seconds)
    if not seconds:
        raise unreadable()
    if facts.video is None:
        return replace(facts, seconds=seconds)
    gap = longest_gap(timed.keyframes, seconds)
    return replace(facts, seconds=seconds, video=replace(facts.video, keyframe_seconds=gap))


def _read(said: bytes | bytearray) -> dict[str, object]:
    try:
        found = json.loads(said.decode("utf-8", "replace") or "{}")
    except ValueError as fault:
        raise unreadable() from fault
    return found if isinstance(found, dict) else {}
