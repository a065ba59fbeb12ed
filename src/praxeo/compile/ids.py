"""Ids of activities and exercises, made of what they say: progress survives edits elsewhere."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.spec import Activity, Item

ID_HEX_DIGITS = 12  # 48 bits; repeats get a number, so that a collision harms nobody
_SEPARATOR = "\x1f"


@dataclass
class Identifier:
    """Gives out the ids of one app; the second thing that says the same gets "-2" after its id."""

    _given: dict[str, int] = field(default_factory=dict)

    def of_item(self, activity: Activity, item: Item) -> str:
        """The id of an item, which its evidence and its place do not change."""
        return self.of_words("i", (activity.kind, *words_of(item)))

    def of_activity(self, activity: Activity) -> str:
        """The id of an activity, which its title does not change."""
        words = [word for item in activity.items for word in words_of(item)]
        return self.of_words("a", (activity.kind, *words))

    def of_words(self, prefix: str, words: tuple[str, ...]) -> str:
        """The id of what says these words, after a prefix that tells what it is."""
        told = _SEPARATOR.join(words).encode("utf-8")
        made = prefix + hashlib.sha256(told).hexdigest()[:ID_HEX_DIGITS]
        self._given[made] = self._given.get(made, 0) + 1
        return made if self._given[made] == 1 else f"{made}-{self._given[made]}"


def words_of(item: Item) -> Iterator[str]:
    """All that an item says, in the order of its fields; where it comes from is no part of that."""
    for each in dataclasses.fields(item):
        if each.name == "evidence":
            continue
        value = getattr(item, each.name)
        yield from (value,) if isinstance(value, str) else value
