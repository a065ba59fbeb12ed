"""Sums that are counted exactly once, on every adapter."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

import pytest

from praxeo.adapters.dynamodb_tally import DynamoTally
from praxeo.adapters.memory_tally import MemoryTally
from praxeo.adapters.sqlite_tally import SqliteTally
from praxeo.ports.tally import Cell, Occurrence, Tally

DAY, NEXT = date(2026, 9, 1), date(2026, 9, 2)
VIEWS = Cell("v1", "views")
MOST = 500


@pytest.fixture(params=["memory", "sqlite", "dynamodb"])
def tally(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tally]:
    if request.param == "dynamodb":
        installation = request.getfixturevalue("installation")
        made_there = DynamoTally(installation.name)
        yield made_there
        made_there.close()
        installation.empty_usage()
        return
    made: Tally = (
        MemoryTally() if request.param == "memory" else SqliteTally(tmp_path / "usage.sqlite3")
    )
    yield made
    made.close()


def one(name: str, *cells: Cell) -> Occurrence:
    return Occurrence(name, tuple((cell, 1) for cell in cells or (VIEWS,)))


def sums(tally: Tally, subject: str = "emb_1") -> dict[tuple[date, Cell], int]:
    return {(each.day, each.cell): each.sum for each in tally.cells(subject, DAY, NEXT)}


def test_what_is_told_twice_counts_once(tally: Tally) -> None:
    assert tally.count("emb_1", DAY, "visit", [one("a"), one("b"), one("a")], most=MOST) == 2
    assert tally.count("emb_1", NEXT, "visit", [one("b"), one("c")], most=MOST) == 1
    assert sums(tally) == {(DAY, VIEWS): 2, (NEXT, VIEWS): 1}


def test_of_several_under_one_id_the_first_counts(tally: Tally) -> None:
    right, wrong = Cell("v1", "right", "i1"), Cell("v1", "wrong", "i1")
    told = [one("a", wrong), one("b"), one("a", right)]
    assert tally.count("emb_1", DAY, "visit", told, most=MOST) == 2
    assert sums(tally) == {(DAY, wrong): 1, (DAY, VIEWS): 1}


def test_subjects_share_nothing_and_are_forgotten_alone(tally: Tally) -> None:
    tally.count("emb_1", DAY, "visit", [one("a")], most=MOST)
    tally.count("emb_2", DAY, "other", [one("b")], most=MOST)
    tally.forget("emb_1")
    assert sums(tally) == {}
    assert sums(tally, "emb_2") == {(DAY, VIEWS): 1}


def test_a_visit_counts_so_often_and_no_more(tally: Tally) -> None:
    many = [one(f"e{number}") for number in range(30)]
    assert tally.count("emb_1", DAY, "visit", many[:20], most=25) == 20
    assert tally.count("emb_1", DAY, "visit", many, most=25) == 5
    assert tally.count("emb_1", DAY, "visit", many, most=25) == 0
    assert tally.count("emb_1", DAY, "another", many[25:], most=25) == 5
    assert sums(tally) == {(DAY, VIEWS): 30}


def test_ids_are_forgotten_by_day_and_sums_stay(tally: Tally) -> None:
    tally.count("emb_1", DAY, "visit", [one("a")], most=MOST)
    tally.count("emb_1", NEXT, "visit", [one("b")], most=MOST)
    tally.tidy(NEXT)
    assert tally.count("emb_1", NEXT, "later", [one("b")], most=MOST) == 0
    assert sums(tally) == {(DAY, VIEWS): 1, (NEXT, VIEWS): 1}


def test_names_may_be_anything(tally: Tally) -> None:
    cell = Cell("v1", "choices", "i1\t'); DROP TABLE sums; -- \x00 ü 日本")
    tally.count("emb_1", DAY, "visit", [one("a", cell)], most=MOST)
    assert sums(tally) == {(DAY, cell): 1}


def test_more_than_one_transaction_takes_is_counted_whole(tally: Tally) -> None:
    many = [one(f"m{number}", VIEWS, Cell("v1", "right", f"i{number}")) for number in range(120)]
    assert tally.count("emb_1", DAY, "visit", many, most=MOST) == 120
    assert tally.count("emb_1", DAY, "visit", many, most=MOST) == 0
    found = sums(tally)
    assert found[DAY, VIEWS] == 120
    assert len(found) == 121
    assert set(found.values()) == {120, 1}


def test_many_at_once_lose_nothing_and_count_nothing_twice(tally: Tally) -> None:
    def tell(seed: int) -> None:
        random = Random(seed)
        for start in range(0, 100, 10):
            batch = [one(f"{seed}.{number}") for number in range(start, start + 10)]
            for _ in range(random.randint(1, 3)):
                tally.count("emb_1", DAY, f"visit{seed}", batch, most=MOST)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tell, range(16)))
    assert sums(tally) == {(DAY, VIEWS): 1600}


def _tell(path: Path, visits: range, told: Callable[[int], None]) -> None:
    tally = SqliteTally(path)
    for visit in visits:
        batch = [
            one(f"{visit}.{number}", VIEWS, Cell("v1", "right", f"i{number}"))
            for number in range(4)
        ]
        tally.count("emb_1", DAY, str(visit), batch, most=MOST)
        told(visit)


def _told_to(handle: int) -> Callable[[int], None]:
    return lambda visit: os.write(handle, b"%d\n" % visit) and None


def test_a_killed_process_that_tells_again_makes_the_sums_exact(tmp_path: Path) -> None:
    path, visits = tmp_path / "usage.sqlite3", 400
    random = Random(7)
    context = multiprocessing.get_context("fork")
    for _ in range(4):
        read, write = os.pipe()
        child = context.Process(target=_tell, args=(path, range(visits), _told_to(write)))
        child.start()
        os.close(write)
        with os.fdopen(read, "rb") as lines:
            for _line in range(random.randint(20, 120)):
                lines.readline()
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
            child.join()
    _tell(path, range(visits), lambda _visit: None)
    found = Counter({each.cell: each.sum for each in SqliteTally(path).cells("emb_1", DAY, DAY)})
    assert found[VIEWS] == visits * 4
    assert [found[Cell("v1", "right", f"i{number}")] for number in range(4)] == [visits] * 4
