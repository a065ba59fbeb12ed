"""Puts in the files that a LaTeX text takes in, where they came with it."""

from __future__ import annotations

import re

from praxeo.domain.errors import Refused
from praxeo.sources.documents.pictures.named import Files
from praxeo.sources.documents.text.decoding import decode

DEEPEST = 5
FILES_AT_MOST = 200
BEGINNING, END = "\\begin{document}", "\\end{document}"
INPUT = re.compile(
    r"^(?P<before>(?:[^%\\\n]|\\.)*?)\\(?:input|include|subfile)[ \t]*\{(?P<name>[^{}\n]{1,200})\}",
    re.MULTILINE,
)


def with_included(text: str, files: Files, longest: int) -> str:
    """The text with its files in their places, each once; what did not come with it, or would make it too long, stays named."""
    taken: set[str] = set()

    def put_in(found: re.Match[str]) -> str:
        name = found["name"].strip()
        address = name if name.endswith(".tex") else f"{name}.tex"
        file = files(address) if len(taken) < FILES_AT_MOST else None
        if file is None or file.name in taken or not file.name.lower().endswith(".tex"):
            return found[0]
        taken.add(file.name)
        try:
            inner = decode(file.read())
        except Refused:
            return found[0]
        if BEGINNING in inner:
            inner = inner.partition(BEGINNING)[2].partition(END)[0]
        return f"{found['before']}\n{inner}\n"

    for _ in range(DEEPEST):
        longer = INPUT.sub(put_in, text)
        if longer == text or len(longer) > longest:
            return text
        text = longer
    return text
