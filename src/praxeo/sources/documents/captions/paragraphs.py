"""Captions of any form to paragraphs that know their second."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from praxeo.domain.blocks import Extraction, Locator, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.captions.arrows import arrow_cues, title_of
from praxeo.sources.documents.captions.cues import Cue, without_repeats
from praxeo.sources.documents.captions.lines_with_times import timed_cues
from praxeo.sources.documents.captions.other_forms import ass_cues, is_ass, is_sbv, sbv_cues
from praxeo.sources.documents.captions.seen_captions import seen_in_captions, seen_in_timed_xml
from praxeo.sources.documents.captions.sentence_seconds import sentence_seconds
from praxeo.sources.documents.captions.speakers import with_speakers
from praxeo.sources.documents.captions.timed_xml import timed_xml_cues
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.word_count import Words

PARAGRAPH_CHARACTERS = 500  # a paragraph ends with the first sentence past this
LONGEST_CHARACTERS = 1200  # or here, where no sentence ends
PAUSE_SECONDS = 2.0  # of silence after a sentence that end a paragraph
SIGNS_PER_SENTENCE = 400  # characters; text with fewer full stops was written by no person
SHORTEST_JUDGED_CHARACTERS = 400
SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*$")


def read_captions_file(path: Path) -> Extraction:
    """The paragraphs of a file of captions: WebVTT, SubRip, SBV, ASS."""
    text = decode(path.read_bytes())
    if is_sbv(text):
        cues = sbv_cues(text)
    elif is_ass(text):
        cues = ass_cues(text)
    else:
        cues = arrow_cues(text)
    return _extraction(cues, title=title_of(text), seen=seen_in_captions(text))


def read_timed_xml_file(path: Path) -> Extraction:
    """The paragraphs of captions in XML: TTML, YouTube's timed text."""
    data = path.read_bytes()
    return _extraction(timed_xml_cues(data), seen=seen_in_timed_xml(data))


def add_timed_text(text: str, blocks: BlockList) -> bool:
    """Append the paragraphs of a transcript whose lines carry times; False if the text is none."""
    cues = timed_cues(text)
    add_cues(cues, blocks)
    return bool(cues)


def add_cues(cues: Iterable[Cue], blocks: BlockList) -> None:
    """Append cues as paragraphs, each with the second in which it begins; a speaker begins a new one."""
    parts: list[Cue] = []
    for cue in without_repeats(with_speakers(list(cues))):
        if parts and (cue.turn or _ends(parts, cue)):
            _add_paragraph(parts, blocks)
            parts = []
        parts.append(cue)
    if parts:
        _add_paragraph(parts, blocks)
    _warn_without_sentences(blocks)


def _extraction(cues: Iterable[Cue], *, title: str = "", seen: Words | None = None) -> Extraction:
    blocks = BlockList()
    add_cues(sorted(cues, key=attrgetter("start")), blocks)  # some files have them in another order
    return blocks.extraction(Metadata(title=title), seen=seen)


def _ends(parts: list[Cue], following: Cue) -> bool:
    """Whether the paragraph so far ends before the cue that follows."""
    size = sum(len(part.text) + 1 for part in parts)
    if not SENTENCE_END.search(parts[-1].text):
        return size > LONGEST_CHARACTERS
    return size > PARAGRAPH_CHARACTERS or following.start - parts[-1].end >= PAUSE_SECONDS


def _add_paragraph(parts: list[Cue], blocks: BlockList) -> None:
    blocks.place = Locator(second=int(parts[0].start))
    text = " ".join(part.text for part in parts)
    before = len(blocks.blocks)
    blocks.add("paragraph", text)
    if len(blocks.blocks) == before + 1 and blocks.blocks[-1].text == text:
        blocks.blocks[-1] = replace(blocks.blocks[-1], seconds=sentence_seconds(text, parts))


def _warn_without_sentences(blocks: BlockList) -> None:
    text = " ".join(block.text for block in blocks.blocks)
    ends = len(re.findall(r"[.!?…。！？](?=\s|$)", text))
    if len(text) > SHORTEST_JUDGED_CHARACTERS and ends * SIGNS_PER_SENTENCE < len(text):
        blocks.warn(
            "no_punctuation",
            "This transcript has no punctuation, as automatic captions have none, so its sentences "
            "cannot be told apart. Add one with punctuation for more practice.",
        )
