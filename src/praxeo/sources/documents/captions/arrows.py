"""WebVTT and SubRip: times with an arrow between them, and what is said below.

WebVTT: https://www.w3.org/TR/webvtt1/. SubRip has no standard; it is read as players do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from praxeo.sources.documents.captions.cues import CLOCK, FRACTION, Cue, cue_of, seconds

ARROW = re.compile(rf"^[ \t]*({CLOCK}{FRACTION})[ \t]*-{{1,2}}>[ \t]*({CLOCK}{FRACTION})", re.M)
WEBVTT = re.compile(r"\ufeff?WEBVTT(?:[ \t]+(?:-\s*)?(?P<title>[^\n]*))?(?:\n|$)")
BEGINNING_CHARACTERS = 2000


def is_webvtt(text: str) -> bool:
    """Whether a text that begins so is a WebVTT file."""
    return WEBVTT.match(text) is not None


def is_subrip(text: str) -> bool:
    """Whether a text that begins so is a SubRip file: a number, or nothing, and then a time."""
    first = ARROW.search(text[:BEGINNING_CHARACTERS])
    lead = text[: first.start()].strip().lstrip("\ufeff") if first else "-"
    return first is not None and (not lead or lead.isdigit())


def title_of(text: str) -> str:
    """What a WebVTT file says that it is about."""
    head = WEBVTT.match(text)
    return (head["title"] or "").strip() if head else ""


def arrow_cues(text: str) -> Iterator[Cue]:
    """The cues of a WebVTT or SubRip file."""
    marks = [match for match in ARROW.finditer(text) if not _in_note(text, match.start())]
    for mark, following in zip_longest(marks, marks[1:]):
        until = following.start() if following else len(text)
        said = text[mark.end() : until].partition("\n")[2]  # the rest of its line is settings
        if following:
            said = _without_next_name(said)
        yield cue_of(_until_comment(said), seconds(mark[1]), seconds(mark[2]))


def _without_next_name(said: str) -> str:
    """What stands between two times, without the number or name of the second of them.

    It stands right above the time: after an empty line it may be any word, else only a number is one.
    """
    above = said.rstrip()
    rest, _, last = above.rpartition("\n")
    touches = "\n" not in said[len(above) :].removesuffix("\n").lstrip(" \t")
    parted = not rest.strip(" \t") or not rest.rpartition("\n")[2].strip()
    return rest if touches and (last.strip().isdigit() or parted) else above


def _until_comment(said: str) -> str:
    """The text before a comment, style or region that stands between cues."""
    return re.split(r"\n[ \t]*\n(?=NOTE\b|STYLE\b|REGION\b)", said, maxsplit=1)[0]


def _in_note(text: str, place: int) -> bool:
    """Whether a time stands in a comment, style or region of WebVTT."""
    block = text[text.rfind("\n\n", 0, place) + 2 : place].lstrip()
    return block.startswith(("NOTE", "STYLE", "REGION"))
