"""From a PDF to a checked app: where the time goes, and how it grows with the pages.

    .venv/bin/python benchmarks/pipeline/run.py [--pages 3 30 300] [--corpus DIR] [--check]

Each size is made by whole runs of `praxeo make` in an empty library of its own, once with the browser
check and once without a browser; the times of the steps are those that the job wrote down. The PDFs are
merged from the articles of the corpus (../shared/corpora/pdf beside the repository); without it
there is nothing to measure and the program says so. `--check` fails past the targets for 30 pages.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium

from praxeo.config import read_config
from praxeo.domain.records import Example, Job, utc_moment
from praxeo.wiring.product import build_praxeo

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "pdf" / "pdf"
PRAXEO = Path(sys.executable).with_name("praxeo")
TARGET_PAGES = 30
TARGET_SECONDS = {"with browser": 20.0, "without browser": 6.0}


def merged_pdf(corpus: Path, pages: int, target: Path) -> None:
    """Write a PDF of exactly this many pages, taken from the corpus's articles in order."""
    merged = pdfium.PdfDocument.new()
    articles = sorted([*corpus.glob("jose*.pdf"), *corpus.glob("PMC*.pdf")])
    while len(merged) < pages:
        for article in articles:
            source = pdfium.PdfDocument(article)
            wanted = min(len(source), pages - len(merged))
            merged.import_pages(source, pages=list(range(wanted)))
            if len(merged) == pages:
                break
    merged.save(target)


def made(pdf: Path, *, browser: bool) -> tuple[float, Mapping[str, float], Example]:
    """Wall seconds of one `praxeo make`, the seconds of each step, and the example."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PRAXEO_DATA_DIR": folder}
        if not browser:
            environment["PRAXEO_CHROMIUM"] = str(Path(folder) / "no-browser")
        started = time.perf_counter()
        subprocess.run(
            [PRAXEO, "make", pdf, "--json"], env=environment, capture_output=True, check=False
        )
        wall = time.perf_counter() - started
        praxeo = build_praxeo(read_config(environment))
        records = praxeo.outside.records
        example = records.list(Example, {"owner": "local"}).records[0]
        jobs = records.list(Job, {"owner": "local"}).records
        records.close()
    steps = {
        step.label: (utc_moment(step.finished_at) - utc_moment(step.started_at)).total_seconds()
        for job in jobs
        for step in job.steps
        if step.finished_at
    }
    return wall, steps, example


def main() -> int:
    """Measure and print; the exit code is 1 if `--check` finds a target passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[3, 30, 300])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"There are no PDFs at {options.corpus}; nothing was measured.")
        return 0
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for pages in options.pages:
            pdf = Path(folder) / f"{pages}.pdf"
            merged_pdf(options.corpus, pages, pdf)
            for browser in (True, False):
                name = "with browser" if browser else "without browser"
                runs = [made(pdf, browser=browser) for _ in range(options.runs)]
                wall = statistics.median(run[0] for run in runs)
                _, steps, example = min(runs, key=lambda run: abs(run[0] - wall))
                print(
                    f"{pages:4} pages, {name:15}  {wall:7.2f} s  {wall / pages * 1000:6.0f} ms/page  "
                    f"{example.status}, {example.section_count} sections, {example.exercise_count} exercises"
                )
                for label, seconds in steps.items():
                    print(f"           {label:32} {seconds:7.2f} s")
                missed |= pages == TARGET_PAGES and wall > TARGET_SECONDS[name]
    return int(missed and options.check)


if __name__ == "__main__":
    sys.exit(main())
