"""How far one step of a job is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, repr=False)
class StepProgress:
    """One step of a job. `finished_at` is set in the same save as the step's effect. `written` is how many characters
    a model has written in the call at hand, 0 where none is asked; `pages` how many of a topic are read, and `site`
    where the page at hand stands."""

    name: str
    label: str
    fraction: float = 0.0
    written: int = 0
    pages: int = 0
    site: str = ""
    started_at: str = ""
    finished_at: str = ""
