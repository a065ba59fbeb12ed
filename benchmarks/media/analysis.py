"""Whether slides, chapters and cuts are found where they are known to be, and posters keep clear of cuts.

`python -m benchmarks.media.analysis [FOLDER]` makes ten recordings of slides; FOLDER holds films, each with a JSON of
the same name that lists its `cuts` as numbers of frames and its `gradual` ones as spans of them. It leaves with 1 if a bar is missed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from devtools.lectures import Lecture, lecture
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.sources.media.chapters import chapter_starts
from praxeo.sources.media.dissolves import Dissolves
from praxeo.sources.media.scene_cuts import RATE_MAX, scene_cuts
from praxeo.sources.media.scene_cuts import SIZE as SCENE_SIZE
from praxeo.sources.media.slide_changes import PER_SECOND, SIZE, slide_starts
from praxeo.sources.media.stages import Stages

RECORDINGS = 10
SLIDE_SECONDS, CHAPTER_SECONDS, CUT_FRAMES, POSTER_FRAMES = 1.0, 2.0, 2, 3
GRADUAL_FRAMES = 10  # from the middle of what melts
SLIDES_F1_MIN, CUTS_F1_MIN, GRADUAL_F1_MIN = 0.95, 0.93, 0.6


@dataclass
class Hits:
    """What was found of what is there."""

    there: int = 0
    found: int = 0
    right: int = 0

    def count(self, there: Sequence[float], found: Sequence[float], within: float) -> None:
        """Each of `there` can be found once."""
        left = [*found]
        for one in there:
            near = min(left, key=lambda other: abs(other - one), default=None)
            if near is not None and abs(near - one) <= within:
                left.remove(near)
                self.right += 1
        self.there += len(there)
        self.found += len(found)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.there + self.found)


def main(arguments: Sequence[str]) -> int:
    """Print every figure beside its bar; 1 if one is missed."""
    programs = find_ffmpeg()
    assert programs, "ffmpeg is not installed"
    tools = Ffmpeg(*programs)
    with TemporaryDirectory(prefix="praxeo-benchmark-") as name:
        slides, chapters = _slides(tools, Path(name))
        figures = [("slides found, F1", slides.f1, SLIDES_F1_MIN)]
        figures.append(("chapters within two seconds, F1", chapters.f1, 1.0))
        films = sorted(Path(arguments[0]).glob("*.mp4")) if arguments else []
        if films:
            cuts, gradual, clear = _films(tools, programs[0], films, Path(name))
            figures.append(("cuts found, F1", cuts.f1, CUTS_F1_MIN))
            figures.append(("dissolves found, F1", gradual.f1, GRADUAL_F1_MIN))
            figures.append(("posters clear of cuts", clear, 1.0))
    for title, value, bar in figures:
        print(f"{'ok' if value >= bar else '!!'} {title:<40} {value:6.3f}  ≥ {bar:g}")
    return int(any(value < bar for _, value, bar in figures))


def _slides(tools: Ffmpeg, folder: Path) -> tuple[Hits, Hits]:
    slides, chapters = Hits(), Hits()
    for seed in range(RECORDINGS):
        talk: Lecture = lecture(folder / f"{seed}.mp4", seed=seed)
        facts = tools.probe(talk.path)
        frames = tools.frames(talk.path, facts, size=SIZE, per_second=PER_SECOND)
        found = slide_starts(frames)
        slides.count(talk.starts[1:], found[1:], SLIDE_SECONDS)
        wanted = chapter_starts(talk.starts, None)
        silences = tools.silences(talk.path, facts)
        chapters.count(wanted, chapter_starts(found, silences), CHAPTER_SECONDS)
    return slides, chapters


def _films(
    tools: Ffmpeg, ffmpeg: str, films: Iterable[Path], folder: Path
) -> tuple[Hits, Hits, float]:
    cuts, gradual, clear = Hits(), Hits(), []
    for path in films:
        facts = tools.probe(path)
        assert facts.video
        rate = min(RATE_MAX, facts.video.frames_per_second)
        known = json.loads(path.with_suffix(".json").read_text("utf-8"))
        frames = tools.frames(path, facts, size=SCENE_SIZE, per_second=rate, colours="rgb24")
        dissolves = Dissolves(per_second=rate)
        hard = scene_cuts(dissolves.beside(frames), per_second=rate)
        cuts.count(known["cuts"], [second * rate for second in hard], CUT_FRAMES)
        middles = [(start + end) / 2 for start, end in known["gradual"]]
        soft = [second * rate for second in dissolves.found(hard)]
        gradual.count(middles, soft, GRADUAL_FRAMES)
        looks = Observed(ffmpeg)
        stages = Stages(
            tools=tools,
            transcoder=looks,
            path=path,
            facts=replace(facts),
            folder=folder,
            progress=lambda share: None,
        )
        stages.overview()
        frame = looks.last * rate
        clear.append(all(abs(frame - cut) > POSTER_FRAMES for cut in known["cuts"]))
    return cuts, gradual, sum(clear) / len(clear)


class Observed(FfmpegTranscoder):
    """Remembers the second of the picture that it looked at last: that of the poster."""

    last = 0.0

    def look(self, path, facts, second, folder):  # type: ignore[no-untyped-def]
        object.__setattr__(self, "last", second)
        return super().look(path, facts, second, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
