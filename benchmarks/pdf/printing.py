"""Prints HTML to PDF as a browser, a word processor or WeasyPrint does, LaTeX as publishers do, and Typst."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from praxeo.wiring.alone import find_chromium

PRINTERS = ("chromium", "libreoffice", "latex", "typst", "weasyprint")
PROGRAMS = {"libreoffice": "soffice", "latex": "pdflatex"}
Print = Callable[[str, Path], None]


@contextmanager
def printer(name: str) -> Iterator[Print | None]:
    """What prints a page to a path; None where that program is not installed."""
    if name in ("typst", "weasyprint"):
        yield (_by_typst if name == "typst" else _by_weasyprint) if find_spec(name) else None
        return
    program = find_chromium() if name == "chromium" else shutil.which(PROGRAMS[name])
    if program is None:
        yield None
    elif name == "chromium":
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = launched.new_page()

            def by_browser(html: str, path: Path) -> None:
                page.set_content(html)
                page.pdf(path=path, prefer_css_page_size=True)

            yield by_browser
    elif name == "latex":
        yield lambda text, path: _by_latex(program, text, path)
    else:
        with tempfile.TemporaryDirectory() as profile:
            yield lambda html, path: _by_office(program, Path(profile), html, path)


def _by_typst(text: str, path: Path) -> None:
    from typst import compile as set_pages

    source = path.with_suffix(".typ")
    source.write_text(text, "utf-8")
    set_pages(str(source), output=str(path))


def _by_weasyprint(html: str, path: Path) -> None:
    from weasyprint import HTML

    HTML(string=html).write_pdf(str(path))


def _by_office(program: str, profile: Path, html: str, path: Path) -> None:
    """LibreOffice knows few rules of CSS: what it prints has rules and shades of its own."""
    source = path.with_suffix(".html")
    source.write_text(html, "utf-8")
    subprocess.run(
        [
            program, "--headless", f"-env:UserInstallation={profile.as_uri()}",
            "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
            "--outdir", str(path.parent), str(source),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def _by_latex(program: str, text: str, path: Path) -> None:
    """Two runs, as references need; what LaTeX complains of in between is no fault of the paper."""
    source = path.with_suffix(".tex")
    source.write_text(text, "utf-8")
    for _ in range(2):
        subprocess.run(
            [program, "-interaction=nonstopmode", "-output-directory", str(path.parent), str(source)],
            check=False,
            capture_output=True,
        )  # fmt: skip
