"""Revisions of captions: timed anew, cut anew, mended, and changed in what is said; and of videos that are gone."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.drift.editors_hand import AFFECTING, contracted, house_spelling
from benchmarks.drift.pages import Page, Revision, pages
from benchmarks.drift.plain_hand import deletion, negation, number, typo
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.sentences import evidence_parts
from praxeo.sources.documents.readers import read

VIDEOS = 20
WORDS_OF_CUE = 7


def caption_revisions(seed: int = 5) -> Iterator[Revision]:
    """Each talk is what a page says, in cues of seven words; of every fifth the video is gone."""
    for at, page in enumerate(pages(VIDEOS, seed)):
        sentences = [
            text
            for block in page.extraction.blocks
            if block.kind == "paragraph"
            for text in evidence_parts(block)
        ][:120]
        drawn = random.Random(f"{seed}{at}")
        before = said(webvtt(sentences, 2.5, WORDS_OF_CUE))
        talk = _talk(page.id, before)
        if at % 5 == 4:
            yield Revision(page=talk, hand="videos", kind="gone", html="", gone=True, read=_unknown)
            continue
        # What is said twice still stands where one of the two is changed.
        once = [name for name, text in talk.claims.items() if sentences.count(text) <= 1]
        earnest = set(drawn.sample(sorted(once), 2))
        affected, now = set[str](), list(sentences)
        for reference, sentence in talk.claims.items():
            if sentence not in now:
                continue
            edits = (
                [number, negation, *AFFECTING, deletion]
                if reference in earnest
                else [typo, house_spelling, contracted]
            )
            drawn.shuffle(edits)
            changed = next(
                filter(lambda each: each is not None, (edit(sentence, drawn) for edit in edits)),
                None,
            )
            if changed is not None:
                now[now.index(sentence)] = changed
                affected |= {reference} & earnest
        text = webvtt(
            [each for each in now if each], drawn.choice((2.2, 3.1)), drawn.choice((5, 9))
        )
        yield Revision(
            page=talk,
            hand="videos",
            kind="captions",
            html="",
            affected=frozenset(affected),
            read=lambda text=text: said(text),
        )


def webvtt(sentences: list[str], seconds: float, words: int) -> str:
    spoken = " ".join(sentences).split()
    lines, at = ["WEBVTT", ""], 0.0
    for start in range(0, len(spoken), words):
        lines += [
            f"{_time(at)} --> {_time(at + seconds)}",
            " ".join(spoken[start : start + words]).replace("<", "").replace("-->", ""),
            "",
        ]
        at += seconds
    return "\n".join(lines)


def said(text: str) -> Extraction:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "captions.vtt")
        path.write_text(text, "utf-8")
        return read("vtt", path)


def _talk(name: str, extraction: Extraction) -> Page:
    claims, section_of = {}, {}
    for block in extraction.blocks:
        for number_, sentence in list(enumerate(evidence_parts(block), 1))[:3]:
            if 8 <= len(sentence.split()) <= 45:
                claims[f"{block.id}.{number_}"] = sentence
                section_of[f"{block.id}.{number_}"] = block.id
    return Page(id=name, html="", extraction=extraction, claims=claims, section_of=section_of)


def _unknown() -> Extraction:
    raise Refused("video_unknown", "There is no such video.")


def _time(second: float) -> str:
    return f"{int(second // 3600):02}:{int(second // 60 % 60):02}:{second % 60:06.3f}"
