"""The command that reads one document and touches no library: extract."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.entrypoints.cli_output import print_json, print_text, say

if TYPE_CHECKING:
    from praxeo.domain.blocks import Extraction


def extract(
    file: Path,
    format: str,
    channels: tuple[str, ...],
    pictures: Path | None,
    ocr: str,
    ocr_language: str,
    json_too: bool,
) -> None:
    """Read the document in a process of its own and print it; say what was seen, kept and left out."""
    from praxeo.domain.asides import with_channels
    from praxeo.domain.pages import OcrWish
    from praxeo.domain.reading_ledger import CHANNELS
    from praxeo.sources.documents.extraction_json import to_json
    from praxeo.sources.documents.ledger_told import ledger_lines
    from praxeo.sources.documents.markdown_out import render_markdown, render_text
    from praxeo.wiring.alone import document_reader

    reader = document_reader(os.environ.get("PRAXEO_TESSERACT", ""), figures=pictures is not None)
    wish = OcrWish(on=ocr == "on", language=ocr_language)
    chosen = [channel for channel in CHANNELS if channel.replace("_", "-") in channels]
    extraction = with_channels(reader(file, name=file.name, ocr=wish), chosen)
    if pictures:
        _write_pictures(extraction, pictures)
    extraction = replace(extraction, pictures={})  # they are no text
    if json_too or format == "json":
        print_json(json.loads(to_json(extraction)))
    elif format == "text":
        print_text(render_text(extraction))
    else:
        print_text(render_markdown(extraction))
    for told in (*(warning.message for warning in extraction.warnings), *ledger_lines(extraction)):
        say(told)


def _write_pictures(extraction: Extraction, folder: Path) -> None:
    """Each picture as the file that the Markdown names."""
    from praxeo.sources.documents.markdown_out import picture_file

    shown = {block.picture for block in extraction.blocks if block.picture}
    folder.mkdir(parents=True, exist_ok=True)
    for picture in shown:
        if data := extraction.pictures.get(picture.content_hash):
            (folder / picture_file(picture)).write_bytes(data)
