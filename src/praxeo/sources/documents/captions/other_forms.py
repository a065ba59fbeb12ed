"""SBV (YouTube's own), ASS and SSA, LRC: other files of captions that people have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from praxeo.sources.documents.captions.cues import CLOCK, FRACTION, Cue, cue_of, seconds

SBV = re.compile(rf"^({CLOCK}\.\d{{1,3}}),({CLOCK}\.\d{{1,3}})[ \t]*$", re.M)
SECTION = re.compile(r"^\[(?:Script Info|V4\+? Styles|Events)\]", re.I | re.M)
FORMAT = re.compile(r"^Format:(.*)$", re.I | re.M)
DIALOGUE = re.compile(r"^Dialogue:(.*)$", re.I | re.M)
OVERRIDE = re.compile(r"\{[^{}]*\}")
DRAWING = re.compile(r"\\p[1-9]")
USUAL_FIELDS = "Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text"


def is_sbv(text: str) -> bool:
    """Whether a text that begins so is an SBV file: two times with a comma between them."""
    return SBV.match(text.lstrip("\ufeff \t\n")) is not None


def sbv_cues(text: str) -> Iterator[Cue]:
    """The cues of an SBV file."""
    marks = list(SBV.finditer(text))
    for mark, following in zip_longest(marks, marks[1:]):
        said = text[mark.end() : following.start() if following else len(text)]
        yield cue_of(said.replace("[br]", "\n"), seconds(mark[1]), seconds(mark[2]))


def is_ass(text: str) -> bool:
    """Whether a text that begins so is a subtitle file of the SubStation family."""
    return SECTION.match(text.lstrip("\ufeff \t\n")) is not None


def ass_cues(text: str) -> Iterator[Cue]:
    """The cues of an ASS or SSA file in order of time: the words of its dialogue, no drawings."""
    events = text[text.lower().rfind("[events]") :]
    stated = FORMAT.search(events)
    fields = [name.strip().lower() for name in (stated[1] if stated else USUAL_FIELDS).split(",")]
    cues = []
    for line in DIALOGUE.finditer(events):
        values = dict(zip(fields, line[1].split(",", len(fields) - 1), strict=False))
        said = values.get("text", "")
        clocks = [values.get(name, "").strip() for name in ("start", "end")]
        if any(map(DRAWING.search, OVERRIDE.findall(said))) or not all(
            re.fullmatch(rf"{CLOCK}{FRACTION}", clock) for clock in clocks
        ):
            continue
        words = re.sub(r"\\[Nn]", "\n", OVERRIDE.sub("", said)).replace("\\h", " ")
        speaker = (values.get("name") or values.get("actor") or "").strip()
        cues.append(cue_of(words, seconds(clocks[0]), seconds(clocks[1]), speaker=speaker))
    return iter(sorted(cues, key=lambda cue: cue.start))
