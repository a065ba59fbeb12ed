"""Captions in XML: TTML and its profiles, and the two forms of YouTube's timed text.

TTML: https://www.w3.org/TR/ttml2/ (clock times, offsets, frames and ticks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from praxeo.sources.documents.captions.cues import Cue, cue_of, seconds
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.documents.xml_tree import attribute, local

CLOCK_TIME = re.compile(r"(\d{1,3}:\d{1,2}:\d{1,2}(?:\.\d+)?)(?::(\d{1,3})(?:\.\d+)?)?")
OFFSET_TIME = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)")
UNIT_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
USUAL_FRAME_RATE = 30.0
DEEPEST = 40


def timed_xml_cues(data: bytes) -> Iterator[Cue]:
    """The cues of a file of captions in XML. Raises Refused("damaged_file") if it is no XML."""
    root = parse_xml(data)
    if local(root) == "tt":
        yield from sorted(_ttml(root), key=lambda cue: cue.start)
        return
    for node in root.iter():
        name = local(node) if isinstance(node.tag, str) else ""
        if name == "text":  # <text start="1.2" dur="3.4">, in seconds
            yield _youtube(node, attribute(node, "start"), attribute(node, "dur"), 1.0)
        elif name == "p" and attribute(node, "t"):  # <p t="1200" d="3400">, in milliseconds
            yield _youtube(node, attribute(node, "t"), attribute(node, "d"), 0.001)


def _youtube(node: Any, start: str, duration: str, unit: float) -> Cue:
    begins = _number(start) * unit
    return cue_of("".join(node.itertext()), begins, begins + _number(duration) * unit)


def _ttml(root: Any) -> Iterator[Cue]:
    rates = (_frame_rate(root), _number(attribute(root, "tickRate")) or 1.0)

    def below(node: Any, offset: float, depth: int) -> Iterator[Cue]:
        for child in node:
            if not isinstance(child.tag, str) or depth > DEEPEST:
                continue
            begins = offset + _time(attribute(child, "begin"), *rates)
            if local(child) == "p" or (local(child) == "span" and attribute(child, "begin")):
                ends = attribute(child, "end")
                length = _time(attribute(child, "dur"), *rates)
                until = offset + _time(ends, *rates) if ends else begins + length
                if not any(attribute(span, "begin") for span in child.iter() if span is not child):
                    yield cue_of(_words(child), begins, until)
                    continue
            yield from below(child, begins, depth + 1)

    yield from below(root, 0.0, 0)


def _words(node: Any) -> str:
    """The text of a paragraph as one line, with a line break for each `br`."""
    parts = [" ".join((node.text or "").split("\n"))]
    for child in node:
        if isinstance(child.tag, str):
            parts.append("\n" if local(child) == "br" else _words(child))
        parts.append(" ".join((child.tail or "").split("\n")))
    return "".join(parts)


def _frame_rate(root: Any) -> float:
    rate = _number(attribute(root, "frameRate")) or USUAL_FRAME_RATE
    multiplier = attribute(root, "frameRateMultiplier").split()
    if len(multiplier) == 2 and _number(multiplier[1]):
        rate *= _number(multiplier[0]) / _number(multiplier[1])
    return rate


def _time(stated: str, frame_rate: float, tick_rate: float) -> float:
    """Seconds of a time expression; 0 for one that is none."""
    if clock := CLOCK_TIME.fullmatch(stated.strip()):
        return seconds(clock[1]) + (int(clock[2]) / frame_rate if clock[2] else 0.0)
    offset = OFFSET_TIME.fullmatch(stated.strip())
    if offset is None:
        return 0.0
    value, unit = float(offset[1]), offset[2]
    if unit in UNIT_SECONDS:
        return value * UNIT_SECONDS[unit]
    return value / (frame_rate if unit == "f" else tick_rate)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
