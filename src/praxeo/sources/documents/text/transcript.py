"""Subtitles and transcripts (WebVTT, SubRip, text with times) to paragraphs that know their second.

WebVTT: https://www.w3.org/TR/webvtt1/. SubRip has no standard; it is read as players do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxeo.domain.blocks import Extraction, Locator, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.text.decoding import decode

PARAGRAPH_CHARACTERS = 500  # a paragraph ends with the first sentence past this
LONGEST_CHARACTERS = 1200  # or here, where no sentence ends
PAUSE_SECONDS = 2.0  # of silence after a sentence that end a paragraph
TIMED_LINES_AT_LEAST = 4
SIGNS_PER_SENTENCE = 400  # characters; text with fewer full stops was written by no person
SHORTEST_JUDGED_CHARACTERS = 400

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}"
ARROW = re.compile(rf"^[ \t]*({CLOCK}(?:[.,]\d{{1,3}})?)\s+-->\s+({CLOCK}(?:[.,]\d{{1,3}})?)", re.M)
TIMED_LINE = re.compile(rf"^\s*[\[(]?({CLOCK})[\])]?(?:\s+[-–—:]?\s*(\S.*))?$")
WEBVTT = re.compile(r"\ufeff?WEBVTT(?:[ \t]+(?:-\s*)?(?P<title>[^\n]*))?(?:\n|$)")
VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]*)>")
TAG = re.compile(r"</?[A-Za-z0-9:.][^>]*>|\{\\[^}]*\}")
NOISE = re.compile(r"[\[(][^\])]{1,40}[\])]|[♪♫]+")  # [Music], (applause)
SPEAKER = re.compile(r"^\s*(?:>>+|[-–—])\s*")
SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """What was said from one second to another; `turn` says that somebody else begins to speak."""

    start: float
    end: float
    text: str
    turn: bool = False


def is_webvtt(text: str) -> bool:
    """Whether a text that begins so is a WebVTT file."""
    return WEBVTT.match(text) is not None


def is_subrip(text: str) -> bool:
    """Whether a text that begins so is a SubRip file: a number, or nothing, and then a time."""
    first = ARROW.search(text[:2000])
    lead = text[: first.start()].strip().lstrip("\ufeff") if first else "-"
    return first is not None and (not lead or lead.isdigit())


def read_transcript_file(path: Path) -> Extraction:
    """The paragraphs of a WebVTT or SubRip file."""
    text = decode(path.read_bytes())
    head = WEBVTT.match(text)
    blocks = BlockList()
    add_cues(list(_arrow_cues(text)), blocks)
    return Extraction(
        metadata=Metadata(title=(head["title"] or "").strip() if head else ""),
        blocks=tuple(blocks.blocks),
        warnings=tuple(blocks.warnings),
    )


def add_timed_text(text: str, blocks: BlockList) -> bool:
    """Append the paragraphs of a transcript whose lines carry times; False if the text is none."""
    lines = [line for line in text.split("\n") if line.strip()]
    timed = [match for line in lines if (match := TIMED_LINE.match(line))]
    if len(timed) < TIMED_LINES_AT_LEAST or len(timed) * 3 < len(lines):
        return False
    starts = [_seconds(match[1]) for match in timed]
    if starts != sorted(starts):
        return False
    add_cues(_timed_cues(lines), blocks)
    return True


def add_cues(cues: list[Cue], blocks: BlockList) -> None:
    """Append cues as paragraphs, each with the second in which it begins."""
    parts: list[Cue] = []
    for cue in _once(cues):
        if parts and (cue.turn or _ends(parts, cue)):
            _add_paragraph(parts, blocks)
            parts = []
        parts.append(cue)
    if parts:
        _add_paragraph(parts, blocks)
    _warn_without_sentences(blocks)


def _arrow_cues(text: str) -> Iterator[Cue]:
    marks = [match for match in ARROW.finditer(text) if not _in_note(text, match.start())]
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        said = text[mark.end() : end].partition("\n")[2]  # the rest of its line is settings
        said = said.split("\n\n")[0]
        yield _cue(said, _seconds(mark[1]), _seconds(mark[2]))


def _in_note(text: str, place: int) -> bool:
    """Whether a time stands in a comment, style or region of WebVTT."""
    block = text[text.rfind("\n\n", 0, place) + 2 : place].lstrip()
    return block.startswith(("NOTE", "STYLE", "REGION"))


def _timed_cues(lines: list[str]) -> list[Cue]:
    cues: list[Cue] = []
    said: list[str] = []
    start: float | None = None
    for line in [*lines, ""]:
        match = TIMED_LINE.match(line)
        if (match or not line) and start is not None:
            end = _seconds(match[1]) if match else start
            cues.append(_cue("\n".join(said), start, min(end, start + PAUSE_SECONDS)))
        if match:
            start, said = _seconds(match[1]), [match[2] or ""]
        else:
            said.append(line)
    return cues


def _cue(said: str, start: float, end: float) -> Cue:
    """A cue without its markup and without what is no speech."""
    turn = bool(VOICE.search(said) or SPEAKER.match(said))
    lines = (
        SPEAKER.sub("", NOISE.sub(" ", html.unescape(TAG.sub("", line))))
        for line in said.split("\n")
        if not line.strip().isdigit()  # the number of the next cue where the empty line is missing
    )
    return Cue(
        start, end, "\n".join(filter(None, (" ".join(line.split()) for line in lines))), turn
    )


def _once(cues: list[Cue]) -> Iterator[Cue]:
    """Cues without the lines that captions which roll up show again."""
    last = ""
    for cue in cues:
        new = []
        for line in cue.text.split("\n"):
            if line and line != last:
                new.append(line)
                last = line
        if new:
            yield Cue(cue.start, cue.end, " ".join(new), cue.turn)


def _ends(parts: list[Cue], following: Cue) -> bool:
    """Whether the paragraph so far ends before the cue that follows."""
    size = sum(len(part.text) + 1 for part in parts)
    if not SENTENCE_END.search(parts[-1].text):
        return size > LONGEST_CHARACTERS
    return size > PARAGRAPH_CHARACTERS or following.start - parts[-1].end >= PAUSE_SECONDS


def _add_paragraph(parts: list[Cue], blocks: BlockList) -> None:
    blocks.place = Locator(second=int(parts[0].start))
    blocks.add("paragraph", " ".join(part.text for part in parts))


def _warn_without_sentences(blocks: BlockList) -> None:
    text = " ".join(block.text for block in blocks.blocks)
    ends = len(re.findall(r"[.!?…。！？](?=\s|$)", text))
    if len(text) > SHORTEST_JUDGED_CHARACTERS and ends * SIGNS_PER_SENTENCE < len(text):
        blocks.warn(
            "no_punctuation",
            "This transcript has no punctuation, as automatic captions have none, so its sentences "
            "cannot be told apart. Add one with punctuation for more practice.",
        )


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
