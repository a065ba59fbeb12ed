"""Who speaks: names before the words ("Ada Example: Good morning"), as meetings are written down."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from praxeo.sources.documents.captions.cues import Cue

NAMED = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.'’-]*)(?: (?:[^\W\d_][\w.'’-]*|\d{1,2}|\([^()]{1,30}\))){0,4})\s*:\s+(?=\S)"
)
NAMED_SHARE = 0.5  # of the cues; where so many begin with a name, all such beginnings are names
NAMED_TIMES = 3  # of one name with several words, in a recording where most cues go on


def with_speakers(cues: list[Cue]) -> list[Cue]:
    """The cues with the names before their words taken as speakers; each change of speaker is a turn."""
    found = [NAMED.match(cue.text) if not cue.speaker else None for cue in cues]
    counts = Counter(match["name"] for match in found if match)
    everywhere = bool(cues) and sum(counts.values()) >= NAMED_SHARE * len(cues) and len(cues) > 1
    names = {
        name
        for name, times in counts.items()
        if _could_be_a_name(name) and (everywhere or (times >= NAMED_TIMES and " " in name))
    }
    told = [
        replace(cue, speaker=match["name"], text=cue.text[match.end() :])
        if match and match["name"] in names
        else cue
        for cue, match in zip(cues, found, strict=True)
    ]
    return _turns(told)


def _could_be_a_name(name: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() for word in name.split())


def _turns(cues: list[Cue]) -> list[Cue]:
    """Of cues that name who speaks only those where somebody else begins are turns."""
    speaker, out = "", []
    for cue in cues:
        if cue.speaker:
            cue = replace(cue, turn=cue.speaker != speaker)
            speaker = cue.speaker
        out.append(cue)
    return out
