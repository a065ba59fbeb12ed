"""A small seed of the benchmark of the ledger: it warns where something was planted to be lost, and nowhere else."""

from __future__ import annotations

import pytest

from benchmarks.ledger.run import ALARMS_AT_MOST, RECALL_AT_LEAST, generated, measured


@pytest.mark.nightly
def test_the_ledger_warns_exactly_where_something_is_lost() -> None:
    for score in measured(generated(seed=3, rounds=1)):
        assert score.planted.total() >= 40
        assert score.recall >= RECALL_AT_LEAST, +score.missed
        assert score.false_alarms <= ALARMS_AT_MOST, score.alarms
