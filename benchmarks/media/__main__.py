"""What preparing a recording takes, as parts of one encoding of it in the same run, and whether it is as good as it was.

`python -m benchmarks.media` prints each ratio with its bar and leaves with 1 if one is missed. Times are seconds of
processor, so that a busy machine changes them little.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.media.lecture import BEEP_SECOND, lecture
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.domain.media import MediaFacts
from praxeo.ports.proving import Progress
from praxeo.sources.media.ladder import rungs_of
from praxeo.sources.media.stages import Stages

SSIM = re.compile(r"All:([\d.]+)")
OFFSET_MAX, SSIM_MIN = 0.040, 0.95


def main() -> int:
    """Print every figure beside its bar; 1 if one is missed."""
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    with TemporaryDirectory(prefix="praxeo-benchmark-") as name:
        figures = _figures(Bench(Path(name), *found))
    missed = 0
    for title, value, bar, at_most in figures:
        good = value <= bar if at_most else value >= bar
        missed += not good
        sign = "≤" if at_most else "≥"
        print(f"{'ok' if good else '!!'} {title:<44} {value:8.3f}  {sign} {bar:g}")
    return 1 if missed else 0


class Bench:
    """A lecture of a minute, and what is measured of it."""

    def __init__(self, folder: Path, ffmpeg: str, ffprobe: str) -> None:
        self.folder, self.ffmpeg = folder, ffmpeg
        self.tools, self.transcoder = Ffmpeg(ffmpeg, ffprobe), FfmpegTranscoder(ffmpeg)
        self.path = lecture(folder / "lecture.mp4")
        self.facts = self.tools.probe(self.path)

    def stages(self, name: str, facts: MediaFacts | None = None) -> Stages:
        """The stages, which write into a folder of this name."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        quiet: Progress = lambda share: None  # noqa: E731
        return Stages(
            tools=self.tools,
            transcoder=self.transcoder,
            path=self.path,
            facts=facts or self.facts,
            folder=folder,
            progress=quiet,
        )

    def run(self, *arguments: object) -> str:
        """What a plain ffmpeg says."""
        command = [self.ffmpeg, "-nostdin", "-y", *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stderr

    def offset(self, path: Path) -> float:
        """How much later the beep is heard than the flash is seen, in seconds."""
        facts = self.tools.probe(path)
        silences = self.tools.silences(path, facts, seconds=0.3, decibels=-40)
        heard = min((end for _, end in silences), key=lambda end: abs(end - BEEP_SECOND))
        pictures = self.tools.frames(path, facts, size=(16, 9), per_second=100)
        start = round((BEEP_SECOND - 1) * 100)
        seen = next(n for n, p in enumerate(pictures) if n > start and min(p) > 240) / 100
        return heard - seen


def _spent(act: Callable[[], Any]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    act()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _figures(bench: Bench) -> list[tuple[str, float, float, bool]]:
    one = _spent(
        lambda: bench.run(
            *("-i", bench.path, "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "23"),
            bench.folder / "one.mp4",
        )
    )
    video = bench.facts.video
    assert video
    plain = replace(
        bench.facts, video=replace(video, keyframe_seconds=9.0)
    )  # so that nothing is copied
    ladder, copied = bench.stages("ladder", plain), bench.stages("copied")
    encoded = _spent(lambda: ladder.picture(copied=False))
    remux = _spent(lambda: copied.picture(copied=True))
    beside = _spent(lambda: copied.picture(copied=False))
    pictures = _spent(copied.overview)
    for stages in (ladder, copied):
        stages.sound()
        stages.film()
    top = rungs_of(plain.video)[0].name
    told = bench.run(
        *("-i", ladder.folder / f"{top}.mp4", "-i", bench.path, "-lavfi", "[0:v][1:v]ssim"),
        *("-f", "null", "-"),
    )
    given = bench.offset(bench.path)
    print(f"   one encoding at 720p takes {one:.1f} s of processor")
    return [
        ("ladder 720 + 480, by one encoding", encoded / one, 1.6, True),
        ("ladder whose top is copied", (remux + beside) / one, 0.7, True),
        ("copied rendition alone", remux / one, 0.03, True),
        ("small pictures and poster", pictures / one, 0.05, True),
        ("sound later than picture, encoded (s)", abs(bench.offset(ladder.folder / "film.mp4") - given), OFFSET_MAX, True),
        ("sound later than picture, copied (s)", abs(bench.offset(copied.folder / "film.mp4") - given), OFFSET_MAX, True),
        ("SSIM of the top rendition", float(SSIM.findall(told)[-1]), SSIM_MIN, False),
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
