"""Conversations of five turns with the author of an app lose nothing that anyone wrote, and each turn is proven."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from praxeo.domain.records import CodeSnippet
from praxeo.proof.checker import AppChecker

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "generation"))

import model_runs

from tests.journeys.conversations import Conversation, obliging

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NIGHTLY = [pytest.param(seed, marks=pytest.mark.nightly) for seed in range(1, 10)]


@pytest.mark.parametrize("seed", [0, *NIGHTLY])
def test_five_turns_lose_nothing_and_each_is_proven(seed: int, checker: AppChecker) -> None:
    server = model_runs.gemini(obliging)
    with (
        server.running() as address,
        model_runs.workshop(address, checker, key="loopback-key", seconds=30.0) as shop,
    ):
        talk = Conversation(shop, seed)
        assert talk.now().status == "ready", talk.now().reason
        for turn in talk.turns:
            turn()
            assert not shop.work()
            now = talk.now()
            assert (now.status, now.merge_id) == ("ready", ""), (turn.__name__, now.reason)
            assert talk.lost() == [], turn.__name__
            app = shop.records.get(CodeSnippet, now.code_snippet_id)
            assert app is not None
            assert app.check_summary.startswith("All "), turn.__name__
            assert app.spec_id == now.spec_id
