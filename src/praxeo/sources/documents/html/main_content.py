"""Chooses the units of a page that are its content, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from resiliparse.extract.html2text import extract_plain_text

from praxeo.sources.documents.html.features import feature_rows
from praxeo.sources.documents.html.kept_answers import keep_answers
from praxeo.sources.documents.html.model import columns_of, trained
from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.said_once import recurrences, said_once
from praxeo.sources.documents.html.second_look import groups_of, second_look
from praxeo.sources.documents.html.table_notes import keep_table_notes
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.html.whole_lists import keep_whole_lists
from praxeo.sources.documents.html.word_groups import part_groups

FRAME_ELEMENTS = {"nav", "header", "footer", "aside", "form", "main", "article"}
FRAME_PARTS = {"menu", "head", "side", "foot"}
FIRST, SECOND = "main_content.json", "second_look.json"
MOST_UNITS = 20_000
"""Of a page with more units everything is kept: choosing would take too long."""
CONTAINER_LEVELS = 3
STRUCTURE_SHARE = 0.7
"""A container is content if more than this share of its words was chosen."""
BARE_LINK_SHARE = 0.3
"""A page without a frame around its text may hold this share of linked text and be all content."""


def main_content(
    units: Sequence[TextUnit], *, root: Element, facts: PageFacts, html: str
) -> list[TextUnit]:
    """The units to keep, in order: all of a bare text, else those that the model chooses."""
    if len(units) > MOST_UNITS or _is_bare(units, root):
        return list(units)
    verdict = extract_plain_text(html, main_content=True, alt_texts=False)
    view = PageView(units=units, facts=facts, verdicts=[verdict])
    lengths = np.array([len(words) for words in view.words], dtype=np.float64)
    likely = _likelihoods(view, lengths)
    kept = best_share(likely, lengths)
    _keep_structure(view, kept)
    if not facts.types["product"]:  # whose lists are of what else there is to buy
        keep_whole_lists(view, kept)
    keep_answers(view, kept)
    keep_table_notes(view, kept)
    return [unit for unit, keep in zip(units, kept, strict=True) if keep]


def _likelihoods(view: PageView, lengths: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely each unit is content: halfway between the model that sees it and its page, and a second one
    that also sees what the first holds of everything around it."""
    again, columns = recurrences(view), columns_of(feature_rows(view))
    first = said_once(trained(FIRST).probabilities(columns), again)
    columns |= second_look(first, lengths, groups_of(view))
    return said_once((first + trained(SECOND).probabilities(columns)) / 2, again)


def best_share(likely: NDArray[np.float64], lengths: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The most likely units, as many as make the expected F1 (in words) the highest.

    One threshold for all pages would be wrong: on a page of which little is certain, more must
    be kept than on one where the content stands out.
    """
    expected = float((likely * lengths).sum())
    order = np.argsort(-likely, kind="stable")
    found = np.cumsum((likely * lengths)[order])
    taken = np.cumsum(lengths[order])
    count = int(np.argmax(2 * found / (taken + expected + 1e-9))) + 1
    kept = np.zeros(len(likely), dtype=np.bool_)
    kept[order[:count]] = True
    return kept


def _keep_structure(view: PageView, kept: NDArray[np.bool_]) -> None:
    """Add the listings, tables and captions that stand inside a container of kept text."""
    around: dict[Element, list[int]] = {}
    for line, words, keep in zip(view.lines, view.words, kept, strict=True):
        for element in line[:CONTAINER_LEVELS]:
            sums = around.setdefault(element, [0, 0])
            sums[0] += len(words) * bool(keep)
            sums[1] += len(words)
    for number, (unit, line) in enumerate(zip(view.units, view.lines, strict=True)):
        if unit.kind not in {"code", "table", "caption"} or len(line) < 2:
            continue
        inside, whole = around[line[1]]
        linked = unit.link_characters > len(unit.text) / 2
        if not linked and inside > STRUCTURE_SHARE * whole:
            kept[number] = True


def _is_bare(units: Sequence[TextUnit], root: Element) -> bool:
    """Whether the page is a text and nothing else: no frame of a site, few links."""
    for element in root.iter():
        if name_of(element) in FRAME_ELEMENTS or FRAME_PARTS & part_groups(element):
            return False
    size = sum(len(unit.text) for unit in units)
    return sum(unit.link_characters for unit in units) <= BARE_LINK_SHARE * size
