"""Chooses among the files of a folder the one text that the others belong to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from praxeo.domain.errors import Refused
from praxeo.sources.documents.document_format import DocumentFormat
from praxeo.sources.documents.formats import FORMATS

# What programs put beside a text, and what speaks of a folder and is not its text.
HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/|node_modules/)")
ASIDE = re.compile(r"(?:readme|licen[cs]e|changelog|contributing|authors|notice|copying)", re.I)
MAIN = re.compile(r"(?:index|main|article|book|document|text|chapter|paper|manuscript)", re.I)
WEAK_SUFFIXES = frozenset({".xml"})  # which many files have that are no text
NAMES_SHOWN = 4
# What lies in packages for learning platforms: SCORM and question banks, cmi5, H5P.
PACKAGED = frozenset({"imsmanifest.xml", "cmi5.xml", "h5p.json"})

BY_SUFFIX: dict[str, DocumentFormat] = {
    suffix: format for format in FORMATS if format.beside for suffix in format.suffixes
}


def format_of(name: str) -> DocumentFormat:
    """The format of a text of the folder, by its suffix."""
    return BY_SUFFIX[posixpath.splitext(name)[1].lower()]


def texts(names: Iterable[str]) -> list[str]:
    """The files that may be the text, those that lie nearest to the root."""
    found = [
        name
        for name in names
        if posixpath.splitext(name)[1].lower() in BY_SUFFIX and not HIDDEN.search(name)
    ]
    strong = [name for name in found if posixpath.splitext(name)[1].lower() not in WEAK_SUFFIXES]
    found = strong or found
    least = min((name.count("/") for name in found), default=0)
    return [name for name in found if name.count("/") == least]


def main_text(names: Iterable[str]) -> str:
    """The text among them.

    Raises Refused("several_texts") where nothing tells which it is, and Refused("learning_package") where that
    is so because they are no texts but exercises for another program.
    """
    names = list(names)
    found = texts(names)
    about = [name for name in found if ASIDE.fullmatch(_stem(name)) is None]
    called = [name for name in found if MAIN.fullmatch(_stem(name))]
    for fitting in (found, about, called):
        if len(fitting) == 1:
            return fitting[0]
    if PACKAGED.intersection(names):
        raise Refused(
            "learning_package",
            "This is a package of exercises for a learning platform, which Praxeo writes but does not read. "
            "Add the document that it was made from, or export its text from the platform.",
        )
    shown = ", ".join(posixpath.basename(name) for name in found[:NAMES_SHOWN])
    raise Refused(
        "several_texts",
        f"This ZIP file holds several texts ({shown}). Pack each with its pictures into a file of its own, "
        "or call the one that is to be read index or main.",
        details={"names": shown},
    )


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]
