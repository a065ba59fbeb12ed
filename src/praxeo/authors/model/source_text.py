"""A source as a model reads it: its blocks with their ids, chosen by section where it is too long."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.blocks import Block, Extraction, ReadingWarning

SOURCE_CHARACTERS_MAX = 400_000  # about 100,000 tokens, a book of some 200 pages
SECTIONS_NAMED_MAX = 5


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text for the prompt, and what a person should know about what was left out."""

    text: str
    warnings: tuple[ReadingWarning, ...] = ()


def source_text(
    extraction: Extraction, *, name: str, characters_max: int = SOURCE_CHARACTERS_MAX
) -> SourceText:
    """The source within that many characters.

    A source that is too long keeps the beginning of each of its sections, in proportion to their length,
    and all headings that fit; nothing is cut within a block, and nothing is left out in silence.
    """
    lines = {block.id: line_of_block(block) for block in extraction.blocks}
    head = f"name: {name}\nlanguage: {extraction.metadata.language or 'unknown'}\n"
    room = characters_max - len(head)
    whole = sum(len(line) + 1 for line in lines.values())
    if whole <= room:
        return SourceText(head + "\n".join(lines.values()))
    kept: set[str] = set()
    for section in sections_of(extraction):
        share = room * sum(len(lines[block.id]) + 1 for block in section) // whole
        for block in section:
            share -= len(lines[block.id]) + 1
            if share < 0:
                break
            kept.add(block.id)
    text = head + "\n".join(line for block_id, line in lines.items() if block_id in kept)
    return SourceText(text, (_left_out(extraction, kept),))


def line_of_block(block: Block) -> str:
    """A block as it stands in a prompt: its id and kind, then its text."""
    kind = f"heading {block.level}" if block.kind == "heading" else block.kind.replace("_", " ")
    number = f"{block.number} " if block.number else ""
    shown = f" (shows: {block.picture.alt})" if block.picture and block.picture.alt else ""
    return f"[{block.id} {kind}] {number}{block.text}{shown}"


def sections_of(extraction: Extraction) -> list[list[Block]]:
    """Each heading with what follows it up to the next one."""
    sections: list[list[Block]] = [[]]
    for block in extraction.blocks:
        if block.kind == "heading" and sections[-1]:
            sections.append([])
        sections[-1].append(block)
    return sections


def _left_out(extraction: Extraction, kept: set[str]) -> ReadingWarning:
    left = [block for block in extraction.blocks if block.id not in kept]
    words = sum(len(block.text.split()) for block in left)
    total = sum(len(block.text.split()) for block in extraction.blocks)
    named = [
        f"“{section[0].text[:60]}”"
        for section in sections_of(extraction)
        if section[0].kind == "heading" and any(block.id not in kept for block in section)
    ]
    where = f" Parts are missing of {', '.join(named[:SECTIONS_NAMED_MAX])}" if named else ""
    more = f" and {len(named) - SECTIONS_NAMED_MAX} more sections"
    where += (more if len(named) > SECTIONS_NAMED_MAX else "") + "." * bool(where)
    return ReadingWarning(
        code="source_left_out",
        message=f"The source is too long for the model: {words:,} of its {total:,} words were not "
        f"given to it.{where} Make an example of each part to cover them all.",
    )
