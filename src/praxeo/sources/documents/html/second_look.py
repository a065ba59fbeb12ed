"""What the second model looks at: how likely the first one holds what stands around a unit and is made like it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from praxeo.sources.documents.html.page_view import PageView

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

STEPS = (-3, -2, -1, 1, 2, 3)
REACHES = (3, 8, 20)
SIDES = (5, 20)
LEVELS = (1, 2, 3, 4, 5)
OUTSIDE = -1.0


def second_look(
    likely: Floats, lengths: Floats, groups: Mapping[str, Numbers]
) -> dict[str, Floats]:
    """By name a value for every unit, beside its own features; `likely` is what the first model says of each.

    `lengths` are their words, `groups` which of them belong together (see `groups_of`).
    """
    lengths = np.maximum(lengths, 0.5)
    expected = float((lengths * likely).sum())
    features = {"first": likely, **_near(likely, lengths)}
    for name, numbers in groups.items():
        words = np.bincount(numbers, lengths)
        held = np.bincount(numbers, lengths * likely)
        most = np.zeros(len(words))
        np.maximum.at(most, numbers, likely)
        features[f"{name}_mean"] = (held / words)[numbers]
        features[f"{name}_most"] = most[numbers]
        features[f"{name}_part"] = held[numbers] / expected
    return features | _page(likely, lengths, expected)


def groups_of(view: PageView) -> dict[str, Numbers]:
    """For each way in which units belong together the number of each one's group."""
    signs = ("/".join(f"{e.tag}.{e.get('class') or ''}" for e in line[:3]) for line in view.lines)
    groups = {"made": _numbered(signs)}
    begins = [unit.kind == "heading" and at > 0 for at, unit in enumerate(view.units)]
    groups["section"] = np.cumsum(begins)
    for level in LEVELS:
        groups[f"inside{level}"] = _numbered(line[min(level, len(line) - 1)] for line in view.lines)
    return groups


def _numbered(names: Iterable[Hashable]) -> Numbers:
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)


def _near(likely: Floats, lengths: Floats) -> dict[str, Floats]:
    """The verdicts on single neighbours, and their means in words over some, on both sides and on each."""
    count, reach = len(likely), max(STEPS)
    padded = np.pad(likely, reach, constant_values=OUTSIDE)
    found = {f"first{s:+d}": padded[reach + s : reach + s + count] for s in STEPS}
    words = np.concatenate([[0.0], np.cumsum(lengths)])
    held = np.concatenate([[0.0], np.cumsum(lengths * likely)])
    at = np.arange(count)

    def mean(start: Numbers, end: Numbers) -> Floats:
        result: Floats = (held[end] - held[start] + 1e-6) / (words[end] - words[start] + 1e-6)
        return result

    for r in REACHES:
        found[f"around{r}"] = mean(np.maximum(0, at - r), np.minimum(count, at + r + 1))
    for r in SIDES:
        found[f"before{r}"] = mean(np.maximum(0, at - r), at)
        found[f"after{r}"] = mean(at + 1, np.minimum(count, at + r + 1))
    found["held_before"] = held[1:] / held[-1]
    return found


def _page(likely: Floats, lengths: Floats, expected: float) -> dict[str, Floats]:
    """How sure the first model is of the page, the same for all its units, and how a unit stands to that."""
    order = np.argsort(-likely, kind="stable")
    promised = (
        2 * np.cumsum((likely * lengths)[order]) / (np.cumsum(lengths[order]) + expected + 1e-9)
    )
    last = float(likely[order[int(promised.argmax())]])
    unsure = float(lengths[(likely > 0.2) & (likely < 0.8)].sum() / lengths.sum())
    whole = {
        "held": expected / float(lengths.sum()),
        "promised": float(promised.max()),
        "last_kept": last,
        "unsure": unsure,
        "surest": float(likely.max()),
    }
    same = {name: np.full(len(likely), value) for name, value in whole.items()}
    return same | {"over_last": likely - last}
