"""The sentences of one source that have changed since it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from praxeo.domain.blocks import Block
from praxeo.domain.source_visits import SentenceChange
from praxeo.sources.drift.comparing import Later
from praxeo.sources.drift.parts import Part, parts_of
from praxeo.sources.drift.wording import Words, words_of


def sentence_changes(
    source: int, before: Sequence[Block], after: Iterable[Block]
) -> tuple[SentenceChange, ...]:
    """What has become of each sentence that is not the same any more, in the order of the source.

    A sentence that stood there before takes the place of no other.
    """
    parts, later = parts_of(before), Later.of(after)
    there = {part.words for part in parts}
    return tuple(_changed(source, parts, later, there))


def _changed(
    source: int, parts: Sequence[Part], later: Later, there: set[Words]
) -> Iterator[SentenceChange]:
    for part in parts:
        found = later.find(part.words)
        if found.state == "same":
            continue
        now = found.now if found.now and found.now.words not in there else None
        yield SentenceChange(
            source=source,
            references=part.references,
            state=found.state if now else "deleted",
            before=part.text,
            after=now.text if now else "",
        )


def without_kept(
    changes: Iterable[SentenceChange], kept: Iterable[tuple[str, str]]
) -> tuple[SentenceChange, ...]:
    """The changes without those that a person has left as they are, and that say today what they said then."""
    settled = {(words_of(before), words_of(after)) for before, after in kept}
    return tuple(
        change
        for change in changes
        if (words_of(change.before), words_of(change.after)) not in settled
    )
