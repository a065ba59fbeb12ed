"""reStructuredText to blocks by Docutils, which may neither open files nor let raw text through."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.rst.names import make_known
from praxeo.sources.documents.markup.rst.walk import Walk
from praxeo.sources.documents.markup.sure_words import RST, sure_words
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode

LONGEST_CHARACTERS = 2_000_000
# Docutils is kept from ending at what it finds, but a substitution without its text still does.
GIVES_UP = (KeyError, ValueError, AttributeError, AssertionError, TypeError, IndexError)
SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 5,
    "report_level": 2,
    "line_length_limit": LONGEST_CHARACTERS,
    "syntax_highlight": "none",
    "smart_quotes": False,
    "doctitle_xform": True,
    "traceback": True,
}


def read_rst_file(path: Path) -> Extraction:
    """The blocks of a file and what it states. Raises Refused("too_deep"), TooLarge."""
    return read_rst(path.read_bytes(), no_files)


def read_rst(data: bytes, files: Files) -> Extraction:
    """The same for a text that came with its pictures."""
    text = decode(data)
    if len(text) > LONGEST_CHARACTERS:
        raise TooLarge(
            "text_too_long",
            f"The document holds more than {LONGEST_CHARACTERS:,} characters of text. "
            "Split it into parts and add each of them.",
            details={"limit": LONGEST_CHARACTERS},
        )
    blocks, outside = BlockList(files=files), OutsideParts()
    try:
        document = _document(text, outside)
        walk = Walk(blocks=blocks)
        walk.add_all(document)
    except RecursionError as error:
        raise Refused(
            "too_deep",
            "This file nests its parts too deeply to be read. Flatten its lists and quotations.",
        ) from error
    outside.tell(blocks)
    _tell_odd_places(walk.odd_places, blocks)
    return blocks.extraction(_metadata(document), seen=sure_words(text, RST))


def _document(text: str, outside: OutsideParts) -> nodes.document:
    """What Docutils makes of a text; a text on which it gives up is its paragraphs as they stand, which is told."""
    make_known(text)
    settings = {**SETTINGS, "warning_stream": StringIO(), "outside": outside}
    try:
        return publish_doctree(text, settings_overrides=settings)
    except GIVES_UP:
        with_marks = nodes.document(None, None)
        with_marks += nodes.system_message(level=3)
        with_marks += [nodes.paragraph(part, part) for part in text.split("\n\n")]
        return with_marks


def _tell_odd_places(count: int, blocks: BlockList) -> None:
    if count:
        blocks.warn(
            "markup_not_understood",
            f"At {count} places the marks of the text could not be understood; look there whether all was read.",
            details={"count": count},
        )


def _metadata(document: Any) -> Metadata:
    authors = tuple(author.astext() for author in document.findall(nodes.author))
    date = next((date.astext() for date in document.findall(nodes.date)), "")
    return Metadata(title=str(document.get("title", "")), authors=authors, date=date)
