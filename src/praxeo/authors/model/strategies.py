"""The ways in which a model mends an app, the smallest change first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """One way of mending. `words` say to a person what is done."""

    name: str
    words: str


STRATEGIES: tuple[Strategy, ...] = (
    Strategy(name="patch", words="Mending it with small edits"),
    Strategy(name="part", words="Writing the broken part anew"),
    Strategy(name="whole", words="Writing the app anew"),
)
