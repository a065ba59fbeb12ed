"""Tells what an OLE compound file is by the streams at its top; those of embedded files stand deeper."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97.compound_file import open_compound
from praxeo.sources.documents.signatures import CFB_STREAMS

UNKNOWN = "cfb"


def compound_kind(path: Path, likely: str) -> str:
    """The label of a compound file; `likely` is what its bytes say where its directory is damaged.

    Raises Refused("damaged") where they say nothing either.
    """
    try:
        with open_compound(path) as file:
            names = file.names()
    except Refused:
        if likely == UNKNOWN:
            raise
        return likely
    return next((label for label, name in CFB_STREAMS if name in names), UNKNOWN)
