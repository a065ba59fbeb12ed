"""What players read: the list of renditions, and which part of which sheet shows which second."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.media import Rung
from praxeo.sources.media.ladder import SOUND_RATE

MASTER, FILM, POSTER, SHEETS = "master.m3u8", "film.mp4", "poster.jpg", "sprites.vtt"
SOUND = "sound"
EVERY_SECONDS, COLUMNS, ROWS, SHEET_WIDTH = 5, 5, 5, 160  # as transcoders lay them out


def master(rungs: Sequence[Rung], *, sound: bool) -> str:
    """The playlist of all renditions; one sound goes with every picture."""
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    if sound and rungs:
        lines.append(
            f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="{SOUND}",NAME="{SOUND}",DEFAULT=YES,AUTOSELECT=YES,URI="{SOUND}.m3u8"'
        )
    for rung in rungs:
        with_sound = f',AUDIO="{SOUND}"' if sound else ""
        rate = rung.bit_rate + (SOUND_RATE if sound else 0)
        lines.append(
            f"#EXT-X-STREAM-INF:BANDWIDTH={rate},RESOLUTION={rung.width}x{rung.height}{with_sound}"
        )
        lines.append(f"{rung.name}.m3u8")
    if not rungs:
        lines += [f"#EXT-X-STREAM-INF:BANDWIDTH={SOUND_RATE}", f"{SOUND}.m3u8"]
    return "\n".join([*lines, ""])


def sprites(sheets: Sequence[str], seconds: float, height: int) -> str:
    """WebVTT that names, for every few seconds, the part of a sheet that shows them."""
    cues = ["WEBVTT", ""]
    count = min(len(sheets) * COLUMNS * ROWS, max(1, round(seconds / EVERY_SECONDS)))
    for number in range(count):
        sheet, place = divmod(number, COLUMNS * ROWS)
        row, column = divmod(place, COLUMNS)
        start, end = number * EVERY_SECONDS, min((number + 1) * EVERY_SECONDS, seconds)
        box = f"{column * SHEET_WIDTH},{row * height},{SHEET_WIDTH},{height}"
        cues += [f"{_clock(start)} --> {_clock(end)}", f"{sheets[sheet]}#xywh={box}", ""]
    return "\n".join(cues)


def _clock(second: float) -> str:
    minutes, rest = divmod(second, 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours:02d}:{minutes:02d}:{rest:06.3f}"
