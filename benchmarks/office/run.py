"""Recall, failures and speed on Office files, beside the libraries that people use today.

    python benchmarks/office/run.py [--peers BIN/python] [--rounds 3]

reads the documents and gold texts in ../shared/corpora/office (which is not part of the
repository) and scores with the scorer that stands beside them. The peers live in an environment of
their own:

    python -m venv build/office-peers
    build/office-peers/bin/pip install --require-hashes -r benchmarks/office/peers.lock

Speed is documents per second of processor time, each tool in a process of its own, imports and one
warm-up document not counted, the best of some rounds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora"
PEERS = ROOT / "build" / "office-peers" / "bin" / "python"
TOOLS = ("praxeo", "kreuzberg", "markitdown", "python-docx")
KINDS = ("docx", "pptx", "xlsx", "odt")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--peers", type=Path, default=PEERS)
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    files = CORPUS / "office" / "files"
    if not files.is_dir():
        print("skipped: ../shared/corpora/office is not there")
        return 0
    scorer = load_scorer()
    gold = {
        path.stem: json.loads(path.read_text("utf-8"))
        for path in sorted((CORPUS / "office" / "gold").glob("*.json"))
    }
    print(f"{len(gold)} documents\n")
    print(f"| tool | recall | {' | '.join(KINDS)} | failures | docs per CPU second | peak MB |")
    print("| --- |" + " ---: |" * (len(KINDS) + 4))
    for tool in TOOLS:
        python = Path(sys.executable) if tool == "praxeo" else chosen.peers
        if not python.is_file():
            print(f"| {tool} | skipped: no environment at {python.name}, see --help |")
            continue
        print(row(tool, measured(python, tool, files, chosen.rounds), gold, scorer))
    return 0


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_web", CORPUS / "score_web.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(python: Path, tool: str, files: Path, rounds: int) -> dict:
    runner = Path(__file__).with_name("one_tool.py")
    done = subprocess.run(
        [python, runner, tool, files, str(rounds)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def row(tool: str, found: dict, gold: dict, scorer: ModuleType) -> str:
    recalls: dict[str, list[float]] = {}
    for name, case in gold.items():
        score = scorer.score_case(case, found["texts"].get(name) or "")["recall"]
        recalls.setdefault(case["type"], []).append(score)
        recalls.setdefault("", []).append(score)
    means = {kind: sum(scores) / len(scores) for kind, scores in recalls.items()}
    by_kind = " | ".join(f"{means[kind]:.3f}" if kind in means else "-" for kind in KINDS)
    return (
        f"| {tool} {found['version']} | **{means['']:.3f}** | {by_kind} | {found['failures']} "
        f"| {found['speed']:.0f} | {found['peak_mb']:.0f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
