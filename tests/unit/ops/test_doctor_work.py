"""The doctor tells of work that nobody does, and of none that somebody does or that has ended."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "jobs"))

from plain_praxeo import HandClock, add_text, outside_in_folder, run_all

from praxeo.app import Praxeo, build
from praxeo.config import read_config
from praxeo.domain.records import Example
from praxeo.jobs.taking import take
from praxeo.ops.doctor.finding import Finding
from praxeo.ops.doctor.library import examine_library
from praxeo.wiring.library import look_at_library


def opened(folder: Path) -> tuple[Praxeo, Example]:
    praxeo = build(replace(outside_in_folder(folder), clock=HandClock()))
    return praxeo, add_text(praxeo)


def told(folder: Path, later: timedelta) -> list[Finding]:
    """What is told of unfinished work when the doctor looks so much later."""
    library = look_at_library(read_config({"PRAXEO_DATA_DIR": str(folder)}))
    assert library is not None
    found = examine_library(replace(library, now=HandClock().now() + later))
    return [finding for finding in found if finding.code == "work_left"]


def test_what_waits_for_a_worker_is_told_once_none_took_it_in_time(tmp_path: Path) -> None:
    _, example = opened(tmp_path)
    assert told(tmp_path, timedelta(seconds=10)) == []
    (finding,) = told(tmp_path, timedelta(minutes=2))
    assert example.id in finding.items
    assert "praxeo worker" in finding.remedy
    assert not finding.damage


def test_what_its_worker_left_is_told_once_its_lease_is_over(tmp_path: Path) -> None:
    praxeo, example = opened(tmp_path)
    outside = praxeo.outside
    while take(outside.records, outside.clock, worker="killed"):
        pass
    assert told(tmp_path, timedelta(seconds=30)) == []
    (finding,) = told(tmp_path, timedelta(minutes=2))
    assert example.id in finding.items


def test_nothing_is_told_of_work_that_has_ended(tmp_path: Path) -> None:
    praxeo, _ = opened(tmp_path)
    run_all(praxeo)
    assert told(tmp_path, timedelta(days=400)) == []
