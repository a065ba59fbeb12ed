"""Cuts figures out of the drawn page: bitmaps, vector drawings and their labels alike, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2

from praxeo.domain.blocks import Block, Box, Extraction, Metadata, Picture
from praxeo.sources.documents.pdf.source import open_pdf
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.budget import within_budget
from praxeo.sources.documents.pictures.fitting import LADDER

SHOWN_PER_POINT = 1.6  # pixels of CSS; an inch has 72 points and 96 of these
SCALE_MAX = 3.0  # pixels per point: 216 dpi
PIXELS_MAX = 4_000_000  # of one cut
AIR = 2.0  # points around a figure, for lines that are half outside

Cut = tuple[str, int, Box]
"""A figure to cut: id of its block, page from 1, box as printed; as JSON a list."""


def cut_figures(path: Path, cuts: Sequence[Cut]) -> Extraction:
    """Blocks with the pictures that could be cut, by the ids given."""
    album = Album()
    blocks: list[Block] = []
    with open_pdf(path) as document:
        for number, wanted in groupby(sorted(cuts, key=lambda cut: cut[1]), lambda cut: cut[1]):
            try:
                page = document[number - 1]
            except (pypdfium2.PdfiumError, IndexError):
                continue
            for block_id, _, box in wanted:
                # What adorns was told by its place on the page, where a formula may be as small.
                picture = album.take_decoded(_drawn(page, box), teaches=True)
                if picture:
                    shown = _as_printed(picture, box)
                    blocks.append(Block(id=block_id, kind="figure", text="", picture=shown))
    return within_budget(
        Extraction(metadata=Metadata(), blocks=tuple(blocks), pictures=album.pictures)
    )


def _as_printed(picture: Picture, box: Box) -> Picture:
    """The picture shown a little larger than it is printed, as the text around it is, and sharp."""
    width = min(picture.width, max(1, round((box[2] - box[0]) * SHOWN_PER_POINT)))
    return replace(
        picture, width=width, height=max(1, round(picture.height * width / picture.width))
    )


def _drawn(page: Any, box: Box) -> Any:
    width, height = page.get_size()
    left, top = max(0.0, box[0] - AIR), max(0.0, box[1] - AIR)
    right, bottom = min(width, box[2] + AIR), min(height, box[3] + AIR)
    wide, high = max(1.0, right - left), max(1.0, bottom - top)
    scale = min(SCALE_MAX, LADDER[0].width / wide, (PIXELS_MAX / (wide * high)) ** 0.5)
    crop = (left, height - bottom, width - right, top)
    return page.render(scale=scale, crop=crop).to_pil().convert("RGB")
