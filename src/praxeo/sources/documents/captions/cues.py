"""Cues: what was said from one second to another, freed of what is no speech."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

# Hours, minutes, seconds; some tools leave out leading zeros or write one digit of a fraction.
CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}"
FRACTION = r"(?:[.,:]\d{1,7})?"
VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^<>]*)>")
# No pattern looks past the next sign that could begin it, so that each takes linear time.
# Only what captions know as markup: "List<T>" and "a < b > c" are words.
TAG = re.compile(
    r"</?(?:c|i|b|u|s|v|lang|ruby|rt|rp|font|em|strong|span)(?:[.\s][^<>]*)?/?>"
    r"|<\d[\d:.,]*>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
CHANGE_OF_SPEAKER = re.compile(r"^\s*(?:>>+|[-–—](?=\s*[^\W\d]))\s*")
MUSIC = re.compile(r"[♪♫♬]+")
BRACKETED = re.compile(r"[\[(][^\[\]()]{1,60}[\])]")
# Sounds as captions name them; whatever else stands in brackets was said.
SOUND = re.compile(
    r"\b(?:music|applause|applauds?|laugh\w*|chuckl\w*|cheer\w*|clapp\w*|cough\w*|sigh\w*|sniff\w*|inaudible"
    r"|unintelligible|indistinct|crosstalk|silence|noise|sound|background|foreign|bell|door|phone ringing"
    r"|musik|applaus|gelächter|lach\w*|räuspert|unverständlich|stille|geräusch\w*|musique|applaudissements|rires?"
    r"|inaudible|música|aplausos|risas)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_][^\W\d_ '’.-]*(?: [^\W\d_ '’.-]+)*")
SHORT_SOUND_WORDS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """What was said from one second to another. `speaker` is "" where nobody is named; `turn` says that
    somebody else begins to speak; lines are parted by line breaks.
    """

    start: float
    end: float
    text: str
    speaker: str = ""
    turn: bool = False


def seconds(clock: str) -> float:
    """Seconds of "1:02:03,4" or "02:03.456"."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def cue_of(said: str, start: float, end: float, *, speaker: str = "") -> Cue:
    """A cue without its markup and without sounds that are no speech."""
    voice = VOICE.search(said)
    turn = bool(voice or speaker or CHANGE_OF_SPEAKER.match(said))
    lines = (_spoken(line) for line in said.split("\n"))
    return Cue(
        start=start,
        end=end,
        text="\n".join(filter(None, lines)),
        speaker=speaker or (voice["name"].strip() if voice else ""),
        turn=turn,
    )


def _spoken(line: str) -> str:
    """The words of a line: tags, sounds in brackets and notes of music are none."""
    words = MUSIC.sub(" ", html.unescape(TAG.sub("", line)))
    words = CHANGE_OF_SPEAKER.sub("", words)
    alone = BRACKETED.fullmatch(words.strip()) is not None
    words = BRACKETED.sub(
        lambda found: " " if _is_sound(found[0], alone=alone) else found[0], words
    )
    return " ".join(words.split())


def _is_sound(bracketed: str, *, alone: bool) -> bool:
    inside = bracketed[1:-1].strip()
    if not LETTERS.fullmatch(inside):
        return False
    short = len(inside.split()) <= SHORT_SOUND_WORDS
    return (short and SOUND.search(inside) is not None) or (
        alone and (short or SOUND.search(inside) is not None) and bracketed[0] == "["
    )


def without_repeats(cues: list[Cue]) -> list[Cue]:
    """Cues without the lines that captions which roll up show again."""
    kept: list[Cue] = []
    last = ""
    for cue in cues:
        new = []
        for line in cue.text.split("\n"):
            if line and line != last:
                new.append(line)
                last = line
        if new:
            kept.append(replace(cue, text=" ".join(new)))
    return kept
