"""Floors for some of the documents of the shared corpus; skipped where it is not there.

The whole corpus is measured by benchmarks/pdf/run.py --check.
"""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest

from praxeo.sources.documents.markdown_out import render_markdown
from praxeo.sources.documents.pdf.reader import read_pdf

CORPORA = Path(__file__).resolve().parents[6] / "shared" / "corpora"
CASES = ("PMC4219006", "PMC6200556", "icdar-eu-005", "icdar-us-006", "jose-00265", "jose-00300")
FLOORS = {"para": 0.985, "order": 0.98, "headings": 0.9, "tables": 0.85, "furniture": 0.99}


@pytest.fixture
def scorer() -> ModuleType:
    path = CORPORA / "score_pdf.py"
    if not path.is_file():
        pytest.skip("the shared corpus is not beside the repository")
    spec = importlib.util.spec_from_file_location("score_pdf", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reading_stays_as_good_as_it_was(scorer: ModuleType) -> None:
    scores = defaultdict(list)
    for case in CASES:
        gold = json.loads((CORPORA / "pdf" / "gold" / f"{case}.json").read_text("utf-8"))
        text = render_markdown(read_pdf(CORPORA / "pdf" / "pdf" / f"{case}.pdf"))
        for name, value in scorer.score_case(gold, text).items():
            scores[name].append(value)
    below = {
        name: mean(scores[name]) for name, floor in FLOORS.items() if mean(scores[name]) < floor
    }
    assert not below
