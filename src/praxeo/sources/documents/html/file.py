"""An HTML file of the user's own as a document."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.pictures.named import Files, no_files


def read_html_file(path: Path) -> Extraction:
    """The main content of a saved page; raises Refused where it is no page at all."""
    return read_page(path.read_bytes(), no_files)


def read_page(data: bytes, files: Files) -> Extraction:
    """The same for a page that came with its pictures."""
    return read_html(data, files=files)
