"""What has become of each sentence of a source: compared as sets of sentences first, then by small edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from praxeo.domain.blocks import Block
from praxeo.domain.source_visits import SentenceState
from praxeo.sources.drift.parts import Part, parts_of
from praxeo.sources.drift.small_edits import says_the_same
from praxeo.sources.drift.wording import Words

COUNTERPART = 0.5  # share of common words from which on another sentence takes the place of one
REWORDED = 0.75  # and from which on, with the same numbers, it says much the same
CANDIDATES = 5  # sentences that are looked at closely
JOINED_MOST = 3  # sentences that one has been parted into


@dataclass(frozen=True, kw_only=True)
class Found:
    """What has become of a part; `now` is what stands in its place, None where nothing does.

    "reworded" says much the same in other words, "changed" has a counterpart that says something else.
    """

    state: SentenceState
    now: Part | None


@dataclass(frozen=True)
class Later:
    """A source as it is now."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Later:
        """What these blocks say."""
        return cls(parts_of(blocks))

    def find(self, words: Words) -> Found:
        """What has become of a sentence of these words that the source had."""
        at = self._where.get(words)
        if at is not None or not words:
            return Found(state="same", now=None if at is None else self.parts[at])
        near = self._nearest(words)
        for _, at in near:
            if any(says_the_same(words, run) for run in self._runs(at)):
                return Found(state="same", now=self.parts[at])
        if not near or near[0][0] < COUNTERPART:
            return Found(state="deleted", now=None)
        share, at = near[0]
        kept = share >= REWORDED and _numbers(words) == _numbers(self.parts[at].words)
        return Found(state="reworded" if kept else "changed", now=self.parts[at])

    @cached_property
    def _where(self) -> dict[Words, int]:
        return {part.words: at for at, part in reversed(list(enumerate(self.parts)))}

    @cached_property
    def _with_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, part in enumerate(self.parts):
            for word in set(part.words):
                found.setdefault(word, []).append(at)
        return found

    def _nearest(self, words: Words) -> list[tuple[float, int]]:
        """The parts that share most with these words, the nearest first."""
        shared: dict[int, int] = {}
        for word in set(words):
            for at in self._with_word.get(word, ()):
                shared[at] = shared.get(at, 0) + 1
        most = len(set(words))
        scored = [
            (count / max(most, len(set(self.parts[at].words))), -at) for at, count in shared.items()
        ]
        return [(share, -at) for share, at in sorted(scored, reverse=True)[:CANDIDATES]]

    def _runs(self, at: int) -> Iterator[Words]:
        """The part, and it together with those before or after it: a sentence may have been parted."""
        for first in range(max(0, at - JOINED_MOST + 1), at + 1):
            for end in range(at + 1, min(first + JOINED_MOST, len(self.parts)) + 1):
                yield tuple(word for part in self.parts[first:end] for word in part.words)


def _numbers(words: Sequence[str]) -> list[str]:
    return sorted(word for word in words if word[-1].isdigit())
