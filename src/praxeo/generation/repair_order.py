"""The order of repairs of code that a model wrote: which follows which, which try is the best, what ends them.

The job, whose repairs are steps with checks between them, and the benchmark of models both keep to it.
"""

from __future__ import annotations

from praxeo.authors.model.strategies import STRATEGIES, Strategy
from praxeo.domain.errors import Refused

REPAIRS_MAX = len(STRATEGIES)
NO_MORE_AFTER = frozenset({"cap_reached", "no_model", "model_blocked"})


def repair_after(made: int) -> int:
    """The number (from 1) of the repair that follows so many; 0 once each way has been tried."""
    return made + 1 if made < REPAIRS_MAX else 0


def ends_repairs(trouble: Refused) -> bool:
    """Whether no repair follows one that came to nothing: after a cap, but not after an answer that does not fit."""
    return trouble.code in NO_MORE_AFTER


def strategy_of(number: int) -> Strategy:
    """The way of mending of the repair of this number (from 1)."""
    return STRATEGIES[number - 1]


def is_better(finding_count: int, fewest: int | None) -> bool:
    """Whether a failed try with so many findings is to be mended next, in place of the best one before it.

    `fewest` are that one's findings, None if there is none; of equals the earlier stays.
    """
    return fewest is None or finding_count < fewest
