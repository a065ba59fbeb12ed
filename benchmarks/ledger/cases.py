"""One file of the benchmark: its bytes, and what was planted in it to be lost (nothing in a sound one)."""

from __future__ import annotations

import random
from dataclasses import dataclass

SUBJECTS = [
    "enzyme",
    "river",
    "glacier",
    "neuron",
    "planet",
    "treaty",
    "harbour",
    "lichen",
    "magnet",
    "prism",
    "volcano",
    "sonnet",
]
VERBS = [
    "carries",
    "shapes",
    "dissolves",
    "guides",
    "cools",
    "measures",
    "feeds",
    "parts",
    "binds",
    "lifts",
    "hides",
    "joins",
]
OBJECTS = [
    "salt",
    "light",
    "heat",
    "sound",
    "water",
    "stone",
    "trade",
    "memory",
    "grain",
    "current",
    "pressure",
    "colour",
]
PLACES = [
    "in the north",
    "under the bark",
    "near the coast",
    "after rain",
    "at night",
    "over centuries",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """`format` is the label of its reader. `codes` are those of which one must be warned of; () for a sound file.

    `allowed` are codes that are true of a sound file by an independent look.
    """

    name: str
    format: str
    data: bytes
    kind: str = ""
    codes: tuple[str, ...] = ()
    allowed: frozenset[str] = frozenset()


@dataclass
class Prose:
    """Sentences by seed; `word` makes one that stands nowhere else."""

    chance: random.Random

    def sentence(self) -> str:
        pick = self.chance.choice
        return f"The {pick(SUBJECTS)} {pick(VERBS)} the {pick(OBJECTS)} {pick(PLACES)}."

    def sentences(self, least: int = 2, most: int = 5) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def word(self) -> str:
        letters = "bcdfghklmnprstvz"
        return "".join(self.chance.choice(letters) + self.chance.choice("aeiou") for _ in range(4))

    def lost(self) -> str:
        """What is planted: one word, or a sentence with one that stands nowhere else."""
        return (
            self.word()
            if self.chance.random() < 0.5
            else f"Of the {self.word()}. {self.sentence()}"
        )
