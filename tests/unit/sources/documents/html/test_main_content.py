"""The chooser: as many of the likely units as make the expected F1 the highest."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.sources.documents.html.main_content import best_share
from praxeo.sources.documents.html.model import model_of, trained

SHARES = st.lists(st.tuples(st.floats(0.001, 0.999), st.integers(1, 300)), min_size=1, max_size=12)


def expected_f1(likely: np.ndarray, lengths: np.ndarray, kept: np.ndarray) -> float:
    found = (likely * lengths)[kept].sum()
    return float(2 * found / (lengths[kept].sum() + (likely * lengths).sum()))


@settings(deadline=None)  # a busy machine is no fault of the code
@given(SHARES)
def test_no_other_threshold_would_promise_more(units: list[tuple[float, int]]) -> None:
    likely = np.array([p for p, _ in units])
    lengths = np.array([float(n) for _, n in units])
    kept = best_share(likely, lengths)
    assert kept.any()
    chosen = expected_f1(likely, lengths, kept)
    for threshold in likely:
        assert chosen >= expected_f1(likely, lengths, likely >= threshold) - 1e-9


@settings(deadline=None)  # a busy machine is no fault of the code
@given(SHARES)
def test_a_likelier_piece_is_never_dropped_for_a_less_likely_one(
    units: list[tuple[float, int]],
) -> None:
    likely = np.array([p for p, _ in units])
    kept = best_share(likely, np.array([float(n) for _, n in units]))
    if not kept.all():
        assert likely[kept].min() >= likely[~kept].max()


def test_a_tree_is_followed_to_the_leaf_that_fits() -> None:
    model = model_of(
        {
            "features": ["words", "links"],
            "depth": 2,
            "trees": [[[0, 5.0, 1, 2], [-1.0], [1, 0.5, 3, 4], [2.0], [0.0]], [[0.25]]],
        }
    )
    rows = {"words": np.array([5.0, 6, 6]), "links": np.array([0.0, 0.5, 0.6])}
    logits = np.log(model.probabilities(rows) / (1 - model.probabilities(rows)))
    assert np.allclose(logits, [-0.75, 2.25, 0.25])


def test_the_shipped_model_knows_every_feature_that_a_page_gives() -> None:
    model = trained("main_content.json")
    assert len(set(model.features)) == len(model.features) > 50
    assert model.feature.max() < len(model.features)
