"""Reads every document of a folder with one tool; prints texts, failures and speed as JSON."""

from __future__ import annotations

import importlib.metadata
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def praxeo() -> Callable[[Path], str]:
    from praxeo.sources.documents.readers import read
    from praxeo.sources.documents.validation import validate

    return lambda path: "\n".join(block.text for block in read(validate(path).label, path).blocks)


def kreuzberg() -> Callable[[Path], str]:
    from kreuzberg import extract_file_sync

    return lambda path: extract_file_sync(str(path)).content


def markitdown() -> Callable[[Path], str]:
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


def python_docx() -> Callable[[Path], str]:
    from docx import Document

    def read(path: Path) -> str:
        if path.suffix != ".docx":
            raise ValueError("reads Word files only")
        document = Document(str(path))
        cells = (c.text for t in document.tables for r in t.rows for c in r.cells)
        return "\n".join([*(p.text for p in document.paragraphs), *cells])

    return read


TOOLS = {
    "praxeo": praxeo,
    "kreuzberg": kreuzberg,
    "markitdown": markitdown,
    "python-docx": python_docx,
}


def main(tool: str, folder: str, rounds: str) -> None:
    read = TOOLS[tool]()
    paths = sorted(Path(folder).iterdir())
    best = float("inf")
    texts: dict[str, str | None] = {}
    for round_number in range(int(rounds) + 1):  # the first one warms up
        started = time.process_time()
        texts = {path.stem: read_or_none(read, path) for path in paths}
        spent = time.process_time() - started
        best = min(best, spent) if round_number else best
    print(
        json.dumps(
            {
                "version": importlib.metadata.version(tool),
                "texts": texts,
                "failures": sum(text is None for text in texts.values()),
                "speed": len(paths) / best,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def read_or_none(read: Callable[[Path], str], path: Path) -> str | None:
    try:
        return read(path)
    except Exception as error:  # noqa: BLE001  a peer may fail in any way; that is what is counted
        print(path.name, repr(error)[:120], file=sys.stderr)
        return None


if __name__ == "__main__":
    main(*sys.argv[1:])
