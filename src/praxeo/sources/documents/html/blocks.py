"""Any HTML element tree as ordered blocks; what a page shows, nothing that it hides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from praxeo.domain.blocks import Block, Locator, ReadingWarning
from praxeo.sources.documents.block_list import BlockList, struck_warning
from praxeo.sources.documents.html.figures import with_figures
from praxeo.sources.documents.html.seen_words import seen_words, svg_labels
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import DEEPEST_ELEMENT, Element, parse_html
from praxeo.sources.documents.html.unseen import leave_out_unseen, left_out, seen
from praxeo.sources.documents.word_count import Words


def blocks_from_html(
    root_or_html: Element | str | bytes,
    *,
    first_id: int = 1,
    place: Locator | None = None,
    warnings: list[ReadingWarning] | None = None,
) -> list[Block]:
    """All visible text below an element (or of a page given as text or bytes) in reading order.

    Ids count from `first_id`; locators are `place` with the offset in characters from the start.
    What is left out is said in `warnings`: `hidden_text_removed`, `nested_too_deep`.
    Raises Refused("empty_page") for text without any element, TooLarge for far too much text.
    """
    root = parse_html(root_or_html) if isinstance(root_or_html, (str, bytes)) else root_or_html
    walker = TextUnitWalker()
    walker.walk(root)
    if warnings is not None:
        warnings.extend(warnings_of(walker))
    return blocks_of_pieces(
        seen([unit for unit in walker.units if not unit.hidden]), first_id=first_id, place=place
    )


def add_html(root_or_html: Element | str | bytes, blocks: BlockList) -> Words:
    """Append all visible text and pictures below an element, with ledger and warnings; gives all words there.

    Raises as `blocks_from_html`.
    """
    root = parse_html(root_or_html) if isinstance(root_or_html, (str, bytes)) else root_or_html
    walker = TextUnitWalker()
    walker.walk(root)
    blocks.ledger.add(walker.ledger)
    blocks.ledger.leave_out_text("figure_labels", svg_labels(root))
    for warning in warnings_of(walker):
        blocks.warn(warning.code, warning.message, details=warning.details)
    visible = [unit for unit in walker.units if not unit.hidden]
    units = seen(visible)
    leave_out_unseen(visible, units, blocks.ledger)
    add_units(with_figures(walker, units, blocks), blocks)
    return seen_words(root)


def blocks_of_pieces(
    units: Iterable[TextUnit], *, first_id: int = 1, place: Locator | None = None
) -> list[Block]:
    """The units as blocks, in their order."""
    collected = BlockList(place=place or Locator())
    add_units(units, collected)
    if first_id == 1:
        return collected.blocks
    return [
        replace(block, id=f"b{number}")
        for number, block in enumerate(collected.blocks, start=first_id)
    ]


def add_units(units: Iterable[TextUnit], blocks: BlockList) -> None:
    """Append the units as blocks, in their order."""
    for unit in units:
        blocks.add(
            unit.kind,
            unit.text,
            level=unit.level,
            number=unit.number,
            language=unit.language,
            marks=unit.marks,
            cells=unit.cells,
            picture=unit.picture,
        )


def warnings_of(walker: TextUnitWalker) -> list[ReadingWarning]:
    """Says what was left out: text that no reader of the page sees, text nested too deep."""
    warnings = []
    unseen = left_out([unit for unit in walker.units if not unit.hidden])
    if characters := walker.hidden_characters + unseen:
        warnings.append(
            ReadingWarning(
                code="hidden_text_removed",
                message=f"{characters} characters of text that the page hides from "
                "readers were left out.",
                details={"characters": characters},
            )
        )
    if walker.struck_characters:
        warnings.append(struck_warning(walker.struck_characters))
    if walker.deepest >= DEEPEST_ELEMENT:
        warnings.append(
            ReadingWarning(
                code="nested_too_deep",
                message=f"The page nests more than {DEEPEST_ELEMENT:,} elements in each other; "
                "text that stands deeper was not read.",
                details={"limit": DEEPEST_ELEMENT},
            )
        )
    return warnings
