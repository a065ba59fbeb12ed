"""Turns a page so that tables printed sideways on it can be read like others."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word
from praxeo.sources.documents.pdf.tables.table import Table

DESCENT = 0.22  # of a word's height, from its baseline to its lower edge


def turned(page: Page, angle: int, indexes: list[int]) -> Page:
    """The page with those of its words, which stand at that angle, upright."""
    return Page(
        number=page.number,
        width=page.height,
        height=page.width,
        words=tuple(_word(page, page.words[index]) for index in indexes),
        rules=tuple(
            rule._replace(box=_forth(page, angle, rule.box), horizontal=not rule.horizontal)
            for rule in page.rules
        ),
        areas=tuple(area._replace(box=_forth(page, angle, area.box)) for area in page.areas),
        pictures=tuple(_forth(page, angle, box) for box in page.pictures),
        drawings=tuple(_forth(page, angle, box) for box in page.drawings),
    )


def turned_back(table: Table, page: Page, angle: int, indexes: list[int]) -> Table:
    """A table of the turned page as it stands on the page."""
    return replace(
        table,
        box=_back(page, angle, table.box),
        words=frozenset(indexes[index] for index in table.words),
    )


def _word(page: Page, word: Word) -> Word:
    box = _forth(page, word.angle, word.box)
    baseline = box[3] - DESCENT * (box[3] - box[1])
    return word._replace(box=box, baseline=baseline, angle=0)


def _forth(page: Page, angle: int, box: Box) -> Box:
    left, top, right, bottom = box
    if angle == 90:
        return (page.height - bottom, left, page.height - top, right)
    return (top, page.width - right, bottom, page.width - left)


def _back(page: Page, angle: int, box: Box) -> Box:
    left, top, right, bottom = box
    if angle == 90:
        return (top, page.height - right, bottom, page.height - left)
    return (page.width - bottom, left, page.width - top, right)
