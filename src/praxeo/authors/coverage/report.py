"""What an app practises of its source's main ideas, section by section, as it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal["practised", "uncertain", "unmarked"]


@dataclass(frozen=True, kw_only=True)
class CoveredIdea:
    """A main idea of a section, and what practises it.

    `text` is its term, or its sentence where the source marks no term; `evidence` is where it stands.
    `practised_by` are the names of items as a report calls them (what is asked). `reason` says why there are
    none: `uncertain`, the source marks it, and says of it nothing that could be asked with certainty;
    `unmarked`, the source tells it in running text alone.
    """

    text: str
    section_id: str
    section: str
    evidence: str
    practised_by: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """All main ideas in the order of the source; `practised` of them are practised."""

    ideas: tuple[CoveredIdea, ...]
    practised: int
