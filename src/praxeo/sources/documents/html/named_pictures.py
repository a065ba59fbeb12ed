"""Which pictures a page needs to be whole: those that its reader would show, by their addresses."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.html.saved_page import page_of_message
from praxeo.sources.documents.pictures.picture_file import PictureFile


def named_pictures(path: Path) -> list[str]:
    """The best address of each picture of the text of a saved page, in order, each once.

    The page is read as ever, with files that only note what they are asked for. Raises as the reader does.
    """
    page, had = page_of_message(path.read_bytes())
    asked: list[str] = []

    def note(address: str) -> PictureFile:
        found = had(address)
        if found is None:
            asked.append(address)
        return found or PictureFile("", bytes, adorns=True)

    read_html(page, files=note)
    return list(dict.fromkeys(asked))
