"""Parts of another format inside a Word document (altChunk), as programs that turn HTML into Word write them."""

from __future__ import annotations

from typing import Any

from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.blocks import add_html
from praxeo.sources.documents.html.encoding import decoded
from praxeo.sources.documents.html.saved_page import page_of_message
from praxeo.sources.documents.office.package import Package, relation_id
from praxeo.sources.documents.pictures.named import no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.plain import read_plain
from praxeo.sources.documents.word_count import words_of

CHUNK_LIMIT_BYTES = 16 * 2**20
PAGES = (".html", ".htm", ".xhtml")


def add_chunk(package: Package, part: str, element: Any, blocks: BlockList) -> None:
    """Append what the chunk says, or warn that it could not be read."""
    name = package.relations(part).get(relation_id(element), ("", ""))[1]
    try:
        if name not in package.names or not _added(name.lower(), package, name, blocks):
            _warn(name, blocks)
    except Refused:
        _warn(name, blocks)


def _added(kind: str, package: Package, name: str, blocks: BlockList) -> bool:
    data = package.read(name, CHUNK_LIMIT_BYTES)
    if kind.endswith(".txt"):
        text = decode(data)
        read_plain(text, blocks)
        blocks.ledger.words_seen += words_of((text,))
    elif kind.endswith((*PAGES, ".mht", ".mhtml")):
        page, files = (data, no_files) if kind.endswith(PAGES) else page_of_message(data)
        with blocks.beside(files):
            blocks.ledger.words_seen += add_html(decoded(page), blocks)
    else:
        return False
    return True


def _warn(name: str, blocks: BlockList) -> None:
    shown = name.rpartition("/")[2] or "?"
    blocks.ledger.leave_out("parts", "not_readable")
    blocks.warn(
        "part_not_read",
        f"A part of the document ({shown}) could not be read and is missing.",
        details={"part": shown},
    )
