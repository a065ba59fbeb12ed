"""In which second each sentence of a paragraph begins that was said in several cues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from praxeo.domain.sentences import split_sentences
from praxeo.sources.documents.captions.cues import Cue


def sentence_seconds(text: str, parts: Sequence[Cue]) -> tuple[int, ...]:
    """The seconds of the sentences of `text`, which is what the parts say with a space between; () for one alone.

    Within a cue time goes on as evenly as its letters.
    """
    starts = [start for start, _ in split_sentences(text)]
    if len(starts) < 2:
        return ()
    places = [0, *accumulate(len(part.text) + 1 for part in parts)]
    found = []
    for start in starts:
        number = min(bisect_right(places, start) - 1, len(parts) - 1)
        part = parts[number]
        share = (start - places[number]) / max(len(part.text), 1)
        found.append(int(part.start + share * max(0.0, part.end - part.start)))
    return tuple(found)
