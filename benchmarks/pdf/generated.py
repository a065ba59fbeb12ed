"""Prints how well pages are read that a browser printed from many layouts, made by seed: no rule has seen their names.

    .venv/bin/python -m benchmarks.pdf.generated [--seed 2] [--pages 40] [--keep FOLDER] [--check]

Rules may be tuned on the pages of seed 1; the figures that count are those of another seed. Chromium prints them,
the scorer is that of the PDF corpus (see run.py); without either this script says so and ends.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2

from benchmarks.pdf.layouts import LAYOUTS, made
from praxeo.sources.documents.markdown_out import render_markdown
from praxeo.sources.documents.pdf.reader import read_pdf
from praxeo.wiring.alone import find_chromium

ROOT = Path(__file__).resolve().parents[2]
METRICS = ("para", "order", "headings", "tables", "furniture")
# Below what was measured on seeds that no rule was tuned on, so that noise does not break a build.
FLOORS = {"para": 0.99, "order": 0.99, "headings": 0.97, "tables": 0.94, "furniture": 0.99}


def main() -> int:
    options = _options()
    scorer, chromium = _scorer(options.corpora / "score_pdf.py"), find_chromium()
    if scorer is None or chromium is None:
        print("no scorer or no Chromium: nothing was measured")
        return 0
    rows: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            rows[layout] = _measured(
                layout, options, scorer, chromium, options.keep or Path(folder)
            )
    print("layout".ljust(15), *(name.rjust(10) for name in METRICS), "     pages")
    for layout, row in {**rows, "all": _mean(list(rows.values()))}.items():
        shown = (f"{row[name]:10.3f}" if name in row else " " * 9 + "-" for name in METRICS)
        print(layout.ljust(15), *shown, f"{row['pages']:10.0f}")
    below = {n: f for n, f in FLOORS.items() if _mean(list(rows.values()))[n] < f}
    print("".join(f"{name} is below its floor {floor}\n" for name, floor in below.items()), end="")
    return 1 if below and options.check else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--pages", type=int, default=40, help="at least, of each layout")
    parser.add_argument("--keep", type=Path, help="keep PDFs and what was read in this folder")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    return parser.parse_args()


def _scorer(path: Path) -> ModuleType | None:
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("score_pdf", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measured(
    layout: str, options: argparse.Namespace, scorer: ModuleType, chromium: str, folder: Path
) -> dict[str, float]:
    """Mean scores over documents of one layout until there are pages enough."""
    from playwright.sync_api import sync_playwright

    scores: dict[str, list[float]] = defaultdict(list)
    pages = number = 0
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"]
        ).new_page()
        while pages < options.pages:
            number += 1
            html, gold = made(layout, options.seed * 1_000 + number)
            page.set_content(html)
            path = folder / f"{layout.replace(' ', '-')}-{number}.pdf"
            page.pdf(path=path, prefer_css_page_size=True)
            count = len(pypdfium2.PdfDocument(path))
            pages += count
            for found in gold.get("furniture", []):
                found["count"] = count
            read = render_markdown(read_pdf(path))
            path.with_suffix(".md").write_text(read, "utf-8")
            for name, score in scorer.score_case(gold, read).items():
                scores[name].append(score)
    means: dict[str, Any] = {name: sum(found) / len(found) for name, found in scores.items()}
    return {**means, "pages": pages}


def _mean(rows: list[dict[str, float]]) -> dict[str, float]:
    """The mean of the layouts that have a figure; the sum of the pages."""
    found = {n: [row[n] for row in rows if n in row] for n in METRICS}
    return {n: sum(each) / len(each) for n, each in found.items() if each} | {
        "pages": sum(row["pages"] for row in rows)
    }


if __name__ == "__main__":
    sys.exit(main())
