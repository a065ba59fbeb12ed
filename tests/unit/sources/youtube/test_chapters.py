"""Chapters that a description lists become headings where they begin; lists of other times are none."""

from __future__ import annotations

import pytest

from praxeo.domain.blocks import Block, Extraction, Locator, Metadata
from praxeo.sources.youtube.chapters import Chapter, chapters_in, with_chapters


def pairs(description: str) -> list[tuple[int, str]]:
    return [(chapter.second, chapter.title) for chapter in chapters_in(description)]


HEART = [(0, "Start"), (65, "The heart"), (3725, "Ends")]


@pytest.mark.parametrize(
    "description",
    [
        "0:00 Start\n1:05 The heart\n1:02:05 Ends",
        "Watch this!\n\n00:00 Start\n01:05 The heart\n01:02:05 Ends\n\nMusic: none",
        "(0:00) Start\n(1:05) The heart\n(1:02:05) Ends",
        "[0:00] Start\n[1:05] The heart\n[1:02:05] Ends",
        "0:00 - Start\n1:05 – The heart\n1:02:05 | Ends",
        "• 0:00 Start\n• 1:05 The heart\n• 1:02:05 Ends",
        "1. 0:00 Start\n2. 1:05 The heart\n3. 1:02:05 Ends",
        "Start 0:00\nThe heart - 1:05\nEnds (1:02:05)",
        "0:00 Start\r\n1:05 The heart\r\n1:02:05 Ends",
        "▶ 0:00 Start\n▶ 1:05 The heart\n▶ 1:02:05 Ends",
    ],
)
def test_chapters_are_read_as_people_write_them(description: str) -> None:
    assert pairs(description) == HEART


@pytest.mark.parametrize(
    "description",
    [
        "",
        "A talk on the heart.",
        "0:00 Start\n1:05 The heart",
        "0:30 Start\n1:05 The heart\n2:05 Ends",
        "0:00 Start\n2:05 The heart\n1:05 Ends",
        "0:00 Start\n0:05 The heart\n2:05 Ends",
        "0:00\n1:05\n2:05",
        "0:00 -\n1:05 -\n2:05 -",
    ],
)
def test_what_is_no_list_of_chapters_makes_none(description: str) -> None:
    assert pairs(description) == []


def said(*seconds: int) -> Extraction:
    return Extraction(
        metadata=Metadata(),
        blocks=tuple(
            Block(id=f"b{n}", kind="paragraph", text=f"At {s}.", locator=Locator(second=s))
            for n, s in enumerate(seconds, 1)
        ),
    )


def texts(extraction: Extraction) -> list[str]:
    return [block.text for block in extraction.blocks]


def test_a_chapter_stands_before_the_paragraph_that_begins_nearest_to_it() -> None:
    chapters = [Chapter(second=s, title=t) for s, t in ((0, "A"), (60, "B"), (120, "C"))]
    found = with_chapters(said(2, 30, 58, 90, 125), chapters)
    assert texts(found) == ["A", "At 2.", "At 30.", "B", "At 58.", "At 90.", "C", "At 125."]
    assert [block.id for block in found.blocks] == [f"b{n}" for n in range(1, 9)]
    heading = found.blocks[3]
    assert (heading.kind, heading.level, heading.locator.second) == ("heading", 2, 60)


def test_a_chapter_in_which_nothing_is_said_has_no_heading() -> None:
    chapters = [Chapter(second=s, title=t) for s, t in ((0, "A"), (60, "Music"), (600, "C"))]
    found = with_chapters(said(2, 40, 605), chapters)
    assert texts(found) == ["A", "At 2.", "At 40.", "C", "At 605."]


def test_without_chapters_nothing_changes() -> None:
    assert with_chapters(said(2, 605), ()) == said(2, 605)
