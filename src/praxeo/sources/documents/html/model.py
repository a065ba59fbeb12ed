"""The trained models that tell main content from the rest: their trees as JSON, applied with numpy.

benchmarks/web/train.py writes the files; each tree is a list of nodes in the order
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

ROWS_AT_ONCE = 64
"""Bounds the memory that a page with very many units takes."""
MOST_LEAVES = 32
ALL = np.uint32(0xFFFFFFFF)
"""Every leaf of a tree can still be reached, one bit each, the leftmost the lowest."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Model:
    """Decision trees with their nodes side by side; `starts` is the first node of each tree.

    A value above its threshold rules out the leaves to the left of the node, whose bits are off in `right`:
    the first leaf that no node rules out is the one that following the tree would end at.
    """

    features: tuple[str, ...]
    feature: Numbers
    threshold: Floats
    right: NDArray[np.uint32]
    starts: Numbers
    value: Floats

    def probabilities(self, columns: Mapping[str, Floats]) -> Floats:
        """For each row of features, which stand in columns by name, how likely it is main content, 0 to 1."""
        table = np.stack([columns[name] for name in self.features])
        rows = table.shape[1]
        parts = [
            self._scores(table[:, start : start + ROWS_AT_ONCE])
            for start in range(0, rows, ROWS_AT_ONCE)
        ]
        scores = np.concatenate(parts) if parts else np.zeros(0)
        result: Floats = 1.0 / (1.0 + np.exp(-scores))
        return result

    def _scores(self, columns: Floats) -> Floats:
        above = columns[self.feature] > self.threshold[:, None]
        masks = np.where(above, self.right[:, None], ALL)
        left = np.bitwise_and.reduceat(masks, self.starts, axis=0)
        lowest = (left & (~left + np.uint32(1))).astype(np.float64)
        leaf = np.frexp(lowest)[1] - 1
        scores: Floats = self.value[np.arange(len(self.value))[:, None], leaf].sum(axis=0)
        return scores


def columns_of(rows: Sequence[Mapping[str, float]]) -> dict[str, Floats]:
    """The features of all units by name, from those of each unit by name."""
    names = list(rows[0])
    values = itemgetter(*names)
    table = np.array([values(row) for row in rows], dtype=np.float64)
    return dict(zip(names, table.T, strict=True))


@cache
def trained(name: str) -> Model:
    """A model that ships with the package, read once."""
    return model_of(json.loads(files(__package__).joinpath(name).read_text("utf-8")))


def model_of(data: Mapping[str, Any]) -> Model:
    """A model from what the training script wrote."""
    nodes: list[tuple[int, float, int]] = []
    starts, value = [], np.zeros((len(data["trees"]), MOST_LEAVES))
    for number, tree in enumerate(data["trees"]):
        starts.append(len(nodes))
        leaves: list[float] = []
        _collect(tree, 0, nodes, leaves)
        value[number, : len(leaves)] = leaves
        if len(nodes) == starts[-1]:  # a lone leaf: nothing rules it out
            nodes.append((0, np.inf, int(ALL)))
    feature, threshold, right = zip(*nodes, strict=True)
    return Model(
        features=tuple(data["features"]),
        feature=np.array(feature),
        threshold=np.array(threshold),
        right=np.array(right, dtype=np.uint32),
        starts=np.array(starts),
        value=value,
    )


def _collect(
    tree: list[list[float]], at: int, nodes: list[tuple[int, float, int]], leaves: list[float]
) -> None:
    """Add the leaves below a node from left to right, and the nodes with the leaves to their left."""
    node = tree[at]
    if len(node) == 1:
        leaves.append(node[0])
        return
    first = len(leaves)
    _collect(tree, int(node[2]), nodes, leaves)
    ruled_out = (1 << len(leaves)) - (1 << first)
    nodes.append((int(node[0]), node[1], int(ALL) & ~ruled_out))
    _collect(tree, int(node[3]), nodes, leaves)
