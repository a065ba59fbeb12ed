"""Prints how well and how fast Praxeo reads PDFs, beside other libraries in the same run.

    .venv/bin/python benchmarks/pdf/run.py
    .venv/bin/python benchmarks/pdf/run.py --peers PEERS_PYTHON [--slow]
    .venv/bin/python benchmarks/pdf/run.py --check                # our figures against the floors

Rules are tuned on half 0 of the files and on the pages of generated.py, and judged on half 1; the lines below ours say both.
The halves stand apart only since 2026-11: what was tuned before had seen them all.

The PDFs, their gold texts and the scorer are not part of this repository; they are looked for in
../shared/corpora beside it (or where --corpora points). Without them this script says so and ends.
The other libraries live in an environment of their own:

    python3 -m venv PEERS && PEERS/bin/pip install --require-hashes -r benchmarks/pdf/peers.lock
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PEERS = ("liteparse", "pdf_inspector", "kreuzberg", "pypdfium2")
SLOW_PEERS = ("pymupdf4llm",)  # minutes; AGPL, so for comparison only
METRICS = ("para", "order", "clean", "headings", "tables", "furniture", "facts", "overall")

# Floors only rise. They lie a little below what was measured, so that noise does not break a build.
FLOORS = {
    "para": 0.993,
    "order": 0.995,
    "clean": 0.985,
    "headings": 0.93,
    "tables": 0.95,
    "furniture": 0.99,
    "facts": 0.9,
    "overall": 0.965,
}


def main() -> int:
    options = _options()
    source, gold = options.corpora / "pdf" / "pdf", options.corpora / "pdf" / "gold"
    scorer = options.corpora / "score_pdf.py"
    if not (source.is_dir() and gold.is_dir() and scorer.is_file()):
        print(f"no corpus in {options.corpora}: nothing was measured")
        return 0
    pages = sum(json.loads(path.read_text("utf-8")).get("pages", 0) for path in gold.glob("*.json"))
    rows = [_measure("praxeo", Path(sys.executable), source, gold, scorer)]
    if options.peers:
        names = PEERS + (SLOW_PEERS if options.slow else ())
        rows += [_measure(name, options.peers, source, gold, scorer) for name in names]
    print(
        "reader".ljust(14), *(name.rjust(9) for name in METRICS), "  pages/s  /cpu-s   MB  failed"
    )
    for row in rows:
        print(
            row["reader"].ljust(14),
            *(f"{row['means'].get(name, 0):9.4f}" for name in METRICS),
            f"{pages / row['seconds']:9.1f} {pages / row['cpu']:7.1f} {row['peak_mb']:4.0f}",
            f"{len(row['failed']):7d}",
        )
    for half, means in enumerate(rows[0]["halves"]):
        print(f"  half {half}".ljust(14), *(f"{means.get(name, 0):9.4f}" for name in METRICS))
    return _check(rows[0]["means"]) if options.check else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--peers", type=Path, help="the Python in which peers.lock is installed")
    parser.add_argument("--slow", action="store_true", help="run the slow libraries, too")
    parser.add_argument(
        "--check", action="store_true", help="fail where a figure is below its floor"
    )
    return parser.parse_args()


def _measure(name: str, python: Path, source: Path, gold: Path, scorer: Path) -> dict[str, Any]:
    """Run one reader in a process of its own and score what it wrote."""
    script = str(Path(__file__).with_name("readers.py"))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [str(python), script, name, str(source), folder],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        report = str(Path(folder) / "scores.json")
        subprocess.run(
            [sys.executable, str(scorer), "--gold", str(gold), "--pred", folder, "--json", report],
            capture_output=True,
            check=True,
        )
        scores = json.loads(Path(report).read_text("utf-8"))
    return {
        "reader": name,
        "means": scores["means"],
        "halves": [_means(scores["cases"], half) for half in (0, 1)],
        **json.loads(done.stdout.splitlines()[-1]),
    }


def _means(cases: dict[str, dict[str, float]], half: int) -> dict[str, float]:
    """The means over the files of one half, which their names decide."""
    own = [scores for name, scores in cases.items() if zlib.crc32(name.encode()) % 2 == half]
    means = {
        metric: mean(found)
        for metric in METRICS[:-1]
        if (found := [scores[metric] for scores in own if metric in scores])
    }
    return {**means, "overall": mean(means.values())}


def _check(means: dict[str, float]) -> int:
    below = {name: floor for name, floor in FLOORS.items() if means.get(name, 0.0) < floor}
    for name, floor in below.items():
        print(f"{name} is {means.get(name, 0.0):.4f}, below its floor {floor}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
