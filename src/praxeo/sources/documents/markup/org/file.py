"""Org to blocks, and what its keywords state of the whole."""

from __future__ import annotations

import re
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.org.inline import RULES
from praxeo.sources.documents.markup.org.walk import Walk
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.documents.markup.sure_words import ORG, sure_words
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text_length import too_long

LINES_AT_MOST = 300_000
NOTE = re.compile(r"^\[fn:", re.MULTILINE)
TITLE = re.compile(r"^[ \t]*#\+title:[ \t]*(?P<title>\S.*)$", re.IGNORECASE | re.MULTILINE)


def read_org_file(path: Path) -> Extraction:
    """The blocks of a file and what it states. Raises TooLarge."""
    return read_org(path.read_bytes(), no_files)


def read_org(data: bytes, files: Files) -> Extraction:
    """The same for a text that came with its pictures."""
    text = decode(data)
    lines = [line.rstrip() for line in text.split("\n")]
    if len(lines) > LINES_AT_MOST:
        raise too_long()
    blocks, outside = BlockList(files=files), OutsideParts()
    runs = Runs(rules=RULES, blocks=blocks, note_count=len(NOTE.findall(text)))
    walk = Walk(lines=lines, blocks=blocks, runs=runs, outside=outside)
    title = ""
    if stated := TITLE.search(text):
        title = walk.runs.flat(stated["title"])
        blocks.add("heading", title, level=1)
        walk.top = 1
    walk.run()
    outside.tell(blocks)
    authors = tuple(
        name.strip() for name in walk.facts.get("author", "").split(",") if name.strip()
    )
    return blocks.extraction(
        Metadata(
            title=title,
            authors=authors,
            language=walk.facts.get("language", ""),
            date=walk.facts.get("date", "").strip("<>[]"),
        ),
        seen=sure_words(text, ORG),
    )
