"""Runs of ffmpeg that write files: into a folder of their own first, then all of them to where they are wanted."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from praxeo.adapters.ffmpeg.command import taking
from praxeo.adapters.ffmpeg.confined import INPUT, Limits, own_folder, run, unreadable
from praxeo.ports.proving import Progress

PROGRESS = ("-progress", "pipe:1", "-nostats")
TIME = re.compile(rb"out_time_us=(\d+)")


def written(
    ffmpeg: str,
    path: Path,
    output: Sequence[str],
    folder: Path,
    limits: Limits,
    *,
    before: tuple[str, ...] = (),
    seek: float = 0.0,
    beside: Path | None = None,
    seconds: float = 0.0,
    progress: Progress = lambda share: None,
) -> tuple[str, ...]:
    """The names of all files that this run made, now in `folder`; `beside` is a second file of our own, called so.

    Of a recording of so many `seconds` it is told how far it is. Raises as `run`.
    """
    command = taking(ffmpeg, *PROGRESS, *output, before=before, seek=seek)
    with own_folder(path) as own:
        if beside:
            shutil.copyfile(beside, own / "beside")
        for part in run(command, own, limits):
            times = TIME.findall(part)
            if times and seconds:
                progress(min(1.0, int(times[-1]) / 1_000_000 / seconds))
        made = sorted(each.name for each in own.iterdir() if each.name not in (INPUT, "beside"))
        if not made:
            raise unreadable()
        for name in made:
            shutil.move(own / name, folder / name)
    return tuple(made)
