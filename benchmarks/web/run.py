"""Measure main-content extraction on the web corpus, Praxeo beside other libraries.

    .venv/bin/python benchmarks/web/run.py [--every N] [--only NAME ...] [--metadata]

readability-lxml is not ours: install benchmarks/web/compare.lock into a virtual environment of its
own and name its interpreter with --compare-python. Every extractor runs in a child process, page
after page; pages/s are of processor time, peak memory is the child's resident set.
Mind that Praxeo's model was trained on these same pages: its honest figure is the out-of-fold one
that benchmarks/web/train.py prints (--out-of-fold FILE shows it); speed and memory hold as printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import corpus
import metadata

HERE = Path(__file__).resolve().parent
TOOLS = ("praxeo", "trafilatura", "resiliparse", "readability-lxml")
COLUMNS = ("f1", "precision", "recall", "type_f1")


def measured(tool: str, python: str, every: int) -> dict[str, Any] | None:
    """What one extractor gives for every page, with its processor time and peak memory."""
    done = subprocess.run(
        [python, str(HERE / "extract_all.py"), tool, "--every", str(every)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{tool}: not measured ({done.stderr.strip().splitlines()[-1]})")
        return None
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def scored(texts: dict[str, str], score: Any) -> tuple[dict[str, float], dict[str, float]]:
    cases, types = [], defaultdict(list)
    for case in corpus.cases():
        if case.id in texts:
            found = score.score_case(case.gold, texts[case.id])
            cases.append(found)
            types[case.gold["type"]].append(found["f1"])
    means = {name: score.mean(values) for name, values in sorted(types.items())}
    return {**score.summary(cases), "type_f1": score.mean(means.values())}, means


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="only every Nth page")
    parser.add_argument("--only", nargs="*", default=TOOLS, choices=TOOLS)
    parser.add_argument("--compare-python", default=sys.executable)
    parser.add_argument("--out-of-fold", type=Path, help="texts that train.py --texts kept")
    parser.add_argument("--metadata", action="store_true", help="also title, authors and date")
    arguments = parser.parse_args()
    if not corpus.present():
        print(corpus.ABSENT)
        return 0
    score = corpus.scorer()
    print(f"{'':18s}" + "".join(f"{c:>10s}" for c in COLUMNS) + f"{'pages/s':>10s}{'MB':>7s}")
    by_type = {}
    for tool in arguments.only:
        python = arguments.compare_python if tool == "readability-lxml" else sys.executable
        result = measured(tool, python, arguments.every)
        if result is None:
            continue
        total, by_type[tool] = scored(result["texts"], score)
        speed = len(result["texts"]) / result["seconds"]
        row = "".join(f"{total[c]:10.4f}" for c in COLUMNS)
        print(f"{tool:18s}{row}{speed:10.1f}{result['peak_mb']:7.0f}", flush=True)
    if arguments.out_of_fold:
        texts = json.loads(arguments.out_of_fold.read_text("utf-8"))
        total, by_type["out of fold"] = scored(texts, score)
        print(f"{'praxeo, unseen':18s}" + "".join(f"{total[c]:10.4f}" for c in COLUMNS))
    for tool, means in by_type.items():
        print(f"{tool:18s}" + "  ".join(f"{name} {value:.3f}" for name, value in means.items()))
    if arguments.metadata:
        metadata.report(arguments.every)
    return 0


if __name__ == "__main__":
    sys.exit(main())
