"""Sections keep to one source, however short: a heading of one never stands over the text of another."""

from __future__ import annotations

from praxeo.authors.offline.outline import parts_of
from praxeo.domain.blocks import Block, Locator


def heading(number: int, text: str, source: int | None) -> Block:
    return Block(
        id=f"b{number}", kind="heading", text=text, level=1, locator=Locator(source=source)
    )


def paragraph(number: int, source: int | None) -> Block:
    text = f"Sentence {number} says a few words of what it is about."
    return Block(id=f"b{number}", kind="paragraph", text=text, locator=Locator(source=source))


def sections(*sources: int | None) -> list[tuple[str, set[int | None]]]:
    blocks = []
    for number, source in enumerate(sources):
        blocks += [
            heading(2 * number + 1, f"Part {number}", source),
            paragraph(2 * number + 2, source),
        ]
    return [
        (part.title, {block.locator.source for block in part.blocks})
        for part in parts_of(tuple(blocks), "All")
    ]


def test_short_sections_of_two_sources_stay_apart() -> None:
    assert sections(0, 0, 1, 1, 2) == [("Part 0", {0}), ("Part 2", {1}), ("Part 4", {2})]


def test_short_sections_of_one_source_are_joined() -> None:
    assert sections(None, None, None) == [("Part 0", {None})]
