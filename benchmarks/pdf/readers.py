"""Runs one PDF reader over a folder and says how long it took; started by run.py.

    python readers.py READER PDF_FOLDER OUT_FOLDER

Each reader writes Markdown (or plain text where it has nothing else). The last line printed is JSON:
seconds of wall time and of processor time without imports, peak memory in MB, and what failed.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def praxeo() -> Callable[[Path], str]:
    from praxeo.sources.documents.markdown_out import render_markdown
    from praxeo.sources.documents.pdf.reader import read_pdf

    return lambda path: render_markdown(read_pdf(path))


def liteparse() -> Callable[[Path], str]:
    from liteparse import LiteParse

    parser = LiteParse(ocr_enabled=False, output_format="markdown", quiet=True)
    return lambda path: parser.parse(str(path)).text


def pdf_inspector() -> Callable[[Path], str]:
    import pdf_inspector

    return lambda path: pdf_inspector.process_pdf(str(path)).markdown or ""


def kreuzberg() -> Callable[[Path], str]:
    from kreuzberg import ExtractionConfig, extract_file_sync

    config = ExtractionConfig(output_format="markdown", disable_ocr=True, use_cache=False)
    return lambda path: extract_file_sync(str(path), config=config).content


def pypdfium2() -> Callable[[Path], str]:
    import pypdfium2

    def read(path: Path) -> str:
        document = pypdfium2.PdfDocument(path)
        return "\n\n".join(page.get_textpage().get_text_bounded() for page in document)

    return read


def pymupdf4llm() -> Callable[[Path], str]:
    import pymupdf4llm

    return lambda path: str(pymupdf4llm.to_markdown(str(path), header=False, footer=False))


READERS = {
    reader.__name__: reader
    for reader in (praxeo, liteparse, pdf_inspector, kreuzberg, pypdfium2, pymupdf4llm)
}


def main(name: str, source: Path, target: Path) -> None:
    read = READERS[name]()
    failed = []
    seconds = cpu = 0.0
    for path in sorted(source.glob("*.pdf")):
        start, cpu_start = time.perf_counter(), time.process_time()
        try:
            text = read(path)
        except Exception as error:  # noqa: BLE001 - what other libraries raise is their affair
            failed.append(f"{path.name}: {type(error).__name__}")
            text = ""
        seconds += time.perf_counter() - start
        cpu += time.process_time() - cpu_start
        (target / f"{path.stem}.md").write_text(text, "utf-8", errors="replace")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report = {"seconds": seconds, "cpu": cpu, "peak_mb": peak, "failed": failed}
    print(json.dumps(report))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
