"""The second model sees what the first holds of the neighbours of a unit and of what is made like it."""

from __future__ import annotations

import numpy as np
import pytest

from praxeo.sources.documents.html.features import feature_rows
from praxeo.sources.documents.html.model import columns_of, trained
from praxeo.sources.documents.html.page_facts import page_facts
from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.second_look import groups_of, second_look
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import parse_html

PAGE = (
    "<html><body><div class=card><p>High water</p></div><div class=card><p>Low water</p></div><h2>More</h2>"
    "<div class=side><p>Subscribe to our letter</p></div></body></html>"
)


def view_of(html: str) -> PageView:
    root = parse_html(html)
    walker = TextUnitWalker()
    walker.walk(root)
    return PageView(units=walker.units, facts=page_facts(root), verdicts=[""])


def test_what_is_made_alike_shares_what_is_held_of_it() -> None:
    view = view_of(PAGE)
    seen = second_look(np.array([0.9, 0.5, 0.2, 0.1]), np.array([2.0, 2, 1, 4]), groups_of(view))
    assert seen["made_mean"] == pytest.approx([0.7, 0.7, 0.2, 0.1])
    assert seen["made_most"] == pytest.approx([0.9, 0.9, 0.2, 0.1])
    assert seen["section_mean"] == pytest.approx([0.7, 0.7, 0.12, 0.12])


def test_neighbours_are_seen_and_the_ends_of_the_page_known() -> None:
    view = view_of(PAGE)
    seen = second_look(np.array([0.9, 0.5, 0.2, 0.1]), np.array([2.0, 2, 1, 4]), groups_of(view))
    assert seen["first-1"] == pytest.approx([-1, 0.9, 0.5, 0.2])
    assert seen["first+2"] == pytest.approx([0.2, 0.1, -1, -1])
    assert seen["before5"][3] == pytest.approx(3.0 / 5)
    assert seen["held_before"] == pytest.approx(np.array([1.8, 2.8, 3.0, 3.4]) / 3.4)


def test_a_page_of_a_single_text_without_words_is_seen() -> None:
    view = view_of("<html><body><p>…</p></body></html>")
    seen = second_look(np.array([0.5]), np.array([0.0]), groups_of(view))
    assert all(np.isfinite(values).all() for values in seen.values())


def test_the_shipped_models_find_all_features_that_they_ask_for() -> None:
    view = view_of(PAGE)
    columns = columns_of(feature_rows(view))
    first = trained("main_content.json").probabilities(columns)
    seen = second_look(first, np.array([2.0, 2, 1, 4]), groups_of(view))
    second = trained("second_look.json").probabilities(columns | seen)
    assert ((second > 0) & (second < 1)).all()
