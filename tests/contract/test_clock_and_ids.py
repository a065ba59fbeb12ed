"""What every clock and every source of ids does."""

from __future__ import annotations

import re
import threading
from datetime import UTC

import pytest

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.ports.clock import Clock, Ids


@pytest.fixture(params=["system"])
def clock() -> Clock:
    return SystemClock()


@pytest.fixture(params=["random"])
def ids(clock: Clock) -> Ids:
    return RandomIds(clock)


def test_the_time_is_in_utc_and_does_not_run_backwards(clock: Clock) -> None:
    moments = [clock.now() for _ in range(100)]
    assert all(moment.tzinfo is UTC for moment in moments)
    assert moments == sorted(moments)


def test_an_id_is_its_prefix_and_26_plain_characters(ids: Ids) -> None:
    assert re.fullmatch(r"exa_[0-9a-z]{26}", ids.new("exa"))


def test_ids_sort_in_the_order_they_were_made_and_never_repeat(ids: Ids) -> None:
    made = [ids.new("exa") for _ in range(5_000)]
    assert made == sorted(set(made))


def test_threads_never_get_the_same_id(ids: Ids) -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.extend(ids.new("exa") for _ in range(500)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 2_000
