"""What an RTF file states of itself: title, authors, the day it was made."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.blocks import Metadata
from praxeo.sources.documents.office.properties import stated_metadata

LENGTH_LIMIT = 2000


@dataclass(kw_only=True)
class Facts:
    """The facts so far."""

    texts: dict[str, str] = field(default_factory=dict)
    created: dict[str, int] = field(default_factory=dict)

    def add(self, fact: str, text: str) -> None:
        """Take in a piece of a text."""
        self.texts[fact] = (self.texts.get(fact, "") + text)[:LENGTH_LIMIT]

    def read(self, word: str, number: int | None) -> None:
        """Take in a part of the date: \\yr2024, \\mo3, \\dy1."""
        self.created[word] = number or 0

    def metadata(self) -> Metadata:
        """The facts as metadata."""
        year, month, day = (self.created.get(word, 0) for word in ("yr", "mo", "dy"))
        known = 1980 <= year < 10_000 and 1 <= month <= 12 and 1 <= day <= 31
        return stated_metadata(
            title=self.texts.get("title", "").strip(),
            authors=self.texts.get("author", "").strip(),
            date=f"{year}-{month:02d}-{day:02d}" if known else "",
        )
