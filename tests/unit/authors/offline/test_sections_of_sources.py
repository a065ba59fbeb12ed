"""Sections keep to one source, however short: a heading of one never stands over the text of another."""

from __future__ import annotations

from pathlib import Path

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.outline import parts_of
from praxeo.domain.blocks import Block, Locator
from praxeo.sources.documents.text.markdown import read_markdown_file


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


def test_a_heading_of_which_all_is_asked_is_no_reading_of_its_own(tmp_path: Path) -> None:
    """Below "Answers" nothing is left once its keys are practised; the section keeps its title."""
    (tmp_path / "cells.md").write_text(
        "# Cells\n\nCells are what all organisms that we know of are made of.\n\n## Review questions\n\n"
        "1. Which organelle makes ATP?\n2. Which structure holds DNA?\n\n### Answers\n\n1. The mitochondrion.\n2. The nucleus.\n\n"
        "## More on cells\n\n### Books\n\nA cell of a plant has a wall, which a cell of an animal has not.\n",
        "utf-8",
    )
    source = read_markdown_file(tmp_path / "cells.md")
    texts = {block.id: block.text for block in source.blocks}
    spec = write_spec(source, name="cells.md")
    read = [texts[place] for section in spec.sections for place in section.reading]
    assert sum(len(a.items) for s in spec.sections for a in s.activities) == 2
    assert "Answers" not in read
    assert "Review questions" not in read
    assert {"More on cells", "Books"} <= set(read)


def test_headings_that_repeat_in_every_chapter_name_no_section() -> None:
    """ "Observation" stands in each chapter; readers of PDFs see it as high as the numbered one above it."""
    blocks = []
    for number, text in enumerate(("3.1 Induction", "Observation", "3.2 Coils", "Observation")):
        blocks += [heading(9 * number, text, None)]
        blocks += [paragraph(9 * number + more, None) for more in range(1, 7)]
    assert [part.title for part in parts_of(tuple(blocks), "All")] == ["Induction", "Coils"]


def test_headings_that_repeat_without_numbered_ones_stay_sections() -> None:
    blocks = []
    for number, text in enumerate(("Monday", "Work", "Tuesday", "Work")):
        blocks += [heading(9 * number, text, None)]
        blocks += [paragraph(9 * number + more, None) for more in range(1, 7)]
    titles = [part.title for part in parts_of(tuple(blocks), "All")]
    assert titles == ["Monday", "Work", "Tuesday", "Work (2)"]


def test_a_long_chapter_is_divided_where_its_headings_stand_and_called_by_them() -> None:
    def told(number: int, words: int) -> Block:
        text = " ".join(["Rivers carry sand down to the sea."] * (words // 7))
        return Block(id=f"b{number}", kind="paragraph", text=text)

    def below(number: int, text: str) -> Block:
        return Block(id=f"b{number}", kind="heading", text=text, level=2)

    chapter = [heading(1, "Rivers", None), *(told(n, 140) for n in range(2, 7)), below(7, "Deltas")]
    chapter += [told(n, 140) for n in range(8, 20)]
    others = [heading(20, "Lakes", None), *(told(n, 140) for n in range(21, 420))]
    titles = [part.title for part in parts_of((*chapter, *others), "Water")]
    assert titles[:3] == ["Rivers", "Deltas", "Deltas (2)"]
