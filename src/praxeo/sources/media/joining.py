"""What is shown and what is said in a recording as one text: slides as sections, with what was said to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Extraction, Locator, Metadata, Picture
from praxeo.domain.media import MediaChapter
from praxeo.sources.documents.ocr.telling import doubtful_told
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.budget import within_budget
from praxeo.sources.media.chapters import Silence, chapter_starts, parted
from praxeo.sources.media.said_and_shown import as_said, lines_said
from praxeo.sources.media.slides import Slide

CHAPTER, WITHIN = 2, 3  # levels of headings


@dataclass(frozen=True, kw_only=True)
class OnScreen:
    """The slides, the chapters that the file lists, and where nobody speaks (None: there is no sound)."""

    slides: Sequence[Slide]
    listed: Sequence[MediaChapter]
    silences: Sequence[Silence] | None


def joined(said: Extraction | None, shown: OnScreen) -> Extraction:
    """One extraction; of the slides alone where nobody wrote down what is said."""
    found = said or Extraction(metadata=Metadata(), blocks=())
    album = Album()
    starts = [slide.start for slide in shown.slides]
    spoken: dict[int, list[Block]] = {}
    for block in found.blocks:
        for number, piece in parted(block, starts):
            spoken.setdefault(number, []).append(piece)
    chapters = _chapters(shown)
    known: set[str] = set()
    blocks: list[Block] = []
    lines = lines_said(found.blocks)
    for number, slide in enumerate(shown.slides):
        blocks += _headings(slide, chapters)
        if not slide.words or slide.words not in known:
            blocks += (as_said(block, lines) for block in _on_slide(slide, album))
        known.add(slide.words)
        blocks += spoken.get(number, [])
    warnings = (*found.warnings, *doubtful_told(blocks))
    whole = numbered(replace(found, warnings=warnings), blocks)
    return within_budget(replace(whole, pictures={**found.pictures, **album.pictures}))


def _chapters(shown: OnScreen) -> Mapping[float, str | None]:
    """By the start of the slide with which it begins: the chapter's title, None for that of its slide."""
    starts = [slide.start for slide in shown.slides]
    if not shown.listed:
        return dict.fromkeys(chapter_starts(starts, shown.silences))
    return {
        min(starts, key=lambda start: abs(start - chapter.start)): chapter.title
        for chapter in shown.listed
    }


def _headings(slide: Slide, chapters: Mapping[float, str | None]) -> Iterator[Block]:
    """That of the chapter which begins with the slide, and that of the slide, unless they are the same."""
    listed = chapters.get(slide.start)
    if listed:
        yield _heading(listed, slide, CHAPTER)
    if slide.title and slide.title != listed:
        own = slide.start in chapters and listed is None
        yield _heading(slide.title, slide, CHAPTER if own else WITHIN)


def _heading(text: str, slide: Slide, level: int) -> Block:
    return Block(id="", kind="heading", text=text, level=level, locator=_place(slide))


def _on_slide(slide: Slide, album: Album) -> Iterator[Block]:
    picture = _picture(slide, album)
    if picture:
        yield Block(id="", kind="figure", text="", picture=picture, locator=_place(slide))
    yield from (replace(block, locator=_place(slide)) for block in slide.blocks)


def _picture(slide: Slide, album: Album) -> Picture | None:
    from PIL import Image

    still = slide.picture
    image = Image.frombytes("RGB", (still.width, still.height), still.points)
    return album.take_decoded(image, alt=slide.words, teaches=True)


def _place(slide: Slide) -> Locator:
    return Locator(second=int(slide.start))
