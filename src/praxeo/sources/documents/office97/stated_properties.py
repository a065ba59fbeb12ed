"""What the summary of a compound file states of the document: title, author, date."""

from __future__ import annotations

from datetime import datetime

from praxeo.domain.blocks import Metadata
from praxeo.sources.documents.office.properties import stated_metadata
from praxeo.sources.documents.office97.compound_file import BROKEN, CompoundFile

SUMMARY = "\x05SummaryInformation"
CODE_PAGE, TITLE, AUTHOR, CREATED = 1, 2, 4, 12
UTF_8, UTF_16 = 65001, 1200
FIRST_YEAR = 1980  # programs write the beginning of their calendar where they know no date


def summary_metadata(file: CompoundFile) -> Metadata:
    """The metadata in the summary stream; empty where there is none or it is damaged."""
    if not file.ole.exists(SUMMARY):
        return Metadata()
    try:
        stated = file.ole.getproperties(SUMMARY, convert_time=True)
    except BROKEN:
        return Metadata()
    page = stated.get(CODE_PAGE, UTF_8)
    created = stated.get(CREATED)
    return stated_metadata(
        title=_text(stated.get(TITLE), page),
        authors=_text(stated.get(AUTHOR), page),
        date=created.date().isoformat()
        if isinstance(created, datetime) and created.year >= FIRST_YEAR
        else "",
    )


def _text(value: object, page: object) -> str:
    """A property as text: its bytes are in the code page that the stream names (negative: 16 bits)."""
    if isinstance(value, str):
        return value.strip("\0 ")
    if not isinstance(value, bytes):
        return ""
    number = page & 0xFFFF if isinstance(page, int) else UTF_8
    name = {UTF_8: "utf-8", UTF_16: "utf-16-le"}.get(number, f"cp{number}")
    try:
        return value.decode(name, "replace").strip("\0 ")
    except LookupError:
        return value.decode("cp1252", "replace").strip("\0 ")
