"""Prints how well pages are read that were printed from many layouts, made by seed: no rule has seen their names.

    .venv/bin/python -m benchmarks.pdf.generated [--seed 2] [--pages 40] [--keep FOLDER] [--check]
    .venv/bin/python -m benchmarks.pdf.generated --set tables|spanned [--printer libreoffice]
    .venv/bin/python -m benchmarks.pdf.generated --set papers|statements
    .venv/bin/python -m benchmarks.pdf.generated --set lessons --printer typst|weasyprint

Rules may be tuned on the pages of seed 1 (of the tables: 1 to 3); the figures that count are those of another seed.
Chromium or LibreOffice prints them, LaTeX sets the papers (texlive-publishers, lmodern), Typst and
WeasyPrint the lessons (`pip install typst weasyprint`), the scorer is that of the PDF corpus (see run.py); without these the script says so
and ends.
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

from benchmarks.pdf.bare_layouts import BARE, made_bare
from benchmarks.pdf.layouts import LAYOUTS, made
from benchmarks.pdf.papers import CLASSES, made_paper
from benchmarks.pdf.printing import PRINTERS, Print, printer
from benchmarks.pdf.spanned import TABLES, made_spanned
from benchmarks.pdf.statements import STATEMENTS, made_statement
from benchmarks.pdf.teaching_html import made_html
from benchmarks.pdf.teaching_layouts import LESSONS
from benchmarks.pdf.teaching_typst import made_typst
from praxeo.sources.documents.markdown_out import render_markdown
from praxeo.sources.documents.pdf.reader import read_pdf

ROOT = Path(__file__).resolve().parents[2]
METRICS = ("para", "order", "headings", "tables", "furniture")
# Below what was measured on seeds that no rule was tuned on, so that noise does not break a build.
FLOORS = {
    "pages": {"para": 0.99, "order": 0.99, "headings": 0.97, "tables": 0.94, "furniture": 0.99},
    "tables": {"para": 0.99, "order": 0.98, "headings": 0.85, "tables": 0.8},
    "spanned": {"para": 0.98, "order": 0.98, "headings": 0.9, "tables": 0.8},
    "statements": {"para": 0.98, "order": 0.98, "headings": 0.95, "tables": 0.85},
    "lessons": {"para": 0.98, "order": 0.98, "headings": 0.94, "tables": 0.88, "furniture": 0.99},
    "papers": {"para": 0.99, "order": 0.98, "headings": 0.95, "tables": 0.92},
}
SETS = {
    "pages": (LAYOUTS, made), "tables": (BARE, made_bare),
    "spanned": (TABLES, made_spanned), "papers": (CLASSES, made_paper),
    "statements": (STATEMENTS, made_statement), "lessons": (LESSONS, made_html),
}  # fmt: skip
SET_BY_LATEX = ("papers", "statements")


def main() -> int:
    options = _options()
    scorer = _scorer(options.corpora / "score_pdf.py")
    rows: dict[str, dict[str, float]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        printer("latex" if options.set in SET_BY_LATEX else options.printer) as print_page,
    ):
        if scorer is None or print_page is None:
            print("no scorer or no printer: nothing was measured")
            return 0
        for layout in SETS[options.set][0]:
            rows[layout] = _measured(
                layout, options, scorer, print_page, options.keep or Path(folder)
            )
    print("layout".ljust(15), *(name.rjust(10) for name in METRICS), "     pages")
    for layout, row in {**rows, "all": _mean(list(rows.values()))}.items():
        shown = (f"{row[name]:10.3f}" if name in row else " " * 9 + "-" for name in METRICS)
        print(layout.ljust(15), *shown, f"{row['pages']:10.0f}")
    floors = FLOORS[options.set]
    below = {n: f for n, f in floors.items() if _mean(list(rows.values())).get(n, 1.0) < f}
    print("".join(f"{name} is below its floor {floor}\n" for name, floor in below.items()), end="")
    return 1 if below and options.check else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--set", choices=SETS, default="pages")
    parser.add_argument("--printer", choices=PRINTERS, default=PRINTERS[0])
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
    layout: str, options: argparse.Namespace, scorer: ModuleType, print_page: Print, folder: Path
) -> dict[str, float]:
    """Mean scores over documents of one layout until there are pages enough."""
    make = made_typst if options.printer == "typst" else SETS[options.set][1]
    scores: dict[str, list[float]] = defaultdict(list)
    pages = number = 0
    while pages < options.pages:
        number += 1
        html, gold = make(layout, options.seed * 1_000 + number)
        path = folder / f"{layout.replace(' ', '-')}-{number}.pdf"
        print_page(html, path)
        count = len(pypdfium2.PdfDocument(path))
        pages += count
        if options.printer == "libreoffice":
            gold.pop("furniture", None)  # it prints no margins of CSS
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
