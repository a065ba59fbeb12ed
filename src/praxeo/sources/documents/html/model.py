"""The trained model that tells main content from the rest: its trees as JSON, applied with numpy.

benchmarks/web/train.py writes main_content.json; each tree is a list of nodes in the order
[feature, threshold, next if value <= threshold, next if greater] and [leaf value].
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = "main_content.json"
ROWS_AT_ONCE = 256
"""Bounds the memory that a page with very many units takes."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """Decision trees side by side, padded to the same number of nodes; a leaf points to itself."""

    features: tuple[str, ...]
    feature: Numbers
    threshold: Floats
    low: Numbers
    high: Numbers
    value: Floats
    depth: int

    def probabilities(self, rows: Sequence[Mapping[str, float]]) -> Floats:
        """For each row of features by name, how likely it is main content, 0 to 1."""
        values = itemgetter(*self.features)
        table = np.array([values(row) for row in rows], dtype=np.float64)
        parts = [
            self._scores(table[start : start + ROWS_AT_ONCE])
            for start in range(0, len(rows), ROWS_AT_ONCE)
        ]
        scores = np.concatenate(parts) if parts else np.zeros(0)
        result: Floats = 1.0 / (1.0 + np.exp(-scores))
        return result

    def _scores(self, table: Floats) -> Floats:
        trees, width = self.feature.shape
        starts = np.arange(trees) * width
        node = np.broadcast_to(starts, (len(table), trees)).copy()
        row = np.arange(len(table))[:, None]
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        low = (self.low + starts[:, None]).ravel()
        high = (self.high + starts[:, None]).ravel()
        for _ in range(self.depth):
            goes_low = table[row, feature[node]] <= threshold[node]
            node = np.where(goes_low, low[node], high[node])
        scores: Floats = self.value.ravel()[node].sum(axis=1)
        return scores


@cache
def main_content_model() -> Model:
    """The model that ships with the package, read once."""
    text = files(__package__).joinpath(MODEL_FILE).read_text("utf-8")
    return model_of(json.loads(text))


def model_of(data: Mapping[str, Any]) -> Model:
    """A model from what the training script wrote."""
    trees: list[list[list[float]]] = data["trees"]
    shape = (len(trees), max(len(tree) for tree in trees))
    feature, low, high = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    threshold, value = np.zeros(shape), np.zeros(shape)
    for t, tree in enumerate(trees):
        for n, node in enumerate(tree):
            if len(node) == 1:
                low[t, n] = high[t, n] = n
                value[t, n] = node[0]
            else:
                feature[t, n], threshold[t, n], low[t, n], high[t, n] = node
    return Model(
        features=tuple(data["features"]),
        feature=feature,
        threshold=threshold,
        low=low,
        high=high,
        value=value,
        depth=int(data["depth"]),
    )
