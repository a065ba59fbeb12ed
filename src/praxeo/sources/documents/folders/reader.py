"""Reads a folder packed as a ZIP file: its one text as its own format reads it, with the pictures beside it."""

from __future__ import annotations

import posixpath
from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.folders.main_text import format_of, main_text
from praxeo.sources.documents.formats import named
from praxeo.sources.documents.pictures.archive_files import ArchiveFiles
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.zip_files import open_zip, read_member

TEXT_LIMIT_BYTES = 32 * 2**20
SAMPLE_CHARACTERS = 40_000
NO_TEXT = "This ZIP file holds no text that can be read. Add the page or text itself."


def read_folder(path: Path) -> Extraction:
    """The text of the folder. Raises Refused: "several_texts", "learning_package", or as the format of the text does."""
    with open_zip(path) as archive:
        name = main_text(archive.namelist())
        data = read_member(archive, name, TEXT_LIMIT_BYTES)
        format = format_of(name)
        if posixpath.splitext(name)[1] == ".xml" and not _is_told(format.told_by, data):
            raise Refused("no_text", NO_TEXT)
        files = ArchiveFiles(archive).beside(posixpath.dirname(name))
        found: Extraction = named(format.beside)(data, files)
    return found


def _is_told(told_by: str, data: bytes) -> bool:
    return bool(named(told_by)(decode(data)[:SAMPLE_CHARACTERS]))
