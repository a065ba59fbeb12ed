"""The real documents that the author is measured on, and how each of them is read."""

from __future__ import annotations

import gzip
from pathlib import Path

from lxml import etree

from praxeo.domain.blocks import Block, Cell, Extraction, Mark, Metadata

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
        from praxeo.documents.text.markdown import read_markdown_file

        return read_markdown_file(ROOT / address)
    if not CORPORA.is_dir():
        return None
    if kind == "pdf":
        from praxeo.documents.pdf.reader import read_pdf

        return read_pdf(CORPORA / "pdf" / "pdf" / f"{name}.pdf")
    if kind == "office":
        from praxeo.documents.office.docx import read_docx

        return read_docx(CORPORA / "office" / "files" / name)
    return _web_page(CORPORA / "web" / "pages" / f"{name}.html.gz")


def _web_page(path: Path) -> Extraction:
    """The main content of a page by trafilatura, whose output keeps headings, lists and code."""
    import trafilatura

    html = gzip.decompress(path.read_bytes()).decode("utf-8", errors="replace")
    xml = trafilatura.extract(
        html, output_format="xml", include_formatting=True, include_comments=False
    )
    blocks: list[dict[str, object]] = []
    if xml:
        _walk(etree.fromstring(xml.encode()), blocks)
    numbered = tuple(Block(id=f"b{n}", **b) for n, b in enumerate(blocks, 1))  # type: ignore[arg-type]
    metadata = Metadata(media_type="text/html", content_hash="0" * 64, language="en")
    return Extraction(metadata=metadata, blocks=numbered)


def _walk(parent: etree._Element, blocks: list[dict[str, object]]) -> None:
    for element in parent:
        if element.tag == "head":
            level = int((element.get("rend") or "h2")[1:] or 2)
            blocks.append({"kind": "heading", "text": _inline(element)[0], "level": level})
        elif element.tag in ("p", "quote"):
            text, marks = _inline(element)
            blocks.append({"kind": "paragraph", "text": text, "marks": marks})
        elif element.tag == "list":
            _list(element, blocks, 1)
        elif element.tag == "code":
            blocks.append({"kind": "code", "text": "".join(element.itertext()).strip("\n")})
        elif element.tag == "table":
            blocks.append(_table(element))
        else:
            _walk(element, blocks)
    blocks[:] = [block for block in blocks if str(block["text"]).strip()]


def _list(element: etree._Element, blocks: list[dict[str, object]], depth: int) -> None:
    for number, item in enumerate(element, 1):
        text, marks = _inline(item)
        printed = f"{number}." if element.get("rend") == "ol" else ""
        blocks.append(
            {"kind": "list_item", "text": text, "marks": marks, "level": depth, "number": printed}
        )
        for nested in item.findall("list"):
            _list(nested, blocks, depth + 1)


def _table(element: etree._Element) -> dict[str, object]:
    rows = [row for row in element if row.tag == "row"]
    texts = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
    cells = tuple(
        Cell(text=text, row=r, column=c)
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
    )
    return {"kind": "table", "text": "\n".join(" | ".join(r) for r in texts), "cells": cells}


def _inline(element: etree._Element) -> tuple[str, tuple[Mark, ...]]:
    pieces: list[str] = []
    marks: list[Mark] = []

    def add(text: str | None) -> None:
        for word in (text or "").replace("\n", " ").split(" "):
            if word:
                pieces.append(word)
            if pieces and pieces[-1] != " ":
                pieces.append(" ")
        if pieces and text and not text[-1:].isspace():
            pieces.pop()

    def walk(node: etree._Element) -> None:
        start = sum(map(len, pieces))
        add(node.text)
        for child in node:
            if child.tag not in ("list", "table"):
                walk(child)
            add(child.tail)
        end = len("".join(pieces).rstrip())
        style = {"hi": "strong", "code": "code"}.get(str(node.tag))
        if style and end > start:
            marks.append(Mark(start=start, end=end, style=style))  # type: ignore[arg-type]

    walk(element)
    return "".join(pieces).strip(), tuple(marks)
