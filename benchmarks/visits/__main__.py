"""Count visits over a network that breaks, at a server that is killed: `python -m benchmarks.visits`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.visits.trial import tried


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--visits", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=12)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = tried(Path(folder), count=given.visits, kills=given.kills, seed=given.seed)
    print(
        f"{given.visits:,} visits in {found.requests:,} requests, {found.kills} kills, {found.seconds:.0f} s: "
        f"{found.found['views', '']:,} counted, {len(found.expected)} sums, {len(found.differences)} of them wrong"
    )
    for what, name in found.differences:
        print(f"  {what} {name}: {found.found[what, name]} for {found.expected[what, name]}")
    for file in found.telling_files:
        print(f"  tells who came: {file}")
    return int(bool(found.differences or found.telling_files))


if __name__ == "__main__":
    sys.exit(main())
