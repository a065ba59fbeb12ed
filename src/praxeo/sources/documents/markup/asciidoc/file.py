"""AsciiDoc to blocks, and what its head states."""

from __future__ import annotations

import re
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.asciidoc.attributes import Attributes
from praxeo.sources.documents.markup.asciidoc.inline import RULES
from praxeo.sources.documents.markup.asciidoc.lines import COMMENT, TITLE
from praxeo.sources.documents.markup.asciidoc.walk import Walk
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.documents.markup.sure_words import ASCIIDOC, sure_words
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text_length import too_long

LINES_AT_MOST = 300_000
AUTHOR = re.compile(
    r"^(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3})(?:\s+<[^<>\n]+>)?(?:;|$)"
)
REVISION = re.compile(r"^v?\d[\w.]*,?\s*(?P<date>[^:\n]*)(?::.*)?$")


def read_asciidoc_file(path: Path) -> Extraction:
    """The blocks of a file and what its head states. Raises TooLarge."""
    return read_asciidoc(path.read_bytes(), no_files)


def read_asciidoc(data: bytes, files: Files) -> Extraction:
    """The same for a text that came with its pictures."""
    lines = [line.rstrip() for line in decode(data).split("\n")]
    if len(lines) > LINES_AT_MOST:
        raise too_long()
    blocks, outside, attributes = BlockList(files=files), OutsideParts(), Attributes()
    runs = Runs(rules=RULES, blocks=blocks)
    walk = Walk(lines=lines, blocks=blocks, runs=runs, attributes=attributes, outside=outside)
    authors, date = _head(walk)
    walk.run()
    outside.tell(blocks)
    title = blocks.blocks[0].text if lines and any(TITLE.match(line) for line in lines[:1]) else ""
    metadata = Metadata(title=title, authors=authors, date=date)
    return blocks.extraction(metadata, seen=sure_words("\n".join(lines), ASCIIDOC))


def _head(walk: Walk) -> tuple[tuple[str, ...], str]:
    """Read the lines below the title of the whole; authors and date."""
    lines = walk.lines
    at = 0
    while at < len(lines) and (
        not lines[at] or COMMENT.match(lines[at]) or walk.attributes.read(lines[at])
    ):
        at += 1
    lines[:at] = []
    if not lines or not lines[0].startswith("= "):
        return (), ""
    authors, date, at = _of_head(lines)
    for line in lines[at:]:
        if not line or not (walk.attributes.read(line) or COMMENT.match(line)):
            break
        at += 1
    lines[1:at] = []
    stated = walk.attributes.values
    return authors or tuple(filter(None, (stated.get("author", ""),))), date or stated.get(
        "revdate", ""
    )


def _of_head(lines: list[str]) -> tuple[tuple[str, ...], str, int]:
    """Authors, date and how many lines these are with the title."""
    at, date = 1, ""
    authors = tuple(
        found["name"]
        for part in (lines[1].split(";") if len(lines) > 1 else ())
        if (found := AUTHOR.match(part.strip()))
    )
    if authors:
        at = 2
        revision = REVISION.match(lines[2]) if len(lines) > 2 else None
        if revision and lines[2]:
            at, date = 3, revision["date"].strip()
    return authors, date, at
