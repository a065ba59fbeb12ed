"""Transcripts that people copy: lines with a time, and what is said on the line or below it.

As YouTube's panel gives them ("1:07", "1 minute, 7 seconds", the words), and Otter ("Ada Example  0:05").
"""

from __future__ import annotations

import re
from operator import itemgetter

from praxeo.sources.documents.captions.cues import CLOCK, Cue, cue_of, seconds

TIMED_LINE = re.compile(
    rf"^\s*[\[(]?(?P<clock>(?:{CLOCK}|\d{{3}}:\d{{2}})(?:\.\d{{1,3}})?)[\])]?"
    r"(?:\s*[-–—:]?\s+(?P<said>\S.*)|(?P<glued>[^\W\d\s].*|(?<=\])[\[(♪].*))?$"
)
LYRICS_LINE = re.compile(r"^\[(?P<clock>\d{1,3}:\d{2}\.\d{1,3})\]")
NAMED_TIME = re.compile(rf"^(?P<name>[^\W\d_][^:\n]{{0,60}}?)\s+[\[(]?(?P<clock>{CLOCK})[\])]?\s*$")
LYRICS_HEAD = re.compile(r"^\[[a-z]{2,6}:[^\]]*\]\s*$")  # its title and other facts
# What a screen reader is told of a time, in the panel's languages.
SPOKEN_TIME = re.compile(
    r"^\d+ (?:hours?|minutes?|seconds?|Stunden?|Minuten?|Sekunden?|heures?|minutos?|secondes?|segundos?)"
    r"(?:(?:, | and | und | et | y )\d+ [^\W\d_]+)*\s*"
)
TIMED_LINES_AT_LEAST = 4
CUE_SECONDS = 2.0  # what a line is taken to last at most, so that long gaps are pauses


def timed_cues(text: str) -> list[Cue]:
    """The cues of a text of which at least a third of the lines carry rising times; [] if it is none."""
    lines = _in_order([line for line in text.split("\n") if line.strip()])
    marks = [(TIMED_LINE.match(line), NAMED_TIME.match(line)) for line in lines]
    starts = [seconds((timed or named)["clock"]) for timed, named in marks if timed or named]  # type: ignore[index]
    if len(starts) < TIMED_LINES_AT_LEAST or len(starts) * 3 < len(lines):
        return []
    if starts != sorted(starts):
        return []
    cues: list[tuple[float, str, list[str]]] = []
    for line, (timed, named) in zip(lines, marks, strict=True):
        if timed:
            cues.append((seconds(timed["clock"]), "", [timed["said"] or timed["glued"] or ""]))
        elif named:
            cues.append((seconds(named["clock"]), named["name"].strip(), []))
        elif cues:
            cues[-1][2].append(line)
    ends = [*(start for start, *_ in cues[1:]), cues[-1][0]]
    return [
        cue_of(
            SPOKEN_TIME.sub("", "\n".join(filter(None, said))),
            start,
            min(end, start + CUE_SECONDS),
            speaker=speaker,
        )
        for (start, speaker, said), end in zip(cues, ends, strict=True)
    ]


def _in_order(lines: list[str]) -> list[str]:
    """The lines of an LRC file by their times, since one may list a refrain at its end; any other lines as they are."""
    timed = [(seconds(mark["clock"]), line) for line in lines if (mark := LYRICS_LINE.match(line))]
    if len(timed) < len(lines) - sum(1 for line in lines if LYRICS_HEAD.match(line)):
        return lines
    return [line for _, line in sorted(timed, key=itemgetter(0))] if timed else lines
