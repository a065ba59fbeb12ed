"""The gate's table, out of the committed ratings: how many were rated, how many usable, what learners see."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from praxeo.authors.offline.gate import LEAST_PRECISION, Measured, measured

RATINGS = Path(__file__).parent / "ratings"


def print_table() -> None:
    """A line for each language, kind and source, with the faults that were found."""
    rated: Counter[tuple[str, str, str]] = Counter()
    usable: Counter[tuple[str, str, str]] = Counter()
    faults: dict[tuple[str, str, str], Counter[str]] = {}
    for path in sorted(RATINGS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            row = (record["language"], record["kind"], record["source"])
            rated[row] += 1
            usable[row] += record["usable"]
            faults.setdefault(row, Counter()).update([record["fault"]] if "fault" in record else [])
    print(f"{'':3} {'kind':11} {'source':16} {'usable':>9} {'share':>6} {'at least':>8}  shown")
    shown_rated = shown_usable = 0
    for row in sorted(rated):
        own = Measured(rated[row], usable[row])
        shown = measured(*row).at_least >= LEAST_PRECISION  # type: ignore[arg-type]
        shown_rated += rated[row] * shown
        shown_usable += usable[row] * shown
        told = ", ".join(f"{fault} {count}" for fault, count in faults[row].most_common(3))
        print(
            f"{row[0]:3} {row[1]:11} {row[2]:16} {own.usable:4d}/{own.rated:<4d} {100 * own.precision:5.0f} % "
            f"{100 * own.at_least:5.0f} %  {'yes' if shown else 'no ':3}  {told}"
        )
    print(
        f"of what is shown: {shown_usable} of {shown_rated} ({100 * shown_usable / shown_rated:.0f} %) usable"
    )
