"""Gives figures the words that a tagged PDF has for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_places import PlacedFigure
from praxeo.sources.documents.pdf.tagged_figures import Alts, read_alts

SHARED = 0.5  # of the smaller one of two boxes that are of one figure


def with_alts(figures: Sequence[PlacedFigure], document: Any) -> list[PlacedFigure]:
    """The figures, each with what the file says of it before the words that stand in it."""
    if not figures or not raw.FPDFCatalog_IsTagged(document.raw):
        return list(figures)
    told = {page: read_alts(document, page - 1) for page in {figure.page for figure in figures}}
    return [_described(figure, told[figure.page]) for figure in figures]


def _described(figure: PlacedFigure, told: Alts) -> PlacedFigure:
    own = [alt for box, alt in told if _are_one(box, figure.box)]
    return replace(figure, alt=" ".join(dict.fromkeys([*own, figure.alt])).strip())


def _are_one(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide > 0 and high > 0 and wide * high >= SHARED * smaller
