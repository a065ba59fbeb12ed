"""What the properties of an Office file say of it, less what programs write there by themselves."""

from __future__ import annotations

from praxeo.domain.blocks import Metadata

NOT_AUTHORS = {"python-docx", "openpyxl", "unknown", "user", "microsoft office user", "pptxgenjs"}
NOT_TITLES = {"powerpoint presentation", "word document", "presentation", "untitled", "document"}


def stated_metadata(*, title: str, authors: str, language: str = "", date: str = "") -> Metadata:
    """The metadata of an Office file; `authors` are parted by semicolons."""
    names = [name.strip() for name in authors.split(";")]
    return Metadata(
        title="" if title.lower() in NOT_TITLES else title,
        authors=tuple(name for name in names if name and name.lower() not in NOT_AUTHORS),
        language=language,
        date=date,
    )
