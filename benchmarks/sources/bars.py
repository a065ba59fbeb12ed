"""Runs what holds the figures of sources, one after another, and prints what each finds.

python -m benchmarks.sources.bars [--quick]
"""

from __future__ import annotations

import subprocess
import sys
import time

TESTS = {
    "one app of several sources": ("tests/api/test_combined_inputs.py", "tests/unit/sources/test_joining.py",
                                   "tests/api/test_inputs.py"),
    "engines, Data API, oEmbed: outcomes never confused": ("tests/contract/test_search.py",
                                                          "tests/unit/adapters/test_youtube_api.py",
                                                          "tests/unit/sources/youtube"),
    "guard, also in time; hostile answers": ("tests/unit/adapters/web",),
    "captions": ("tests/unit/sources/documents/captions",),
    "library and ZIM files": ("tests/unit/adapters/local_search",),
    "topics: kills, replay, caps, plans": ("tests/unit/sources/research",),
    "orders planted in sources, a model that obeys them": ("tests/hostile/injection",),
    "visits of sources, changes agreed to, going back": ("tests/jobs/test_source_visits.py",),
    "quotes within a fifth of what was used": ("tests/unit/models/test_quotes.py",),
}  # fmt: skip
CLAIMS = "benchmarks/claims"
MEASURED = {
    "polite fetches and guarded addresses": ("-m", "benchmarks.fetching.run"),
    "ten pages to a spec, and again without a network": ("-m", "benchmarks.fetching.ten_pages"),
    "planted sources": ("-m", "benchmarks.sources.run"),
    "changed sources": ("-m", "benchmarks.drift.run"),
    "claims made by seed, pages held out": (f"{CLAIMS}/mechanical.py", "--held-out", "44"),
    "claims by hand, never looked at": (f"{CLAIMS}/halves.py", "--taught"),
    "claims by hand, never looked at, other texts": (f"{CLAIMS}/halves.py", "--fresh"),
    "claims by hand, never looked at, samples": (f"{CLAIMS}/by_hand.py", f"{CLAIMS}/by_hand/unseen.tsv"),
}  # fmt: skip
OF_CORPORA = ("fetching", "drift", "mechanical")


def tested(name: str, places: tuple[str, ...]) -> bool:
    """Run the tests of a figure, and print how many held."""
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *places], capture_output=True, text=True, check=False
    )
    last = run.stdout.strip().splitlines()[-1] if run.stdout.strip() else run.stderr[-200:]
    print(f"{name}: {last} ({time.monotonic() - begun:.0f} s)", flush=True)
    return run.returncode == 0


def measured(name: str, command: tuple[str, ...]) -> bool:
    """Run a measurement, and print what it prints."""
    print(f"{name}:", flush=True)
    return subprocess.run([sys.executable, *command], check=False).returncode == 0


def main() -> int:
    """How many of them did not hold."""
    held = [tested(name, places) for name, places in TESTS.items()]
    held += [
        measured(name, command)
        for name, command in MEASURED.items()
        if "--quick" not in sys.argv or not any(each in " ".join(command) for each in OF_CORPORA)
    ]
    return held.count(False)


if __name__ == "__main__":
    sys.exit(main())
