"""Puts the figures that were found on pages where the text speaks of them, among its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from praxeo.domain.blocks import Block, Box, Locator, Picture
from praxeo.sources.documents.ledger import Ledger
from praxeo.sources.documents.pdf.figure_parts import Place, inside, repeated_places, union
from praxeo.sources.documents.pdf.figure_regions import FoundFigure, find_figures
from praxeo.sources.documents.pdf.formula_regions import find_formulas, formula_box
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.unreadable_lines import unreadable_lines, without_unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacedFigure:
    """A figure and its caption's first line on the page as printed; `alt` are the words that stand in it."""

    page: int
    box: Box
    caption: Box | None
    alt: str
    is_formula: bool = False


@dataclass(kw_only=True)
class FigureFinder:
    """Collects the figures of a file page by page."""

    found: list[PlacedFigure] = field(default_factory=list)
    _logos: frozenset[Place] = frozenset()

    def look_over(self, pages: Sequence[Page]) -> None:
        """See which pictures recur on the pages that come next: they are no figures."""
        self._logos = repeated_places(pages)

    def take(
        self, page: Page, lines: list[Line], tables: Sequence[Box], ledger: Ledger
    ) -> list[Line]:
        """Note the figures of a page; gives its lines without their labels, which are text of the pictures."""
        groups = find_formulas(page, lines, tables)
        held = {id(line) for group in groups for line in group}
        groups += unreadable_lines(page, [line for line in lines if id(line) not in held], tables)
        formulas = [
            FoundFigure(box=formula_box(group, page), labels=tuple(group), is_formula=True)
            for group in groups
        ]
        # A formula right above a figure is no label of it, nor is the bar of its fraction a part.
        apart = {id(line) for formula in formulas for line in formula.labels}
        figures = find_figures(
            page,
            [line for line in lines if id(line) not in apart],
            [*tables, *(formula.box for formula in formulas)],
            self._logos,
        )
        figures = _with_formulas(figures, formulas)
        self.found += _placed(figures, page)
        labels = {id(line): line.text for figure in figures for line in figure.labels}
        ledger.says_otherwise(" ".join(labels.values()))
        return [line for line in lines if id(line) not in labels]


def _with_formulas(
    figures: Sequence[FoundFigure], formulas: Sequence[FoundFigure]
) -> list[FoundFigure]:
    """The figures, and the formulas that stand in none; what stands in one is its label."""
    own: list[FoundFigure] = []
    for figure in figures:
        within = [f for f in formulas if inside(f.box, figure.box)]
        labels = tuple(line for formula in within for line in formula.labels)
        own.append(replace(figure, labels=(*figure.labels, *labels)))
    alone = [f for f in formulas if not any(inside(f.box, figure.box) for figure in figures)]
    return sorted([*own, *alone], key=lambda figure: figure.box[1])


def _placed(figures: Sequence[FoundFigure], page: Page) -> list[PlacedFigure]:
    """Figures as they are printed on their page."""
    width, height = (
        (page.height, page.width) if page.quarter_turns % 2 else (page.width, page.height)
    )
    made = []
    for figure in figures:
        left, top, right, bottom = page.as_printed(figure.box)
        box = (max(0.0, left), max(0.0, top), min(width, right), min(height, bottom))
        made.append(
            PlacedFigure(
                page=page.number,
                box=box,
                caption=page.as_printed(figure.caption) if figure.caption else None,
                alt=without_unknown(" ".join(line.text for line in figure.labels)),
                is_formula=figure.is_formula,
            )
        )
    return made


def with_figures(blocks: Sequence[Block], figures: Sequence[PlacedFigure]) -> list[Block]:
    """The blocks with a block for each figure, whose picture is still to be cut out of the page; ids in order."""
    if not figures:
        return list(blocks)
    before: dict[int, list[Block]] = {}
    captioned = [figure for figure in figures if figure.caption]
    for figure in figures:
        before.setdefault(_index(figure, blocks, captioned), []).append(_block(figure))
    made = [
        block
        for index in range(len(blocks) + 1)
        for block in (*before.get(index, ()), *blocks[index : index + 1])
    ]
    return [replace(block, id=f"b{number}") for number, block in enumerate(made, 1)]


def _index(figure: PlacedFigure, blocks: Sequence[Block], captioned: Sequence[PlacedFigure]) -> int:
    """Before the block that it stands before: its caption, or what is below it on its page (a caption with the
    figure that it belongs to); or at the page's end.
    """
    after = 0
    below: int | None = None
    for index, block in enumerate(blocks):
        place = block.locator
        if place.page is None or place.box is None or place.page > figure.page:
            if place.page is not None and place.page > figure.page:
                break
            continue
        after = index + 1
        if place.page < figure.page:
            continue
        if figure.caption and inside(figure.caption, place.box):
            return index if figure.box[1] < figure.caption[1] else index + 1
        with_its_own = [
            other.box
            for other in captioned
            if other is not figure
            and other.page == place.page
            and other.caption
            and inside(other.caption, place.box)
        ]
        if below is None and _is_below(union([place.box, *with_its_own]), figure.box):
            below = index
    return after if below is None else below


def _is_below(box: Box, figure: Box) -> bool:
    overlap = min(box[2], figure[2]) - max(box[0], figure[0])
    return overlap > 0 and box[1] >= figure[3] - 3


def _block(figure: PlacedFigure) -> Block:
    left, top, right, bottom = (round(side, 1) for side in figure.box)
    picture = Picture(
        content_hash="",
        width=max(1, round(right - left)),
        height=max(1, round(bottom - top)),
        alt=figure.alt,
    )
    place = Locator(page=figure.page, box=(left, top, right, bottom))
    return Block(id="", kind="figure", text="", picture=picture, locator=place)
