"""The words of a file of captions, counted by its lines, apart from the readers that make cues of it."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from praxeo.sources.documents.captions.cues import CLOCK
from praxeo.sources.documents.captions.lines_with_times import SPOKEN_TIME
from praxeo.sources.documents.captions.other_forms import is_ass
from praxeo.sources.documents.captions.speakers import NAMED
from praxeo.sources.documents.word_count import Words, words_of
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.documents.xml_tree import local

TIME = re.compile(r"^[ \t]*\d[\d:.,]*[ \t]*(?:-{1,2}>|,)[ \t]*\d[\d:.,]*")
COMMENT = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)\b")
# Markup, and what stands in brackets, which may be a sound that nobody said.
NOT_SAID = re.compile(r"<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|\([^()]*\)|♪[^♪]*♪?|&[a-z]+;")
CLOCK_AND_NAME = re.compile(
    rf"^(?:[^:\n]{{0,60}}?\s)?[\[(]?\s*{CLOCK}(?:\.\d{{1,3}})?[\])]?(?:\s*[-–—:])?|{SPOKEN_TIME.pattern}",
    re.M,
)
SHOWN = frozenset({"body", "text", "p"})  # below the root; not the head of TTML
ASS_FIELDS = 9  # before the words of a line of dialogue


def seen_in_captions(text: str) -> Words:
    """Each word once: captions that roll up say each line twice."""
    lines = _ass(text) if is_ass(text) else _timed(text)
    return each_once("\n".join(lines))


def seen_in_timed_lines(text: str) -> Words:
    """The same for lines with times, as people copy them."""
    return each_once("\n".join(CLOCK_AND_NAME.sub("", line) for line in text.split("\n")))


def seen_in_timed_xml(data: bytes) -> Words:
    """The same for captions in XML: all text below what is shown, wherever it stands."""
    shown = [node for node in parse_xml(data) if local(node) in SHOWN]
    return each_once("\n".join(text for node in shown for text in node.itertext()))


def each_once(text: str) -> Words:
    """The different words of lines without their markup, and without the names of who speaks."""
    text = "\n".join(NAMED.sub("", line.strip(), count=1) for line in text.split("\n"))
    return Counter(dict.fromkeys(words_of((NOT_SAID.sub(" ", html.unescape(text)),)), 1))


def _ass(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.lower().startswith("dialogue:") and "\\p1" not in line:
            yield (
                line.split(",", ASS_FIELDS)[-1]
                .replace("\\N", " ")
                .replace("\\n", " ")
                .replace("\\h", " ")
            )


def _timed(text: str) -> Iterator[str]:
    """The lines between a time and the next empty line or name of a cue."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        lines = block.strip("\n").split("\n")
        times = [place for place, line in enumerate(lines) if TIME.match(line)]
        if times and not COMMENT.match(lines[0]):
            names = {place - 1 for place in times}
            yield from (
                line.replace("[br]", " ")
                for place, line in enumerate(lines)
                if place > times[0] and place not in times and place not in names
            )
