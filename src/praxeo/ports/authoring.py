"""What writes specs, and what turns one into an app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.spec import ActivityKind, Evidence, Item, SpecDocument


@dataclass(frozen=True, kw_only=True)
class Authored:
    """A spec, and what a person should know about how it came to be."""

    document: SpecDocument
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An item that an author found and does not show to learners, for a person to take or leave.

    `source` names the rule that made it; drafts of one `group` ("" none) are one exercise together.
    """

    kind: ActivityKind
    item: Item
    source: str
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Concept:
    """A term with its meaning and where the source says so. `siblings` are the terms that may stand beside
    it as wrong options, the most alike first."""

    term: str
    meaning: str
    evidence: Evidence
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What a person may take from a source beside what its spec has: drafts, and concepts to ask more of."""

    drafts: tuple[Draft, ...] = ()
    concepts: tuple[Concept, ...] = ()


class Offering(Protocol):
    """Looks for what a person may take from a source."""

    def __call__(self, extraction: Extraction, *, name: str) -> Offer:
        """The same each time for the same extraction. It takes as long as writing the spec."""


def nothing_offered(extraction: Extraction, *, name: str) -> Offer:
    """Where no author offers anything."""
    return Offer()


class Author(Protocol):
    """Writes a spec from what was read."""

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        """The spec with its warnings. `Refused("too_little_text")` if the source supports no practice."""


class Compiler(Protocol):
    """Turns a spec into an app."""

    def __call__(self, spec: SpecDocument, extraction: Extraction | None) -> str:
        """The app as one HTML file. `Refused` if the spec's evidence does not fit its source."""
