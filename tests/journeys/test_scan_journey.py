"""A scan of ten pages becomes a proven app, on a machine that has Tesseract and a browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from praxeo.adapters.browser import find_chromium
from praxeo.adapters.sandbox.tesseract import find_tesseract
from tests.unit.sources.documents.ocr.scans import picture, scanned_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "how-vaccines-work.md"
PAGES = 10
LINE = 84  # characters

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        find_tesseract() is None, reason="needs Tesseract (apt install tesseract-ocr)"
    ),
    pytest.mark.skipif(find_chromium() is None, reason="needs Chromium"),
    pytest.mark.skipif(
        not (ROOT / "web/dist/runtime/runtime.js").exists(), reason="the front end is not built"
    ),
]


def passages() -> list[str]:
    """The sample's headings and paragraphs, in letters that every printer has."""
    text = SAMPLE.read_text("utf-8").replace("**", "").replace("–", "-").replace("’", "'")
    parts = text.encode("ascii", "replace").decode().split("\n\n")
    return [part.strip() for part in parts if part.strip() and not part.startswith(("---", "|"))]


def pages() -> list[Sheet]:
    """The passages set on so many pages, as evenly as their lengths allow."""
    parts = passages()
    length = sum(map(len, parts)) / PAGES
    sheets = [Sheet() for _ in range(PAGES)]
    heights = [90.0] * PAGES
    done = 0
    for part in parts:
        page = min(PAGES - 1, int(done / length))
        done += len(part)
        title = part.startswith("#")
        size = (20 if part.startswith("# ") else 15) if title else 11
        for block in part.split("\n"):
            for line in textwrap.wrap(block.lstrip("# "), LINE):
                sheets[page].text(64, heights[page], line, size=size)
                heights[page] += size * 1.3
        heights[page] += 12
    return sheets


def praxeo(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PRAXEO_DATA_DIR": str(folder / "library"), **variables}
    return subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scan") / "vaccines.pdf"
    path.write_bytes(scanned_pdf([picture(page, dpi=150) for page in pages()], dpi=150))
    return path


def test_a_scan_of_ten_pages_becomes_a_proven_app(scan: Path) -> None:
    made = praxeo(scan.parent, "make", scan.name, "--json")
    assert made.returncode == 0, made.stderr
    example: dict[str, Any] = json.loads(made.stdout)
    assert example["status"] == "ready"
    read = json.loads(praxeo(scan.parent, "extract", scan.name, "--json").stdout)
    assert read["metadata"]["page_count"] == PAGES
    told = {warning["code"]: warning for warning in read["warnings"]}
    assert told["ocr_read"]["details"]["pages"] == f"1–{PAGES}"
    wanted = [part.lstrip("# ") for part in passages() if part.startswith("#")]
    headings = [block["text"] for block in read["blocks"] if block["kind"] == "heading"]
    assert headings == wanted
    assert all(block["ocr_confidence"] > 70 for block in read["blocks"])


def test_without_tesseract_the_way_to_it_is_told(scan: Path) -> None:
    made = praxeo(scan.parent, "make", scan.name, PRAXEO_TESSERACT="off")
    assert made.returncode == 3
    assert "apt install tesseract-ocr" in made.stderr
