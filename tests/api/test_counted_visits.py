"""Visits are counted exactly by a server that dies, over a network that breaks; nobody stands in any file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.visits.classroom import sums_of, visits
from benchmarks.visits.telling import ADDRESS
from benchmarks.visits.trial import VisitTrial, tried

FEW = 150


def run(folder: Path, count: int, kills: int) -> VisitTrial:
    found = tried(folder, count=count, kills=kills, seed=11)
    assert found.requests > sum(len(batches) for batches in visits(count, 11))
    return found


def test_sums_are_exact_whatever_breaks_and_tell_of_nobody(tmp_path: Path) -> None:
    found = run(tmp_path, FEW, 2)
    assert found.kills
    assert found.differences == []
    assert found.found["views", ""] == FEW  # all of them behind one address
    assert found.telling_files == ()
    # What is to be found is found: a visit less, and a file that tells where somebody is.
    less = replace(found, expected=sums_of(visits(FEW - 1, 11)))
    assert ("views", "") in less.differences


def test_the_search_finds_an_address_in_any_file(tmp_path: Path) -> None:
    (tmp_path / "access.log").write_text(f"{ADDRESS} GET /")
    assert run(tmp_path, 5, 0).telling_files == (f"access.log: {ADDRESS}",)


@pytest.mark.nightly
def test_ten_thousand_visits_are_counted_exactly(tmp_path: Path) -> None:
    found = run(tmp_path, 10_000, 12)
    assert (found.differences, found.telling_files) == ([], ())
