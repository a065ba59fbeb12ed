"""The real documents that the author is measured on, and how each of them is read."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from praxeo.domain.blocks import Extraction

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"  # not part of the repository; may be absent

# Kind of text, then where it lies. Chosen for variety of kind, length and cleanness.
DOCUMENTS: tuple[tuple[str, str], ...] = (
    ("science explainer", "samples/how-vaccines-work.md"),
    ("history", "samples/a-short-history-of-timekeeping.md"),
    ("tutorial with code", "samples/first-steps-with-git.md"),
    ("medical review", "pdf:PMC4911752"),
    ("biology review", "pdf:PMC6313609"),
    ("research paper", "pdf:PMC5234046"),
    ("research paper", "pdf:PMC6200556"),
    ("education paper", "pdf:jose-00090"),
    ("education paper", "pdf:jose-00265"),
    ("government report", "pdf:icdar-us-001"),
    ("government guidance", "pdf:icdar-us-016"),
    ("forms and tables", "pdf:icdar-eu-001"),
    ("documentation", "web:0667"),
    ("documentation", "web:2858"),
    ("documentation", "web:0685"),
    ("history article", "web:4041"),
    ("how-to", "web:4192"),
    ("home manual", "web:0188"),
    ("business", "web:2301"),
    ("technology article", "web:4511"),
    ("office document", "office:unit-test-headers-docx.docx"),
)


def load(address: str) -> Extraction | None:
    """The blocks of a document; None where the corpora are not there."""
    kind, _, name = address.partition(":")
    if not name:
        from praxeo.sources.documents.text.markdown import read_markdown_file

        return read_markdown_file(ROOT / address)
    if not CORPORA.is_dir():
        return None
    if kind == "pdf":
        from praxeo.sources.documents.pdf.reader import read_pdf

        return read_pdf(CORPORA / "pdf" / "pdf" / f"{name}.pdf")
    if kind == "office":
        from praxeo.sources.documents.office.docx import read_docx

        return read_docx(CORPORA / "office" / "files" / name)
    return _web_page(CORPORA / "web" / "pages" / f"{name}.html.gz")


def _web_page(path: Path) -> Extraction:
    from praxeo.sources.documents.html.file import read_html_file

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(gzip.decompress(path.read_bytes()))
        return read_html_file(page)
