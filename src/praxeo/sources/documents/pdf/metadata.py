"""Reads what a PDF states about itself; nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from praxeo.domain.blocks import Block, Metadata

MAX_FIELD = 500  # characters of one field
PLACEHOLDER = re.compile(
    r"^(?:untitled|title|\(anonymous\)|(?:about|data|file|blob|https?):\S*|document\d*|microsoft word.*|powerpoint presentation|.*\.(?:docx?|pdf|tex|dvi|indd|qxd|pptx?|xlsx?|x?html?|mht|odt|odp|ods|rtf|md|txt|pages|key))$|^[\W\d_]*$",
    re.IGNORECASE,
)
DATE = re.compile(r"^(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2}))?)?")
LICENCE = re.compile(
    r"https?://creativecommons\.org/[\w./-]*\w"
    r"|\bCreative Commons Attribution[\w -]*?(?:License|Licence)(?: \d\.\d)?(?: International)?"
    r"|\bCC[ -]BY(?:-(?:NC|SA|ND))*(?: \d\.\d)?|\bCC0\b",
    re.IGNORECASE,
)
AUTHOR_SEPARATOR = re.compile(r"\s*;\s*|\s+and\s+|\s*&\s*")


def write_metadata(
    info: Mapping[str, str], blocks: Sequence[Block], *, page_count: int, content_hash: str
) -> Metadata:
    """Metadata from a document's info dictionary and from its blocks."""
    return Metadata(
        media_type="application/pdf",
        content_hash=content_hash,
        title=_title(_clean(info.get("Title", "")), blocks),
        authors=_authors(_clean(info.get("Author", ""))),
        date=_date(info.get("CreationDate", "")),
        licence=_licence(blocks),
        page_count=page_count,
        word_count=sum(len(block.text.split()) for block in blocks),
    )


def _clean(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:MAX_FIELD]


def _title(stated: str, blocks: Sequence[Block]) -> str:
    if stated and not PLACEHOLDER.match(stated):
        return stated
    return next((b.text for b in blocks if b.kind == "heading" and b.level == 1), "")


def _authors(stated: str) -> tuple[str, ...]:
    names = AUTHOR_SEPARATOR.split(stated)
    if len(names) == 1 and stated.count(",") > 1:
        names = stated.split(",")
    return tuple(name.strip(" ,") for name in names if name.strip(" ,"))


def _date(stated: str) -> str:
    match = DATE.match(stated)
    return "-".join(part for part in match.groups() if part) if match else ""


def _licence(blocks: Sequence[Block]) -> str:
    for block in blocks:
        match = LICENCE.search(block.text)
        if match:
            return match.group()
    return ""
