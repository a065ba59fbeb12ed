"""How many human edits scripted histories lose, and how long merges of large apps take.

python benchmarks/merging/run.py                 100 histories and the merges
python benchmarks/merging/run.py --histories 1000
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[2] / "tests"
sys.path[:0] = [str(TESTS / "histories"), str(TESTS / "jobs")]

from edit_histories import History  # noqa: E402

from praxeo.merging.three_way import merge_code  # noqa: E402

MERGED_MEGABYTES = (1, 2, 5, 10)


def histories(count: int) -> None:
    done: Counter[str] = Counter()
    losses: list[str] = []
    started = time.process_time()
    for seed in range(count):
        history = History(seed=seed).run()
        done += history.done
        losses += history.losses
    print(f"{count} histories, {time.process_time() - started:.0f} s of processor time")
    for what, times in sorted(done.items()):
        print(f"  {what:20} {times:6}")
    print(f"  human edits lost     {len(losses):6}")
    print("\n".join(losses))


def merges() -> None:
    dice = random.Random(1)
    for megabytes in MERGED_MEGABYTES:
        items = [f'{{"id":"i{n}","text":"{dice.random()}"}}' for n in range(megabytes * 25_000)]
        base = ",".join(items)
        sides = []
        for who in ("ours", "theirs"):
            side = [f'{{"{who}":{n}}}' if dice.random() < 0.001 else i for n, i in enumerate(items)]
            sides.append(",".join(side))
        started = time.process_time()
        merged = merge_code(base, *sides)
        took = time.process_time() - started
        print(
            f"{len(base) / 1e6:5.1f} MB on one line: {took:5.1f} s, {len(merged.regions)} conflicts"
        )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--histories", type=int, default=100)
    histories(options.parse_args().histories)
    merges()
