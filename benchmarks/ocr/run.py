"""How many words text recognition gets wrong: Praxeo beside the engine alone, on pages that are drawn from PDFs.

    python -m benchmarks.ocr.run [--pages N] [--dpi N] [--language eng] [PDF | FOLDER ...]

Without paths the samples are taken. The truth of a page is what Praxeo reads from the PDF's own text; each page
is drawn as a scanner gives it, then read by Praxeo (as a scan) and, its very picture, by `tesseract stdin stdout txt`. Word error is
the edit distance between the words in their order, as a share of the truth; words missed and invented count
regardless of order. Punctuation and case count, hyphens at line ends do not. Only born-digital pages with at
least a hundred words are taken, the same number of each file, spread over it.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.tesseract import ENVIRONMENT, Tesseract, find_tesseract
from praxeo.domain.blocks import Block
from praxeo.domain.errors import Refused
from praxeo.domain.pages import OcrWish

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WORDS_AT_LEAST = 100


class Errors(NamedTuple):
    """Shares of the true words."""

    wrong: float
    missed: float
    invented: float


class Page(NamedTuple):
    """A page to be read, a PDF with the picture of it as a scanner writes it, and what stands on it."""

    name: str
    scan: bytes
    truth: list[str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each page and the medians."""
    options = _options(arguments)
    path = find_tesseract()
    if path is None:
        sys.exit("needs Tesseract (apt install tesseract-ocr)")
    engine = Tesseract(path)
    print(f"{engine.version()}, {options.language}, {options.dpi} dpi")
    print(f"{'page':40} {'words':>6} {'Praxeo':>22} {'engine alone':>22}   seconds")
    praxeo, alone = [], []
    for page in _pages(options):
        began = _seconds()
        own = errors(page.truth, _by_praxeo(engine, page, options))
        seconds = _seconds() - began
        plain = errors(page.truth, _by_engine(path, page, options))
        praxeo.append(own)
        alone.append(plain)
        print(
            f"{page.name[-40:]:40} {len(page.truth):6} {_told(own)} {_told(plain)}   {seconds:.1f}"
        )
    print(f"{len(praxeo)} pages; wrong, missed, invented")
    for name, each in (("Praxeo", praxeo), ("engine alone", alone)):
        medians = Errors(*map(statistics.median, zip(*each, strict=True)))
        means = Errors(*map(statistics.fmean, zip(*each, strict=True)))
        print(f"{name:13} median {_told(medians)}   mean {_told(means)}")
    if options.json:
        print(json.dumps({"praxeo": praxeo, "engine": alone}), file=sys.stderr)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--pages", type=int, default=2, help="of each file")
    parser.add_argument("--files", type=int, default=1000, help="at most")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--language", default="eng")
    parser.add_argument("--json", action="store_true", help="each page's figures on standard error")
    return parser.parse_args(arguments)


def _pages(options: argparse.Namespace) -> Iterator[Page]:
    files = [
        file
        for path in options.paths
        for file in (sorted(path.glob("**/*.pdf")) if path.is_dir() else [path])
    ]
    for file in files[: options.files]:
        document = pypdfium2.PdfDocument(file)
        taken, step = 0, max(1, len(document) // (2 * options.pages))
        for index in range(0, len(document), step):
            truth = _text_of_page(document, index)
            if len(truth) < WORDS_AT_LEAST:
                continue
            image = document[index].render(scale=options.dpi / 72, grayscale=True).to_pil()
            scan = io.BytesIO()
            image.convert("L").save(scan, "PDF", resolution=options.dpi, quality=95)
            yield Page(f"{file.stem} {index + 1}", scan.getvalue(), truth)
            taken += 1
            if taken == options.pages:
                break


def _text_of_page(document: pypdfium2.PdfDocument, index: int) -> list[str]:
    """What Praxeo reads from the page alone, so that no paragraph goes on elsewhere."""
    single = pypdfium2.PdfDocument.new()
    single.import_pages(document, [index])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        single.save(path)
        try:
            return _words(DocumentReader()(path, name=path.name).blocks)
        except Refused:
            return []


def _by_praxeo(engine: Tesseract, page: Page, options: argparse.Namespace) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        path.write_bytes(page.scan)
        try:
            read = DocumentReader(engine=engine)(
                path, name=path.name, ocr=OcrWish(language=options.language)
            )
        except Refused:
            return []
    return _words(read.blocks)


def _by_engine(path: str, page: Page, options: argparse.Namespace) -> list[str]:
    png = io.BytesIO()
    (picture,) = pypdfium2.PdfDocument(page.scan)[0].get_objects()
    picture.get_bitmap().to_pil().save(png, "PNG")
    said = subprocess.run(
        [path, "stdin", "stdout", "--psm", "1", "--dpi", str(options.dpi), "-l", options.language],
        input=png.getvalue(),
        capture_output=True,
        env=ENVIRONMENT,
        check=True,
    ).stdout.decode("utf-8", "replace")
    return _split(re.sub(r"(\w)-\n(\w)", r"\1\2", said))


def _words(blocks: Sequence[Block]) -> list[str]:
    return [word for block in blocks for word in _split(f"{block.number} {block.text}")]


def _split(text: str) -> list[str]:
    """The words; signs that only divide the cells of a table are none."""
    text = text.translate(str.maketrans("’‘“”–—", "''\"\"--"))
    return [word for word in text.split() if word not in {"|", "•", "-"}]


def errors(truth: list[str], read: list[str]) -> Errors:
    """How far what was read is from the truth."""
    seen, wanted = Counter(read), Counter(truth)
    total = len(truth)
    return Errors(
        _distance(truth, read) / total,
        (wanted - seen).total() / total,
        (seen - wanted).total() / total,
    )


def _distance(truth: list[str], read: list[str]) -> int:
    before = list(range(len(read) + 1))
    for row, word in enumerate(truth, 1):
        now = [row]
        for column, other in enumerate(read, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (word != other)))
        before = now
    return before[-1]


def _told(each: Errors) -> str:
    return f"{each.wrong:7.3f} {each.missed:6.3f} {each.invented:6.3f}"


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
