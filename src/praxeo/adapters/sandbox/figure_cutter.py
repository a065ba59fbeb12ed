"""Has the figures of a PDF cut out of its pages, in a confined process of their own: text is read without them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from praxeo.adapters.sandbox.process import ask, parsing
from praxeo.adapters.sandbox.tasks import FIGURES
from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Extraction, Picture, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.reading_ledger import LedgerLine, Reason
from praxeo.sources.documents.extraction_json import from_json

FIGURES_MAX = 300  # of one document


def with_cut_figures(extraction: Extraction, path: Path) -> Extraction:
    """The extraction with the pictures of its figures; what only adorns is left out, but for its caption."""
    uncut = [b for b in extraction.blocks if b.picture and not b.picture.content_hash]
    if not uncut:
        return extraction
    cuts = [[b.id, b.locator.page, b.locator.box] for b in uncut[:FIGURES_MAX]]
    pictures: dict[str, Picture | None] = {}
    warnings: tuple[ReadingWarning, ...] = ()
    try:
        cut = from_json(ask(parsing(FIGURES, path), given=json.dumps(cuts).encode()))
        pictures = {block.id: block.picture for block in cut.blocks}
        extraction = replace(extraction, pictures=cut.pictures)
        lost = len(uncut) - FIGURES_MAX
    except Refused:
        lost = len(uncut)
    if lost > 0:
        warnings = (_lost(lost),)
    line = _line(len(uncut), sum(picture is not None for picture in pictures.values()), lost)
    extraction = replace(
        extraction,
        warnings=(*extraction.warnings, *warnings),
        ledger=(*extraction.ledger, line),
    )
    blocks = [_with_picture(block, pictures) for block in extraction.blocks]
    return numbered(extraction, [b for b in blocks if b.text.strip() or b.picture])


def _with_picture(block: Block, pictures: Mapping[str, Picture | None]) -> Block:
    if block.picture is None:
        return block
    cut = pictures.get(block.id)
    if cut is None:
        return replace(block, kind="caption", picture=None)
    said = replace(cut, alt=block.picture.alt, credit=block.picture.credit)
    return replace(block, picture=said)


def _line(seen: int, kept: int, lost: int) -> LedgerLine:
    """What became of the pictures: those that were cut and not kept only adorn."""
    lost = max(0, lost)
    left_out: tuple[tuple[Reason, int], ...] = (
        ("decoration", seen - kept - lost),
        ("not_readable", lost),
    )
    reasons = tuple((reason, count) for reason, count in left_out if count)
    return LedgerLine(kind="pictures", seen=seen, kept=kept, left_out=reasons)


def _lost(count: int) -> ReadingWarning:
    were = "pictures were" if count != 1 else "picture was"
    return ReadingWarning(
        code="pictures_left_out",
        message=f"{count} {were} left out: cutting them out of their pages took too long, or they are too many.",
        details={"not_cut": count},
    )
