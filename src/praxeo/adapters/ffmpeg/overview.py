"""Small pictures of all of a recording from its keyframes alone, and the one that stands for it."""

from __future__ import annotations

from pathlib import Path

from praxeo.adapters.ffmpeg.command import shown
from praxeo.adapters.ffmpeg.confined import Limits
from praxeo.adapters.ffmpeg.making import written
from praxeo.adapters.ffmpeg.pictures import decoding
from praxeo.domain.media import MediaFacts, Overview

EVERY_SECONDS, COLUMNS, ROWS, SHEET_WIDTH = 5, 5, 5, 160
GRAY = (64, 36)
SHEETS_BYTES = 200_000_000
POSTER, POSTER_WIDTH = "poster.jpg", 1280
LOOK = Limits(processor_seconds=30, written_bytes=10_000_000)
WINDOW_SECONDS, WINDOW_PICTURES = 1.0, 10
ONE_THREAD = (
    "-threads",
    "1",
    "-filter_complex_threads",
    "1",
)  # starting more costs more than so little work takes


def overview(ffmpeg: str, path: Path, facts: MediaFacts, folder: Path) -> Overview:
    """Sheets in the folder and gray pictures; both of the keyframes alone."""
    width, height = GRAY
    often = shown(facts, f"fps=1/{EVERY_SECONDS}:round=up:start_time=0")
    graph = (
        f"[0:V:0]{often},split[a][b];[a]scale={SHEET_WIDTH}:-2,tile={COLUMNS}x{ROWS}[sheets];"
        f"[b]scale={width}:{height},format=gray[gray]"
    )
    output = (
        *("-filter_complex", graph, "-map", "[sheets]", "-q:v", "6", "sprite-%03d.jpg"),
        *("-map", "[gray]", "-f", "rawvideo", "gray"),
    )
    limits = Limits(processor_seconds=decoding(facts).processor_seconds, written_bytes=SHEETS_BYTES)
    made = written(
        ffmpeg, path, output, folder, limits, before=(*ONE_THREAD, "-skip_frame", "nokey")
    )
    data, length = (folder / "gray").read_bytes(), width * height
    return Overview(
        sheets=tuple(name for name in made if name != "gray"),
        gray=tuple(data[at : at + length] for at in range(0, len(data), length)),
        width=width,
    )


def look(
    ffmpeg: str, path: Path, facts: MediaFacts, second: float, folder: Path
) -> tuple[bytes, ...]:
    """The picture of this second as POSTER in the folder, and gray pictures of what is shown around it."""
    width, height = GRAY
    start = max(0.0, second - WINDOW_SECONDS / 2)
    often = f"fps={WINDOW_PICTURES / WINDOW_SECONDS}"
    graph = (
        f"[0:V:0]{shown(facts, 'split')}[a][b];[a]trim=start={second - start:.3f},scale='min({POSTER_WIDTH},iw)':-2[poster];"
        f"[b]{often},scale={width}:{height},format=gray[gray]"
    )
    output = (
        *("-filter_complex", graph, "-map", "[poster]"),
        *("-frames:v", "1", "-q:v", "3", POSTER, "-map", "[gray]"),
        *("-frames:v", str(WINDOW_PICTURES), "-f", "rawvideo", "gray"),
    )
    written(ffmpeg, path, output, folder, LOOK, seek=start, before=ONE_THREAD)
    data, length = (folder / "gray").read_bytes(), width * height
    return tuple(data[at : at + length] for at in range(0, len(data) - length + 1, length))
