"""What stands on slides: recognised one by one, and told apart over all of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from praxeo.domain.blocks import DOUBTFUL_BELOW, Block
from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Refused
from praxeo.domain.media import Still
from praxeo.ports.documents import TextRecognition
from praxeo.ports.proving import Progress
from praxeo.sources.documents.language import detect_language
from praxeo.sources.documents.ocr.languages import chosen, engine_name
from praxeo.sources.documents.ocr.words import read_words
from praxeo.sources.media.slide_lines import (
    Line,
    confidence_of,
    item_text,
    lines_of,
    title_and_items,
    without_design,
)
from praxeo.sources.media.slides import Slide

if TYPE_CHECKING:
    from PIL import Image

RECOGNISED_HEIGHT = (
    1080  # points to which smaller pictures are enlarged, as letters have too few otherwise
)
DPI = 150
OTHER_GROUND = 60  # of 255, from which on a part has a ground of its own
FAINT = 24  # of 255, up to which what stands out in such a part is nothing
PART_POINTS, PARTS_AROUND = 24, 5  # of enlarged pictures, by which the ground of words is told
FIRST_SLIDES = 5  # by which the language of all of them is told
SAME_LINE = 0.85  # of its letters, to be taken for the same


def with_text(
    slides: Sequence[Slide], engine: TextRecognition, *, language: str, progress: Progress
) -> tuple[Slide, ...]:
    """The slides with their titles and texts, as far as any could be recognised.

    `language` is a BCP 47 tag, "" where nobody knows it; slides that turn out to be in another are read in that.
    """
    name = chosen((engine_name(language),), engine.languages())
    if not name:
        return tuple(slides)
    found: list[list[Line]] = []
    while len(found) < len(slides):
        cancellation().check()
        found.append(_lines(slides[len(found)].picture, engine, name))
        progress(len(found) / len(slides))
        if len(found) == min(FIRST_SLIDES, len(slides)):
            own = _own_language(found, engine, name)
            if own != name:
                found, name = [_lines(s.picture, engine, own) for s in slides[: len(found)]], own
    pairs = zip(slides, without_design(found), strict=True)
    return _grown([_with_lines(slide, lines) for slide, lines in pairs])


def _own_language(found: Sequence[Sequence[Line]], engine: TextRecognition, name: str) -> str:
    """In which language that is to be recognised what was recognised so far in the language `name`."""
    text = " ".join(line.text for lines in found for line in lines)
    return chosen((engine_name(detect_language(text)), name), engine.languages())


def _grown(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Each slide once, as it is when it is complete: one that the next only adds lines to is its beginning."""
    kept: list[Slide] = []
    for slide in slides:
        if kept and kept[-1].words and _holds(slide, kept[-1]):
            slide = replace(slide, start=kept.pop().start)
        kept.append(slide)
    return tuple(kept)


def _holds(slide: Slide, earlier: Slide) -> bool:
    """Whether all lines of the earlier one stand on it, each read much the same."""
    lines = slide.words.split("\n")
    return all(
        get_close_matches(line, lines, n=1, cutoff=SAME_LINE) for line in earlier.words.split("\n")
    )


def _lines(picture: Still, engine: TextRecognition, language: str) -> list[Line]:
    try:
        table = engine.recognise(_png(picture), dpi=DPI, language=language, oriented=False)
    except Refused:  # too much for the engine: it stays a picture
        return []
    return lines_of(read_words(table))


def _png(picture: Still) -> bytes:
    """In shades of grey, as large as recognition needs it."""
    from PIL import Image

    size = (picture.width, picture.height)
    image = Image.frombytes("RGB", size, picture.points).convert("L")
    share = RECOGNISED_HEIGHT / picture.height
    if share > 1:
        image = image.resize(
            (round(picture.width * share), RECOGNISED_HEIGHT), Image.Resampling.LANCZOS
        )
    out = io.BytesIO()
    _on_light_ground(image).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _on_light_ground(image: Image.Image) -> Image.Image:
    """With whatever stands in a bar or box of another ground as dark as it stands out from that: the engine passes
    over light words in the bar of a title."""
    from PIL import Image, ImageChops, ImageFilter

    few = (max(1, image.width // PART_POINTS), max(1, image.height // PART_POINTS))
    around = image.resize(few, Image.Resampling.BOX).filter(ImageFilter.MedianFilter(PARTS_AROUND))
    usual = sorted(around.tobytes())[few[0] * few[1] // 2]
    other = around.point([255 * (abs(light - usual) > OTHER_GROUND) for light in range(256)])
    ground = around.resize(image.size, Image.Resampling.NEAREST)
    apart = ImageChops.difference(image, ground).point(
        [255 - far if far > FAINT else 255 for far in range(256)]
    )
    return Image.composite(apart, image, other.resize(image.size, Image.Resampling.NEAREST))


def _with_lines(slide: Slide, lines: Sequence[Line]) -> Slide:
    title, items = title_and_items(lines)
    if any(confidence_of([line]) < DOUBTFUL_BELOW for line in lines if line.text in title):
        title = ""
    blocks = tuple(_block(item, alone=len(items) == 1) for item in items)
    return replace(slide, title=title, blocks=blocks)


def _block(item: Sequence[Line], *, alone: bool) -> Block:
    text = item_text(item)
    sentence = alone or text.endswith((".", "!", "?", ":"))
    return Block(
        id="",
        kind="paragraph" if sentence else "list_item",
        level=0 if sentence else 1,
        text=text,
        ocr_confidence=confidence_of(item),
    )
