"""How listing a library grows: the same pages among 100,000 and among 1,000,000 examples.

    .venv/bin/python benchmarks/library/run.py            # some minutes and 2.5 GB of disk
    .venv/bin/python benchmarks/library/run.py --small    # a tenth of it

Both libraries are asked in turn, round by round, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.cursors import cursor_after
from praxeo.domain.ids import format_id
from praxeo.domain.records import Example, ExampleStatus

SIZES = (100_000, 1_000_000)
PROJECTS = 50
PAGE = 50
BATCH = 100  # records in one save
ROUNDS = 15
CALLS_PER_ROUND = 40
TARGET_RATIO = 1.5
STATUSES: tuple[ExampleStatus, ...] = ("ready", "ready", "ready", "unproven", "failed")


def example(number: int) -> Example:
    return Example(
        id=format_id("exa", number, number),
        owner="local",
        created_at="2026-01-02T03:04:05.000000Z",
        updated_at="2026-01-02T03:04:05.000000Z",
        project_id=f"prj_{number % PROJECTS:04d}",
        title=f"How example number {number} works, and why it matters",
        input_type="document_input",
        input_id=f"doc_{number:08d}",
        status=STATUSES[number % len(STATUSES)],
        language="en",
        spec_id=f"spc_{number:08d}",
        code_snippet_id=f"cod_{number:08d}",
        job_id=f"job_{number:08d}",
        section_count=7,
        exercise_count=63,
    )


def filled(folder: Path, size: int) -> SqliteRecords:
    store = SqliteRecords(folder / f"{size}.sqlite3")
    started = time.perf_counter()
    for first in range(0, size, BATCH):
        store.save(*(example(number) for number in range(first, min(first + BATCH, size))))
    seconds = time.perf_counter() - started
    print(f"{size:>9,} examples stored in {seconds:.0f} s ({size / seconds:,.0f} a second)")
    return store


def questions(size: int) -> dict[str, Callable[[SqliteRecords], object]]:
    middle = cursor_after(example(size // 2).id)
    return {
        "first page of the library": lambda store: store.list(
            Example, {"owner": "local"}, limit=PAGE, newest_first=True
        ),
        "page in the middle of the library": lambda store: store.list(
            Example, {"owner": "local"}, limit=PAGE, newest_first=True, cursor=middle
        ),
        "first page of a project": lambda store: store.list(
            Example, {"project_id": "prj_0007"}, limit=PAGE, newest_first=True
        ),
        "middle of a project's failed ones": lambda store: store.list(
            Example,
            {"project_id": "prj_0009", "status": "failed"},
            limit=PAGE,
            newest_first=True,
            cursor=middle,
        ),
        "one example by its id": lambda store: store.get(Example, example(size // 3).id),
    }


def milliseconds(question: Callable[[SqliteRecords], object], store: SqliteRecords) -> float:
    started = time.perf_counter()
    for _ in range(CALLS_PER_ROUND):
        question(store)
    return (time.perf_counter() - started) / CALLS_PER_ROUND * 1000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--small", action="store_true", help="a tenth of the sizes")
    small = arguments.parse_args().small
    sizes = [size // 10 if small else size for size in SIZES]
    with tempfile.TemporaryDirectory(prefix="praxeo-library-") as folder:
        stores = [filled(Path(folder), size) for size in sizes]
        asked = [questions(size) for size in sizes]
        print(
            f"\n{'milliseconds, median':<36}"
            + "".join(f"{size:>12,}" for size in sizes)
            + "   ratio"
        )
        worst = 0.0
        for name in asked[0]:
            taken: list[list[float]] = [[], []]
            for _ in range(ROUNDS):
                for place, store in enumerate(stores):
                    taken[place].append(milliseconds(asked[place][name], store))
            medians = [statistics.median(times) for times in taken]
            ratio = statistics.median(big / little for little, big in zip(*taken, strict=True))
            worst = max(worst, ratio)
            print(
                f"{name:<36}" + "".join(f"{median:>12.3f}" for median in medians) + f"{ratio:>8.2f}"
            )
        verdict = "holds" if worst <= TARGET_RATIO else "MISSED"
        print(f"\nworst ratio {worst:.2f}, target at most {TARGET_RATIO}: {verdict}")
        for store in stores:
            store.close()


if __name__ == "__main__":
    main()
