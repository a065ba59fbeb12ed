"""Several extractions to one: ids that count through all of them, and at each place which source it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from praxeo.domain.blocks import (
    Aside,
    Block,
    Extraction,
    Metadata,
    ReadingWarning,
    ReadSource,
)
from praxeo.sources.combining.totals import summed_ledger

Part = tuple[ReadSource, Extraction]


def joined(parts: Sequence[Part], title: str) -> Extraction:
    """One extraction of them all, in this order; `title` is what it is called.

    A part that was itself read from several sources brings them along. One that does not begin with a
    heading of the first level gets its title as one, so that its text stands below no heading of another.
    """
    # Loaded where something is joined, and not by all that may ask for it.
    from praxeo.sources.combining.contradictions import contradictions

    sources: list[ReadSource] = []
    blocks: list[Block] = []
    asides: list[Aside] = []
    begins: list[int] = []
    for source, part in parts:
        begins.append(len(blocks))
        own = _under_a_heading(part, source.title)
        before, at = len(blocks) + len(asides), len(sources)
        blocks += (_placed(block, before, at) for block in own.blocks)
        asides += (
            Aside(
                channel=aside.channel,
                after=_id(aside.after or own.blocks[0].id, before),
                block=_placed(aside.block, before, at),
            )
            for aside in own.asides
        )
        several = part.sources if len(part.sources) > 1 else (source,)
        sources += (replace(each, input_id=source.input_id) for each in several)
    read = [part for _, part in parts]
    each = [
        (part.metadata.language, blocks[start:end])
        for part, start, end in zip(read, begins, [*begins[1:], None], strict=True)
    ]
    return Extraction(
        metadata=_metadata(read, title),
        blocks=tuple(blocks),
        warnings=(*_warnings(parts), *contradictions(each, sources)),
        sources=tuple(sources),
        pictures={name: data for part in read for name, data in part.pictures.items()},
        asides=tuple(asides),
        ledger=summed_ledger([part.ledger for part in read]),
    )


def _under_a_heading(part: Extraction, title: str) -> Extraction:
    """The part with its title as first heading, if it has none that is above all else."""
    first = part.blocks[0] if part.blocks else None
    if first and first.kind == "heading" and first.level <= 1:
        return part
    place = (
        replace(first.locator, box=None) if first else Block(id="", kind="heading", text="").locator
    )
    heading = Block(id="b1", kind="heading", text=title, level=1, locator=place)
    moved = tuple(replace(block, id=_id(block.id, 1)) for block in part.blocks)
    asides = tuple(
        replace(
            aside,
            after=_id(aside.after, 1) if aside.after else "",
            block=replace(aside.block, id=_id(aside.block.id, 1)),
        )
        for aside in part.asides
    )
    return replace(part, blocks=(heading, *moved), asides=asides)


def _placed(block: Block, before: int, source: int) -> Block:
    own = block.locator.source or 0  # of several that the part itself was read from
    return replace(
        block, id=_id(block.id, before), locator=replace(block.locator, source=source + own)
    )


def _id(block_id: str, before: int) -> str:
    return f"b{int(block_id[1:]) + before}"


def _metadata(read: Sequence[Extraction], title: str) -> Metadata:
    """Of what they state only what is true of them together; the language is that of most words."""
    words: dict[str, int] = {}
    for part in read:
        language = part.metadata.language
        words[language] = words.get(language, 0) + part.metadata.word_count
    authors = dict.fromkeys(author for part in read for author in part.metadata.authors)
    return Metadata(
        title=title,
        authors=tuple(authors),
        language=max(words, key=lambda language: words[language], default=""),
        word_count=sum(words.values()),
    )


def _warnings(parts: Sequence[Part]) -> Iterator[ReadingWarning]:
    """What was told of each, with its name: a page alone would not say of which."""
    for source, part in parts:
        for warning in part.warnings:
            yield replace(warning, message=f"{source.title}: {warning.message}")
