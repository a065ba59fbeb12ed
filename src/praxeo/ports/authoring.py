"""What writes specs, and what turns one into an app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.spec import ActivityKind, Item, SpecDocument


@dataclass(frozen=True, kw_only=True, slots=True)
class Authored:
    """A spec, and what a person should know about how it came to be."""

    document: SpecDocument
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An item that an author found and does not show to learners, for a person to take or leave.

    `source` names the rule that made it; drafts of one `group` ("" none) are one exercise together.
    """

    kind: ActivityKind
    item: Item
    source: str
    group: str = ""


class Author(Protocol):
    """Writes a spec from what was read."""

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        """The spec with its warnings. `Refused("too_little_text")` if the source supports no practice."""


class Compiler(Protocol):
    """Turns a spec into an app."""

    def __call__(self, spec: SpecDocument, extraction: Extraction | None) -> str:
        """The app as one HTML file. `Refused` if the spec's evidence does not fit its source."""
