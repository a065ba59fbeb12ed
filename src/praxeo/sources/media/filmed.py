"""The chapters of what was filmed: where a scene ends, by a cut or a dissolve, in a pause. Nobody named them, so their times have to do."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.media import MediaFacts
from praxeo.ports.media import MediaTools
from praxeo.sources.media.chapters import chapter_starts
from praxeo.sources.media.dissolves import Dissolves
from praxeo.sources.media.scene_cuts import RATE_MAX, SIZE, scene_cuts
from praxeo.sources.youtube.chapters import Chapter

APART_SECONDS = (
    300.0  # titles that say nothing are only good for finding one's way in something long
)


def filmed_chapters(path: Path, facts: MediaFacts, tools: MediaTools) -> list[Chapter]:
    """Those that the file lists; of a long film without a list, those that it seems to have."""
    if facts.chapters:
        return [Chapter(second=int(each.start), title=each.title) for each in facts.chapters]
    if facts.video is None or facts.audio is None or facts.seconds < 2 * APART_SECONDS:
        return []
    rate = min(RATE_MAX, facts.video.frames_per_second or RATE_MAX)
    pictures = tools.frames(path, facts, size=SIZE, per_second=rate, colours="rgb24")
    dissolves = Dissolves(per_second=rate)
    cuts = scene_cuts(dissolves.beside(pictures), per_second=rate)
    scenes = sorted((0.0, *cuts, *dissolves.found(cuts)))
    starts = chapter_starts(scenes, tools.silences(path, facts), apart=APART_SECONDS)
    return [Chapter(second=int(start), title=_clock(start)) for start in starts[1:]]


def _clock(second: float) -> str:
    minutes, rest = divmod(int(second), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
